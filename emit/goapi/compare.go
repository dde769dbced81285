package goapi

import (
	"cmp"
	"slices"
)

// An Action says what happened to a declaration.
type Action string

// The actions.
const (
	Removed Action = "removed"
	Changed Action = "changed"
	Added   Action = "added"
)

// A Change is one declaration that differs. Members of a type that came, went
// or became something else as a whole are no changes of their own.
type Change struct {
	Action Action `json:"action"`
	Kind   Kind   `json:"kind"`
	Name   string `json:"name"`
	// Old and New are what it is, as in Decl, empty where the side has nothing.
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
}

// Breaks reports whether code that compiled before may no longer do so, by the
// rules of golang.org/x/exp/apidiff: what is added stays out of the way of all
// code that names the fields of its literals.
func (c Change) Breaks() bool { return c.Action != Added }

// Compare returns what differs between two sets of declarations, what was
// removed first, then what changed, then what was added, each by name.
func Compare(before, after []Decl) []Change {
	old, now := index(before), index(after)
	whole := replaced(old, now)
	var out []Change
	for _, d := range before {
		n, ok := now[d.Name]
		switch {
		case whole[d.Owner()] || ok && same(d, n):
		case !ok:
			out = append(out, Change{Removed, d.Kind, d.Name, d.Text, ""})
		default:
			out = append(out, Change{Changed, n.Kind, d.Name, d.Text, n.Text})
		}
	}
	for _, d := range after {
		if _, ok := old[d.Name]; !ok && !whole[d.Owner()] {
			out = append(out, Change{Added, d.Kind, d.Name, "", d.Text})
		}
	}
	slices.SortStableFunc(out, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Action.rank(), b.Action.rank()), cmp.Compare(a.Name, b.Name))
	})
	return out
}

func (a Action) rank() int { return slices.Index([]Action{Removed, Changed, Added}, a) }

func same(a, b Decl) bool { return a.Kind == b.Kind && a.Text == b.Text }

func index(decls []Decl) map[string]Decl {
	out := make(map[string]Decl, len(decls))
	for _, d := range decls {
		out[d.Name] = d
	}
	return out
}

// replaced are the types that are not on both sides, or not the same on both.
func replaced(old, now map[string]Decl) map[string]bool {
	out := map[string]bool{}
	for name, d := range old {
		if n, ok := now[name]; d.Kind == KindType && (!ok || !same(d, n)) {
			out[name] = true
		}
	}
	for name, d := range now {
		if _, ok := old[name]; d.Kind == KindType && !ok {
			out[name] = true
		}
	}
	return out
}

// A Summary counts changes. Breaking are those that can stop code from
// compiling.
type Summary struct {
	Removed int `json:"removed"`
	Changed int `json:"changed"`
	Added   int `json:"added"`
}

// Summarize counts.
func Summarize(changes []Change) Summary {
	var s Summary
	for _, c := range changes {
		switch c.Action {
		case Removed:
			s.Removed++
		case Changed:
			s.Changed++
		default:
			s.Added++
		}
	}
	return s
}
