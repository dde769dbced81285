package history

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

// New puts revisions, oldest first, into a history. details is called once for each,
// in order; its errors end New.
func New(revisions []Revision, details func(i int) (Details, error)) (*History, error) {
	b := &builder{
		revisions: revisions, incomplete: incompletenesses(revisions),
		present: map[string]*Item{}, gone: map[string]*Item{}, sameName: map[string]*Item{},
	}
	h := &History{}
	for i, r := range revisions {
		d, err := details(i)
		if err != nil {
			return nil, err
		}
		state := State{Name: r.Name, Date: r.Date, Subject: r.Subject, Pages: len(r.Pages), Facts: len(d.Facts), Incomplete: b.incomplete[i].reasons}
		b.at = i
		state.Changes, state.LeftOut = b.decide(d.Changes)
		b.add(d.Facts, state.Changes)
		h.Revisions = append(h.Revisions, state)
	}
	h.Items = b.replaced
	for _, items := range []map[string]*Item{b.present, b.gone} {
		for _, item := range items {
			h.Items = append(h.Items, item)
		}
	}
	slices.SortFunc(h.Items, func(x, y *Item) int {
		return cmp.Or(strings.Compare(x.ID, y.ID), strings.Compare(string(x.Kind), string(y.Kind)), cmp.Compare(x.Since, y.Since))
	})
	return h, nil
}

// A builder goes from revision to revision.
type builder struct {
	revisions  []Revision
	incomplete []incompleteness
	at         int // the index of the revision that is being added
	// present are the items that the revision before has, gone those that it has no
	// more, by their keys.
	present, gone map[string]*Item
	// replaced are those whose names others have taken over.
	replaced []*Item
	// sameName are the first items of declared types, by name and path.
	sameName map[string]*Item
}

// A side is the keys of things that changes of a revision are about.
type side map[string]diff.Finding

// add brings the facts of a revision into the history.
func (b *builder) add(facts []Fact, changes []Change) {
	b.rename(changes)
	before, after := sides(changes)
	seen := make(map[string]bool, len(facts))
	for _, f := range facts {
		key := keyOf(f.Root, f.Path)
		seen[key] = true
		item := b.present[key]
		if item == nil {
			item = b.begin(key, f, after)
			b.present[key] = item
		}
		if f.Deprecated == "" {
			item.Deprecated = -1
		} else if item.Deprecated < 0 {
			item.Deprecated = b.at
		}
	}
	for _, key := range slices.Sorted(maps.Keys(b.present)) {
		if !seen[key] {
			b.end(key, before)
		}
	}
	b.note(changes)
}

// begin returns the item of a fact that the revision before does not show.
func (b *builder) begin(key string, f Fact, after side) *Item {
	change, told := after.of(f.Root, f.Path)
	if item := b.gone[key]; item != nil {
		delete(b.gone, key)
		if item.Removed >= 0 {
			item.Removed = -1
			item.Events = append(item.Events, ItemEvent{Revision: b.at, What: Returned, Kind: change.Kind, Severity: change.Severity})
		}
		return item
	}
	item := &Item{ID: f.ID(), Kind: f.Kind, Root: f.Root, Path: f.Path, Since: b.at, Removed: -1, Deprecated: -1}
	switch above, other := b.above(f), b.sameName[nameKey(f)]; {
	case told:
	case above != nil && above.Since < b.at:
		item.Since, item.Inferred = above.Since, true
	case other != nil && other.Since < b.at:
		// Structures that share a name get longer IDs where they begin to differ.
		item.Since, item.Inferred = other.Since, true
	}
	if name := nameKey(f); name != "" && b.sameName[name] == nil {
		b.sameName[name] = item
	}
	return item
}

// nameKey finds what declared types of one name have, whatever their IDs are, or is ""
// for other facts.
func nameKey(f Fact) string {
	parts := strings.Split(f.Root.Type, ".")
	for len(parts) > 1 && strings.Trim(parts[len(parts)-1], "0123456789abcdef") == "" {
		parts = parts[:len(parts)-1]
	}
	if name := parts[len(parts)-1]; name != "" {
		return name + "\x00" + f.Path.String()
	}
	return ""
}

// above returns the item that a fact is below of, or nil.
func (b *builder) above(f Fact) *Item {
	for n := len(f.Path) - 1; n >= 0; n-- {
		if item := b.present[keyOf(f.Root, f.Path[:n])]; item != nil {
			return item
		}
	}
	return nil
}

// end takes an item away that the revision does not show. It is removed where a
// change says so, or where it is a declaration: no change tells of one that nothing
// uses in this form any more. The rest is only shown in another way.
func (b *builder) end(key string, before side) {
	item := b.present[key]
	if b.missing(item.Root, key) {
		return
	}
	delete(b.present, key)
	change, told := before.of(item.Root, item.Path)
	if before := b.at - 1; !told && item.Since == before && len(b.incomplete[before].reasons) > 0 {
		return // it was no more than another view of an incomplete revision
	}
	b.gone[key] = item
	if told || item.Root.Type != "" {
		item.Removed = b.at
		item.Events = append(item.Events, ItemEvent{Revision: b.at, What: Removed, Kind: change.Kind, Severity: change.Severity})
	}
}

// note adds the changes of items that stay.
func (b *builder) note(changes []Change) {
	for _, c := range changes {
		if came(c.Kind) || went(c.Kind) {
			continue
		}
		for _, s := range c.Subjects {
			item := b.present[keyOf(newRoot(s), newPath(s))]
			if item != nil && !renames(s) {
				item.Events = append(item.Events, ItemEvent{Revision: b.at, What: Changed, Kind: c.Kind, Severity: c.Severity, Old: c.Old, New: c.New})
			}
		}
	}
}

// sides returns what changes are about, as the revision before has it and as the
// revision has it.
func sides(changes []Change) (before, after side) {
	before, after = side{}, side{}
	for _, c := range changes {
		for _, s := range c.Subjects {
			if !came(c.Kind) {
				before[keyOf(oldRoot(s), oldPath(s))] = c.Finding
			}
			if !went(c.Kind) {
				after[keyOf(newRoot(s), newPath(s))] = c.Finding
			}
		}
	}
	return before, after
}

// of returns the change of a thing, or of what it is in.
func (s side) of(root Root, path diff.Path) (diff.Finding, bool) {
	for n := len(path); n >= 0; n-- {
		if f, ok := s[keyOf(root, path[:n])]; ok {
			return f, true
		}
	}
	for id := root.Method; id != ""; {
		id = id[:max(0, strings.LastIndexByte(id, '.'))]
		if f, ok := s[keyOf(Root{Resource: id}, nil)]; ok && id != "" {
			return f, true
		}
	}
	return diff.Finding{}, false
}
