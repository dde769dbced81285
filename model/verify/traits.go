package verify

import "github.com/docgen-go/docgen/model"

// leastLikeness keeps alternatives that have nothing in common apart.
const leastLikeness = 0.3

// pairObjects gives for each object of docs the index of its counterpart, or
// -1. Where there is one on each side, they are compared whatever they have.
func (c *comparer) pairObjects(docs, spec *shape) []int {
	if len(docs.objects) == 1 && len(spec.objects) == 1 {
		return []int{0}
	}
	docsTraits, specTraits := c.docsShapes.traits(docs), c.specShapes.traits(spec)
	return assign(len(docs.objects), len(spec.objects), leastLikeness, func(i, j int) float64 {
		return alike(docsTraits[i], specTraits[j])
	})
}

// traits are what object alternatives are told apart by.
type traits struct {
	name      string
	fields    map[string]bool
	constants map[string]model.Literal
}

func (s *shapes) traits(of *shape) []traits {
	out := make([]traits, len(of.objects))
	for i, o := range of.objects {
		t := traits{name: o.name, fields: map[string]bool{}, constants: map[string]model.Literal{}}
		for _, f := range o.t.Fields {
			t.fields[f.Name] = true
			if values := s.of(f.Type); values.isConstant() {
				t.constants[f.Name] = values.literals[0]
			}
		}
		out[i] = t
	}
	return out
}

// alike scores a pair of alternatives: equal constants say most, then the
// names of fields, then the names of types. Constants that contradict each
// other rule a pair out unless all else agrees.
func alike(a, b traits) float64 {
	score := overlap(a.fields, b.fields)
	for name, value := range a.constants {
		other, ok := b.constants[name]
		switch {
		case !ok:
		case value == other:
			score += 2
		default:
			score -= 1
		}
	}
	if a.name != "" && a.name == b.name {
		score += 0.25
	}
	return score
}
