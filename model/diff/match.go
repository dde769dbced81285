package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// A methodPair is one method in both revisions, and the resources it is filed under.
type methodPair struct {
	old, new                 *model.Method
	oldResource, newResource *model.Resource
}

type filed struct {
	m        *model.Method
	resource *model.Resource
	used     bool
}

func methodsOf(api *model.API) []*filed {
	var out []*filed
	for r, m := range api.Methods {
		out = append(out, &filed{m: m, resource: r})
	}
	return out
}

// pairMethods finds the partner of each method: by everything that names it,
// then by what it is on the wire, then by its ID, then by what its resource
// and it carry.
func (c *comparer) pairMethods() {
	before, after := methodsOf(c.old.api), methodsOf(c.new.api)
	wire := func(m *model.Method) string {
		return m.Verb + " " + names.WithoutSlots(m.Path) + " " + constants(m.Query)
	}
	by := []func(*model.Method) string{
		func(m *model.Method) string { return m.ID + " " + wire(m) },
		func(m *model.Method) string { return m.ID + " " + m.Verb + " " + names.WithoutSlots(m.Path) },
		wire,
		func(m *model.Method) string { return m.Verb + " " + names.WithoutSlots(m.Path) },
		func(m *model.Method) string { return m.ID },
	}
	pairs := map[*filed]*filed{}
	for _, key := range by {
		pairUnique(before, after, key, pairs)
	}
	c.pairResources(before, after, pairs)
	c.pairByContent(before, after, pairs)
	pairByMovedPaths(before, after, pairs)
	c.pairByEndsOfPaths(before, after, pairs)
	pairUnique(before, after, sending, pairs)
	pairUnique(before, after, func(m *model.Method) string { return m.Verb + " " + withoutNumbers(m.Path) }, pairs)
	for _, f := range after {
		if partner := pairs[f]; partner != nil {
			c.methods = append(c.methods, methodPair{partner.m, f.m, partner.resource, f.resource})
		} else {
			c.added = append(c.added, f.m)
		}
	}
	for _, f := range before {
		if !f.used {
			c.gone = append(c.gone, f.m)
		}
	}
}

// sending is the path of a method that sends something, whatever its verb: one that was
// put is posted now. Other methods have nothing in common with those of other verbs.
func sending(m *model.Method) string {
	path := names.WithoutSlots(m.Path)
	switch m.Verb {
	case "POST", "PUT", "PATCH":
		return path
	}
	return m.Verb + " " + path
}

// withoutNumbers is a path in which slots have no names and segments that are numbers
// are slots: pages write some paths as an example requests them.
func withoutNumbers(path string) string {
	segments := strings.Split(names.WithoutSlots(path), "/")
	slot := names.WithoutSlots("{id}")
	for i, s := range segments {
		if s != "" && strings.Trim(s, "0123456789") == "" {
			segments[i] = slot
		}
	}
	return strings.Join(segments, "/")
}

// showsExample reports whether the paths of a pair differ in nothing but numbers in the
// place of slots.
func (m *methodPair) showsExample() bool {
	return names.WithoutSlots(m.old.Path) != names.WithoutSlots(m.new.Path) && withoutNumbers(m.old.Path) == withoutNumbers(m.new.Path)
}

// pairUnique pairs what has a key that nothing else on its side has.
func pairUnique(before, after []*filed, key func(*model.Method) string, pairs map[*filed]*filed) {
	index := func(fs []*filed) map[string][]*filed {
		out := map[string][]*filed{}
		for _, f := range fs {
			if !f.used {
				out[key(f.m)] = append(out[key(f.m)], f)
			}
		}
		return out
	}
	left := index(before)
	for k, fs := range index(after) {
		if len(fs) == 1 && len(left[k]) == 1 {
			pairs[fs[0]], fs[0].used, left[k][0].used = left[k][0], true, true
		}
	}
}

func constants(cs []model.Constant) string {
	var words []string
	for _, c := range cs {
		words = append(words, c.Name+"="+c.Value)
	}
	slices.Sort(words)
	return strings.Join(words, "&")
}
