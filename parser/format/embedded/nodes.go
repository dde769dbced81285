package embedded

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// Nodes that are made here stand where what they are made of stands.

func scalar(at *yaml.Node, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Style: yaml.DoubleQuotedStyle, Line: at.Line, Column: at.Column}
}

func boolean(at *yaml.Node, value bool) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "false", Line: at.Line, Column: at.Column}
	if value {
		n.Value = "true"
	}
	return n
}

func mapping(at *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: at.Line, Column: at.Column}
}

func sequence(at *yaml.Node, content ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: at.Line, Column: at.Column, Content: content}
}

// set adds a key that the mapping does not have yet.
func set(n, key, value *yaml.Node) { n.Content = append(n.Content, key, value) }

// put is set with a key that stands where its value does.
func put(n *yaml.Node, key string, value *yaml.Node) { set(n, scalar(value, key), value) }

// A pair is a key with its value.
type pair struct{ key, value *yaml.Node }

// pairs are the members of a mapping, and none of anything else.
func pairs(n *yaml.Node) []pair {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	out := make([]pair, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		out = append(out, pair{n.Content[i], n.Content[i+1]})
	}
	return out
}

// lookup returns the member of a mapping with the key; both nodes are nil where
// there is none.
func lookup(n *yaml.Node, key string) (k, v *yaml.Node) {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}

func get(n *yaml.Node, key string) *yaml.Node {
	_, v := lookup(n, key)
	return v
}

// textAt returns the scalar at the end of a way of keys, or "".
func textAt(n *yaml.Node, keys ...string) string {
	for _, k := range keys {
		n = get(n, k)
	}
	if n == nil || n.Kind != yaml.ScalarNode {
		return ""
	}
	return n.Value
}

func isMapping(n *yaml.Node) bool { return n != nil && n.Kind == yaml.MappingNode }

// with returns a copy of a mapping with one more member.
func with(n *yaml.Node, p pair) *yaml.Node {
	c := *n
	c.Content = append(n.Content[:len(n.Content):len(n.Content)], p.key, p.value)
	return &c
}

var verbs = map[string]bool{"get": true, "put": true, "post": true, "delete": true, "options": true, "head": true, "patch": true, "trace": true, "query": true}

// isVerb reports whether a key of a path item is an operation.
func isVerb(key string) bool { return verbs[strings.ToLower(key)] }

// shape is a path with its slots unnamed: what tells endpoints apart.
func shape(path string) string {
	var b strings.Builder
	rest := strings.TrimSuffix(path, "/")
	for {
		before, after, open := strings.Cut(rest, "{")
		b.WriteString(before)
		_, below, closed := strings.Cut(after, "}")
		if !open || !closed {
			return b.String()
		}
		b.WriteString("{}")
		rest = below
	}
}
