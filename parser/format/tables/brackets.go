package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// fewestBracketed is how many rows a table has whose brackets are taken for marks.
const fewestBracketed = 3

// bracketsAll reports whether all cells of a column of types are one word in brackets, several
// words among them: [string], [int], [array]. Such brackets mark types; where one word alone has
// them, they may make lists.
func bracketsAll(t *table.Table, column int) bool {
	words := map[string]bool{}
	for i := range t.Rows {
		word, ok := unbracketed(t.Rows[i].Cell(column))
		if !ok {
			return false
		}
		words[strings.ToLower(word)] = true
	}
	return len(words) > 1 && len(t.Rows) >= fewestBracketed
}

// unbracketed is the word for a type that a cell has in brackets.
func unbracketed(cell string) (word string, ok bool) {
	cell = strings.TrimSpace(cell)
	if len(cell) < 3 || cell[0] != '[' || cell[len(cell)-1] != ']' {
		return "", false
	}
	word = cell[1 : len(cell)-1]
	return word, vocabulary.TypeOf(word) != ""
}

// tellBrackets tells once for each table that the brackets of its types are taken for marks.
func (r *reading) tellBrackets(b *block) {
	if b.head.bracketed && !r.quiet && !r.bracketed[b] {
		if r.bracketed == nil {
			r.bracketed = map[*block]bool{}
		}
		r.bracketed[b] = true
		r.problems = append(r.problems, decl.Problem{Code: "bracketed-types", Severity: diag.Info, Start: b.table.HeadRow.Start, End: b.table.HeadRow.End,
			Message: "all types of the table stand in brackets, whatever they are; they are read as if they stood alone, and not as lists", Help: "write lists as array of string, or string[]"})
	}
}

var _ = diag.Register(diag.Entry{
	Code: "bracketed-types", Severity: diag.Info,
	Title:   "all types of a table stand in brackets",
	Why:     "[string] is a list of texts in some references, and a text in others. Where all rows of a table have brackets around a word, and several words have them, they are read as marks around types.",
	Help:    "Write types without brackets, and lists as array of string, or string[].",
	Example: "-- cranes.md --\n# Cranes\n\n## Turn a crane\n\n`POST /cranes/turn`\n\n| Attribute | Type | Required |\n|---|---|---|\n| `angle` | [number] | yes |\n| `name` | [string] | yes |\n| `slowly` | [boolean] | no |\n",
})
