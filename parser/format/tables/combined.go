package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// combinedMarks part what one cell says of where an attribute travels, its type and whether it
// has to be sent: query / boolean / optional. The first that parts a cell into such counts.
var combinedMarks = []string{" / ", "/", "<br>", "<br/>", "<br />", "·", ";", ", ", ",", "、", "，", " "}

// anyLocation is a word for a part of a request.
var anyLocation = prefilter.MustCompile(`(?i)path|query|header|body|cookie|form`)

// longestCombined is how many bytes such a cell has.
const longestCombined = 120

// A combined is what one cell says of an attribute.
type combined struct{ typ, location, need string }

// splitCombined makes columns of their own of one whose cells each say where an attribute
// travels and more besides, where the table has no such columns, or that say its type and text.
func splitCombined(blocks []block) {
	splitTyped(blocks)
	for i := range blocks {
		if t := blocks[i].table; t != nil && blocks[i].kind == tableBlock {
			for c := 1; c < len(t.Head); c++ {
				if cells := combinedCells(t, c); cells != nil {
					setCombined(t, c, cells)
					break
				}
			}
		}
	}
}

// combinedCells are the cells of a column taken apart, or nil where some cell is none of these.
func combinedCells(t *table.Table, column int) []combined {
	out := make([]combined, 0, len(t.Rows))
	for i := range t.Rows {
		c, ok := cutCombined(t.Rows[i].Cell(column))
		if !ok {
			return nil
		}
		out = append(out, c)
	}
	for i, head := range t.Head {
		if i == column {
			continue
		}
		switch vocabulary.ColumnOf(prose.Plain(head)) {
		case vocabulary.Type, vocabulary.Location, vocabulary.Required:
			return nil
		}
	}
	return out
}

// cutCombined takes a cell apart.
func cutCombined(cell string) (combined, bool) {
	cell = strings.TrimSpace(cell)
	if len(cell) > longestCombined || !anyLocation.MatchString(cell) {
		return combined{}, false
	}
	for _, mark := range combinedMarks {
		if !strings.Contains(cell, mark) {
			continue
		}
		if c, ok := combinedOf(strings.Split(cell, mark), mark); ok {
			return c, true
		}
	}
	return combined{}, false
}

// combinedOf is what the parts of a cell say: where the attribute travels and one thing more.
func combinedOf(parts []string, mark string) (c combined, ok bool) {
	var types []string
	for _, part := range parts {
		part = strings.TrimSpace(part)
		plain := strings.ToLower(prose.Plain(part))
		need := vocabulary.NeedOf(plain)
		switch {
		case plain == "":
		case c.location == "" && (locationWords[plain] || locationWords[strings.ReplaceAll(plain, "-", "")]):
			c.location = plain
		case c.need == "" && isNeedWord(plain):
			c.need = part
		case strings.Contains(part, "](") || vocabulary.TypeOf(strings.Trim(plain, "[]")) != "" && need != vocabulary.Yes && need != vocabulary.No:
			types = append(types, part)
		default:
			return combined{}, false
		}
	}
	c.typ = strings.Join(types, mark)
	return c, c.location != "" && c.need+c.typ != ""
}

// setCombined puts the columns in the place of one.
func setCombined(t *table.Table, column int, cells []combined) {
	heads := []string{"Location"}
	typed := slices.ContainsFunc(cells, func(c combined) bool { return c.typ != "" })
	needed := slices.ContainsFunc(cells, func(c combined) bool { return c.need != "" })
	if typed {
		heads = append(heads, "Type")
	}
	if needed {
		heads = append(heads, "Required")
	}
	values := make([][]string, 0, len(cells))
	for _, c := range cells {
		row := []string{c.location}
		if typed {
			row = append(row, c.typ)
		}
		if needed {
			row = append(row, c.need)
		}
		values = append(values, row)
	}
	t.Head = slices.Replace(slices.Clone(t.Head), column, column+1, heads...)
	for i := range t.Rows {
		if r := &t.Rows[i]; column < len(r.Cells) {
			r.Cells = slices.Replace(slices.Clone(r.Cells), column, column+1, values[i]...)
		}
	}
}
