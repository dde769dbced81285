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

// rehome finds the resources that have another ID as a whole: all their methods
// that are left are methods of one other resource, in the same places below it,
// and those of that one come from nowhere else.
func (c *comparer) rehome() {
	eachResource(c.old.api.Resources, func(r *model.Resource) bool {
		id, moved := c.wholeMove(r)
		if len(moved) == 0 || id == r.ID {
			return true
		}
		c.rehomed[r.ID] = id
		ch := Change{Kind: ResourceRenamed, Resource: id, Old: r.ID, New: id, OldSpan: moved[0].old.Span, NewSpan: moved[0].new.Span}
		for _, p := range moved {
			ch.Reach = append(ch.Reach, p.new.ID)
		}
		c.changes = append(c.changes, found{Change: ch})
		return false
	})
}

// wholeMove returns where the methods of a resource went, if all went together.
func (c *comparer) wholeMove(r *model.Resource) (id string, moved []methodPair) {
	for _, p := range c.methods {
		if !within(p.oldHome.ID, r.ID) {
			continue
		}
		to, ok := strings.CutSuffix(p.newHome.ID, p.oldHome.ID[len(r.ID):])
		if !ok || to == "" || id != "" && id != to {
			return "", nil
		}
		id, moved = to, append(moved, p)
	}
	for _, p := range c.methods {
		if id != "" && within(p.newHome.ID, id) && !within(p.oldHome.ID, r.ID) {
			return "", nil
		}
	}
	if 2*len(moved) < len(methodsBelow(r)) {
		return "", nil
	}
	return id, moved
}

// homeOf is the ID that a resource of the old side has now, as far as it moved
// as a whole or with another.
func (c *comparer) homeOf(id string) string {
	for from := id; from != ""; {
		if to, ok := c.rehomed[from]; ok {
			return to + id[len(from):]
		}
		from = from[:max(0, strings.LastIndexByte(from, '.'))]
	}
	return id
}
