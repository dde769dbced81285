package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// parts are the Go types that a constructor is made of: the object that it makes and the
// constants that it fills in, and the union that it returns.
type parts struct{ made, union []string }

// findConstructors notes what each constructor is made of, by its name.
func findConstructors(api *model.API, names *naming.Names) map[string]parts {
	// A type that has no name in Go is left out.
	named := func(names ...string) []string {
		return slices.DeleteFunc(names, func(name string) bool { return name == "" })
	}
	out := map[string]parts{}
	for _, c := range names.Constructors() {
		var made []string
		if c.Object != nil {
			made = append(made, names.Type(c.Object.ID))
		}
		if c.Choice != nil {
			if _, enum := naming.Target(api, c.Choice.Type); enum != nil {
				made = append(made, names.Type(enum.ID))
			}
		}
		out[names.Constructor(c)] = parts{named(made...), named(names.Type(c.Of.ID), names.Variant(c.Of.ID))}
	}
	return out
}

// findTwins returns by the name of a union, and by that of what its Value can be, the names
// of the unions that are one type with it, and what their Values can be. Where one of them
// changes, they part, and the others get types and functions of their own.
func findTwins(names *naming.Names) map[string][]string {
	api, groups := names.API(), map[string][]string{}
	for _, t := range api.Types {
		if t.Type == nil || t.Type.Kind != model.KindRef {
			continue
		}
		if _, to := naming.Target(api, t.Type); to != nil && to.Type.Kind == model.KindUnion {
			groups[to.ID] = append(groups[to.ID], names.Type(t.ID), names.Type(t.ID)+"Variant")
		}
	}
	out := map[string][]string{}
	for id, group := range groups {
		group = append(group, names.Type(id), names.Variant(id))
		for _, name := range group {
			out[name] = group
		}
	}
	return out
}

// made gives constructors and conversions the causes of what happened to the types that
// they are made of.
func (x *explainer) made(all []change, causes [][]int) {
	byType := map[string][]int{} // causes, by the type that something happened to
	for i := range all {
		c := &all[i]
		owner := c.Name
		if end := strings.IndexAny(owner, ".("); end >= 0 { // a member, or a variant of an interface
			owner = owner[:end]
		}
		byType[owner] = append(byType[owner], causes[i]...)
		if c.Kind == KindConst {
			for _, text := range []string{c.Old, c.New} {
				if of, _, _ := strings.Cut(text, " "); of != "" { // one side of what came or went is empty
					byType[of] = append(byType[of], causes[i]...)
				}
			}
		}
	}
	for i := range all {
		c := &all[i]
		if len(causes[i]) > 0 {
			continue
		}
		switch {
		case c.Kind == KindFunc:
			causes[i] = x.constructed(c.Name, byType)
		case c.Kind == KindType:
			causes[i] = causesOf(slices.Concat(x.old.twins[c.Name], x.new.twins[c.Name]), byType)
		case c.Kind == KindMethod && (strings.HasSuffix(c.Name, ".ToParam") || strings.HasSuffix(c.Name, ".Accumulate")):
			causes[i] = causesOf(slices.Collect(mentioned(&c.Change)), byType)
		}
	}
}

// constructed returns the causes of what happened to a constructor: those of what it makes,
// or else those of its union and of the unions that are one type with it.
func (x *explainer) constructed(name string, byType map[string][]int) []int {
	before, after := x.old.constructors[name], x.new.constructors[name]
	if own := causesOf(slices.Concat(before.made, after.made), byType); len(own) > 0 {
		return own
	}
	of := slices.Concat(before.union, after.union)
	for _, name := range slices.Concat(of, before.made, after.made) {
		of = slices.Concat(of, x.old.twins[name], x.new.twins[name])
	}
	return causesOf(of, byType)
}

// causesOf returns the causes of what happened to the types, each once.
func causesOf(types []string, byType map[string][]int) []int {
	var found []int
	for _, name := range types {
		found = append(found, byType[name]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}
