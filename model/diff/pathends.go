package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// pairByEndsOfPaths pairs methods of one resource that send the same members with the same
// verb, where the path of one is the end of that of the other: what stood below a folder of
// its own stands with the rest now. A last word of a path that is the verb says no more than
// this: DELETE /jobs/delete is DELETE /jobs.
func (c *comparer) pairByEndsOfPaths(before, after []*filed, pairs map[*filed]*filed) {
	was, is := c.byPathAndNames(before, c.movedTo), c.byPathAndNames(after, func(id string) string { return id })
	olds, news := map[*filed][]*filed{}, map[*filed][]*filed{} // by the new method, by the old one
	candidates := func(a, b []*filed) {
		for _, f := range a {
			for _, g := range b {
				if !slices.Contains(olds[g], f) {
					olds[g], news[f] = append(olds[g], f), append(news[f], g)
				}
			}
		}
	}
	for key, fs := range is {
		for end := range ends(key.path) {
			candidates(was[pathKey{key.verb, end, key.sent}], fs)
		}
	}
	for key, fs := range was {
		for end := range ends(key.path) {
			candidates(fs, is[pathKey{key.verb, end, key.sent}])
		}
	}
	for g, fs := range olds {
		if f := fs[0]; len(fs) == 1 && len(news[f]) == 1 {
			pairs[g], g.used, f.used = f, true, true
		}
	}
}

// A pathKey is what methods are paired by: sent has the resource and the names of what
// requests carry.
type pathKey struct{ verb, path, sent string }

// byPathAndNames indexes the methods that have no partner and send something.
func (c *comparer) byPathAndNames(methods []*filed, resource func(string) string) map[pathKey][]*filed {
	out := map[pathKey][]*filed{}
	for _, f := range methods {
		if f.used {
			continue
		}
		path := names.WithoutSlots(f.m.Path)
		if at := strings.LastIndexByte(path, '/'); at > 0 && strings.EqualFold(path[at+1:], f.m.Verb) {
			path = path[:at]
		}
		if sent := sentNames(f.m); sent != "" {
			key := pathKey{f.m.Verb, path, resource(f.resource.ID) + " " + sent}
			out[key] = append(out[key], f)
		}
	}
	return out
}

// sentNames are the names of what a method sends outside of its path, in one text.
func sentNames(m *model.Method) string {
	var out []string
	for _, p := range m.Params {
		if p.Location != model.LocationPath {
			out = append(out, string(p.Location)+" "+p.Name)
		}
	}
	if m.Body != nil {
		for _, f := range m.Body.Type.Fields {
			out = append(out, "body "+f.Name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// ends yields a path and what is left of it without its first segments, as long as these
// are words.
func ends(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for yield(path) {
			first, rest, more := strings.Cut(strings.TrimPrefix(path, "/"), "/")
			if !more || strings.ContainsAny(first, "{}") {
				return
			}
			path = "/" + rest
		}
	}
}
