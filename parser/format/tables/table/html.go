package table

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	rowTag = prefilter.MustCompile(`(?is)<tr\b[^>]*>(.*?)(?:</tr>|$)`)
	// codeTag is code in a cell, which the mark of Markdown tells as well.
	codeTag = prefilter.MustCompile("(?i)<code>([^<>`]+)</code>")
	cellTag = prefilter.MustCompile(`(?is)<(t[hd])\b[^>]*>(.*?)(?:</t[hd]>|$)`)
)

// HTML reads the table in HTML that begins at text[start:], if there is one. Cells
// keep the tags in them, but those of code. Rows of a table in a cell follow the row of the cell, with the
// mark of nested rows before their first cells. The end is that of the closing tag.
func HTML(text string, start, end int) *Table {
	if !hasTag(text[start:end], "<table") {
		return nil
	}
	n, _ := cutTable(text[start:end])
	t := &Table{Start: start, End: start + n}
	rows := htmlRows(text[start:t.End], start, 0)
	if headedRows(rows) {
		t.Head = []string{"Name", "Description"}
	}
	for _, r := range rows {
		switch {
		case t.Head == nil && r.depth == 0 && (r.heads > 1 || len(t.Rows) == 0):
			t.Head = r.Cells
			if r.heads == 0 {
				t.HeadRow = r.Row
			}
		case t.Head == nil || r.depth > 0 && r.heads > 0:
			// the head of a table in a cell, which has the columns of the one around it
		default:
			if r.depth > 0 {
				r.Cells[0] = strings.Repeat("> ", r.depth) + r.Cells[0]
			}
			r.Ragged = len(r.Cells) > len(t.Head)
			t.Rows = append(t.Rows, r.Row)
		}
	}
	if t.Head == nil {
		return nil
	}
	return t
}

// headedRows reports whether the rows of a table have heads of their own, names in code before
// what is said of them, and the table has none.
func headedRows(rows []htmlRow) bool {
	for _, r := range rows {
		if r.depth > 0 || r.heads != 1 || len(r.Cells) != 2 || !strings.HasPrefix(r.Cells[0], "`") {
			return false
		}
	}
	return len(rows) > 0
}

// An htmlRow is a row with how many of its cells are heads, and how many tables lie
// around its own.
type htmlRow struct {
	Row
	heads, depth int
}

// deepestTable is how deep tables are read in cells of tables.
const deepestTable = 6

// htmlRows are the rows of a table that is all of a text, with those of the tables in its
// cells, which follow them. base is the offset of the text.
func htmlRows(text string, base, depth int) []htmlRow {
	_, inner := cutTable(text)
	if depth == deepestTable {
		inner = nil // what lies deeper is read flat
	}
	masked := []byte(text)
	for _, t := range inner {
		for i := t[0]; i < t[1]; i++ {
			masked[i] = ' '
		}
	}
	var out []htmlRow
	for _, m := range rowTag.FindAllSubmatchIndex(masked, -1) {
		r := htmlRow{Row: Row{Start: base + m[0], End: base + m[1]}, depth: depth}
		for _, c := range cellTag.FindAllStringSubmatch(string(masked[m[2]:m[3]]), -1) {
			if strings.EqualFold(c[1], "th") {
				r.heads++
			}
			r.Cells = append(r.Cells, codeTag.ReplaceAllString(strings.Join(strings.Fields(c[2]), " "), "`$1`"))
		}
		if len(r.Cells) > 0 {
			out = append(out, r)
		}
		for ; len(inner) > 0 && inner[0][0] < m[1]; inner = inner[1:] {
			out = append(out, htmlRows(text[inner[0][0]:inner[0][1]], base+inner[0][0], depth+1)...)
		}
	}
	return out
}

var tableTag = prefilter.MustCompile(`(?i)</?table\b[^>]*>`)

// cutTable returns where the table ends that a text begins with, and where the tables in
// its cells begin and end.
func cutTable(text string) (end int, inner [][2]int) {
	depth := 0
	for _, m := range tableTag.FindAllStringIndex(text, -1) {
		if text[m[0]+1] != '/' {
			if depth++; depth == 2 {
				inner = append(inner, [2]int{m[0], len(text)})
			}
			continue
		}
		switch depth--; depth {
		case 0:
			return m[1], inner
		case 1:
			inner[len(inner)-1][1] = m[1]
		}
	}
	return len(text), inner
}

func hasTag(text, tag string) bool {
	return len(text) >= len(tag) && strings.EqualFold(text[:len(tag)], tag)
}
