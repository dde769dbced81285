package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/script"
)

// needWords are cells that can say nothing but whether an attribute has to be sent, whatever
// the head of their column is.
var needWords = map[string]bool{
	"required": true, "optional": true, "mandatory": true, "conditional": true, "not required": true,
	"必填": true, "选填": true, "可选": true, "必选": true, "非必填": true, "必须": true, "非必须": true, "任意": true, "必需": true, "必传": true, "非必传": true, "非必需": true, "非必选": true, "可空": true, "可为空": true, "非空": true, "不能为空": true, "不可为空": true, "不可空": true, "不为空": true, "不能空": true, "不允许为空": true, "允许为空": true, "允许空": true, "可以为空": true, "不可省略": true, "可省略": true, "可不填": true, "可不传": true, "必输": true, "非必输": true, "필수": true, "선택": true,
	"省略可": true, "省略可能": true, "obligatorio": true, "obligatoria": true, "requerido": true, "requerida": true, "opcional": true, "obrigatório": true, "obrigatória": true,
	"facultativo": true, "obligatoire": true, "requis": true, "facultatif": true, "optionnel": true, "erforderlich": true, "pflicht": true, "pflichtfeld": true, "obbligatorio": true,
	"facoltativo": true, "opzionale": true, "обязательно": true, "обязательный": true, "обязательное": true, "необязательно": true, "необязательный": true, "необязательное": true,
	"опционально": true, "wymagane": true, "opcjonalne": true, "обов'язково": true, "необов'язково": true, "zorunlu": true, "isteğe bağlı": true, "bắt buộc": true, "tùy chọn": true,
}

// areNeeds reports whether the cells of a column say whether attributes have to be sent.
func areNeeds(t *table.Table, column int) bool {
	for i := range t.Rows {
		if !isNeedWord(prose.Plain(t.Rows[i].Cell(column))) {
			return false
		}
	}
	return len(t.Rows) > 0
}

// isNeedWord reports whether a cell says by itself whether an attribute has to be sent.
func isNeedWord(cell string) bool {
	return needWords[script.Simplified(strings.ToLower(strings.Trim(cell, " .()（）*_")))]
}

// needInDefault is what the cell of a default says of a need instead: REQUIRED, required if `a` is set.
func needInDefault(cell string) vocabulary.Need {
	text := prose.Plain(cell)
	if isNeedWord(text) {
		return vocabulary.NeedOf(strings.Trim(text, " .()（）*_"))
	}
	first, rest, _ := strings.Cut(strings.ToLower(text), " ")
	if isNeedWord(first) && (strings.HasPrefix(rest, "if ") || strings.HasPrefix(rest, "when ") || strings.HasPrefix(rest, "unless ")) {
		return vocabulary.Conditional
	}
	return vocabulary.Unsaid
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
