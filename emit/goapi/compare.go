package goapi

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// An Action says what happened to a declaration.
type Action string

// The actions.
const (
	Removed Action = "removed"
	Renamed Action = "renamed"
	Changed Action = "changed"
	Added   Action = "added"
)

// A Change is one declaration that differs. Members of a type that came, went
// or became something else as a whole are no changes of their own.
type Change struct {
	Action Action `json:"action"`
	Kind   Kind   `json:"kind"`
	// Name is the old one where there is one.
	Name string `json:"name"`
	// Old and New are what it is, as in Decl, empty where the side has nothing.
	// Of a rename they are the names.
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
	// Unstated is the fact that makes the difference, where no finding tells of
	// it because the pages of one side never state such a fact.
	Unstated model.Fact `json:"unstated,omitempty"`
	// Resource, Method and Type are the IDs of what of the API it was made of, where no
	// finding tells it; at most one is set.
	Resource string    `json:"resource,omitempty"`
	Method   string    `json:"method,omitempty"`
	Type     string    `json:"type,omitempty"`
	position *position // nil for most
}

// A position is where what a change was made of stands: at leads from the method or type to it.
type position struct {
	at               string
	oldSpan, newSpan source.Span
}

// Breaks reports whether code that compiled before may no longer do so, by the
// rules of golang.org/x/exp/apidiff: what is added stays out of the way of all
// code that names the fields of its literals.
func (c Change) Breaks() bool { return c.Action != Added }

// Compare returns what differs between two sets of declarations that are sorted
// by name: what was removed first, then what has another name, then what
// changed, then what was added.
func Compare(before, after []Decl) []Change {
	var out []Change
	for _, c := range compare(before, after) {
		if !c.part {
			out = append(out, c.Change)
		}
	}
	return out
}

func compare(before, after []Decl) []change {
	all := merge(before, after)
	if to := findRenames(all); len(to) > 0 {
		all = renamed(all, to)
	}
	whole := map[string]bool{}
	for i := range all {
		c := &all[i]
		if c.Action != Renamed && (c.Kind == KindType || c.was == KindType) {
			whole[c.Name] = true
		}
	}
	for i := range all {
		c := &all[i]
		owner, variant := ownersOf(c.Kind, c.Name)
		c.part = whole[owner] || whole[variant]
	}
	return byAction(all)
}

// byAction returns the changes in the order of what happened, and otherwise as they are.
func byAction(all []change) []change {
	var next [4]int // where those of each action go on
	for i := range all {
		for later := all[i].Action.order() + 1; later < len(next); later++ {
			next[later]++
		}
	}
	out := make([]change, len(all))
	for i := range all {
		at := &next[all[i].Action.order()]
		out[*at] = all[i]
		*at++
	}
	return out
}

// order is the place of an action among them all.
func (a Action) order() int {
	switch a {
	case Removed:
		return 0
	case Renamed:
		return 1
	case Changed:
		return 2
	default:
		return 3
	}
}

// A change that also knows what the old side declared, and whether it is only
// a part of another change.
type change struct {
	Change
	was  Kind
	part bool
}

func newChange(action Action, kind Kind, name, before, after string) Change {
	return Change{Action: action, Kind: kind, Name: name, Old: before, New: after}
}

// merge returns what differs between both sides.
func merge(before, after []Decl) []change {
	n := 0
	walkBoth(before, after, func(a, b *Decl) { n++ })
	if n == 0 {
		return nil
	}
	out := make([]change, 0, n)
	walkBoth(before, after, func(a, b *Decl) {
		switch {
		case b == nil:
			out = append(out, change{newChange(Removed, a.Kind, a.Name, a.Text, ""), a.Kind, false})
		case a == nil:
			out = append(out, change{newChange(Added, b.Kind, b.Name, "", b.Text), b.Kind, false})
		default:
			out = append(out, change{newChange(Changed, b.Kind, b.Name, a.Text, b.Text), a.Kind, false})
		}
	})
	return out
}

// walkBoth walks both sides at once, and calls differ with what both do not have alike:
// one of the two is nil where only one side has it.
func walkBoth(before, after []Decl, differ func(a, b *Decl)) {
	for len(before) > 0 || len(after) > 0 {
		switch order(before, after) {
		case -1:
			differ(&before[0], nil)
			before = before[1:]
		case +1:
			differ(nil, &after[0])
			after = after[1:]
		default:
			if before[0] != after[0] {
				differ(&before[0], &after[0])
			}
			before, after = before[1:], after[1:]
		}
	}
}

// order says which side has the next name: -1 the old one, +1 the new one.
func order(before, after []Decl) int {
	switch {
	case len(before) == 0:
		return +1
	case len(after) == 0:
		return -1
	}
	return strings.Compare(before[0].Name, after[0].Name)
}

// A Summary counts changes.
type Summary struct {
	Removed int `json:"removed"`
	Renamed int `json:"renamed"`
	Changed int `json:"changed"`
	Added   int `json:"added"`
}

// Breaks reports whether code that compiled before may no longer do so, as
// Change.Breaks does for one of the changes.
func (s Summary) Breaks() bool { return s.Removed+s.Renamed+s.Changed > 0 }

// A Key tells changes apart, wherever they are listed.
type Key struct {
	Action         Action
	Kind           Kind
	Name, Old, New string
}

// Key returns what tells a change apart from others of the same two packages.
func (c Change) Key() Key { return Key{c.Action, c.Kind, c.Name, c.Old, c.New} }

// Summarize counts the changes of several lists, each once.
func Summarize(lists ...[]Change) Summary {
	var s Summary
	seen := map[Key]bool{}
	for _, changes := range lists {
		for _, c := range changes {
			if !seen[c.Key()] {
				seen[c.Key()] = true
				s.count(c.Action)
			}
		}
	}
	return s
}

func (s *Summary) count(a Action) {
	switch a {
	case Removed:
		s.Removed++
	case Renamed:
		s.Renamed++
	case Changed:
		s.Changed++
	default:
		s.Added++
	}
}
