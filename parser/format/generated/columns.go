package generated

import (
	"html"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/page"
)

// columns says where in a table stands what; -1 is nowhere.
type columns struct {
	method, request, description   int // of an index of methods
	name, typ, notes, required     int // of parameters and members
	value, status, headers, access int // of enums and responses
	class                          int // of an index over several pages
}

// columnsOf reads the head of a table.
func columnsOf(head []string) columns {
	c := columns{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}
	for i, cell := range head {
		switch strings.ToLower(plain(cell)) {
		case "method":
			c.method = i
		case "http request":
			c.request = i
		case "class":
			c.class = i
		case "description":
			c.description = i
		case "name", "property", "parameter":
			c.name = i
		case "type", "data type", "datatype":
			c.typ = i
		case "notes":
			c.notes = i
		case "required":
			c.required = i
		case "value":
			c.value = i
		case "status code":
			c.status = i
		case "response headers":
			c.headers = i
		}
	}
	return c
}

// isIndex reports whether a table lists methods.
func (c columns) isIndex() bool { return c.method >= 0 && c.request >= 0 }

// isFacts reports whether a table lists parameters or members.
func (c columns) isFacts() bool { return c.name >= 0 && c.typ >= 0 }

// cellsOf are the cells of a row, as many as the head has. Bars within a type, whose bold
// letters or brackets they leave open, and others within a description part no cells.
func (c columns) cellsOf(t *table.Table, row *table.Row) []string {
	cells := filled(row.Cells)
	extra := len(cells) - len(filled(t.Head)) // which a formatter makes as wide as its widest row
	if extra <= 0 || c.typ < 0 {
		return cells
	}
	end := c.typ + 1
	for end <= c.typ+extra && isOpen(strings.Join(cells[c.typ:end], "|")) {
		end++
	}
	cells, extra = joined(cells, c.typ, end), extra-(end-c.typ-1)
	if c.description > c.typ {
		cells = joined(cells, c.description, min(c.description+extra+1, len(cells)))
	}
	return cells
}

// filled are cells without the empty ones at the end.
func filled(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// joined are cells of which those from one on are one cell. A backslash before a bar is no
// part of the text.
func joined(cells []string, from, end int) []string {
	if end-from < 2 || end > len(cells) {
		return cells
	}
	parts := append([]string{}, cells[from:end]...)
	for i := range parts[:len(parts)-1] {
		parts[i] = strings.TrimRight(parts[i], `\ `)
	}
	out := append([]string{}, cells[:from]...)
	return append(append(out, strings.Join(parts, " | ")), cells[end:]...)
}

// isOpen reports whether bold letters or brackets begin in a text that do not end there.
func isOpen(text string) bool {
	return strings.Count(text, "**")%2 == 1 || strings.Count(text, "[") != strings.Count(text, "]")
}

// cell is the cell of a column, or "".
func cell(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return cells[i]
}

// plain is a text without the marks of bold letters and code around it, entities and
// escapes as characters.
func plain(text string) string { return strings.Trim(unescaped(text), "*` \u00a0") }

// plainTitle is a heading as text: without marks, escapes and a second heading's sign.
func plainTitle(title string) string {
	return plain(strings.TrimPrefix(strings.TrimLeft(strings.TrimSpace(title), "# "), `\`))
}

// unescaped is a text with its entities and escapes as characters.
func unescaped(text string) string {
	return html.UnescapeString(escapes.Replace(strings.TrimSpace(text)))
}

// escapes are the marks that pages escape in names and notes. A backslash before other
// characters parts the names of packages.
var escapes = strings.NewReplacer(`\_`, "_", `\[`, "[", `\]`, "]", `\*`, "*", `\<`, "<", `\>`, ">", `\|`, "|", `\#`, "#", `\{`, "{", `\}`, "}")

// prose is a cell as documentation: entities as characters, breaks as lines.
func prose(text string) string {
	text = unescaped(text)
	for _, br := range []string{"<br/>", "<br />", "<br>"} {
		text = strings.ReplaceAll(text, br, "\n")
	}
	text = strings.ReplaceAll(text, `\"`, `"`)
	if strings.Trim(text, "- ") == "" {
		return ""
	}
	return text
}

// A hyperlink is what a cell in brackets leads to.
type hyperlink struct{ text, target string }

// linkOf returns the first link of a text. The text of a link may have brackets of its
// own: [**[]Crane**](Crane.md).
func linkOf(text string) (hyperlink, bool) {
	at := strings.Index(text, "](")
	if at < 0 {
		return hyperlink{}, false
	}
	depth, open := 1, -1
	for i := at - 1; i >= 0 && open < 0; i-- {
		switch text[i] {
		case ']':
			depth++
		case '[':
			if depth--; depth == 0 {
				open = i
			}
		}
	}
	end := page.Closing(text, at+2)
	if open < 0 || end < 0 {
		return hyperlink{}, false
	}
	return hyperlink{text: text[open+1 : at], target: text[at+2 : end]}, true
}
