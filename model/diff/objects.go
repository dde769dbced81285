package diff

import "github.com/docgen-go/docgen/model"

// pairObjects finds which objects of two unions stand for each other: by the
// constants that mark them, by their names, by their fields. Where each side
// has just one, a field in common will do.
func (c *comparer) pairObjects(before, after []object) (pairs [][2]object, gone, added []object) {
	partner := make([]int, len(after))
	for i := range partner {
		partner[i] = -1
	}
	used := make([]bool, len(before))
	least := 0.5
	if len(before) == 1 && len(after) == 1 {
		least = 0.001
	}
	tests := []func(a, b object) bool{
		func(a, b object) bool { return a.t == b.t || c.sameName(a, b) && !conflict(a.t, b.t) },
		func(a, b object) bool { return a.tag() != "" && a.tag() == b.tag() },
		func(a, b object) bool {
			return !conflict(a.t, b.t) && overlap(fieldNames(a.t), fieldNames(b.t)) >= least
		},
		func(a, b object) bool {
			return len(before) == 1 && len(after) == 1 && overlap(fieldNames(a.t), fieldNames(b.t)) >= 0.5
		},
	}
	for _, same := range tests {
		for j, b := range after {
			if partner[j] >= 0 {
				continue
			}
			for i, a := range before {
				if !used[i] && same(a, b) {
					partner[j], used[i] = i, true
					break
				}
			}
		}
	}
	for j, b := range after {
		if partner[j] < 0 {
			added = append(added, b)
			continue
		}
		pairs = append(pairs, [2]object{before[partner[j]], b})
	}
	for i, a := range before {
		if !used[i] {
			gone = append(gone, a)
		}
	}
	return pairs, gone, added
}

func (c *comparer) sameName(a, b object) bool {
	if a.named != nil && b.named != nil && !a.named.Anonymous && !b.named.Anonymous {
		return c.declared[a.named.ID] == b.named.ID || a.named.Name == b.named.Name
	}
	return a.title != "" && a.title == b.title
}

// conflict reports whether two objects have different constants in one field.
func conflict(a, b *model.Type) bool {
	for _, f := range a.Fields {
		if f.Type.Kind != model.KindConst {
			continue
		}
		for _, g := range b.Fields {
			if g.Name == f.Name && g.Type.Kind == model.KindConst && g.Type.Literal != f.Type.Literal {
				return true
			}
		}
	}
	return false
}

// tag is the first constant of an object, which marks it among others.
func (o object) tag() string {
	for _, f := range o.t.Fields {
		if f.Required && f.Type.Kind == model.KindConst {
			return f.Name + ": " + string(f.Type.Literal)
		}
	}
	return ""
}

// constant is the value of a field that has only one, or "".
func (o object) constant(name string) model.Literal {
	for _, f := range o.t.Fields {
		if f.Name == name && f.Type.Kind == model.KindConst {
			return f.Type.Literal
		}
	}
	return ""
}

// label names an object among the alternatives of a union.
func (o object) label() string {
	switch {
	case o.tag() != "":
		return o.tag()
	case o.named != nil && !o.named.Anonymous:
		return o.named.Name
	case o.title != "":
		return o.title
	}
	return o.t.Fields[0].Name
}
