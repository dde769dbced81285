package tables

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
)

// unitedForms makes one object of the tables that list members of one answer. A table
// that lists members which another one has lists another form of the answer: what only
// one of the two has may be missing. Any other goes on with the list.
func unitedForms(forms [][]*decl.Item) []*decl.Item {
	var out []*decl.Item
	for _, more := range forms {
		if more = unique(more); sharesNames(out, more) {
			out = unitedForm(out, more)
		} else {
			out = append(out, more...)
		}
	}
	return out
}

func sharesNames(have, more []*decl.Item) bool {
	return slices.ContainsFunc(more, func(it *decl.Item) bool { return itemNamed(have, it.Name) != nil })
}

// itemNamed returns the member of a name, or nil.
func itemNamed(items []*decl.Item, name string) *decl.Item {
	if i := slices.IndexFunc(items, func(o *decl.Item) bool { return o.Name == name }); i >= 0 {
		return items[i]
	}
	return nil
}

// unitedForm unites two forms of an object.
func unitedForm(have, more []*decl.Item) []*decl.Item {
	for _, it := range have {
		it.Optional = it.Optional || itemNamed(more, it.Name) == nil
	}
	for _, it := range more {
		had := itemNamed(have, it.Name)
		if had == nil {
			it.Optional = true
			have = append(have, it)
			continue
		}
		had.Optional, had.Nullable = had.Optional || it.Optional, had.Nullable || it.Nullable
		switch {
		case len(had.Children) > 0 && len(it.Children) > 0:
			had.Children = unitedForm(had.Children, it.Children)
		case len(it.Children) > 0:
			had.Expr, had.Children = it.Expr, it.Children
		case len(had.Children) == 0:
			had.Expr = either(had, it)
		}
	}
	return have
}
