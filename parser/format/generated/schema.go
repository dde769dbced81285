package generated

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// schema makes a schema of a type at its place.
func (b *builder) schema(s *pageText, t *typeCell) *yaml.Node {
	if t.unknown != "" {
		s.tell(b, "unknown-type", diag.Warning, t.start, t.end, "the type %q cannot be read: it is any value", t.unknown)
		return s.at(t.start).Mapping()
	}
	n := b.expr(s, t, t.expr)
	if t.nullable {
		n = nullable(s.at(t.start), n)
	}
	return n
}

func (b *builder) expr(s *pageText, t *typeCell, e *decl.Expr) *yaml.Node {
	at := s.at(t.start)
	n := at.Mapping()
	switch e.Op {
	case decl.Array:
		at.Put(n, "type", at.Text("array"))
		at.Put(n, "items", b.expr(s, t, e.Args[0]))
	case decl.Map:
		at.Put(n, "type", at.Text("object"))
		at.Put(n, "additionalProperties", b.expr(s, t, e.Args[0]))
	case decl.Literal:
		return enumOf(s, at, []value{literal(t, e)})
	case decl.Union:
		return b.union(s, t, e)
	default:
		return b.named(s, t, e.Text)
	}
	return n
}

// literal is the value of a literal in a type.
func literal(t *typeCell, e *decl.Expr) value {
	text := decl.Unquote(e.Text)
	return value{text: text, quoted: text != e.Text, start: t.start, end: t.end}
}

// union makes an enum of values, or a choice.
func (b *builder) union(s *pageText, t *typeCell, e *decl.Expr) *yaml.Node {
	at := s.at(t.start)
	n, others := at.Mapping(), at.List()
	var values []value
	for _, a := range e.Args {
		if a.Op == decl.Literal {
			values = append(values, literal(t, a))
		} else {
			others.Content = append(others.Content, b.expr(s, t, a))
		}
	}
	if len(values) > 0 {
		enum := enumOf(s, at, values)
		if len(others.Content) == 0 {
			return enum
		}
		others.Content = append(others.Content, enum)
	}
	at.Put(n, "anyOf", others)
	return n
}

// named makes the schema of a word: a structure of the pages, a scalar, or any value.
func (b *builder) named(s *pageText, t *typeCell, name string) *yaml.Node {
	at := s.at(t.start)
	n := at.Mapping()
	if found := b.find(s, name, t.targets); found != nil {
		at.Put(n, "$ref", at.Text("#/components/schemas/"+b.component[found]))
		return n
	}
	if values := s.inlineValues(name, t.targets); values != nil {
		return enumOf(s, at, values)
	}
	word, known := scalars[strings.ToLower(name)]
	if rest, ok := strings.CutPrefix(name, "Nullable"); ok && !known && rest != "" && !strings.HasPrefix(rest, "Nullable") {
		return nullable(at, b.named(s, t, rest))
	}
	if name == "Date" && b.dateIsTime() {
		word = scalar{"string", "date-time"}
	}
	if !known {
		s.tell(b, "unknown-type", diag.Warning, t.start, t.end, "no page declares the type %q: it is any value", name)
		return n
	}
	if word.kind == "any" || word.kind == "none" {
		return n
	}
	at.Put(n, "type", at.Text(word.kind))
	at.Say(n, "format", word.format)
	return n
}

// dateIsTime reports whether a Date of the language of the client has a time of day.
func (b *builder) dateIsTime() bool {
	switch b.language {
	case "typescript", "ts", "javascript", "js", "swift":
		return true
	}
	return false
}

// nullable says of a schema that null is a value.
func nullable(at tree.Position, n *yaml.Node) *yaml.Node {
	if len(n.Content) > 0 && n.Content[0].Value == "type" {
		n.Content[1] = at.List(n.Content[1], at.Text("null"))
		return n
	}
	if len(n.Content) == 0 {
		return n // any value
	}
	null := at.Mapping()
	at.Put(null, "type", at.Text("null"))
	out := at.Mapping()
	at.Put(out, "anyOf", at.List(n, null))
	return out
}

// isUnknown reports whether a type is a name that nothing declares.
func (b *builder) isUnknown(s *pageText, t *typeCell) bool {
	name := t.expr.Text
	_, word := scalars[strings.ToLower(name)]
	return t.expr.Op == decl.Object && !word && b.find(s, name, t.targets) == nil && s.inlineValues(name, t.targets) == nil
}

// valuesFor are the values of the enum that the page declares under the name of a member:
// StatusEnum of status.
func (s *pageText) valuesFor(name string) []value {
	if s.structure == nil {
		return nil
	}
	return s.structure.inline[names.Letters(name)+"enum"]
}

func textsOf(values []value) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = v.text
	}
	return out
}

// inlineValues are the values of an enum that the page declares for a member of its
// structure, or nil.
func (s *pageText) inlineValues(name string, targets []string) []value {
	if s.structure == nil || len(s.structure.inline) == 0 {
		return nil
	}
	for _, target := range append([]string{"#" + name}, targets...) {
		if anchor, ok := strings.CutPrefix(target, "#"); ok && s.structure.inline[names.Letters(anchor)] != nil {
			return s.structure.inline[names.Letters(anchor)]
		}
	}
	return nil
}

// numeral is a number as an enum has it.
var numeral = regexp.MustCompile(`^-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,15})?$`)

// enumOf makes an enum of values: of numbers where all are.
func enumOf(s *pageText, at tree.Position, values []value) *yaml.Node {
	kind, tag := "integer", "!!int"
	for _, v := range values {
		m := numeral.FindStringSubmatch(v.text)
		switch {
		case m == nil || v.quoted:
			kind, tag = "string", "!!str"
		case m[1] != "" && kind == "integer":
			kind, tag = "number", "!!float"
		}
		if kind == "string" {
			break
		}
	}
	n, list := at.Mapping(), at.List()
	at.Put(n, "type", at.Text(kind))
	seen := map[string]bool{}
	for _, v := range values {
		if !seen[v.text] {
			seen[v.text] = true
			list.Content = append(list.Content, s.at(v.start).Scalar(tag, v.text))
		}
	}
	at.Put(n, "enum", list)
	return n
}

// member makes the schema of a member or a parameter, with all that its row says.
func (b *builder) member(s *pageText, m *member) *yaml.Node {
	at := s.at(m.start)
	var n *yaml.Node
	if len(m.values) > 0 && b.isUnknown(s, &m.typ) {
		n = at.Mapping() // whose values stand in the notes
		at.Put(n, "type", at.Text("string"))
	} else {
		n = b.schema(s, &m.typ)
	}
	if len(m.values) > 0 {
		n = withValues(at, n, m.values)
	} else if list := s.valuesFor(m.name); list != nil {
		n = withValues(at, n, textsOf(list))
	}
	if m.nullable {
		n = nullable(at, n)
	}
	doc := m.doc
	if m.hasDef {
		if v := defaultOf(at, n, m.def); v != nil {
			at.Put(n, "default", v)
		} else if !isNothing(m.def) {
			doc = strings.TrimPrefix(doc+"\n\nDefault: "+m.def, "\n\n")
		}
	}
	at.Say(n, "description", doc)
	if m.readOnly {
		at.Put(n, "readOnly", at.Flag(true))
	}
	if m.deprecated {
		at.Put(n, "deprecated", at.Flag(true))
	}
	return n
}

// withValues adds the values that a row allows to what they are values of: the elements
// of a list.
func withValues(at tree.Position, n *yaml.Node, values []string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "items" {
			n.Content[i+1] = withValues(at, n.Content[i+1], values)
			return n
		}
		if n.Content[i].Value == "$ref" || n.Content[i].Value == "enum" {
			return n // which lists them
		}
	}
	if kindOf(n) == "string" {
		at.Put(n, "enum", at.Texts(values...))
	}
	return n
}

func kindOf(n *yaml.Node) string {
	if len(n.Content) > 1 && n.Content[0].Value == "type" {
		if t := n.Content[1]; t.Kind == yaml.SequenceNode {
			return t.Content[0].Value
		}
		return n.Content[1].Value
	}
	return ""
}

// isNothing reports whether the default of a client is none.
func isNothing(text string) bool {
	switch strings.ToLower(strings.Trim(text, "'\"")) {
	case "", "null", "nil", "none", "undefined", "new array", "[]", "{}", "new list()", "new hash", "new map()":
		return true
	}
	return false
}

// oneOf is the value of an enum that a default names, perhaps by the constant of a client:
// up of GearEnum.UP. It is nil where it names none.
func oneOf(at tree.Position, values *yaml.Node, text string) *yaml.Node {
	for _, v := range values.Content {
		if v.Value == text || names.Letters(v.Value) == names.Letters(baseName(text)) && names.Letters(v.Value) != "" {
			return at.Text(v.Value)
		}
	}
	return nil
}

// defaultOf is the value of a default, nil where it is none of the type.
func defaultOf(at tree.Position, n *yaml.Node, text string) *yaml.Node {
	switch kindOf(n) {
	case "boolean":
		if low := strings.ToLower(unquoted(text)); low == "true" || low == "false" {
			return at.Scalar("!!bool", low)
		}
	case "integer", "number":
		if m := numeral.FindStringSubmatch(strings.TrimRight(unquoted(text), "LlfFdD")); m != nil {
			if m[1] != "" {
				return at.Scalar("!!float", m[0])
			}
			return at.Scalar("!!int", m[0])
		}
	case "string":
		if values := get(n, "enum"); values != nil {
			return oneOf(at, values, unquoted(text))
		}
		if !isNothing(text) && !strings.ContainsAny(text, "()") {
			return at.Text(unquoted(text))
		}
	}
	return nil
}
