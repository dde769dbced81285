package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
)

// anyDeclared stands for a reference in which every link and every name in ordinary
// letters is a declared type: what a cell says that cannot be read even so is no type.
type anyDeclared struct{}

func (anyDeclared) Linked(string) (string, bool) { return "Declared", false }
func (anyDeclared) Alternatives(string) string   { return "" }
func (anyDeclared) Explained(string) string      { return "" }
func (anyDeclared) Partial(name string) string   { return name }
func (anyDeclared) Named(phrase string) (to string) {
	if strings.ToUpper(phrase) == phrase || strings.ContainsAny(phrase, "_{}/\\$") {
		return ""
	}
	return "Declared"
}

// readableTypes reports whether a table has a type that can be read in one of its rows
// at least. The column of types of others holds kinds of things, or paths.
func readableTypes(t *table.Table, h head) bool {
	if h.typ < 0 || len(t.Rows) < 2 {
		return true
	}
	for i := range t.Rows {
		if cell := t.Rows[i].Cell(h.typ); strings.TrimSpace(cell) == "" || prose.TypeOf(cell, anyDeclared{}).Unknown == "" {
			return true
		}
	}
	return false
}

// distinct reports whether nearly all cells of a column differ, as values of an enum do.
func distinct(t *table.Table, column int) bool {
	seen := map[string]bool{}
	for i := range t.Rows {
		seen[strings.ToLower(prose.Plain(t.Rows[i].Cell(column)))] = true
	}
	return len(seen)*4 >= len(t.Rows)*3
}
