package drift

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// leastAlike is which share of the members of two objects must be the same for one to
// stand for the other.
const leastAlike = 0.3

// union compares documented alternatives with those of a Go union, each with one of its own.
func (c *comparison) union(d *model.Type, t *gofacts.Type, input bool) {
	documented := []*model.Type{d}
	if d.Kind == model.KindUnion {
		documented = c.variants(d, 0)
	}
	held := c.leaves(t, 0)
	var objects []*model.Type
	for _, v := range documented {
		switch v.Kind {
		case model.KindObject:
			objects = append(objects, v)
		case model.KindArray:
			c.eachOfKind(held, gofacts.List, func(f *gofacts.Field) { c.value(v, f.Type, input) })
		case model.KindEnum:
			for _, f := range held {
				c.value(v, f.Type, input)
			}
		}
	}
	own := c.assign(objects, held)
	for _, v := range objects {
		switch f := own[v]; {
		case f != nil:
			c.value(v, f.Type, input)
		case len(objects) > 1:
			c.withoutAlternative(v, t, held, input)
		}
	}
	if len(t.Fields) > 0 {
		if u := c.objectOf(c.objectsOf(d)); u != nil {
			c.object(u, t, input)
		}
	}
}

// leaves returns the alternatives of a union, those of unions in it in their stead.
func (c *comparison) leaves(t *gofacts.Type, depth int) []*gofacts.Field {
	var out []*gofacts.Field
	for _, f := range t.Alternatives {
		c.members[f] = true
		switch inner := f.Type; {
		case inner == nil:
		case len(inner.Alternatives) > 0 && len(inner.Fields) == 0 && depth < 8:
			out = append(out, c.leaves(inner, depth+1)...)
		default:
			out = append(out, f)
		}
	}
	return out
}

func (c *comparison) eachOfKind(held []*gofacts.Field, kind gofacts.Kind, do func(f *gofacts.Field)) {
	for _, f := range held {
		if f.Type.Kind == kind {
			do(f)
		}
	}
}

// assign gives each documented object the Go alternative that stands for it. What is
// most alike is assigned first, and no alternative twice.
func (c *comparison) assign(objects []*model.Type, held []*gofacts.Field) map[*model.Type]*gofacts.Field {
	type couple struct {
		v     *model.Type
		f     *gofacts.Field
		score float64
	}
	var all []couple
	for _, v := range objects {
		for _, f := range held {
			if f.Type.Kind == gofacts.Struct {
				if s := c.alike(v, f); s >= leastAlike {
					all = append(all, couple{v, f, s})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b couple) int { return cmp.Compare(b.score, a.score) })
	own := map[*model.Type]*gofacts.Field{}
	taken := map[*gofacts.Field]bool{}
	for _, p := range all {
		if own[p.v] == nil && !taken[p.f] {
			own[p.v], taken[p.f] = p.f, true
		}
	}
	return own
}

// alike returns which share of the members of a documented object and of an alternative
// are the same, and one more for each literal by which they are known.
func (c *comparison) alike(v *model.Type, f *gofacts.Field) float64 {
	n := overlap(&use{fields: v.Fields}, f.Type)
	s := float64(n) / float64(max(len(v.Fields)+len(f.Type.Fields)-n, 1))
	name := names.Letters(strings.TrimPrefix(f.GoName, "Of"))
	if slices.ContainsFunc(c.literals(v), func(l literalOf) bool { return names.Letters(l.text) == name }) {
		s++
	}
	return s + float64(c.fixedAlike(v, f.Type))
}

// A literalOf is a member of a documented object with the only value that it has.
type literalOf struct {
	field *model.Field
	text  string
}

// literals returns the members of a documented object that have one value.
func (c *comparison) literals(v *model.Type) []literalOf {
	var out []literalOf
	for _, d := range v.Fields {
		switch r := c.api.Resolve(d.Type); {
		case r == nil:
		case r.Kind == model.KindConst:
			out = append(out, literalOf{d, plainLiteral(r.Literal)})
		case r.Kind == model.KindEnum && len(r.Enum.Values) == 1:
			out = append(out, literalOf{d, plainLiteral(r.Enum.Values[0].Literal)})
		}
	}
	return out
}

// fixedAlike returns how many members of a struct stand for literals of a documented
// object: their types have that constant alone, or the literal's name.
func (c *comparison) fixedAlike(v *model.Type, alt *gofacts.Type) int {
	n := 0
	for _, l := range c.literals(v) {
		f := member(alt, l.field.Name)
		if f == nil || f.Type == nil {
			continue
		}
		if only, ok := fixed(f); ok && (only == l.text || len(f.Type.Values) == 0 && names.Letters(only) == names.Letters(l.text)) {
			n++
		}
	}
	return n
}

// fixed returns the only value of a member, or the name of its type, which stands for one
// where no constant is declared.
func fixed(f *gofacts.Field) (string, bool) {
	switch {
	case len(f.Type.Values) == 1:
		return f.Type.Values[0].Value, true
	case len(f.Type.Values) == 0 && f.Type.Kind == gofacts.String && f.Type.Short != "":
		return f.Type.Short, true
	}
	return "", false
}

// withoutAlternative adds a finding for a documented alternative that no Go alternative
// stands for, unless one that stands for another has all of its members.
func (c *comparison) withoutAlternative(v *model.Type, t *gofacts.Type, held []*gofacts.Field, input bool) {
	for _, f := range held {
		if f.Type.Kind == gofacts.Map || f.Type.Kind == gofacts.Any || f.Type.Kind == gofacts.Struct && overlap(&use{fields: v.Fields}, f.Type) == len(v.Fields) {
			c.value(v, f.Type, input)
			return
		}
	}
	if overlap(&use{fields: v.Fields}, t) == len(v.Fields) || c.heldByElements(v, held) {
		return
	}
	confidence := Perhaps
	if len(c.literals(v)) > 0 && !c.op.perhaps && t.GoName != "" {
		confidence = Likely
	}
	what := alternativeText(c, v)
	c.add(&Finding{Rule: VariantMissing, Confidence: confidence, Struct: t.GoName, Func: funcOf(t, &use{op: c.op}), Member: what, Operation: c.op.name(),
		Go: at(t, &use{op: c.op}), Page: v.Fields[0].Span, Input: input,
		Message: fmt.Sprintf("%s has no alternative for the documented object with %s", name(t, &use{op: c.op}), what)})
}

// heldByElements reports whether the elements of a list that is an alternative stand for a
// documented object: pages print those of a list beside the other alternatives now and then.
func (c *comparison) heldByElements(v *model.Type, held []*gofacts.Field) bool {
	for _, f := range held {
		if f.Type.Kind != gofacts.List || f.Type.Elem == nil {
			continue
		}
		elems := []*gofacts.Field{{Type: f.Type.Elem}}
		if len(f.Type.Elem.Alternatives) > 0 {
			elems = c.leaves(f.Type.Elem, 0)
		}
		if c.assign([]*model.Type{v}, elems)[v] != nil {
			return true
		}
	}
	return false
}

// alternativeText returns what a documented alternative is known by: its literals, or
// else the names of its first members.
func alternativeText(c *comparison, v *model.Type) string {
	var parts []string
	for _, l := range c.literals(v) {
		parts = append(parts, l.field.Name+" "+l.text)
	}
	if len(parts) == 0 {
		for _, d := range v.Fields[:min(3, len(v.Fields))] {
			parts = append(parts, d.Name)
		}
	}
	return strings.Join(parts, ", ")
}
