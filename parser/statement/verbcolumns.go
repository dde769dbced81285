package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// verbColumns are the verbs that head columns of a table, by column, where several do:
//
//	| Route  | GET        | POST       |
//	| /boats | List boats | Add a boat |
func verbColumns(head []string) map[int]string {
	out := map[int]string{}
	for i, cell := range head {
		if verb := strings.Trim(plain(cell), " *_"); verb == strings.ToUpper(verb) && verbOf(verb) != "" {
			out[i] = verb
		}
	}
	if len(out) < 2 || len(out) == len(head) {
		return nil
	}
	return out
}

// columnsRow states the endpoints of a row whose cells say below verbs what each does with the path of the
// row. A dash or a word for no is none.
func (w *walker) columnsRow(cells []string, verbs map[int]string, i, end int) {
	path := ""
	for k, cell := range cells {
		text := plain(codeOf(cell))
		if verbs[k] == "" && strings.HasPrefix(text, "/") && !strings.ContainsAny(slotless(text), " \t") {
			path = text
			break
		}
	}
	if path == "" {
		return
	}
	for k, cell := range cells {
		says := strings.TrimSpace(plain(cell))
		if verbs[k] == "" || isNone(says) {
			continue
		}
		n := len(w.found)
		if w.add(Listed, i, end, Operation{verbs[k], path}); len(w.found) > n && len(says) > 3 {
			w.found[n].Title = says
		}
	}
}

// negated begins a cell that says that something is not done.
var negated = prefilter.MustCompile(`(?i)^(?:not|no|none|never|don'?t|do not|ne pas|n'|pas|jamais|nicht|kein|nein|não|nao|nunca|non|mai|нет|не|不|无|無|未|暂无|なし)(?:[^\pL]|$)|^(?:不|无|無|未|暂无)`)

// isNone reports whether a cell says that there is nothing.
func isNone(cell string) bool {
	if negated.MatchString(cell) {
		return true
	}
	switch strings.ToLower(strings.Trim(cell, " -–—_*`.")) {
	case "", "no", "n", "x", "✗", "✘", "❌", "×", "none", "n/a", "na", "nein", "non", "нет", "não", "否", "无", "false", "404", "405", "error", "not allowed", "method not allowed", "not supported", "unsupported":
		return true
	}
	return false
}
