package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// typedText is a cell that begins with a type, in a mark of its own, and goes on with a text in
// the next line: **string**<br/>Which one.
var typedText = prefilter.MustCompile("^\\s*(?:\\*\\*([^*`|]{2,40})\\*\\*|`([^`|]{2,40})`|_([^_`|]{2,40})_|\\*([^*`|]{2,40})\\*)\\s*(?:<br\\s*/?>|\\n)\\s*")

// splitTyped makes two columns of one whose cells all begin with a type and go on with a text in
// the next line, where the table has no column of types.
func splitTyped(blocks []block) {
	for i := range blocks {
		t := blocks[i].table
		if t == nil || blocks[i].kind != tableBlock || len(t.Head) < 2 || len(t.Rows) == 0 || hasColumn(t, vocabulary.Type) {
			continue
		}
		for c := 1; c < len(t.Head); c++ {
			if areTypedTexts(t, c) {
				cutTypes(t, c)
				break
			}
		}
	}
}

// hasColumn reports whether the head of a table has a column that is known.
func hasColumn(t *table.Table, column vocabulary.Column) bool {
	return slices.ContainsFunc(t.Head, func(head string) bool { return vocabulary.ColumnOf(prose.Plain(head)) == column })
}

func areTypedTexts(t *table.Table, column int) bool {
	for i := range t.Rows {
		if typ, _ := cutTyped(t.Rows[i].Cell(column)); typ == "" {
			return false
		}
	}
	return true
}

// cutTyped parts a cell into its type and its text; the type is "" where it begins with none.
func cutTyped(cell string) (typ, text string) {
	m := typedText.FindStringSubmatch(cell)
	if m == nil {
		return "", cell
	}
	typ = strings.TrimSpace(m[1] + m[2] + m[3] + m[4])
	if vocabulary.TypeOf(strings.ToLower(strings.TrimSuffix(typ, "[]"))) == "" {
		return "", cell
	}
	return typ, cell[len(m[0]):]
}

// cutTypes puts a column of types and one of texts in the place of one.
func cutTypes(t *table.Table, column int) {
	t.Head = slices.Replace(slices.Clone(t.Head), column, column+1, "Type", "Description")
	for i := range t.Rows {
		r := &t.Rows[i]
		typ, text := cutTyped(r.Cell(column))
		r.Cells = slices.Replace(slices.Clone(r.Cells), column, column+1, typ, text)
	}
}
