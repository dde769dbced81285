package parser_test

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

func (s *factReport) namedType(t *model.NamedType) {
	if t.Anonymous {
		s.add("named %s anonymous", t.ID)
		s.sdk(t.ID, t.SDKName)
		return
	}
	s.add("named %s %s", t.ID, orDash(t.Resource))
	s.add("type %s %s", t.ID, s.typeText(t.Type))
	s.sdk(t.ID, t.SDKName)
	s.docs(t.ID, t.Doc, t.Deprecated)
	s.structure(t.ID, t.Type)
}

// structure states the fields below t, as far as anonymous structure goes.
func (s *factReport) structure(path string, t *model.Type) {
	if t == nil {
		return
	}
	switch t.Kind {
	case model.KindArray:
		s.structure(path+"[]", t.Elem)
	case model.KindMap:
		s.structure(path+"{}", t.Elem)
	case model.KindRef:
		if n := s.api.Lookup(t.Ref); n != nil && n.Anonymous {
			s.structure(path, n.Type)
		}
	case model.KindUnion:
		for _, v := range t.Variants {
			at := path + "<" + s.variantText(v) + ">"
			s.docs(at, v.Doc, "")
			s.structure(at, v.Type)
		}
	case model.KindEnum:
		for _, v := range t.Enum.Values {
			s.docs(path+"="+string(v.Literal), v.Doc, v.Deprecated)
			s.sdk(path+"="+string(v.Literal), v.SDKName)
		}
	case model.KindObject:
		s.fields(path, t)
	}
}

func (s *factReport) fields(path string, t *model.Type) {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = word(f.Name)
		at := path + "." + names[i]
		s.add("field %s %s %s", at, s.typeText(f.Type), flags(f))
		s.fieldNotes(at, f)
	}
	s.add("fields %s %s", path, strings.Join(names, " "))
	if t.Elem != nil {
		s.add("extra %s %s", path, s.typeText(t.Elem))
	}
}

func (s *factReport) fieldNotes(at string, f *model.Field) {
	s.docs(at, f.Doc, f.Deprecated)
	s.sdk(at, f.SDKName)
	for _, e := range f.Evidence {
		s.add("said %s %s %s", at, e.Fact, e.Source)
	}
	s.structure(at, f.Type)
}

func (s *factReport) docs(subject, doc, deprecated string) {
	if doc != "" {
		s.add("doc %s %q", subject, doc)
	}
	if deprecated != "" {
		s.add("deprecated %s %q", subject, deprecated)
	}
}

func (s *factReport) typeText(t *model.Type) string {
	if t == nil {
		return "none"
	}
	switch t.Kind {
	case model.KindConst:
		return string(t.Literal)
	case model.KindArray:
		return "array of " + s.typeText(t.Elem)
	case model.KindMap:
		return "map of " + s.typeText(t.Elem)
	case model.KindRef:
		if n := s.api.Lookup(t.Ref); n != nil && n.Anonymous {
			return s.typeText(n.Type)
		}
		return t.Ref
	case model.KindUnion:
		return s.unionText(t)
	case model.KindEnum:
		return enumText(t.Enum)
	}
	if t.Format != "" {
		return fmt.Sprintf("%s(%s)", t.Kind, t.Format)
	}
	return string(t.Kind)
}

func (s *factReport) unionText(t *model.Type) string {
	parts := make([]string, len(t.Variants))
	for i, v := range t.Variants {
		parts[i] = s.variantText(v)
	}
	text := "union(" + strings.Join(parts, "|") + ")"
	if t.Discriminator != "" {
		text += "@" + t.Discriminator
	}
	return text
}

func (s *factReport) variantText(v *model.Variant) string {
	if v.Name != "" {
		return v.Name
	}
	return s.typeText(v.Type)
}

func enumText(e *model.Enum) string {
	parts := make([]string, len(e.Values))
	for i, v := range e.Values {
		parts[i] = string(v.Literal)
	}
	if e.Open {
		parts = append(parts, "...")
	}
	return "enum(" + strings.Join(parts, "|") + ")"
}

func flags(f *model.Field) string {
	out := []string{"optional"}
	if f.Required {
		out[0] = "required"
	}
	if f.Nullable {
		out = append(out, "nullable")
	}
	if f.Default != "" {
		out = append(out, "default="+string(f.Default))
	}
	return strings.Join(append(out, limitFlags(f.Limits)...), " ")
}

func limitFlags(l *model.Limits) (out []string) {
	if l == nil {
		return nil
	}
	text := func(name, value string) {
		if value != "" {
			out = append(out, name+"="+value)
		}
	}
	count := func(name string, n *int64) {
		if n != nil {
			text(name, strconv.FormatInt(*n, 10))
		}
	}
	text("min", string(l.Minimum))
	text("max", string(l.Maximum))
	text("xmin", string(l.ExclusiveMinimum))
	text("xmax", string(l.ExclusiveMaximum))
	text("multiple", string(l.MultipleOf))
	count("minlen", l.MinLength)
	count("maxlen", l.MaxLength)
	count("minitems", l.MinItems)
	count("maxitems", l.MaxItems)
	if l.UniqueItems {
		text("unique", "true")
	}
	text("pattern", l.Pattern)
	return out
}
