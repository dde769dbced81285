package verify

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// match pairs methods that have verb and path in common, best first. With one
// method on each side there is nothing to choose.
func (c *comparer) match(docs, spec []*model.Method) (pairs []pair[*model.Method, *model.Method], onlyDocs, onlySpec []*model.Method) {
	queries := queryNames(spec)
	score := func(d, s int) float64 { return c.likeness(docs[d], spec[s], queries) }
	chosen := assign(len(docs), len(spec), 0, score)
	used := make([]bool, len(spec))
	for d, s := range chosen {
		if s < 0 {
			onlyDocs = append(onlyDocs, docs[d])
			continue
		}
		used[s] = true
		pairs = append(pairs, pair[*model.Method, *model.Method]{docs[d], spec[s]})
	}
	for s, m := range spec {
		if !used[s] {
			onlySpec = append(onlySpec, m)
		}
	}
	return pairs, onlyDocs, onlySpec
}

// maxAssign bounds the table of scores; beyond it items pair in their order.
const maxAssign = 1 << 18

// assign picks pairs greedily by falling score, ties by order, and gives for
// each of n the index in m or -1. Pairs must score at least least.
func assign(n, m int, least float64, score func(i, j int) float64) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	if n*m > maxAssign {
		for i := range min(n, m) {
			out[i] = i
		}
		return out
	}
	type cell struct {
		i, j  int
		score float64
	}
	cells := make([]cell, 0, n*m)
	for i := range n {
		for j := range m {
			cells = append(cells, cell{i, j, score(i, j)})
		}
	}
	slices.SortStableFunc(cells, func(a, b cell) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	taken := make([]bool, m)
	for _, x := range cells {
		if out[x.i] < 0 && !taken[x.j] && x.score >= least {
			out[x.i], taken[x.j] = x.j, true
		}
	}
	return out
}

// likeness says how well two methods of one verb and path fit, by what they
// send and return, and by their IDs where the sides agree on one. A fixed query counts where the pages show it; where they
// don't, it counts that a method's ID has the query's name as a segment
// (admin.jobs.list and ?admin=true), which is how such variants are filed.
func (c *comparer) likeness(docs, spec *model.Method, queries []string) float64 {
	score := overlap(c.features(c.docsShapes, docs), c.features(c.specShapes, spec))
	if docs.ID == spec.ID {
		score += 2
	}
	segments := strings.Split(docs.ID, ".")
	for _, name := range queries {
		shown := hasQuery(docs, name) || slices.Contains(segments, name)
		if shown == hasQuery(spec, name) {
			score += 0.5
		}
	}
	return score
}

func hasQuery(m *model.Method, name string) bool {
	return slices.ContainsFunc(m.Query, func(q model.Constant) bool { return q.Name == name })
}

func queryNames(methods []*model.Method) []string {
	var out []string
	for _, m := range methods {
		for _, q := range m.Query {
			if !slices.Contains(out, q.Name) {
				out = append(out, q.Name)
			}
		}
	}
	return out
}

// features are the names that a method shows at first.
func (c *comparer) features(s *shapes, m *model.Method) map[string]bool {
	out := map[string]bool{}
	for _, p := range m.Params {
		out[paramKey(p)] = true
	}
	add := func(prefix string, t *model.Type) {
		for _, object := range s.of(t).objects {
			for _, f := range object.t.Fields {
				out[prefix+f.Name] = true
			}
		}
	}
	if m.Body != nil {
		add("body ", m.Body.Type)
	}
	if m.Returns != nil {
		add("returns ", m.Returns.Type)
	}
	return out
}

// overlap is the Dice coefficient of two sets, 1 where both are empty.
func overlap(a, b map[string]bool) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
