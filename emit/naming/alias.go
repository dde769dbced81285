package naming

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// Aliases are what else the type that has the ID is called, because structures
// without a name share it and some had names before: by the ID of the structure.
func (n *Names) Aliases(id string) []Alias {
	head := n.shared.api.Lookup(id)
	var out []Alias
	for _, t := range n.shared.group[id] {
		if t.ID == id {
			continue
		}
		add := func(name, of string, literal model.Literal) {
			if name != "" && name != of {
				out = append(out, Alias{ID: t.ID, Name: name, Of: of, Value: literal})
			}
		}
		add(n.get("type", t.ID), n.Type(id), "")
		if head.Type.Kind == model.KindUnion {
			add(n.get("variant", t.ID), n.Variant(id), "")
		}
		for _, v := range Variants(n.shared.api, head.Type) {
			if v.Wrapped {
				add(n.get("wrapper", t.ID, signature(v.Type)), n.Wrapper(id, v.Type), "")
			}
		}
		for _, v := range enumValues(head) {
			add(n.get("value", t.ID, string(v.Literal)), n.Value(id, v.Literal), v.Literal)
		}
	}
	return out
}

// An Alias is a name that a package keeps for something that has another one.
type Alias struct {
	// ID is that of the structure that had the name.
	ID       string
	Name, Of string
	// Value is the literal where both are constants.
	Value model.Literal
}

// Chosen is Table with what structures are called that share the type of another
// one: what somebody may want to have another name.
func (n *Names) Chosen() Table {
	t := n.Table()
	for id, group := range n.shared.group {
		head := n.shared.api.Lookup(id)
		for _, other := range group {
			if key := NewKey("type", other.ID); t[key] == "" {
				t[key] = n.Type(id)
			}
			for _, f := range head.Type.Fields {
				t[NewKey("field", other.ID, f.Name)] = n.Field(id, f.Name)
			}
		}
	}
	return t
}

// Shared are the types that the type with the ID stands for, itself included,
// or none where it stands for itself alone.
func (n *Names) Shared(id string) []*model.NamedType { return n.shared.group[id] }

// aliases keeps names that structures had before they shared a type. They get no
// new ones.
func (s *assigner) aliases() {
	for _, t := range s.api.Types {
		for _, other := range s.group[t.ID] {
			if other.ID != t.ID {
				s.aliasesOf(t, other.ID)
			}
		}
	}
}

func (s *assigner) aliasesOf(head *model.NamedType, id string) {
	keep := func(parts ...string) { s.takeKept(s.pkg, key(parts...)) }
	keep("type", id)
	if head.Type.Kind == model.KindUnion {
		keep("variant", id)
	}
	for _, v := range Variants(s.api, head.Type) {
		if v.Wrapped {
			keep("wrapper", id, signature(v.Type))
		}
	}
	for _, v := range enumValues(head) {
		keep("value", id, string(v.Literal))
	}
}

// translate makes tables of names that were chosen when fewer structures shared
// types fit: the keys of wrappers mention types by their IDs.
func (s *sharing) translate(tables []Table) []Table {
	out := make([]Table, len(tables))
	for i, table := range tables {
		out[i] = table
		for key := range table {
			if now := s.translateKey(key); now != key {
				out[i] = s.translated(table)
				break
			}
		}
	}
	return out
}

func (s *sharing) translated(table Table) Table {
	out := make(Table, len(table))
	for key, name := range table {
		if now := s.translateKey(key); now == key || table[now] == "" && (out[now] == "" || name < out[now]) {
			out[now] = name
		}
	}
	return out
}

func (s *sharing) translateKey(k Key) Key {
	if !strings.HasPrefix(string(k), "wrapper") && !strings.HasPrefix(string(k), "constructor") {
		return k
	}
	before, id, ok := strings.Cut(string(k), "ref ")
	if head := s.of[id]; ok && head != "" {
		return Key(before + "ref " + head)
	}
	return k
}
