package generated

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// declare makes the schema of a structure's page.
func (b *builder) declare(s *pageText) *yaml.Node {
	t := s.structure
	at := s.at(t.at)
	var n *yaml.Node
	if kinds := min(len(t.members), 1) + min(len(t.values), 1) + min(len(t.choices), 1); kinds > 1 {
		s.tell(b, "mixed-structure", diag.Warning, t.at, t.at, "%q has %d members, %d values and %d alternatives: values count first, then alternatives", t.name, len(t.members), len(t.values), len(t.choices))
	}
	switch {
	case len(t.values) > 0:
		n = enumOf(s, at, t.values)
	case len(t.choices) > 0:
		n = at.Mapping()
		list := at.List()
		for i := range t.choices {
			list.Content = append(list.Content, b.schema(s, &t.choices[i]))
		}
		at.Put(n, "oneOf", list)
	case len(t.members) > 0 || t.open:
		n = b.object(s, at)
	default:
		n = at.Mapping()
		s.tell(b, "empty-structure", diag.Warning, t.at, t.at, "the page lists neither members nor values of %q: it is any value", t.name)
	}
	if t.nullable {
		n = nullable(at, n)
	}
	at.Say(n, "description", strings.Join(t.doc, "\n\n"))
	return n
}

// object makes the schema of a structure with members.
func (b *builder) object(s *pageText, at tree.Position) *yaml.Node {
	properties, required := at.Mapping(), at.List()
	seen := map[string]bool{}
	for i := range s.structure.members {
		m := &s.structure.members[i]
		wire, by := b.members.wireName(m.name)
		if seen[wire] {
			s.tell(b, "member-twice", diag.Warning, m.start, m.end, "the member %q stands twice; the first one counts", wire)
			continue
		}
		seen[wire] = true
		if by != "" {
			b.note(s, m.start, model.FactName, by)
			b.recased++
		}
		here := s.at(m.start)
		here.Put(properties, wire, b.member(s, m))
		if m.unmarked {
			b.countUnmarked(s, m)
		} else if !m.optional {
			required.Content = append(required.Content, here.Text(wire))
		}
	}
	n := at.Mapping()
	at.Put(n, "type", at.Text("object"))
	at.Put(n, "properties", properties)
	if s.structure.open {
		at.Put(n, "additionalProperties", at.Mapping())
	}
	if len(required.Content) > 0 {
		at.Put(n, "required", required)
	}
	return n
}
