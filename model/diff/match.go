package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// A methodPair is one method in both revisions, and the resources it is filed under.
type methodPair struct {
	old, new         *model.Method
	oldHome, newHome *model.Resource
}

type filed struct {
	m    *model.Method
	home *model.Resource
	used bool
}

func methodsOf(api *model.API) []*filed {
	var out []*filed
	for r, m := range api.Methods {
		out = append(out, &filed{m: m, home: r})
	}
	return out
}

// pairMethods finds the partner of each method: by everything that names it,
// then by what it is on the wire, then by its ID, then by what it carries.
func (c *comparer) pairMethods() {
	before, after := methodsOf(c.old.api), methodsOf(c.new.api)
	wire := func(m *model.Method) string { return m.Verb + " " + wirePath(m.Path) + " " + constants(m.Query) }
	by := []func(*model.Method) string{
		func(m *model.Method) string { return m.ID + " " + wire(m) },
		func(m *model.Method) string { return m.ID + " " + m.Verb + " " + wirePath(m.Path) },
		wire,
		func(m *model.Method) string { return m.Verb + " " + wirePath(m.Path) },
		func(m *model.Method) string { return m.ID },
	}
	pairs := map[*filed]*filed{}
	for _, key := range by {
		pairUnique(before, after, key, pairs)
	}
	c.pairByContent(before, after, pairs)
	for _, f := range after {
		if partner := pairs[f]; partner != nil {
			c.methods = append(c.methods, methodPair{partner.m, f.m, partner.home, f.home})
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

// leastLikeness is how much two methods must share to be one that moved.
const leastLikeness = 0.8

// pairByContent finds methods that changed both ID and path: same verb, same
// name or last segment, and nearly the same members.
func (c *comparer) pairByContent(before, after []*filed, pairs map[*filed]*filed) {
	old := map[string][]*filed{}
	for _, f := range before {
		if !f.used {
			old[movedKey(f.m)] = append(old[movedKey(f.m)], f)
		}
	}
	for _, f := range after {
		if f.used {
			continue
		}
		var best *filed
		most := leastLikeness
		names := c.new.memberNames(f.m)
		for _, g := range old[movedKey(f.m)] {
			if like := overlap(c.old.memberNames(g.m), names); !g.used && like >= most {
				best, most = g, like+0.001 // the first of equals stays
			}
		}
		if best != nil {
			pairs[f], f.used, best.used = best, true, true
		}
	}
}

func movedKey(m *model.Method) string { return m.Verb + " " + m.Name }

// memberNames are the names that a method shows, with their places.
func (s *side) memberNames(m *model.Method) map[string]bool {
	out := map[string]bool{}
	for _, p := range m.Params {
		out[string(p.Place)+" "+p.Name] = true
	}
	if m.Body != nil {
		s.fieldNames(out, "body ", m.Body.Type)
	}
	if m.Returns != nil {
		s.fieldNames(out, "returns ", m.Returns.Type)
	}
	return out
}

func (s *side) fieldNames(out map[string]bool, prefix string, t *model.Type) {
	t = s.api.Resolve(t)
	out[prefix+string(t.Kind)] = true
	for _, f := range t.Fields {
		out[prefix+f.Name] = true
	}
}

// overlap is the Dice coefficient of two sets, 0 where one is empty.
func overlap(a, b map[string]bool) float64 {
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(a)+len(b)))
}

// wirePath is a path without the names of its parameters, which no request shows.
func wirePath(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if open, end := strings.IndexByte(s, '{'), strings.LastIndexByte(s, '}'); open >= 0 && end > open {
			segments[i] = s[:open] + "{}" + s[end+1:]
		}
	}
	return strings.Join(segments, "/")
}

func constants(cs []model.Constant) string {
	var words []string
	for _, c := range cs {
		words = append(words, c.Name+"="+c.Value)
	}
	slices.Sort(words)
	return strings.Join(words, "&")
}

// pairTypes pairs the declared types of both sides: by ID, then those whose
// name only one type has on each side.
func (c *comparer) pairTypes() {
	pair := func(a, b *model.NamedType) { c.declared[a.ID], c.partner[b.ID] = b.ID, a.ID }
	for _, a := range c.old.api.Types {
		if b := c.new.api.Lookup(a.ID); b != nil && !a.Anonymous && !b.Anonymous {
			pair(a, b)
		}
	}
	before, after := byName(c.old.api, c.declared), byName(c.new.api, c.partner)
	for name, as := range before {
		if bs := after[name]; len(as) == 1 && len(bs) == 1 {
			pair(as[0], bs[0])
		}
	}
}

func byName(api *model.API, paired map[string]string) map[string][]*model.NamedType {
	out := map[string][]*model.NamedType{}
	for _, t := range api.Types {
		if !t.Anonymous && paired[t.ID] == "" {
			out[t.Name] = append(out[t.Name], t)
		}
	}
	return out
}
