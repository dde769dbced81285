package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
)

// NamesAlone reads the list of bullets that begins at an offset below an item that says that parameters
// follow, as a table, if all its items are names in code and nothing else. It is nil otherwise.
func NamesAlone(text string, start int) *table.Table {
	s := &bulletScan{text: text, base: indentOf(text[start:])}
	next := s.scan(start)
	items := s.attributes()
	for i := range items {
		it := &items[i]
		if it.depth > 0 || it.name == "" || strings.TrimSpace(it.raw) != "`"+it.name+"`" || it.body != "" {
			return nil
		}
	}
	if len(items) == 0 {
		return nil
	}
	return tableOf(items, start, next)
}
