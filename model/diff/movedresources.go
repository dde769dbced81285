package diff

import (
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
		if len(moved) == 0 || id == r.ID {
			return true
		}
		c.moved[r.ID] = id
		ch := Change{Kind: ResourceRenamed, Resource: id, Old: r.ID, New: id, OldSpan: moved[0].old.Span, NewSpan: moved[0].new.Span}
		for _, p := range moved {
			ch.Reach = append(ch.Reach, p.new.ID)
		}
		c.changes = append(c.changes, found{Change: ch})
		return false
	})
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

// movedTogether returns where the methods of a resource went, if all went together.
func (c *comparer) movedTogether(r *model.Resource) (id string, moved []methodPair) {
	for _, p := range c.methods {
		if !within(p.oldResource.ID, r.ID) {
			continue
		}
		to, ok := strings.CutSuffix(p.newResource.ID, p.oldResource.ID[len(r.ID):])
		if !ok || to == "" || id != "" && id != to {
			return "", nil
		}
		id, moved = to, append(moved, p)
	}
	for _, p := range c.methods {
		if id != "" && within(p.newResource.ID, id) && !within(p.oldResource.ID, r.ID) {
			return "", nil
		}
	}
	if 2*len(moved) < max(c.old.countBelow(r.ID), c.new.countBelow(id)) {
		return "", nil
	}
	return id, moved
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
