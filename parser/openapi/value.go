package openapi

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A value is all that a schema says: the type, and the facts that the model
// keeps on the field which has the type.
type value struct {
	Type       *model.Type
	Nullable   bool
	Default    model.Literal
	Limits     *model.Limits
	Doc        string
	Deprecated string
}

func (v value) field(name string, required bool, at source.Span) *model.Field {
	return &model.Field{
		Name: name, Type: v.Type, Required: required, Nullable: v.Nullable, Doc: v.Doc,
		Deprecated: v.Deprecated, Default: v.Default, Limits: v.Limits, Span: at,
	}
}

// annotate lays what a schema says beside its structure over what the
// structure already said.
func (v *value) annotate(s *openapi3.Schema) {
	if s.Description != "" {
		v.Doc = s.Description
	}
	if s.Deprecated {
		v.Deprecated = deprecation(true, s.Extensions)
	}
	if s.Default != nil {
		v.Default = literal(s.Default)
	}
	if l := limits(s); l != nil {
		v.Limits = l
	}
	v.Nullable = v.Nullable || saysNull(s)
}

// deprecation is the model's text for a flag: the reason, where an extension
// gives one, else a word, because the model's empty text means "is not".
func deprecation(deprecated bool, extensions map[string]any) string {
	if !deprecated {
		return ""
	}
	if reason, ok := extensions["x-deprecated-reason"].(string); ok && reason != "" {
		return reason
	}
	return "deprecated"
}

func limits(s *openapi3.Schema) *model.Limits {
	l := model.Limits{
		Minimum: number(s.Min), Maximum: number(s.Max), MultipleOf: number(s.MultipleOf),
		ExclusiveMinimum: number(s.ExclusiveMin.Value), ExclusiveMaximum: number(s.ExclusiveMax.Value),
		MinLength: least(s.MinLength), MaxLength: count(s.MaxLength),
		MinItems: least(s.MinItems), MaxItems: count(s.MaxItems),
		UniqueItems: s.UniqueItems, Pattern: s.Pattern,
	}
	// Version 3.0 says that a bound is exclusive with a flag beside it.
	if b := s.ExclusiveMin.Bool; b != nil && *b {
		l.Minimum, l.ExclusiveMinimum = "", l.Minimum
	}
	if b := s.ExclusiveMax.Bool; b != nil && *b {
		l.Maximum, l.ExclusiveMaximum = "", l.Maximum
	}
	if l == (model.Limits{}) {
		return nil
	}
	return &l
}

func number(f *float64) model.Literal {
	if f == nil {
		return ""
	}
	return model.Literal(strconv.FormatFloat(*f, 'f', -1, 64))
}

func count(n *uint64) *int64 {
	if n == nil || *n > 1<<62 {
		return nil
	}
	i := int64(*n)
	return &i
}

// least is a lower bound; the library does not tell 0 from absent, and neither
// bounds anything.
func least(n uint64) *int64 {
	if n == 0 {
		return nil
	}
	return count(&n)
}

// literal is the JSON text of a decoded value.
func literal(v any) model.Literal {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return ""
	}
	return model.Literal(bytes.TrimSpace(b.Bytes()))
}
