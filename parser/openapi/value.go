package openapi

import (
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A value is all that a schema says: the type, and the facts that the model
// keeps on the field which has the type.
type value struct {
	Type                *model.Type
	Nullable            bool
	ReadOnly, WriteOnly bool
	Default             model.Literal
	Limits              *model.Limits
	Doc                 string
	Deprecated          string
}

func anyType() *model.Type { return &model.Type{Kind: model.KindAny} }

func (v value) field(name string, required bool, at source.Span) *model.Field {
	return &model.Field{
		Name: name, Type: v.Type, Required: required, Nullable: v.Nullable, Doc: v.Doc, ReadOnly: v.ReadOnly, WriteOnly: v.WriteOnly,
		Deprecated: v.Deprecated, Default: v.Default, Limits: v.Limits, Span: at,
	}
}

// annotate lays what a schema says beside its structure over what the
// structure already said.
func (r *reader) annotate(v *value, s node) {
	v.Doc = cmp.Or(describedBy(s), v.Doc, s.get("title").text())
	if said := deprecation(s); said != "" {
		v.Deprecated = said
	}
	if d := s.get("default"); d.ok() {
		v.Default = d.literal()
	}
	if l := r.limits(s); l != nil {
		v.Limits = l
	}
	v.Nullable = v.Nullable || saysNull(s)
	v.ReadOnly = v.ReadOnly || s.get("readOnly").isTrue()
	v.WriteOnly = v.WriteOnly || s.get("writeOnly").isTrue()
}

// describedBy returns the description of an object with the link that it keeps.
func describedBy(n node) string {
	return withLink(n.get("description").text(), n.get("externalDocs"))
}

func withLink(doc string, external node) string {
	url := external.get("url").text()
	if url == "" {
		return doc
	}
	link := cmp.Or(external.get("description").text(), "See") + ": " + url
	if doc == "" {
		return link
	}
	return doc + "\n\n" + link
}

// saysDeprecated begins a description that says first of all that its subject is deprecated, and
// why.
var saysDeprecated = regexp.MustCompile(`(?is)^[\s*_]*deprecated\b[\s*_]*[.:!][\s*_]*([^.\n]*)`)

// deprecation is the model's text for an object that is deprecated: the reason,
// where an extension gives one, else a word, because the model's empty text means
// "is not".
func deprecation(n node) string {
	if flag := n.get("deprecated"); !flag.isTrue() {
		if m := saysDeprecated.FindStringSubmatch(n.get("description").text()); m != nil && !flag.ok() {
			return cmp.Or(strings.TrimSpace(m[1]), "deprecated")
		}
		return ""
	}
	return cmp.Or(n.get("x-deprecated-reason").text(), "deprecated")
}

func (r *reader) limits(s node) *model.Limits {
	l := model.Limits{
		Minimum: r.number(s, "minimum"), Maximum: r.number(s, "maximum"), MultipleOf: r.number(s, "multipleOf"),
		MinLength: least(r.count(s, "minLength")), MaxLength: r.count(s, "maxLength"),
		MinItems: least(r.count(s, "minItems")), MaxItems: r.count(s, "maxItems"),
		UniqueItems: s.get("uniqueItems").isTrue(), Pattern: s.get("pattern").text(),
	}
	// Version 3.0 says that a bound is exclusive with a flag beside it.
	exclusive := func(name string, bound, out *model.Literal) {
		switch n := s.get(name); {
		case n.isTrue():
			*bound, *out = "", *bound
		case n.ok() && !n.isFalse():
			*out = r.number(s, name)
		}
	}
	exclusive("exclusiveMinimum", &l.Minimum, &l.ExclusiveMinimum)
	exclusive("exclusiveMaximum", &l.Maximum, &l.ExclusiveMaximum)
	if l == (model.Limits{}) {
		return nil
	}
	return &l
}

// number returns a bound, in decimals.
func (r *reader) number(s node, name string) model.Literal {
	n := s.get(name)
	if !n.isText() {
		return ""
	}
	f, err := strconv.ParseFloat(n.text(), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		r.invalid(n, "%s is %q, which is no number; it is not read", name, n.text())
		return ""
	}
	if i, err := strconv.ParseInt(n.text(), 10, 64); err == nil {
		return model.Literal(strconv.FormatInt(i, 10)) // which a float need not hold
	}
	return model.Literal(strconv.FormatFloat(f, 'f', -1, 64))
}

func (r *reader) count(s node, name string) *int64 {
	n := s.get(name)
	if !n.isText() {
		return nil
	}
	f, err := strconv.ParseFloat(n.text(), 64)
	if err != nil || f < 0 || f != float64(int64(f)) && f < 1<<62 {
		r.invalid(n, "%s is %q, which is no count; it is not read", name, n.text())
		return nil
	}
	if f >= 1<<62 {
		return nil // as good as none
	}
	i := int64(f)
	return &i
}

// least is a lower bound; 0 bounds nothing.
func least(n *int64) *int64 {
	if n == nil || *n == 0 {
		return nil
	}
	return n
}
