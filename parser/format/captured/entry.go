package captured

import (
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// An entry is an item of a file that both sides have, as far as it is shown.
type entry struct {
	// code is the item on each side, item the same as it reads; nil and "" where
	// that side does not have it.
	code   [2]string
	item   [2]*decl.Item
	text   [2][]element
	nested bool
	at     int32
	// index is the place among the entries of the file diff.
	index int
	// parent is what it stands below, if that is known; kids are those of which
	// it is the parent.
	parent *entry
	kids   []*entry
	// next is the entry after it that both sides have, within the same stretch.
	prev, next *entry
	unit       *unit
	section    dialect.Section
	// run numbers stretches between items that did not change; 0 is on those.
	run int
	// missing is by how many more members the new side announces than were found.
	missing int
}

// A unit is the method or type that entries belong to.
type unit struct {
	title      string
	verb, path string
	// lone says that only one side has it.
	lone bool
	at   int32
}

func (e *entry) both() bool { return e.item[0] != nil && e.item[1] != nil }

func (e *entry) any() *decl.Item {
	if e.item[1] != nil {
		return e.item[1]
	}
	return e.item[0]
}

// key is what the item is called.
func (e *entry) key() string { return rendered.Key(e.any()) }

// announces reports whether the sides differ in nothing but in the members that
// the item announces.
func (e *entry) announces() bool {
	if !e.both() || e.code[0] == e.code[1] {
		return false
	}
	a, b := e.item[0], e.item[1]
	x, y := a.Expr, b.Expr
	for x.Op == y.Op && (x.Op == decl.Array || x.Op == decl.Map) {
		x, y = x.Args[0], y.Args[0]
	}
	return a.Name == b.Name && a.Form == b.Form && a.Optional == b.Optional && a.Nullable == b.Nullable &&
		x.Op == y.Op && x.Text == y.Text && (x.Op == decl.Object && x.Braces == y.Braces || x.Op == decl.Union)
}

func (e *entry) nestIn(p *entry) {
	e.parent = p
	p.kids = append(p.kids, e)
}
