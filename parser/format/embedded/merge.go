package embedded

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// A merger makes one document of the fragments of one specification.
type merger struct {
	spec  *spec
	files tree.Files
	parts *store
	diags *diag.List
	// chosen are the operations that the document has.
	chosen []*operation
	// ranked are the fragments from the best down.
	ranked []*fragment
}

// merge returns the root of the document.
func (m *merger) merge() *yaml.Node {
	m.ranked = slices.Clone(m.spec.fragments)
	slices.SortStableFunc(m.ranked, func(a, b *fragment) int {
		if ok, _ := m.spec.better(printing{of: a}, printing{of: b}); ok {
			return -1
		}
		return 1
	})
	root := mapping(m.ranked[0].root)
	m.header(root)
	m.tellServers()
	for _, section := range []string{"paths", "webhooks"} {
		if items := m.items(section); len(items.Content) > 0 || section == "paths" {
			put(root, section, items)
		}
	}
	if components := m.components(); len(components.Content) > 0 {
		put(root, "components", components)
	}
	return root
}

// header puts in what fragments say of the whole document. Lists of servers and tags
// are joined, anything else is that of the best fragment that has it.
func (m *merger) header(root *yaml.Node) {
	seen := map[string]bool{}
	for _, f := range m.ranked {
		for _, p := range f.header {
			name := p.key.Value
			if seen[name] {
				continue
			}
			seen[name] = true
			if name == "servers" || name == "tags" {
				p.value = m.joined(name)
			}
			set(root, p.key, p.value)
		}
	}
	if !seen["openapi"] {
		put(root, "openapi", scalar(root, "3.1.0"))
	}
	m.tellVersions()
}

// joined joins the lists of all fragments, the best first, each entry once.
func (m *merger) joined(name string) *yaml.Node {
	var out *yaml.Node
	seen := map[string]bool{}
	var c canon
	for _, f := range m.ranked {
		list := get(f.root, name)
		if out == nil && list != nil {
			out = sequence(list)
		}
		for _, e := range listOf(list) {
			key := serverURL(e) + textAt(e, "name")
			if key == "" {
				d, _ := c.digest(e)
				key = string(d[:])
			}
			if !seen[key] {
				seen[key] = true
				out.Content = append(out.Content, e)
			}
		}
	}
	return out
}

// items merges the path items of a section.
func (m *merger) items(section string) *yaml.Node {
	out := mapping(m.ranked[0].root)
	byPath := map[string]*yaml.Node{}
	at := func(key *yaml.Node) *yaml.Node {
		it := byPath[key.Value]
		if it == nil {
			it = mapping(key)
			byPath[key.Value] = it
			set(out, key, it)
		}
		return it
	}
	for _, op := range m.choose(section) {
		set(at(op.pathKey), op.key, op.node)
		m.chosen = append(m.chosen, op)
	}
	seen := map[[2]string]bool{}
	for _, f := range m.ranked {
		for _, it := range f.items {
			key := [2]string{it.path, it.pair.key.Value}
			if it.section == section && !seen[key] {
				seen[key] = true
				set(at(it.pathKey), it.pair.key, it.pair.value)
			}
		}
	}
	return out
}

// choose returns the operations of a section, in the order of the pages: each endpoint
// once, unless pages print it as several operations.
func (m *merger) choose(section string) []*operation {
	byKey := map[string][]*operation{}
	var keys []string
	for _, f := range m.spec.fragments {
		for _, op := range f.operations {
			if op.section != section {
				continue
			}
			key := op.verb + " " + shape(op.path)
			if byKey[key] == nil {
				keys = append(keys, key)
			}
			byKey[key] = append(byKey[key], op)
		}
	}
	var out []*operation
	taken := map[string]bool{}
	for _, key := range keys {
		variants := m.spec.variants(byKey[key])
		chosen := make([]*operation, len(variants))
		for i, all := range variants {
			chosen[i] = m.chooseOne(all)
		}
		m.tellVariants(chosen, taken)
		out = append(out, chosen...)
	}
	return out
}

// chooseOne returns the printing of an operation that counts.
func (m *merger) chooseOne(all []*operation) *operation {
	printings := make([]printing, len(all))
	for i, op := range all {
		printings[i] = printing{op.of, op.digest, op.size}
	}
	best := m.spec.best(printings)
	m.tellOperations(all, printings, best)
	return all[best]
}

// components merges the components of all fragments.
func (m *merger) components() *yaml.Node {
	type name struct{ section, name string }
	byName := map[name][]component{}
	var names []name
	for _, f := range m.spec.fragments {
		for _, c := range f.components {
			n := name{c.section, c.name}
			if byName[n] == nil {
				names = append(names, n)
			}
			byName[n] = append(byName[n], c)
		}
	}
	out := mapping(m.ranked[0].root)
	sections := map[string]*yaml.Node{}
	for _, n := range names {
		all := byName[n]
		printings := make([]printing, len(all))
		for i, c := range all {
			printings[i] = printing{c.of, c.digest, c.size}
		}
		best := m.spec.best(printings)
		m.tellComponents(all, printings, best)
		if sections[n.section] == nil {
			sections[n.section] = mapping(all[best].key)
			put(out, n.section, sections[n.section])
		}
		set(sections[n.section], all[best].key, m.parts.get(all[best].digest))
	}
	return out
}
