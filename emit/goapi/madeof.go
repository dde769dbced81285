package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// findConstructors notes the Go types that each constructor is made of by its name:
// what it returns, the object that it makes, and the constants that it fills in.
func findConstructors(api *model.API, names *naming.Names) map[string][]string {
	out := map[string][]string{}
	for _, c := range names.Constructors() {
		of := []string{names.Type(c.Of.ID), names.Variant(c.Of.ID)}
		if c.Object != nil {
			of = append(of, names.Type(c.Object.ID))
		}
		if c.Choice != nil {
			if _, enum := naming.Target(api, c.Choice.Type); enum != nil {
				of = append(of, names.Type(enum.ID))
			}
		}
		out[names.Constructor(c)] = of
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
	for i, c := range all {
		owner := c.Name
		if end := strings.IndexAny(owner, ".("); end >= 0 { // a member, or a variant of an interface
			owner = owner[:end]
		}
		byType[owner] = append(byType[owner], causes[i]...)
		if c.Kind == KindConst {
			for _, text := range []string{c.Old, c.New} {
				of, _, _ := strings.Cut(text, " ")
				byType[of] = append(byType[of], causes[i]...)
			}
		}
	}
	for i, c := range all {
		if len(causes[i]) > 0 {
			continue
		}
		var of []string
		switch {
		case c.Kind == KindFunc:
			of = slices.Concat(x.old.constructors[c.Name], x.new.constructors[c.Name])
			for _, name := range slices.Clone(of) {
				of = slices.Concat(of, x.old.twins[name], x.new.twins[name])
			}
		case c.Kind == KindType:
			of = slices.Concat(x.old.twins[c.Name], x.new.twins[c.Name])
		case c.Kind == KindMethod && (strings.HasSuffix(c.Name, ".ToParam") || strings.HasSuffix(c.Name, ".Accumulate")):
			of = mentioned(c.Change)
		}
		var found []int
		for _, name := range of {
			found = append(found, byType[name]...)
		}
		slices.Sort(found)
		causes[i] = slices.Compact(found)
	}
}
