package tables

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// memberKey is the name of a member that is none of the data in an example.
var memberKey = prefilter.MustCompile(`^[A-Za-z_][A-Za-z_]*[0-9]?$`)

// membersBySent gives an attribute of a body whose row says no type the object or the list
// that an example sends for it, with its members.
func membersBySent(as []*attribute, sent map[string]any) {
	for _, a := range as {
		a.dropKeys(sent[a.name.Text])
		if a.typ.Expr != nil || len(a.children) > 0 || len(a.values) > 0 {
			membersBySent(a.children, sent)
			continue
		}
		switch v := sent[a.name.Text].(type) {
		case map[string]any, []any:
			if e, members := a.membersOf(v, deepestShown); e != nil && len(members) > 0 && !saysOthers.MatchString(a.doc) && a.defaultFits(e) {
				a.typ.Expr, a.children, a.shown = e, members, true
			}
		}
	}
}

// dropKeys takes from an attribute without a type the values that are the members of the object which an
// example has for it: an item lists them below it, as values are.
func (a *attribute) dropKeys(v any) {
	members, ok := v.(map[string]any)
	if !ok || a.typ.Expr != nil || len(a.children) > 0 {
		return
	}
	for _, value := range a.values {
		if _, has := members[value]; !has {
			return
		}
	}
	a.values = nil
}

// membersOf is the type of a value and its members, which stand where the attribute does.
// It is nil where the value has names that are data, or says nothing.
func (a *attribute) membersOf(v any, depth int) (*decl.Expr, []*attribute) {
	switch v := v.(type) {
	case []any:
		if len(v) == 0 || depth == 0 {
			return nil, nil
		}
		if _, nested := v[0].([]any); nested {
			return nil, nil
		}
		e, members := a.membersOf(v[0], depth-1)
		if e == nil {
			return nil, nil
		}
		for _, other := range v[1:] {
			_, more := a.membersOf(other, depth-1)
			for _, m := range more {
				if !hasAttribute(members, m.name.Text) {
					members = append(members, m)
				}
			}
		}
		return arrayOf(e), members
	case map[string]any:
		if depth == 0 || len(v) == 0 {
			return nil, nil
		}
		var members []*attribute
		for _, key := range sortedKeys(v) {
			if !memberKey.MatchString(key) {
				return nil, nil
			}
			m := &attribute{name: prose.Name{Text: key}, start: a.start, end: a.end, shown: true}
			if m.typ.Expr, m.children = a.membersOf(v[key], depth-1); m.typ.Expr == nil {
				m.typ.Expr = anyExpr
			}
			members = append(members, m)
		}
		return objectExpr, members
	case nil:
		return nil, nil
	}
	return shownExpr(v), nil
}

// membersShown are the members of an object, or of those of a list, that only an example shows: nil where
// there are none, or their names are data.
func membersShown(v any, start, end, depth int) []*decl.Item {
	members, _ := objectOf(v)
	if len(members) == 0 || depth == 0 {
		return nil
	}
	var out []*decl.Item
	for _, name := range sortedKeys(members) {
		if !memberKey.MatchString(name) {
			return nil
		}
		out = append(out, &decl.Item{Form: decl.Field, Name: name, Start: start, End: end, Expr: shownExpr(members[name]),
			Children: membersShown(members[name], start, end, depth-1),
			Evidence: model.Evidence{}.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceExample)})
	}
	return out
}

func hasAttribute(as []*attribute, name string) bool {
	for _, a := range as {
		if a.name.Text == name {
			return true
		}
	}
	return false
}
