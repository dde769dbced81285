package diff

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// leastLikeness is how much two methods must share to be one that moved.
const leastLikeness = 0.8

// pairByContent finds methods that changed both ID and path: same verb, same
// name or title, and nearly the same members, or the same words about it.
func (c *comparer) pairByContent(before, after []*filed, pairs map[*filed]*filed) {
	c.pairAlike(before, after, pairs, func(m *model.Method) string { return m.Verb + " " + m.Name })
	c.pairAlike(before, after, pairs, func(m *model.Method) string {
		if m.Title == "" {
			return ""
		}
		return m.Verb + " " + m.Title
	})
	pairByWords(before, after, pairs)
}

// leastDoc is how long a description has to be, in bytes, to be about one method and no other.
const leastDoc = 40

// pairByWords pairs methods of one verb of which the same is said, and of no other method of
// either side: one that has another path and another heading goes on to do what it did.
func pairByWords(before, after []*filed, pairs map[*filed]*filed) {
	said := func(methods []*filed) map[string]int {
		out := map[string]int{}
		for _, f := range methods {
			out[f.m.Doc]++
		}
		return out
	}
	old, now := said(before), said(after)
	pairUnique(before, after, func(m *model.Method) string {
		if len(m.Doc) < leastDoc || old[m.Doc] != 1 || now[m.Doc] != 1 {
			return "method " + m.ID
		}
		return strings.Join([]string{m.Verb, strconv.Itoa(strings.Count(m.Path, "{")), m.Doc}, " ")
	}, pairs)
}

// pairAlike pairs methods that have a key in common, which is no empty one, and nearly
// the same members.
func (c *comparer) pairAlike(before, after []*filed, pairs map[*filed]*filed, key func(*model.Method) string) {
	old, shown := map[string][]*filed{}, map[*filed]map[string]bool{}
	for _, f := range before {
		if !f.used && key(f.m) != "" {
			old[key(f.m)] = append(old[key(f.m)], f)
			shown[f] = c.old.memberNames(f.m)
		}
	}
	for _, f := range after {
		if f.used {
			continue
		}
		var best *filed
		most := leastLikeness
		names := c.new.memberNames(f.m)
		for _, g := range old[key(f.m)] {
			if like := overlap(shown[g], names); !g.used && like >= most {
				best, most = g, like+0.001 // the first of equals stays
			}
		}
		if best != nil {
			pairs[f], f.used, best.used = best, true, true
		}
	}
}

// memberNames are the names that a method shows, with their places.
func (s *side) memberNames(m *model.Method) map[string]bool {
	out := map[string]bool{}
	for _, p := range m.Params {
		out[string(p.Location)+" "+p.Name] = true
	}
	s.bodyNames(out, m)
	return out
}

// bodyNames adds the names of what a method takes and returns as a body.
func (s *side) bodyNames(out map[string]bool, m *model.Method) {
	if m.Body != nil {
		s.fieldNames(out, "body ", m.Body.Type, 2)
	}
	if m.Returns != nil {
		s.fieldNames(out, "returns ", m.Returns.Type, 2)
	}
}

// fieldNames looks depth levels deep, because envelopes of lists look all alike.
func (s *side) fieldNames(out map[string]bool, prefix string, t *model.Type, depth int) {
	t = s.api.Resolve(t)
	for range len(s.api.Types) + 1 { // a list of itself has no innermost element
		if t.Elem == nil || t.Kind != model.KindArray {
			break
		}
		t = s.api.Resolve(t.Elem)
	}
	out[prefix+string(t.Kind)] = true
	if depth == 0 {
		return
	}
	for _, f := range t.Fields {
		out[prefix+f.Name] = true
		s.fieldNames(out, prefix+f.Name+".", f.Type, depth-1)
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
