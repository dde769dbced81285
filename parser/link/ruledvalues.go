package link

import (
	"slices"
	"strconv"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
)

// ruledChoice gives a field the values that a rule lists for it, where its type says no more than that
// it is text or a whole number. Values that are called as other fields of the same object are
// names of these, and no values: "at least one of `phone`, `mail`".
func (l *linker) ruledChoice(m *model.Method, f *model.Field, beside []*model.Field, rule Rule) {
	scalar := innermost(f.Type)
	if len(rule.Values) == 0 || scalar.Kind == model.KindEnum || scalar.Kind == model.KindRef {
		return // which has values of its own
	}
	for _, other := range beside {
		if slices.Contains(rule.Values, other.Name) {
			return
		}
	}
	enum := enumOf(scalar, rule.Values)
	if enum == nil || f.Type.Kind == model.KindMap || f.Default != "" && !slices.ContainsFunc(enum.Values, func(v model.EnumValue) bool { return v.Literal == f.Default }) {
		l.diags.Add("unread-rule", diag.Warning, rule.Span, "a rule lists values of %q of %s that its type or its default does not fit: they stay text", f.Name, m.ID)
		return
	}
	f.Type = l.replaceScalar(f.Type, model.Type{Kind: model.KindEnum, Enum: enum})
	f.Evidence = f.Evidence.With(model.FactType, model.SourceProse)
}

// enumOf returns the enum of values of a scalar, or nil where it cannot have them.
func enumOf(scalar *model.Type, values []string) *model.Enum {
	enum := &model.Enum{Base: scalar.Kind}
	for _, v := range values {
		_, err := strconv.ParseInt(v, 10, 64)
		switch {
		case scalar.Format != "":
			return nil
		case scalar.Kind == model.KindString:
			v = decl.Quote(v)
		case !isNumeric(scalar) || err != nil:
			return nil
		default:
			enum.Base = model.KindInteger // which a number is that has no other values
		}
		enum.Values = append(enum.Values, model.EnumValue{Literal: model.Literal(v)})
	}
	return enum
}
