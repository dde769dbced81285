package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
)

// needWords are cells that can say nothing but whether an attribute has to be sent, whatever
// the head of their column is.
var needWords = map[string]bool{
	"required": true, "optional": true, "mandatory": true, "conditional": true, "not required": true,
	"必填": true, "选填": true, "可选": true, "必选": true, "非必填": true, "必须": true, "非必须": true, "必須": true, "任意": true, "필수": true, "선택": true,
}

// areNeeds reports whether the cells of a column say whether attributes have to be sent.
func areNeeds(t *table.Table, column int) bool {
	for i := range t.Rows {
		if !needWords[strings.ToLower(strings.Trim(prose.Plain(t.Rows[i].Cell(column)), " .()"))] {
			return false
		}
	}
	return len(t.Rows) > 0
}

// guessNeeds takes a column in which every cell is such a word for the one of needs.
func (h *head) guessNeeds(t *table.Table) {
	for i, c := range h.other {
		if h.required < 0 && areNeeds(t, c) {
			h.required = c
			h.other = append(h.other[:i:i], h.other[i+1:]...)
			return
		}
	}
}
