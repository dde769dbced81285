package tree

import "go.yaml.in/yaml/v3"

// A Position is where nodes stand that are made of what a text says in other words: the
// number of a file and an offset in it, for [Files.Position].
type Position struct{ File, Offset int }

// Scalar returns a scalar of a tag such as !!int.
func (p Position) Scalar(tag, value string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value, Line: p.File, Column: p.Offset}
	if tag == "!!str" {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// Text returns a text.
func (p Position) Text(value string) *yaml.Node { return p.Scalar("!!str", value) }

// Flag returns true or false.
func (p Position) Flag(is bool) *yaml.Node {
	if is {
		return p.Scalar("!!bool", "true")
	}
	return p.Scalar("!!bool", "false")
}

// List returns a list.
func (p Position) List(content ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: p.File, Column: p.Offset, Content: content}
}

// Texts returns a list of texts.
func (p Position) Texts(values ...string) *yaml.Node {
	n := p.List()
	for _, v := range values {
		n.Content = append(n.Content, p.Text(v))
	}
	return n
}

// Mapping returns a mapping without members.
func (p Position) Mapping() *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: p.File, Column: p.Offset}
}

// Put adds a member whose key stands at the place.
func (p Position) Put(n *yaml.Node, key string, value *yaml.Node) {
	n.Content = append(n.Content, p.Text(key), value)
}

// Say adds a text, if it says something.
func (p Position) Say(n *yaml.Node, key, value string) {
	if value != "" {
		p.Put(n, key, p.Text(value))
	}
}

// Member returns a member of a mapping, or nil.
func Member(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
