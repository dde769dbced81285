package openapi

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Document is a finished OpenAPI document.
type Document struct{ root *yaml.Node }

// WriteYAML writes the document as YAML.
func (d *Document) WriteYAML(w io.Writer) error {
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(forYAML(d.root)); err != nil {
		return err
	}
	return enc.Close()
}

// WriteJSON writes the document as JSON, indented, with a final newline.
func (d *Document) WriteJSON(w io.Writer) error {
	b := bufio.NewWriter(w)
	if err := writeJSON(b, d.root, "\n"); err != nil {
		return err
	}
	b.WriteByte('\n')
	return b.Flush()
}

// forYAML clears the marks that only this package understands, and quotes
// texts that a block style would not give back exactly or that readers of YAML
// 1.1 take for something else.
func forYAML(n *yaml.Node) *yaml.Node {
	c := *n
	if c.Tag == emptyTag {
		c.Tag = "!!map"
	}
	if c.Tag == "!!str" && (!blockSafe(c.Value) || isOldScalar(c.Value)) {
		c.Style = yaml.DoubleQuotedStyle
	}
	c.Content = make([]*yaml.Node, len(n.Content))
	for i, child := range n.Content {
		c.Content[i] = forYAML(child)
	}
	return &c
}

// blockSafe reports whether a text of several lines survives YAML's block
// style: nothing that indentation or line folding could take away.
func blockSafe(s string) bool {
	if !strings.Contains(s, "\n") {
		return true
	}
	if strings.TrimSpace(s) == "" || s[0] == ' ' || s[0] == '\n' || strings.ContainsAny(s, "\t\r\u0085\u2028\u2029\uFEFF") {
		return false
	}
	return !strings.Contains(s, " \n") && !strings.HasSuffix(s, " ")
}

// isOldScalar reports whether YAML 1.1 has another meaning for a text that is
// plain in YAML 1.2: a boolean, a number to the base of 60, or a default key.
func isOldScalar(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "=":
		return true
	}
	return base60.MatchString(s)
}

var base60 = regexp.MustCompile(`^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`)

func writeJSON(w *bufio.Writer, n *yaml.Node, indent string) error {
	switch n.Kind {
	case yaml.MappingNode:
		return writeMembers(w, n, indent)
	case yaml.SequenceNode:
		return writeItems(w, n, indent)
	}
	if n.Tag != "!!str" {
		_, err := w.WriteString(n.Value)
		return err
	}
	_, err := w.Write(quote(n.Value))
	return err
}

func writeMembers(w *bufio.Writer, n *yaml.Node, indent string) error {
	if len(n.Content) == 0 {
		_, err := w.WriteString("{}")
		return err
	}
	w.WriteByte('{')
	for i := 0; i < len(n.Content); i += 2 {
		separate(w, i, indent+"  ")
		w.Write(quote(n.Content[i].Value))
		w.WriteString(": ")
		if err := writeJSON(w, n.Content[i+1], indent+"  "); err != nil {
			return err
		}
	}
	_, err := w.WriteString(indent + "}")
	return err
}

func writeItems(w *bufio.Writer, n *yaml.Node, indent string) error {
	if len(n.Content) == 0 {
		_, err := w.WriteString("[]")
		return err
	}
	w.WriteByte('[')
	for i, item := range n.Content {
		separate(w, i, indent+"  ")
		if err := writeJSON(w, item, indent+"  "); err != nil {
			return err
		}
	}
	_, err := w.WriteString(indent + "]")
	return err
}

func separate(w *bufio.Writer, i int, indent string) {
	if i > 0 {
		w.WriteByte(',')
	}
	w.WriteString(indent)
}

// quote cannot fail: every string is a JSON string.
func quote(s string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
