package verify

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// operations pairs the methods of both sides and compares every pair.
func (c *comparer) operations() {
	docs, spec := group(c.docs, true), group(c.spec, true)
	c.dropBasePath(docs, spec)
	for _, key := range sortedKeys(docs, spec) {
		c.pairGroup(key, docs[key], spec[key])
	}
}

// An operation is what methods are paired by.
type operation struct {
	verb, path string
}

func (o operation) String() string { return o.verb + " " + o.path }

// group collects methods by verb and normalised path, in the order of the API.
func group(api *model.API, withBase bool) map[operation][]*model.Method {
	base := ""
	if withBase {
		base = basePath(api)
	}
	groups := map[operation][]*model.Method{}
	api.Methods(func(_ *model.Resource, m *model.Method) bool {
		key := operation{m.Verb, normalPath(base + m.Path)}
		groups[key] = append(groups[key], m)
		return true
	})
	return groups
}

// dropBasePath falls back to the bare paths where one side does not know its
// server: every key of both sides is then written without it.
func (c *comparer) dropBasePath(docs, spec map[operation][]*model.Method) {
	for key := range docs {
		if _, ok := spec[key]; ok {
			return
		}
	}
	replace(docs, group(c.docs, false))
	replace(spec, group(c.spec, false))
}

func replace[K comparable, V any](dst, src map[K]V) {
	clear(dst)
	maps.Copy(dst, src)
}

func basePath(api *model.API) string {
	if len(api.Servers) == 0 {
		return ""
	}
	u, err := url.Parse(api.Servers[0].URL)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(u.Path, "/")
}

// normalPath leaves out the names of path parameters, which nobody sends, and
// what differs only in spelling.
func normalPath(path string) string {
	return "/" + strings.Trim(names.WithoutSlots(path), "/")
}

func sortedKeys(groups ...map[operation][]*model.Method) []operation {
	var keys []operation
	for _, g := range groups {
		for k := range g {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b operation) int {
		return strings.Compare(a.path+" "+a.verb, b.path+" "+b.verb)
	})
	return slices.Compact(keys)
}

// pairGroup pairs the methods of one verb and path. Where the spec has more of
// them than the pages, the rest are variants of something documented.
func (c *comparer) pairGroup(key operation, docs, spec []*model.Method) {
	pairs, onlyDocs, onlySpec := c.match(docs, spec)
	for _, p := range pairs {
		c.agree(Operations, 1)
		c.noteQuery(p.docs, p.spec)
		c.method(p.docs, p.spec)
	}
	for _, m := range onlyDocs {
		c.differ(Operations, location{method: m.ID, docs: m.Span}, key.String(), "")
	}
	for _, m := range onlySpec {
		if len(pairs) > 0 {
			v := Variant{Operation: operationText(m), Documented: pairs[0].docs.ID, Pointer: m.Span.String()}
			c.report.Variants = append(c.report.Variants, v)
			continue
		}
		c.differ(Operations, location{method: m.ID, spec: m.Span}, "", operationText(m))
	}
}

// noteQuery reports a fixed query that a reader of the pages alone won't send.
func (c *comparer) noteQuery(docs, spec *model.Method) {
	for _, q := range spec.Query {
		if !slices.ContainsFunc(docs.Query, q.Same) {
			c.report.FixedQueries = append(c.report.FixedQueries, FixedQuery{
				Method: docs.ID, Query: q.Name + "=" + q.Value, Pointer: spec.Span.String(),
			})
		}
	}
}

func operationText(m *model.Method) string {
	text := m.Verb + " " + m.Path
	for i, q := range m.Query {
		separator := "&"
		if i == 0 {
			separator = "?"
		}
		text += separator + q.Name + "=" + q.Value
	}
	return text
}
