package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// namesLabel is a line that names parameters behind a label: **Required parameters**: `a`
	// for what it is, and `b`.
	namesLabel = prefilter.MustCompile("^[*_]{0,2}(?:(?i)(required|mandatory|optional)\\s+)?(?i:(?:query |body |request |form )?(?:parameters?|params|arguments?|fields|attributes))[*_]{0,2}\\s*[:：][*_]{0,2}\\s*(`[^`\\n]+`.*)$")
	// assignedName is one with a value: an example of what is sent, which states nothing.
	assignedName = prefilter.MustCompile("^`[^`]*=")
	// nextName is where a further one begins.
	nextName = prefilter.MustCompile("(?:[,;]|,?\\s+and|,?\\s+or)\\s+`")
)

// isSentence reports whether a line names parameters behind a label.
func isSentence(line string) bool {
	at := strings.IndexByte(line, '`')
	return at > 0 && at < longestLead && strings.ContainsAny(line[:at], ":：") && namesLabel.MatchString(strings.TrimRight(line, " \n"))
}

// longestLead is how many bytes stand before the first name.
const longestLead = 48

// Sentences reads the line at text[start:], which names parameters behind a label, each in code.
// t is nil where one of them is no name, or has
// a value.
func Sentences(text string, start int, _ bool) (t *table.Table, next int) {
	next = lineEnd(text, start)
	for next < len(text) && strings.TrimSpace(text[next:lineEnd(text, next)]) != "" && strings.IndexByte("-*+#|`<", text[next]) < 0 {
		next = lineEnd(text, next) // the sentence goes on
	}
	line := strings.TrimRight(strings.ReplaceAll(text[start:next], "\n", " "), " ")
	m := namesLabel.FindStringSubmatchIndex(line)
	if m == nil {
		return nil, lineEnd(text, start)
	}
	need := ""
	if m[2] >= 0 {
		need = strings.ToLower(line[m[2]:m[3]])
	}
	var items []item
	at := start + m[4]
	rest := line[m[4]:]
	for rest != "" {
		piece := rest
		if n := nextName.FindStringIndex(rest); n != nil {
			piece = rest[:n[0]]
			rest = rest[n[1]-1:]
		} else {
			rest = ""
		}
		it := item{field: fieldOf(piece), start: at, end: start + len(line)}
		if it.name == "" || strings.Count(piece, "`")%2 != 0 || assignedName.MatchString(piece) {
			return nil, lineEnd(text, start)
		}
		if it.need == "" {
			it.need = need
		}
		it.end = min(it.end, at+len(piece))
		items = append(items, it)
		at = start + len(line) - len(rest)
	}
	return tableOf(items, start, next), next
}
