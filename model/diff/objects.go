package diff

import (
	"fmt"

	"github.com/docgen-go/docgen/model"
)

// pairObjects finds which objects of two unions stand for each other: by their
// names, by the constants that mark them, by their fields. Where each side
// has just one, a field in common will do.
func (c *comparer) pairObjects(before, after []object) (pairs [][2]object, gone, added []object) {
	partner := make([]int, len(after))
	for i := range partner {
		partner[i] = -1
	}
	used := make([]bool, len(before))
	was, is := markOf(before), markOf(after)
	x := pairing{before: before, after: after, partner: partner, used: used, names: map[*model.Type]map[string]bool{}}
	x.by(c.namesOfOld, namesOfNew, func(a, b object) bool { return a.t == b.t || c.sameName(a, b) && !conflict(a.t, b.t) })
	x.by(func(a object) []string { return some(a.tag(was)) }, func(b object) []string { return some(b.tag(is)) }, func(a, b object) bool { return true })
	least := 0.5
	if len(before) == 1 && len(after) == 1 {
		least = 0.001
	}
	if was == is {
		x.tagged = func(o object) bool { return o.constant(is) != "" }
	}
	x.byFields(func(a, b object, like float64) bool { return like >= least && !conflict(a.t, b.t) })
	x.tagged = nil
	if len(before) == 1 && len(after) == 1 {
		x.byFields(func(_, _ object, like float64) bool { return like >= 0.5 })
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

// A pairing is objects of two unions while they get their partners.
type pairing struct {
	before, after []object
	partner       []int
	used          []bool
	names         map[*model.Type]map[string]bool
	// tagged reports whether an object has a constant that no other has which is left:
	// two of them are not one.
	tagged func(object) bool
}

// maxCandidates bounds how many objects one is compared with by its members.
const maxCandidates = 200

// by pairs objects that have a key in common, and of which same says that they are one.
// Keys keep unions of many alternatives from taking the square of them.
func (x *pairing) by(keysOfOld, keysOfNew func(object) []string, same func(a, b object) bool) {
	index := map[string][]int{}
	for i, a := range x.before {
		for _, key := range keysOfOld(a) {
			if !x.used[i] {
				index[key] = append(index[key], i)
			}
		}
	}
	for j, b := range x.after {
		if x.partner[j] >= 0 {
			continue
		}
		best := -1
		for _, key := range keysOfNew(b) {
			for len(index[key]) > 0 && x.used[index[key][0]] {
				index[key] = index[key][1:]
			}
			for _, i := range index[key] {
				if !x.used[i] && same(x.before[i], b) {
					if best < 0 || i < best {
						best = i
					}
					break
				}
			}
		}
		x.pair(best, j)
	}
}

func (x *pairing) pair(i, j int) {
	if i >= 0 {
		x.partner[j], x.used[i] = i, true
	}
}

// byFields pairs what is left by how many names of members both have.
func (x *pairing) byFields(same func(a, b object, like float64) bool) {
	var all, untagged []int
	isTagged := func(o object) bool { return x.tagged != nil && x.tagged(o) }
	for i, a := range x.before {
		if x.used[i] {
			continue
		}
		all = append(all, i)
		if !isTagged(a) {
			untagged = append(untagged, i)
		}
	}
	for j, b := range x.after {
		if x.partner[j] >= 0 {
			continue
		}
		left := all
		if isTagged(b) {
			left = untagged
		}
		tried := 0
		for _, i := range left {
			if a := x.before[i]; !x.used[i] && tried < maxCandidates {
				tried++
				if same(a, b, overlap(x.namesOf(a.t), x.namesOf(b.t))) {
					x.pair(i, j)
					break
				}
			}
		}
	}
}

func (x *pairing) namesOf(t *model.Type) map[string]bool {
	if x.names[t] == nil {
		x.names[t] = fieldNames(t)
	}
	return x.names[t]
}

// namesOfOld and namesOfNew are what objects are called that can be one, see sameName.
func (c *comparer) namesOfOld(a object) []string {
	return append(some(c.declaredName(a)), namesOfNew(a)...)
}

func (c *comparer) declaredName(a object) string {
	if a.named == nil || c.declared[a.named.ID] == "" {
		return ""
	}
	return "id " + c.declared[a.named.ID]
}

func namesOfNew(b object) []string {
	keys := []string{fmt.Sprintf("type %p", b.t)}
	if b.named != nil && !b.named.Anonymous {
		keys = append(keys, "id "+b.named.ID, "name "+b.named.Name)
	}
	return append(keys, some(b.title)...)
}

// some returns a text as a list, which is empty without one.
func some(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
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

// constant is the value of a field that has only one, or "".
func (o object) constant(name string) model.Literal {
	for _, f := range o.t.Fields {
		if f.Name == name && f.Type.Kind == model.KindConst {
			return f.Type.Literal
		}
	}
	return ""
}
