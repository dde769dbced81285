package verify

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// objects pairs the object alternatives of both sides and compares the pairs.
func (c *comparer) objects(at place, docs, spec *shape) {
	chosen := c.pairObjects(docs, spec)
	used := make([]bool, len(spec.objects))
	for i, j := range chosen {
		if j < 0 {
			c.lone(at, docs.objects[i], true)
			continue
		}
		used[j] = true
		c.agree(Types, 1)
		c.object(at, docs.objects[i], spec.objects[j])
	}
	for j, o := range spec.objects {
		if !used[j] {
			c.lone(at, o, false)
		}
	}
}

// leastLikeness keeps alternatives that have nothing in common apart.
const leastLikeness = 0.3

// pairObjects gives for each object of docs the index of its counterpart, or
// -1. Where there is one on each side, they are compared whatever they have.
func (c *comparer) pairObjects(docs, spec *shape) []int {
	if len(docs.objects) == 1 && len(spec.objects) == 1 {
		return []int{0}
	}
	docsTraits, specTraits := c.traits(c.docsShapes, docs), c.traits(c.specShapes, spec)
	return assign(len(docs.objects), len(spec.objects), leastLikeness, func(i, j int) float64 {
		return alike(docsTraits[i], specTraits[j])
	})
}

// text is an object as a reader can recognise it.
func (o object) text() string {
	if o.name != "" {
		return "object " + o.name
	}
	const shown = 3
	var fields []string
	for _, f := range o.t.Fields[:min(shown, len(o.t.Fields))] {
		fields = append(fields, f.Name)
	}
	if len(o.t.Fields) > shown {
		fields = append(fields, "…")
	}
	return "object {" + strings.Join(fields, ", ") + "}"
}

// lone counts an object that only one side has, with its own fields.
func (c *comparer) lone(at place, o object, inDocs bool) {
	docs, spec := "", o.text()
	at = at.at("", source.Span{}, o.span)
	if inDocs {
		docs, spec = spec, ""
		at = at.at("", o.span, source.Span{})
	}
	c.differ(Types, at, docs, spec)
	for _, f := range o.t.Fields {
		if inDocs {
			c.differ(Fields, at.at("."+f.Name, f.Span, source.Span{}), f.Name, "")
		} else {
			c.differ(Fields, at.at("."+f.Name, source.Span{}, f.Span), "", f.Name)
		}
	}
}

// traits are what object alternatives are told apart by.
type traits struct {
	name      string
	fields    map[string]bool
	constants map[string]model.Literal
}

func (c *comparer) traits(s *shapes, of *shape) []traits {
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

// object compares two objects, each pair of them once.
func (c *comparer) object(at place, docs, spec object) {
	if again(c.doneObjects, docs.t, spec.t) {
		return
	}
	at = at.at("", docs.span, spec.span)
	name := func(f *model.Field) string { return f.Name }
	pairs, onlyDocs, onlySpec := names(docs.t.Fields, spec.t.Fields, name, name)
	for _, p := range pairs {
		c.agree(Fields, 1)
		c.field(at.at("."+p.docs.Name, p.docs.Span, p.spec.Span), p.docs, p.spec)
	}
	for _, f := range onlyDocs {
		c.differ(Fields, at.at("."+f.Name, f.Span, source.Span{}), f.Name, "")
	}
	for _, f := range onlySpec {
		c.differ(Fields, at.at("."+f.Name, source.Span{}, f.Span), "", f.Name)
	}
}

// field compares what is said of a field or parameter that both sides have.
func (c *comparer) field(at place, docs, spec *model.Field) {
	c.flag(Required, at, docs.Required, spec.Required, "required")
	c.value(at, docs, spec)
}

// value is field without the question whether it must be there.
func (c *comparer) value(at place, docs, spec *model.Field) {
	docsShape, specShape := c.docsShapes.of(docs.Type), c.specShapes.of(spec.Type)
	if !docsShape.anything && !specShape.anything { // null is a value of any type
		c.flag(Nullable, at, docs.Nullable || docsShape.null, spec.Nullable || specShape.null, "nullable")
	}
	if !docsShape.isConstant() && !specShape.isConstant() { // it has its only value by default
		c.text(Defaults, at, defaultText(docs), defaultText(spec))
	}
	c.limits(at, docs.Limits, spec.Limits)
	c.types(at, docs.Type, spec.Type)
}

// defaultText leaves out null: a default of null says that there is none.
func defaultText(f *model.Field) string {
	text := string(canonical(f.Default))
	if text == "null" {
		return ""
	}
	return text
}

// limits compares bounds one by one.
func (c *comparer) limits(at place, docs, spec *model.Limits) {
	d, s := bounds(docs), bounds(spec)
	key := func(b bound) string { return b.name }
	pairs, onlyDocs, onlySpec := names(d, s, key, key)
	for _, p := range pairs {
		c.text(Limits, at, p.docs.text(), p.spec.text())
	}
	for _, b := range onlyDocs {
		c.differ(Limits, at, b.text(), "")
	}
	for _, b := range onlySpec {
		c.differ(Limits, at, "", b.text())
	}
}

// A bound is one limit as name and value.
type bound struct{ name, value string }

func (b bound) text() string { return b.name + " " + b.value }

func bounds(l *model.Limits) []bound {
	if l == nil {
		return nil
	}
	all := []bound{
		{"minimum", string(canonical(l.Minimum))},
		{"maximum", string(canonical(l.Maximum))},
		{"exclusiveMinimum", string(canonical(l.ExclusiveMinimum))},
		{"exclusiveMaximum", string(canonical(l.ExclusiveMaximum))},
		{"multipleOf", string(canonical(l.MultipleOf))},
		{"minLength", countText(l.MinLength)},
		{"maxLength", countText(l.MaxLength)},
		{"minItems", countText(l.MinItems)},
		{"maxItems", countText(l.MaxItems)},
		{"uniqueItems", trueText(l.UniqueItems)},
		{"pattern", l.Pattern},
	}
	return slices.DeleteFunc(all, func(b bound) bool {
		return cmp.Or(b.value, "0") == "0" && b.name != "minimum" && b.name != "maximum" || b.value == ""
	})
}
