package goapi

import (
	"go/ast"
	"iter"
	"slices"
	"strings"
)

// neighbours returns the changes to which each one passes its causes on: from a
// change to the types that it mentions, and from a type that came, went or
// changed as a whole to its members, its constants and the functions about it.
// From one that came or went they also go to members that had or have it: places
// whose structures were equal part, because one of them changed.
func neighbours(all []change) [][]int {
	next := make([][]int, len(all))
	types := map[string][]int{} // indexes of changes of types, by name
	for i := range all {
		c := &all[i]
		if c.Kind == KindType || c.was == KindType {
			types[c.Name] = append(types[c.Name], i)
			if c.Action == Renamed {
				types[c.New] = append(types[c.New], i)
			}
		}
	}
	for i := range all {
		c := &all[i]
		for name := range mentioned(&c.Change) {
			for _, t := range types[name] {
				if t == i {
					continue
				}
				next[i] = append(next[i], t)
				if c.part || c.Kind == KindConst || c.Kind == KindFunc || c.Kind == KindVariant || c.Action == Changed && all[t].Action != Changed {
					next[t] = append(next[t], i)
				}
			}
		}
	}
	return next
}

// spread passes causes on to changes that have none of their own. It walks from what has causes, the nearest first;
// what is equally near to several has the causes of all.
func spread(next [][]int, causes [][]int) {
	var here []int
	for i := range causes {
		if len(causes[i]) > 0 {
			here = append(here, i)
		}
	}
	for len(here) > 0 {
		var reached []int
		from := map[int][]int{}
		for _, i := range here {
			for _, n := range next[i] {
				if len(causes[n]) > 0 {
					continue
				}
				if from[n] == nil {
					reached = append(reached, n)
				}
				from[n] = append(from[n], causes[i]...)
			}
		}
		for n, found := range from {
			slices.Sort(found)
			causes[n] = slices.Compact(found)
		}
		here = reached
	}
}

// mentioned yields the names of types in a change, those of its owners first.
func mentioned(c *Change) iter.Seq[string] {
	return func(yield func(string) bool) {
		owner, variant := ownersOf(c.Kind, c.Name)
		for _, name := range [...]string{owner, variant} {
			if name != "" && !yield(name) {
				return
			}
		}
		for _, text := range [...]string{c.Old, c.New} {
			for name := range typeNames(text) {
				if !yield(name) {
					return
				}
			}
		}
	}
}

// mentioning are the members and functions whose types mention a type.
func (s *Side) mentioning(name string) []*Decl {
	if s.mentions == nil {
		s.mentions = map[string][]*Decl{}
		for i := range s.decls {
			d := &s.decls[i]
			if d.Kind == KindConst || d.Kind == KindVariant {
				continue
			}
			for t := range typeNames(d.Text) {
				s.mentions[t] = append(s.mentions[t], d)
			}
		}
	}
	return s.mentions[name]
}

// typeNames are the exported names of the package itself in a text.
func typeNames(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for token := range tokensOf(text) {
			if token = strings.TrimLeft(token, "."); ast.IsExported(token) && !yield(token) {
				return
			}
		}
	}
}
