package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// longestText is how many bytes of a type are spelled out. Only hostile pages have
// types that are longer: unions of unions of unions multiply.
const longestText = 1 << 16

// text is a type in one line, with all of its members.
func (s *side) text(t *model.Type) string {
	var b strings.Builder
	s.writeText(&b, t, 0)
	return b.String()
}

// maxTextDepth bounds how deep structures without a name are spelled out, of which
// one may stand in itself.
const maxTextDepth = 32

func (s *side) writeText(b *strings.Builder, t *model.Type, depth int) {
	switch {
	case t == nil:
		b.WriteString("nothing")
		return
	case depth > maxTextDepth || b.Len() > longestText:
		b.WriteString("…")
		return
	}
	switch t.Kind {
	case model.KindRef:
		if named := s.api.Lookup(t.Ref); named != nil && named.Anonymous {
			s.writeText(b, named.Type, depth+1)
			return
		}
		b.WriteString(t.Ref)
	case model.KindConst:
		b.WriteString(string(t.Literal))
	case model.KindArray:
		b.WriteString("array of ")
		s.writeText(b, t.Elem, depth+1)
	case model.KindMap:
		b.WriteString("map[")
		s.writeText(b, t.Elem, depth+1)
		b.WriteString("]")
	case model.KindEnum:
		b.WriteString(enumText(t.Enum))
	case model.KindUnion:
		for i, v := range t.Variants {
			if i > 0 {
				b.WriteString(" or ")
			}
			s.writeText(b, v.Type, depth+1)
		}
	case model.KindObject:
		b.WriteString("object { " + list(t.Fields, ", ", func(f *model.Field) string { return f.Name }) + " }")
	default:
		b.WriteString(scalarText(t))
	}
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

// list joins the texts of members.
func list[T any](members []T, sep string, text func(T) string) string {
	words := make([]string, len(members))
	for i, m := range members {
		words[i] = text(m)
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
