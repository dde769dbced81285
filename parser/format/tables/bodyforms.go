package tables

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
)

// A bodyTable is a table of a request with the members of the body that it lists, and all
// names of its rows.
type bodyTable struct {
	part    part
	members []*decl.Item
	names   map[string]bool
}

func newBodyTable(p part, as []*attribute) bodyTable {
	t := bodyTable{part: p, names: map[string]bool{}}
	for _, a := range as {
		if len(a.children) == 0 { // what has members may be listed in parts
			t.names[a.name.Text] = true
		}
	}
	return t
}

// loosen makes optional what only some of several tables list that are forms of one body:
// they list attributes of the same names, each below a heading of its own. What is required
// holds for who sends that form. Where forms have different types for a name, it has either.
func (r *reading) loosen(e *endpoint, tables []bodyTable) {
	forms := formsOf(tables, names.Slots(e.op.Path))
	if len(forms) < 2 {
		return
	}
	changed := false
	first, listing := map[string]*decl.Item{}, map[string]int{}
	for _, t := range forms {
		own := map[string]bool{}
		for _, it := range t.members {
			if !own[it.Name] {
				own[it.Name] = true
				listing[it.Name]++
			}
		}
	}
	for _, t := range forms {
		for _, it := range t.members {
			if listing[it.Name] < len(forms) && !it.Optional {
				it.Optional, changed = true, true
				it.Evidence = it.Evidence.With(model.FactRequired, model.SourceProse)
			}
			have := first[it.Name]
			if have == nil {
				first[it.Name] = it
			} else if len(have.Children)+len(it.Children) == 0 && scalarOf(have.Expr) != "" && scalarOf(it.Expr) != "" && scalarOf(have.Expr) != scalarOf(it.Expr) {
				have.Expr, changed = &decl.Expr{Op: decl.Union, Args: []*decl.Expr{have.Expr, {Op: decl.Name, Text: scalarOf(it.Expr)}}}, true
				delete(have.Facts, "default")
			}
		}
	}
	if second := forms[1].part; changed {
		r.problem(second.start, second.table.HeadRow.End, "stated-twice", "the tables of "+e.op.String()+" list some attributes several times: they are read as forms of one body, of which each may lack what only others list", "")
	}
}

// formsOf are the tables that list names which another one lists, too, below another label.
// A slot of the path that several list makes no forms, but joins them.
func formsOf(tables []bodyTable, slots []string) []bodyTable {
	labels := map[string]labelSet{} // of the tables that list a name
	for _, t := range tables {
		for name := range t.names {
			if slotOf(slots, name) == "" {
				labels[name] = labels[name].with(t.part.label)
			}
		}
	}
	joins := map[string]labelSet{} // of the forms so far that list a slot
	var out []bodyTable
	isForm := make([]bool, len(tables))
	for i, t := range tables {
		isForm[i] = t.part.form
		for name := range t.names {
			isForm[i] = isForm[i] || labels[name].besides(t.part.label)
		}
	}
	for i, t := range tables {
		for name := range t.names {
			isForm[i] = isForm[i] || joins[name].besides(t.part.label)
		}
		if !isForm[i] {
			continue
		}
		out = append(out, t)
		for name := range t.names {
			if slotOf(slots, name) != "" {
				joins[name] = joins[name].with(t.part.label)
			}
		}
	}
	return out
}

// A labelSet is up to two different labels: more tell nothing more about whether there is
// one besides a given label.
type labelSet struct {
	n      int
	labels [2]string
}

func (s labelSet) with(label string) labelSet {
	if s.n == 0 || s.n == 1 && s.labels[0] != label {
		s.labels[s.n] = label
		s.n++
	}
	return s
}

// besides reports whether there is a label other than the given one.
func (s labelSet) besides(label string) bool {
	return s.n == 2 || s.n == 1 && s.labels[0] != label
}

// scalarOf is the word for the scalar that a type is, or that its first value has, or "".
func scalarOf(e *decl.Expr) string {
	for e != nil && e.Op == decl.Union && len(e.Args) > 0 {
		e = e.Args[0]
	}
	switch {
	case isScalar(e):
		return e.Text
	case e != nil && e.Op == decl.Literal && e.Text != "" && e.Text[0] == '"':
		return "string"
	}
	return ""
}
