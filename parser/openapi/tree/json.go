package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// json reads the JSON values from an offset on. YAML would read most of them, but
// knows no surrogate escapes, and no tabs before a key.
func (p *parser) json(from int) ([]*yaml.Node, *Problem) {
	text := p.file.Text[from:p.end]
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	r := &jsonReader{p: p, d: d, text: text, base: from}
	var docs []*yaml.Node
	for {
		n, err := r.value(0)
		if errors.Is(err, io.EOF) && len(docs) > 0 {
			return docs, nil
		}
		if err != nil {
			at := from + min(r.next(), len(text))
			return docs, &Problem{Start: at, End: p.end, Broken: true, Message: "this is no JSON: " + strings.TrimPrefix(err.Error(), "json: ")}
		}
		docs = append(docs, n)
	}
}

type jsonReader struct {
	p    *parser
	d    *json.Decoder
	text []byte
	base int // the offset of text in the file
}

var errDeep = fmt.Errorf("values stand more than %d deep in each other", MaxDepth)

// value reads the next value.
func (r *jsonReader) value(depth int) (*yaml.Node, error) {
	at := r.next()
	token, err := r.d.Token()
	if err != nil {
		return nil, unexpected(err, depth)
	}
	n := &yaml.Node{Line: r.p.number, Column: r.base + at}
	switch t := token.(type) {
	case json.Delim:
		if depth >= MaxDepth {
			return nil, errDeep
		}
		n.Style = yaml.FlowStyle
		if t == '[' {
			n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
			return n, r.list(n, depth)
		}
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
		return n, r.object(n, depth)
	case string:
		n.Kind, n.Tag, n.Value, n.Style = yaml.ScalarNode, "!!str", t, yaml.DoubleQuotedStyle
	case json.Number:
		n.Kind, n.Tag, n.Value = yaml.ScalarNode, "!!int", t.String()
		if strings.ContainsAny(n.Value, ".eE") {
			n.Tag = "!!float"
		}
	case bool:
		n.Kind, n.Tag, n.Value = yaml.ScalarNode, "!!bool", fmt.Sprint(t)
	case nil:
		n.Kind, n.Tag, n.Value = yaml.ScalarNode, "!!null", "null"
	}
	return n, nil
}

// next is the offset in the text of the next token: behind blank space and the
// marks between tokens, which the decoder passes over together with it.
func (r *jsonReader) next() int {
	i := int(r.d.InputOffset())
	for i < len(r.text) && strings.IndexByte(" \t\r\n,:", r.text[i]) >= 0 {
		i++
	}
	return i
}

func unexpected(err error, depth int) error {
	if errors.Is(err, io.EOF) && depth > 0 {
		return errors.New("it ends within a value")
	}
	return err
}

func (r *jsonReader) list(n *yaml.Node, depth int) error {
	for r.d.More() {
		v, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		n.Content = append(n.Content, v)
	}
	_, err := r.d.Token()
	return unexpected(err, 1)
}

func (r *jsonReader) object(n *yaml.Node, depth int) error {
	keys := newKeys(r.p)
	for r.d.More() {
		k, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		v, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		if keys.isNew(k) {
			n.Content = append(n.Content, k, v)
		}
	}
	_, err := r.d.Token()
	return unexpected(err, 1)
}
