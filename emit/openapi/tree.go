package openapi

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// The document is built of YAML nodes, because they keep order.

func mapping() *yaml.Node  { return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"} }
func sequence() *yaml.Node { return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"} }

func scalar(tag, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value}
}

// text is a string; the pages are untrusted, and YAML has no invalid UTF-8.
func text(s string) *yaml.Node   { return scalar("!!str", strings.ToValidUTF8(s, "\uFFFD")) }
func boolean(b bool) *yaml.Node  { return scalar("!!bool", strconv.FormatBool(b)) }
func integer(n int64) *yaml.Node { return scalar("!!int", strconv.FormatInt(n, 10)) }

// description is a text, or nil for none.
func description(s string) *yaml.Node {
	if s == "" {
		return nil
	}
	return text(s)
}

// set adds a member. A nil value, an empty mapping and an empty list are left
// out: OpenAPI gives none of them a meaning where this package writes them.
func set(m *yaml.Node, key string, value *yaml.Node) {
	if value == nil || value.Kind != yaml.ScalarNode && len(value.Content) == 0 && value.Tag != emptyTag {
		return
	}
	put(m, key, value)
}

// put adds a member unless it is nil; an empty value is meant.
func put(m *yaml.Node, key string, value *yaml.Node) {
	if value != nil {
		m.Content = append(m.Content, text(key), value)
	}
}

// emptyTag marks an empty mapping that is meant: the schema of any value.
const emptyTag = "!!empty"

func anything() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Tag: emptyTag} }

func pairs(kv ...any) *yaml.Node {
	m := mapping()
	for i := 0; i < len(kv); i += 2 {
		set(m, kv[i].(string), kv[i+1].(*yaml.Node))
	}
	return m
}

func add(list *yaml.Node, items ...*yaml.Node) { list.Content = append(list.Content, items...) }

func texts(list []string) *yaml.Node {
	out := sequence()
	for _, s := range list {
		add(out, text(s))
	}
	return out
}

// has reports whether the mapping has the member.
func has(m *yaml.Node, key string) bool { return member(m, key) != nil }

func member(m *yaml.Node, key string) *yaml.Node {
	for i := 0; i < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i+1]
		}
	}
	return nil
}

// parseJSON is the tree of a JSON text, members in their order; nil where the
// text is not exactly one JSON value.
func parseJSON(s string) *yaml.Node {
	dec := json.NewDecoder(strings.NewReader(s))
	dec.UseNumber()
	node, err := parseValue(dec)
	if err != nil {
		return nil
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil
	}
	return node
}

func parseValue(dec *json.Decoder) (*yaml.Node, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch v := token.(type) {
	case json.Delim:
		return parseNested(dec, v)
	case string:
		return text(v), nil
	case json.Number:
		return number(v.String()), nil
	case bool:
		return boolean(v), nil
	}
	return scalar("!!null", "null"), nil
}

// number is a JSON number with all its digits. One that YAML's 64 bits do not hold has
// no tag: with one, the library would refuse it.
func number(digits string) *yaml.Node {
	if strings.ContainsAny(digits, ".eE") {
		if _, err := strconv.ParseFloat(digits, 64); err != nil {
			return scalar("", digits)
		}
		return scalar("!!float", digits)
	}
	if _, err := strconv.ParseInt(digits, 10, 64); err != nil {
		if _, err := strconv.ParseUint(digits, 10, 64); err != nil {
			return scalar("", digits)
		}
	}
	return scalar("!!int", digits)
}

func parseNested(dec *json.Decoder, open json.Delim) (*yaml.Node, error) {
	node := sequence()
	if open == '{' {
		node = mapping()
	}
	for dec.More() {
		// The keys of an object arrive as values too.
		item, err := parseValue(dec)
		if err != nil {
			return nil, err
		}
		add(node, item)
	}
	_, err := dec.Token()
	return node, err
}
