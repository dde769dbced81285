package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// within reports whether a resource is another one or below it.
func within(id, whole string) bool {
	rest, ok := strings.CutPrefix(id, whole)
	return ok && (rest == "" || rest[0] == '.')
}

// findMoved finds the resources that have another ID as a whole: all their methods
// that are left are methods of one other resource, in the same places below it,
// those of that one come from nowhere else, and they are at least half of both.
func (c *comparer) findMoved() {
	left := c.leftResources()
	eachResource(c.old.api.Resources, func(r *model.Resource) bool {
		if !left[r.ID] {
			return false
		}
		id, moved := c.movedTogether(r)
		if len(moved) == 0 || id == c.movedTo(r.ID) {
			return true
		}
		c.moved[r.ID] = id
		ch := Change{Kind: ResourceRenamed, Resource: id, Old: r.ID, New: id}
		first := slices.MinFunc(moved, byNames)
		ch.OldSpan, ch.NewSpan = first.old.Span, first.new.Span
		for _, p := range moved {
			ch.Reach = append(ch.Reach, p.new.ID)
			ch.Subjects = append(ch.Subjects, Subject{OldResource: r.ID, NewResource: id, OldMethod: p.old.ID, NewMethod: p.new.ID, OldSpan: p.old.Span, NewSpan: p.new.Span})
		}
		c.changes = append(c.changes, found{Change: ch})
		return true // what is below may have another name besides
	})
}

// byNames orders pairs by the names of their methods, those that kept theirs first, alike
// in both directions.
func byNames(a, b methodPair) int {
	kept := func(p methodPair) int {
		if p.old.Name == p.new.Name {
			return 0
		}
		return 1
	}
	return cmp.Or(kept(a)-kept(b), strings.Compare(min(a.old.Name, a.new.Name), min(b.old.Name, b.new.Name)),
		strings.Compare(max(a.old.Name, a.new.Name), max(b.old.Name, b.new.Name)),
		strings.Compare(min(a.old.ID, a.new.ID), min(b.old.ID, b.new.ID)))
}

// leftResources are the resources of which a method, or one below, has another resource.
func (c *comparer) leftResources() map[string]bool {
	left := map[string]bool{}
	for _, p := range c.methods {
		for id := p.oldResource.ID; p.oldResource.ID != p.newResource.ID && id != ""; id = above(id) {
			left[id] = true
		}
	}
	return left
}

// above is the ID of the resource around one, or "".
func above(id string) string { return id[:max(0, strings.LastIndexByte(id, '.'))] }

// movedTogether returns where the methods of a resource went, if all went together: its
// own to one resource, and those below it to the same places below that one, or, where it
// has methods of its own, anywhere below that one.
func (c *comparer) movedTogether(r *model.Resource) (id string, moved []methodPair) {
	id, ok := c.ownMoved(r)
	if !ok {
		return "", nil
	}
	own := id != ""
	for _, p := range c.methods {
		if !within(p.oldResource.ID, r.ID) {
			continue
		}
		to, same := strings.CutSuffix(p.newResource.ID, p.oldResource.ID[len(r.ID):])
		switch {
		case same && to != "" && (id == "" || id == to):
			id, moved = to, append(moved, p)
		case !own || !within(p.newResource.ID, id):
			return "", nil
		}
	}
	whole := len(moved)
	for _, p := range c.methods {
		switch {
		case id == "" || !within(p.newResource.ID, id):
		case !within(p.oldResource.ID, r.ID):
			return "", nil
		case own && p.newResource.ID != id+p.oldResource.ID[len(r.ID):]:
			whole++ // is below it, where it has another name
		}
	}
	if 2*whole < max(c.old.countBelow(r.ID), c.new.countBelow(id)) {
		return "", nil
	}
	return id, moved
}

// ownMoved returns the one resource to which a resource's own methods went, "" where it
// has none, and false where they went to several.
func (c *comparer) ownMoved(r *model.Resource) (id string, ok bool) {
	for _, p := range c.methods {
		if p.oldResource.ID != r.ID {
			continue
		}
		if id != "" && id != p.newResource.ID {
			return "", false
		}
		id = p.newResource.ID
	}
	return id, true
}

// countBelow is how many methods a resource has, with those below it.
func (s *side) countBelow(id string) int {
	n := 0
	for r := range s.api.Methods {
		if within(r.ID, id) {
			n++
		}
	}
	return n
}

// movedTo is the ID that a resource of the old side has now, as far as it moved
// as a whole or with another.
func (c *comparer) movedTo(id string) string {
	for from := id; from != ""; from = above(from) {
		if to, ok := c.moved[from]; ok {
			return to + id[len(from):]
		}
	}
	return id
}
