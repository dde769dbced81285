package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// rowNames are the names of the attributes of tables. They are read when somebody asks:
// few pages have headings that could name one.
type rowNames struct {
	tables []*block
	read   int
	names  map[string]bool
	// holders are the letters of names of rows whose type says that they have members.
	holders map[string]bool
}

// has reports whether a row has a name.
func (r *rowNames) has(name string) bool {
	r.readRows()
	return name != "" && r.names[name]
}

// hold reports whether a heading names an attribute that has members which no row links to:
// data 字段说明, Shipping address object.
func (r *rowNames) hold(title string) bool {
	r.readRows()
	if len(r.holders) == 0 {
		return false
	}
	for _, path := range subjectsOf(title, func(name string) bool { return r.holders[name] }) {
		if r.holders[letters(path[len(path)-1])] {
			return true
		}
	}
	return false
}

func (r *rowNames) readRows() {
	if r.names == nil {
		r.names, r.holders = map[string]bool{}, map[string]bool{}
	}
	for ; r.read < len(r.tables); r.read++ {
		b := r.tables[r.read]
		for i := range b.table.Rows {
			row := &b.table.Rows[i]
			name := prose.NameOf(row.Cell(b.head.name)).Text
			r.names[name] = true
			if !holdsMembers(row.Cell(b.head.typ)) {
				continue
			}
			for _, s := range stepsOf(name) {
				r.holders[letters(s.name)], r.holders[letters(names.Singular(s.name))] = true, true
			}
		}
	}
}

// holdsMembers reports whether the cell of a type says that its values have members, and
// leads to none.
func holdsMembers(cell string) bool {
	if strings.Contains(cell, "](") {
		return false
	}
	holds := false
	for word := range strings.FieldsFuncSeq(prose.Plain(cell), func(r rune) bool { return strings.ContainsRune(" /|,<>[]()", r) }) {
		switch vocabulary.TypeOf(word) {
		case "object", "array":
			holds = true
		case "":
		default:
			return false
		}
	}
	return holds
}
