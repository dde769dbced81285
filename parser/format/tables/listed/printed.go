package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// printedName is a line of a fence that is a name with what it is behind a colon.
var printedName = prefilter.MustCompile(`^[ \t]*([A-Za-z_][\w.\[\]-]*)[ \t]*[:：][ \t]*(\S.*?)[ \t]*$`)

// Printed reads the names that the lines text[start:end] of a fence list, each with words for what
// it is behind a colon:
//
//	user_id: the one who asks
//
// t is nil where a line is none, or where what stands behind the names may be values.
func Printed(text string, start, end int) *table.Table {
	var items []item
	at := start
	for line := range strings.Lines(text[start:end]) {
		whole := strings.TrimRight(line, " \t\r\n")
		m := printedName.FindStringSubmatch(whole)
		switch {
		case strings.TrimSpace(whole) == "":
		case m == nil || !areWords(m[2]):
			return nil
		default:
			it := item{field: fieldOf("`" + m[1] + "`"), start: at, end: at + len(whole)}
			if it.name == "" {
				return nil
			}
			it.text = m[2]
			items = append(items, it)
		}
		at += len(line)
	}
	if len(items) == 0 {
		return nil
	}
	return tableOf(items, start, end)
}

// areWords reports whether a text is words of a language and no value: several, or in a script
// that names do not have.
func areWords(text string) bool {
	if strings.ContainsAny(text[:1], "\"'{[0123456789") {
		return false
	}
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 0x2e80 }) || strings.Contains(text, " ")
}
