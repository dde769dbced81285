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
