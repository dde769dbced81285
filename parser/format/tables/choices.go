package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// noneCell is a cell that says that there is nothing.
var noneCell = prefilter.MustCompile(`(?i)^\s*(?:n ?/ ?a|none|nothing|null|[-—–]*)\s*$`)

// linkColumn is the first column of a table in which every row begins with a link, or
// -1: such a table may list the structures that something is one of. A row may say that
// there is none.
func linkColumn(t *table.Table) int {
	for c := range t.Head {
		links := 0
		for i := range t.Rows {
			cell := t.Rows[i].Cell(c)
			switch {
			case strings.HasPrefix(strings.TrimSpace(cell), "[") && len(prose.Links(cell)) > 0:
				links++
			case !noneCell.MatchString(cell):
				links = -len(t.Rows)
			}
		}
		if links > 0 && links*2 > len(t.Rows) {
			return c
		}
	}
	return -1
}

// alternatives are the structures that the rows of a table lead to, or nil where one of
// them leads to none.
func (x *index) alternatives(t *typeTable) []*typeTable {
	c := linkColumn(t.block.table)
	if c < 0 {
		return nil
	}
	var out []*typeTable
	for i := range t.block.table.Rows {
		links := prose.Links(t.block.table.Rows[i].Cell(c))
		if len(links) == 0 {
			continue
		}
		to := x.linked(t.document.page, links[0].Target)
		if to == nil || to.enum || to.choice || to == t {
			return nil
		}
		out = append(out, to)
	}
	return out
}

// Alternatives returns the name of the choice of structures that the values of an enum
// belong to, or "": the link leads to what is of one of these kinds, not to the heading
// of the values themselves.
func (v *view) Alternatives(target string) string {
	t := v.linked(v.from, target)
	if t == nil || !t.enum || t.lazy || t.heading < 0 || v.alternatives(t) == nil {
		return ""
	}
	_, anchor, _ := strings.Cut(target, "#")
	if own := Slug(t.title); anchor == own || strings.HasSuffix(anchor, "-"+own) {
		return ""
	}
	name := v.choiceName(t)
	v.partial[name] = true
	return name
}

// choiceName names the choice of an enum after the heading above it, which says what is
// one of these kinds.
func (x *index) choiceName(t *typeTable) string {
	if above := t.document.tip[t.heading]; above >= 0 {
		title := t.document.blocks[above].plain
		if kind, _ := vocabulary.KindOf(title); kind == vocabulary.Structure {
			if name := typeName(title); decl.IsTypeName(name) && x.byName[name] == nil {
				return name
			}
		}
	}
	return t.name + "Object"
}

// choiceItem declares a choice of structures.
func (r *reading) choiceItem(name string, t *typeTable) *decl.Item {
	it := &decl.Item{Form: decl.Named, Name: name, Doc: r.typeDoc(t), Expr: &decl.Expr{Op: decl.Union}, Start: t.start, End: t.block.end}
	seen := map[string]bool{}
	for _, to := range r.view.alternatives(t) {
		if seen[to.name] {
			continue
		}
		seen[to.name] = true
		e := &decl.Expr{Op: decl.Name, Text: to.name}
		it.Expr.Args = append(it.Expr.Args, e)
		it.Children = append(it.Children, &decl.Item{Form: decl.Variant, Expr: e, Start: t.block.start, End: t.block.end})
	}
	return it
}
