package generated

import (
	"go.yaml.in/yaml/v3"
)

// A position is an offset of a file, where the nodes stand that are made of what is there.
type position struct{ file, offset int }

func (s *pageText) at(offset int) position { return position{s.number, offset} }

func (p position) scalar(tag, value string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value, Line: p.file, Column: p.offset}
	if tag == "!!str" {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

func (p position) text(value string) *yaml.Node { return p.scalar("!!str", value) }
func (p position) yes() *yaml.Node              { return p.scalar("!!bool", "true") }

func (p position) list(content ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: p.file, Column: p.offset, Content: content}
}

func (p position) texts(values ...string) *yaml.Node {
	n := p.list()
	for _, v := range values {
		n.Content = append(n.Content, p.text(v))
	}
	return n
}

func (p position) object() *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: p.file, Column: p.offset}
}

// put adds a member that stands where the mapping does.
func (p position) put(n *yaml.Node, key string, value *yaml.Node) {
	n.Content = append(n.Content, p.text(key), value)
}

// say adds a text, if there is one.
func (p position) say(n *yaml.Node, key, value string) {
	if value != "" {
		p.put(n, key, p.text(value))
	}
}
