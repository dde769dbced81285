package verify

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model"
)

// field compares what is said of a field or parameter that both sides have.
func (c *comparer) field(at location, docs, spec *model.Field) {
	c.flag(Required, at, docs.Required, spec.Required, "required")
	c.value(at, docs, spec)
}

// value is field without the question whether it must be there.
func (c *comparer) value(at location, docs, spec *model.Field) {
	docsShape, specShape := c.docsShapes.of(docs.Type), c.specShapes.of(spec.Type)
	if !docsShape.anything && !specShape.anything { // null is a value of any type
		c.flag(Nullable, at, docs.Nullable || docsShape.null, spec.Nullable || specShape.null, "nullable")
	}
	if !docsShape.isConstant() && !specShape.isConstant() { // it has its only value by default
		c.text(Defaults, at, defaultText(docs), defaultText(spec))
	}
	c.flag(Deprecated, at, deprecated(c.docs, docs), deprecated(c.spec, spec), "deprecated")
	c.limits(at, docs.Limits, spec.Limits)
	c.types(at, docs.Type, spec.Type)
}

// deprecated reports whether a field is, or the declared type of its values.
func deprecated(api *model.API, f *model.Field) bool {
	if f.Deprecated != "" || !isRef(f.Type) {
		return f.Deprecated != ""
	}
	named := api.Lookup(f.Type.Ref)
	return named != nil && named.Deprecated != ""
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
func (c *comparer) limits(at location, docs, spec *model.Limits) {
	d, s := bounds(docs), bounds(spec)
	key := func(b bound) string { return b.name }
	pairs, onlyDocs, onlySpec := pairByName(d, s, key, key)
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
