package diff

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// shownMembers is how many members of a structure a text spells out, as the
// pages themselves do.
const shownMembers = 5

// text is a type in one line, as the pages spell it.
func (s *side) text(t *model.Type) string { return s.textTo(t, 0) }

func (s *side) textTo(t *model.Type, depth int) string {
	if t == nil {
		return "nothing"
	}
	if depth > 8 {
		return string(t.Kind)
	}
	switch t.Kind {
	case model.KindRef:
		if named := s.api.Lookup(t.Ref); named != nil && named.Anonymous {
			return s.textTo(named.Type, depth+1)
		}
		return t.Ref
	case model.KindConst:
		return string(t.Literal)
	case model.KindArray:
		return "array of " + s.textTo(t.Elem, depth+1)
	case model.KindMap:
		return "map[" + s.textTo(t.Elem, depth+1) + "]"
	case model.KindEnum:
		return enumText(t.Enum)
	case model.KindUnion:
		return list(t.Variants, " or ", func(v *model.Variant) string { return s.textTo(v.Type, depth+1) })
	case model.KindObject:
		return "object { " + list(t.Fields, ", ", func(f *model.Field) string { return f.Name }) + " }"
	}
	return scalarText(t)
}

func scalarText(t *model.Type) string {
	if t.Format != "" {
		return string(t.Kind) + " " + t.Format
	}
	return string(t.Kind)
}

func enumText(e *model.Enum) string {
	text := list(e.Values, " or ", func(v model.EnumValue) string { return string(v.Literal) })
	if e.Open {
		return text + " or " + string(e.Base)
	}
	return text
}

// list joins the first members and counts the rest.
func list[T any](members []T, sep string, text func(T) string) string {
	var words []string
	for i, m := range members {
		if i == shownMembers && len(members) > shownMembers+1 {
			words = append(words, fmt.Sprintf("%d more", len(members)-i))
			break
		}
		words = append(words, text(m))
	}
	return strings.Join(words, sep)
}

func (s *side) fieldText(f *model.Field) string {
	text := s.text(f.Type)
	if !f.Required {
		text = "optional " + text
	}
	if f.Nullable {
		text += " or null"
	}
	return text
}

func methodText(m *model.Method) string { return m.Verb + " " + m.Path }

// oneLine is a text without the lines that it is set in.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
