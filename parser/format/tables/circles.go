package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// usesCircles reports whether a column of needs says yes by a circle and no by a cross, as
// tables in Korean and Japanese do with the letters O and X, which mean optional and yes
// elsewhere: all cells are such marks, and there is a circle, or the head is in these scripts.
func usesCircles(t *table.Table, column int) bool {
	found := strings.ContainsFunc(t.Head[column], func(r rune) bool { return r >= 0x2e80 })
	for i := range t.Rows {
		switch strings.ToLower(prose.Plain(t.Rows[i].Cell(column))) {
		case "o", "○", "◯", "〇":
			found = true
		case "x", "×", "△", "", "-":
		default:
			return false
		}
	}
	return found && len(t.Rows) > 0
}

// circleNeed is what a circle or a cross says.
func circleNeed(cell string) vocabulary.Need {
	switch strings.ToLower(cell) {
	case "o", "○", "◯", "〇":
		return vocabulary.Yes
	case "x", "×", "-":
		return vocabulary.No
	case "△":
		return vocabulary.Conditional
	}
	return vocabulary.Unsaid
}
