package values

import "github.com/docgen-go/docgen/model"

// A Frontier is a type that is opened step by step: it knows the declared types at
// which one stopped. What is open already is not walked again, so that opening a
// chain of types one after the other takes as long as opening it at once.
type Frontier struct {
	t      *model.Type
	w      walk
	opened map[string]bool
	// closed are the refs to types that are not open, by the ID of the type.
	closed map[string][]*model.Type
	fresh  []*model.NamedType
}

// NewFrontier returns a type of which no declared type is open.
func NewFrontier(lookup Lookup, t *model.Type) *Frontier {
	f := &Frontier{t: t}
	f.w = walk{lookup: lookup, open: f.IsOpen, stopped: f.stop, seen: map[*model.Type]bool{}}
	f.w.add(t, Object{})
	return f
}

// stop notes a ref at which the walk stops.
func (f *Frontier) stop(ref *model.Type, named *model.NamedType) {
	if f.closed == nil {
		f.closed = map[string][]*model.Type{}
	}
	f.closed[named.ID] = append(f.closed[named.ID], ref)
	f.fresh = append(f.fresh, named)
}

// Fresh returns the types at which one stopped since it was last called, once for
// each mention.
func (f *Frontier) Fresh() []*model.NamedType {
	out := f.fresh
	f.fresh = nil
	return out
}

// Mentions returns how often a type is mentioned that is not open, 0 for an open one.
func (f *Frontier) Mentions(id string) int { return len(f.closed[id]) }

// Open opens a type wherever it is mentioned.
func (f *Frontier) Open(id string) {
	if f.opened == nil {
		f.opened = map[string]bool{}
	}
	f.opened[id] = true
	refs := f.closed[id]
	delete(f.closed, id)
	for _, ref := range refs {
		f.w.add(ref, Object{})
	}
}

// IsOpen reports whether a type was opened.
func (f *Frontier) IsOpen(t *model.NamedType) bool { return f.opened[t.ID] }

// Set returns the values of the type, with the types that are not open as Refs. It
// is in the order of the pages, whatever was opened first.
func (f *Frontier) Set() *Set {
	if len(f.opened) == 0 {
		return &f.w.out
	}
	return Of(f.w.lookup, f.t, f.IsOpen)
}
