package tables

import (
	"github.com/docgen-go/docgen/parser/decl"
)

// uniqueParams are the parameters without those that come again; members that only a
// later table lists go to the one that has none.
func uniqueParams(ps []decl.Param) []decl.Param {
	seen := map[string]*decl.Item{}
	var out []decl.Param
	for _, p := range ps {
		key := p.Location + " " + p.Item.Name
		if have := seen[key]; have != nil {
			fill(have, p.Item)
			continue
		}
		seen[key] = p.Item
		out = append(out, p)
	}
	return out
}

func unique(its []*decl.Item) []*decl.Item {
	seen := map[string]*decl.Item{}
	var out []*decl.Item
	for _, it := range its {
		if have := seen[it.Name]; have != nil {
			fill(have, it)
			continue
		}
		seen[it.Name] = it
		out = append(out, it)
	}
	return out
}

// fill gives an item the members that another one of its name has besides.
func fill(have, it *decl.Item) {
	if have.Unreadable && !it.Unreadable {
		have.Expr, have.Children, have.Unreadable = it.Expr, it.Children, false
	}
	if len(have.Children)+len(it.Children) == 0 && it.Start != have.Start {
		have.Optional = have.Optional || it.Optional // required in but one of two lists
	}
	if len(have.Children) == 0 && len(it.Children) > 0 {
		have.Expr, have.Children = it.Expr, it.Children
		return
	}
	for _, c := range it.Children {
		if had := itemNamed(have.Children, c.Name); had != nil {
			fill(had, c)
		} else {
			have.Children = append(have.Children, c)
		}
	}
}
