package captured

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
)

// A change is an item that differs and where it stands.
type change struct {
	*entry
	// chain leads from the outermost item to the one that the change stands in.
	chain []*entry
	// located says that the place is known.
	located bool
}

// changes finds what differs in a file diff, and where that stands.
func (p *locator) changes(s *fileDiff) []change {
	s.nestRuns()
	s.count()
	s.assignMembers()
	var out []change
	for i, e := range s.entries {
		if !e.isRoot() {
			continue
		}
		c := change{entry: e}
		if !e.rewordedType() {
			c.chain = p.chain(s, i)
		}
		top := c.top()
		if c.located = !top.nested || e.rewordedType(); c.located {
			p.identify(top)
		}
		out = append(out, c)
	}
	return out
}

// chain leads from the outermost item, as far out as it is known, to the one
// that an entry stands in.
func (p *locator) chain(s *fileDiff, i int) []*entry {
	e := s.entries[i]
	if e.nested && e.parent == nil && !s.announced(i) && !s.named(i) {
		p.known(e)
	}
	var out []*entry
	for up := e.parent; up != nil; up = up.parent {
		if up.index < len(s.entries) && s.entries[up.index] == up && up.nested && up.parent == nil {
			s.named(up.index)
		}
		out = append([]*entry{up}, out...)
	}
	return out
}

// named finds the outermost item before an entry that announces it by name, and
// makes it the parent.
func (s *fileDiff) named(i int) bool {
	e := s.entries[i]
	if s.tops[i] < 0 || e.unit != nil {
		return false
	}
	top := s.entries[s.tops[i]]
	inner := top.any().Expr.Innermost()
	if inner.Op != decl.Object || !slices.Contains(inner.Fields, e.any().Name) {
		return false
	}
	e.nestIn(top)
	return true
}

// A locator knows the whole files, in which items of others are found again.
type locator struct {
	base    []*document
	nester  *nester
	methods map[string][]parameters
}
