package openapi

import (
	"bytes"
	"encoding/json"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A node is a value of a document with the key that it stands under. The zero node
// is no value, and everything in it is none either.
type node struct {
	doc *Document
	// key is nil for the root and for elements of lists.
	key, val *yaml.Node
}

func (n node) ok() bool     { return n.val != nil }
func (n node) isMap() bool  { return n.val != nil && n.val.Kind == yaml.MappingNode }
func (n node) isList() bool { return n.val != nil && n.val.Kind == yaml.SequenceNode }
func (n node) isNull() bool {
	return n.val != nil && n.val.Kind == yaml.ScalarNode && n.val.Tag == "!!null"
}
func (n node) isText() bool {
	return n.val != nil && n.val.Kind == yaml.ScalarNode && n.val.Tag != "!!null"
}
func (n node) isTrue() bool  { return n.isText() && strings.EqualFold(n.val.Value, "true") }
func (n node) isFalse() bool { return n.isText() && strings.EqualFold(n.val.Value, "false") }

// name returns the key that the value stands under.
func (n node) name() string {
	if n.key == nil {
		return ""
	}
	return n.key.Value
}

// text returns the text of a scalar, and "" for anything else.
func (n node) text() string {
	if !n.isText() {
		return ""
	}
	return n.val.Value
}

// get returns the member of a mapping.
func (n node) get(name string) node {
	if !n.isMap() {
		return node{}
	}
	if n.doc != nil && len(n.val.Content) > 2*indexed {
		if i := n.doc.member(n.val, name); i >= 0 {
			return node{n.doc, n.val.Content[i], n.val.Content[i+1]}
		}
		return node{}
	}
	for i := 0; i+1 < len(n.val.Content); i += 2 {
		if n.val.Content[i].Value == name {
			return node{n.doc, n.val.Content[i], n.val.Content[i+1]}
		}
	}
	return node{}
}

// members returns the members of a mapping in their order.
func (n node) members() []node {
	if !n.isMap() {
		return nil
	}
	out := make([]node, 0, len(n.val.Content)/2)
	for i := 0; i+1 < len(n.val.Content); i += 2 {
		out = append(out, node{n.doc, n.val.Content[i], n.val.Content[i+1]})
	}
	return out
}

// elems returns the elements of a list.
func (n node) elems() []node {
	if !n.isList() {
		return nil
	}
	out := make([]node, len(n.val.Content))
	for i, e := range n.val.Content {
		out[i] = node{n.doc, nil, e}
	}
	return out
}

// texts returns the scalars of a list, and of a single scalar.
func (n node) texts() []string {
	if n.isText() {
		return []string{n.val.Value}
	}
	var out []string
	for _, e := range n.elems() {
		out = append(out, e.text())
	}
	return out
}

// span returns where the value begins to be stated: at its key, if it has one.
func (n node) span() source.Span {
	switch {
	case n.key != nil:
		return n.doc.Position(n.key)
	case n.val != nil:
		return n.doc.Position(n.val)
	}
	return source.Span{}
}

// literal returns the value as JSON text, compact, and "" where it is none.
func (n node) literal() model.Literal {
	var b bytes.Buffer
	if !n.ok() || !writeJSON(&b, n.val) {
		return ""
	}
	return model.Literal(b.String())
}

// maxLiteral bounds the JSON text that is made of a value, in bytes.
const maxLiteral = 1 << 20

// writeJSON reports whether the value has a form in JSON of no more than maxLiteral.
func writeJSON(b *bytes.Buffer, n *yaml.Node) bool {
	switch n.Kind {
	case yaml.MappingNode:
		b.WriteByte('{')
		for i := 0; i+1 < len(n.Content); i += 2 {
			if i > 0 {
				b.WriteByte(',')
			}
			writeText(b, n.Content[i].Value)
			b.WriteByte(':')
			if !writeJSON(b, n.Content[i+1]) {
				return false
			}
		}
		b.WriteByte('}')
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, e := range n.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			if !writeJSON(b, e) {
				return false
			}
		}
		b.WriteByte(']')
	default:
		writeScalar(b, n)
	}
	return b.Len() <= maxLiteral
}

func writeScalar(b *bytes.Buffer, n *yaml.Node) {
	switch n.Tag {
	case "!!null":
		b.WriteString("null")
	case "!!bool":
		b.WriteString(strings.ToLower(n.Value))
	case "!!int", "!!float":
		b.WriteString(number(n.Value))
	default:
		writeText(b, n.Value)
	}
}

// number returns a number of YAML as one of JSON, or as a text where JSON has no
// form for it.
func number(text string) string {
	if json.Valid([]byte(text)) {
		return text
	}
	var v any
	if yaml.Unmarshal([]byte(text), &v) == nil {
		if out, err := json.Marshal(v); err == nil {
			return string(out)
		}
	}
	out, _ := json.Marshal(text) // a string always has a form
	return string(out)
}

func writeText(b *bytes.Buffer, text string) {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(strings.ToValidUTF8(text, "\uFFFD")) // a buffer takes everything
	b.Truncate(b.Len() - 1)
}

// indented is the value as JSON on several lines, and "" where it is too large.
func indented(n *yaml.Node) string {
	var flat, out bytes.Buffer
	if !writeJSON(&flat, n) || json.Indent(&out, flat.Bytes(), "", "  ") != nil {
		return ""
	}
	return out.String()
}

// textLiteral is a text as a JSON literal.
func textLiteral(text string) model.Literal {
	var b bytes.Buffer
	writeText(&b, text)
	return model.Literal(b.String())
}
