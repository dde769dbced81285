package history

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// came reports whether a kind of changes is about a thing that only the new revision
// has, and went about one that only the old revision has. What came to a thing that
// both have, an alternative or a default, is a change of that thing.
func came(k diff.Kind) bool {
	switch k {
	case diff.ResourceAdded, diff.MethodAdded, diff.EventAdded, diff.TypeAdded, diff.EnumValueAdded, diff.KnownValueAdded,
		diff.ParamAddedRequired, diff.ParamAddedOptional, diff.FieldAddedRequired, diff.FieldAddedOptional:
		return true
	}
	return false
}

func went(k diff.Kind) bool {
	switch k {
	case diff.ResourceRemoved, diff.MethodRemoved, diff.EventRemoved, diff.TypeRemoved, diff.EnumValueRemoved, diff.KnownValueRemoved,
		diff.ParamRemovedRequired, diff.ParamRemovedOptional, diff.FieldRemovedRequired, diff.FieldRemovedOptional:
		return true
	}
	return false
}

func oldRoot(s diff.Subject) Root { return rootOf(s.OldMethod, s.OldType, s.OldResource) }
func newRoot(s diff.Subject) Root { return rootOf(s.NewMethod, s.NewType, s.NewResource) }

// rootOf returns the most special of what a subject names.
func rootOf(method, typ, resource string) Root {
	switch {
	case method != "":
		return Root{Method: method}
	case typ != "":
		return Root{Type: typ}
	}
	return Root{Resource: resource}
}

func oldPath(s diff.Subject) diff.Path { return withLiteral(s.OldPath, s.OldLiteral) }
func newPath(s diff.Subject) diff.Path { return withLiteral(s.NewPath, s.NewLiteral) }

// withLiteral leads on to a value that a change is about.
func withLiteral(p diff.Path, l model.Literal) diff.Path {
	if l == "" || len(p) > 0 && p[len(p)-1].Kind == diff.StepLiteral {
		return p
	}
	return append(slices.Clone(p), diff.PathStep{Kind: diff.StepLiteral, Name: string(l)})
}

// renames reports whether a subject has another name, or stands elsewhere, in the
// new revision.
func renames(s diff.Subject) bool {
	from, to := oldRoot(s), newRoot(s)
	return from.ID() != "" && to.ID() != "" && (from != to || !s.OldPath.Equal(s.NewPath))
}

// renamed reports whether a change gives all that it is about another name.
func renamed(f diff.Finding) bool {
	return !came(f.Kind) && !went(f.Kind) && len(f.Subjects) > 0 && !slices.ContainsFunc(f.Subjects, func(s diff.Subject) bool { return !renames(s) })
}

// rename gives the items of what has another name their new keys.
func (b *builder) rename(changes []Change) {
	moved := map[string]diff.Subject{}
	for _, c := range changes {
		if came(c.Kind) || went(c.Kind) {
			continue
		}
		for _, s := range c.Subjects {
			if renames(s) {
				moved[keyOf(oldRoot(s), s.OldPath)] = s
			}
		}
	}
	if len(moved) == 0 {
		return
	}
	after := make(map[string]*Item, len(b.present))
	var stay []string
	for _, key := range slices.Sorted(maps.Keys(b.present)) {
		item := b.present[key]
		to, ok := newKey(moved, item)
		if !ok {
			stay = append(stay, key)
			continue
		}
		from, own := item.ID, to.own
		item.Root, item.Path = to.root, to.path
		item.ID = displayID(item.Root, item.Path)
		if own {
			item.Events = append(item.Events, ItemEvent{Revision: b.at, What: Renamed, Old: from, New: item.ID})
		}
		b.put(after, keyOf(item.Root, item.Path), item)
	}
	for _, key := range stay {
		b.put(after, key, b.present[key])
	}
	b.present = after
}

// put gives an item its key. Where another one has taken its name over, it is no more.
func (b *builder) put(after map[string]*Item, key string, item *Item) {
	if after[key] == nil {
		after[key] = item
		return
	}
	item.Removed = b.at
	item.Events = append(item.Events, ItemEvent{Revision: b.at, What: Removed})
	b.replaced = append(b.replaced, item)
}

// A target is where an item stands after a change of names. own says that the change
// is about the item itself, not about what it is in.
type target struct {
	root Root
	path diff.Path
	own  bool
}

// newKey returns where an item stands after changes of names, by what they are about.
func newKey(moved map[string]diff.Subject, item *Item) (target, bool) {
	for n := len(item.Path); n >= 0; n-- {
		if s, ok := moved[keyOf(item.Root, item.Path[:n])]; ok {
			return target{newRoot(s), slices.Concat(s.NewPath, item.Path[n:]), n == len(item.Path)}, true
		}
	}
	for id := item.Root.Method; strings.Contains(id, "."); {
		id = id[:strings.LastIndexByte(id, '.')]
		if s, ok := moved[keyOf(Root{Resource: id}, nil)]; ok {
			return target{Root{Method: s.NewResource + item.Root.Method[len(id):]}, item.Path, len(item.Path) == 0}, true
		}
	}
	return target{}, false
}
