package tables

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// The marks of the common rules, into which those are put that the caller names.
const (
	optionalMark = "?"
	requiredMark = "!"
	nullableMark = "?"
)

// canonical are words of the vocabulary by what the caller calls their lists.
var canonical = map[string]string{
	"name": "Name", "type": "Type", "required": "Required", "default": "Default", "description": "Description",
	"location": "In", "values": "Allowed values", "example": "Example", "yes": "yes", "no": "no",
	"request": "Request parameters", "query": "Query parameters", "path": "Path parameters", "header": "Request headers",
	"body": "Request body", "form": "Form parameters", "response": "Response", "errors": "Errors", "documentation": "Notes",
}

// translate puts the words and marks that the caller names into those of the common
// rules, wherever a page has them.
func translate(m *format.Marks, blocks []block) {
	if m == nil || len(m.Words)+len(m.Sections) == 0 && m.Optional+m.Required+m.Nullable == "" {
		return
	}
	for i := range blocks {
		switch b := &blocks[i]; b.kind {
		case headingBlock:
			if list := listOf(m.Sections, b.plain); list != "" {
				b.plain = canonical[list]
			}
		case tableBlock:
			translateTable(m, b.table)
		}
	}
}

// listOf is the list of the caller that has a phrase, or "".
func listOf(lists map[string][]string, phrase string) string {
	phrase = vocabulary.Fold(phrase)
	for _, name := range sortedNames(lists) {
		if slices.ContainsFunc(lists[name], func(w string) bool { return vocabulary.Fold(w) == phrase }) {
			return name
		}
	}
	return ""
}

func sortedNames(lists map[string][]string) []string {
	var out []string
	for name := range lists {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func translateTable(m *format.Marks, t *table.Table) {
	for i, head := range t.Head {
		if list := listOf(m.Words, prose.Plain(head)); list != "" && list != "yes" && list != "no" {
			t.Head[i] = canonical[list]
		}
	}
	h := headOf(t)
	for i := range t.Rows {
		cells := t.Rows[i].Cells
		if h.required >= 0 && h.required < len(cells) {
			if list := listOf(m.Words, prose.Plain(cells[h.required])); list == "yes" || list == "no" {
				cells[h.required] = canonical[list]
			}
		}
		null := false
		if h.name >= 0 && h.name < len(cells) {
			optional, required := cutMark(&cells[h.name], m.Optional), cutMark(&cells[h.name], m.Required)
			null = cutMark(&cells[h.name], m.Nullable)
			switch {
			case optional:
				cells[h.name] += optionalMark
			case required:
				cells[h.name] += requiredMark
			}
		}
		if h.typ >= 0 && h.typ < len(cells) && (cutMark(&cells[h.typ], m.Nullable) || null) {
			cells[h.typ] = nullableMark + cells[h.typ]
		}
	}
}

// cutMark takes a mark off the beginning or the end of a cell, and reports whether it
// had one.
func cutMark(cell *string, mark string) bool {
	if mark == "" {
		return false
	}
	text := strings.TrimSpace(*cell)
	rest, before := strings.CutPrefix(text, mark)
	rest, behind := strings.CutSuffix(rest, mark)
	if rest = strings.TrimSpace(rest); !before && !behind || rest == "" {
		return false
	}
	*cell = rest
	return true
}

// nests reports whether names are nested by marks before them, and by dots in them.
func nests(m *format.Marks) (marks, dots bool) {
	switch {
	case m == nil || m.Nesting == "":
		return true, true
	}
	return m.Nesting == "marks", m.Nesting == "dots"
}

// slotPathAs is slotPath where the caller says how paths print slots.
func slotPathAs(m *format.Marks, path string) string {
	path, _ = statement.Whole(path)
	style := ""
	if m != nil {
		style = m.Slots
	}
	switch style {
	case "colon":
		path = braced(path)
	case "angles":
		path = angleSlot.ReplaceAllString(path, "{$1}")
	case "":
		return slotPath(path)
	}
	return tidyPath(path)
}

// slotStyle is how a path prints its slots, or "".
func slotStyle(path string) string {
	switch {
	case strings.Contains(path, "{"):
		return "braces"
	case braced(path) != path:
		return "colon"
	case angleSlot.MatchString(path):
		return "angles"
	}
	return ""
}

// most are the words that were counted, the most frequent first, a few of them.
func most(counts map[string]int) []string {
	var out []string
	for w := range counts {
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return out[:min(len(out), mostWords)]
}

// mostWords is how many words of a kind a profile names.
const mostWords = 6
