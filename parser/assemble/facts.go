package assemble

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// applyFacts adds what constraint paragraphs say to a field.
func (b *Builder) applyFacts(f *model.Field, facts decl.Facts) {
	if len(facts) == 0 {
		return
	}
	if format := facts["format"]; format != "" {
		f.Type = b.withFormat(f.Type, format)
	}
	if d, ok := facts["default"]; ok {
		f.Default = b.literal(f.Type, d)
	}
	l := limitsOf(facts)
	if !model.EqualLimits(&l, &model.Limits{}) {
		f.Limits = &l
	}
}

// withFormat refines the scalar inside of arrays and maps.
func (b *Builder) withFormat(t *model.Type, format string) *model.Type {
	switch t.Kind {
	case model.KindArray, model.KindMap:
		c := *t
		c.Elem = b.withFormat(t.Elem, format)
		return b.In.Intern(c)
	case model.KindString, model.KindNumber, model.KindInteger:
		c := model.Type{Kind: t.Kind, Format: b.text(format)}
		if kind, ok := formatKinds[format]; ok {
			c.Kind = kind
		}
		if string(c.Kind) == format {
			c.Format = "" // the kind says it
		}
		return b.In.Intern(c)
	}
	return t
}

var formatKinds = map[string]model.Kind{
	"int32": model.KindInteger, "int64": model.KindInteger, "uint32": model.KindInteger, "uint64": model.KindInteger,
	"unixtime": model.KindInteger, "unix-time": model.KindInteger, "timestamp": model.KindInteger,
	"date-time": model.KindDateTime, "date": model.KindDate, "binary": model.KindFile,
}

// literal reads a printed value as JSON of the type; strings come without
// quotes.
func (b *Builder) literal(t *model.Type, printed string) model.Literal {
	if t.Kind == model.KindBoolean || t.Kind == model.KindConst && literalKind(t.Literal) == model.KindBoolean {
		printed = strings.ToLower(printed) // some pages print Python's True
	}
	if isText(t) || !json.Valid([]byte(printed)) {
		return model.Literal(b.text(decl.Quote(decl.Unquote(printed))))
	}
	return model.Literal(b.text(printed))
}

func isText(t *model.Type) bool {
	switch t.Kind {
	case model.KindString, model.KindDate, model.KindDateTime:
		return true
	case model.KindConst:
		return strings.HasPrefix(string(t.Literal), `"`)
	case model.KindEnum:
		return t.Enum.Base == model.KindString
	}
	return false
}

func limitsOf(facts decl.Facts) model.Limits {
	return model.Limits{
		Minimum: number(facts["minimum"]), Maximum: number(facts["maximum"]),
		ExclusiveMinimum: number(facts["exclusiveMinimum"]), ExclusiveMaximum: number(facts["exclusiveMaximum"]),
		MultipleOf: number(facts["multipleOf"]),
		MinLength:  count(facts["minLength"]), MaxLength: count(facts["maxLength"]),
		MinItems: count(facts["minItems"]), MaxItems: count(facts["maxItems"]),
		UniqueItems: facts["uniqueItems"] == "true",
		Pattern:     strings.Clone(facts["pattern"]),
	}
}

func number(s string) model.Literal {
	if _, err := strconv.ParseFloat(s, 64); err != nil || !json.Valid([]byte(s)) {
		return ""
	}
	return model.Literal(strings.Clone(s))
}

func count(s string) *int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return nil
	}
	return &n
}
