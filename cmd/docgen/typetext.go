package main

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// fieldText is a field as the reference pages spell it: name: optional T or null.
func fieldText(f *model.Field) string {
	var b strings.Builder
	b.WriteString(f.Name + ": ")
	if !f.Required {
		b.WriteString("optional ")
	}
	b.WriteString(typeText(f.Type))
	if f.Nullable {
		b.WriteString(" or null")
	}
	if f.Default != "" {
		b.WriteString(" = " + string(f.Default))
	}
	if f.Deprecated != "" {
		b.WriteString(" " + deprecated(f.Deprecated))
	}
	return b.String()
}

func deprecated(why string) string {
	if why == "" {
		return ""
	}
	return "(deprecated)"
}

// typeText is a type in one line. The fields of an object stand below it, so
// that types of any size stay readable.
func typeText(t *model.Type) string {
	switch t.Kind {
	case model.KindRef:
		return t.Ref
	case model.KindConst:
		return string(t.Literal)
	case model.KindArray:
		return "array of " + typeText(t.Elem)
	case model.KindMap:
		return "map[" + typeText(t.Elem) + "]"
	case model.KindEnum:
		return enumText(t.Enum)
	case model.KindUnion:
		return unionText(t)
	}
	if t.Format != "" {
		return string(t.Kind) + " " + t.Format
	}
	return string(t.Kind)
}

func enumText(e *model.Enum) string {
	var words []string
	if e.Open {
		words = append(words, string(e.Base))
	}
	for _, v := range e.Values {
		words = append(words, string(v.Literal))
	}
	return strings.Join(words, " or ")
}

func unionText(t *model.Type) string {
	words := make([]string, len(t.Variants))
	for i, v := range t.Variants {
		words[i] = typeText(v.Type)
	}
	text := strings.Join(words, " or ")
	if t.Discriminator != "" {
		text += " by " + t.Discriminator
	}
	return text
}
