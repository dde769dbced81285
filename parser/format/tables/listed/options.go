package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// option is a line that is but a name with the word for its type in brackets:
	// `colour=[string]`.
	option = prefilter.MustCompile("^[ \\t]*`?([\\p{L}_$][\\p{L}\\p{N}_.$\\[\\]-]{0,79})=\\[([^\\[\\]`]{1,70})\\]`?[ \\t]*(?:[-–—:]\\s*(\\S.*))?$")
	// needLabel is a line that says which of the next lines have to be sent.
	needLabel = prefilter.MustCompile(`(?i)^[ \t>*_+-]*(required|optional)\b[^\n]{0,20}$`)
)

// isOption reports whether a line is an attribute that gives a name a type in brackets.
func isOption(line string) bool {
	return strings.Contains(line, "=[") && option.MatchString(strings.TrimRight(line, " \t\n"))
}

// Options reads the lines that begin at text[start:], each a name with its type, below words
// for what has to be sent:
//
//	**Required:**
//
//	`colour=[string]`
//
// t is nil where no label announces them.
func Options(text string, start int, announced bool) (t *table.Table, next int) {
	need := needAbove(text[:start])
	var items []item
	next = start
	for i := start; i < len(text); {
		end := lineEnd(text, i)
		line := strings.TrimRight(text[i:end], " \t\n")
		switch m := option.FindStringSubmatch(line); {
		case strings.TrimSpace(line) == "":
		case m != nil:
			it := item{start: i + len(line) - len(strings.TrimLeft(line, " \t")), end: i + len(line)}
			it.name, it.need, it.text = m[1], need, m[3]
			it.typ = strings.TrimSpace(m[2])
			items = append(items, it)
			next = end
		default:
			label := needLabel.FindStringSubmatch(line)
			if label == nil {
				i = len(text)
				continue
			}
			need = strings.ToLower(label[1])
		}
		i = end
	}
	if !announced || len(items) == 0 {
		return nil, max(next, lineEnd(text, start))
	}
	return tableOf(items, start, next), next
}

// needAbove is what the last line of a text that is not blank says of those behind it.
func needAbove(before string) string {
	before = strings.TrimRight(before, " \t\n")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if m := needLabel.FindStringSubmatch(line); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}
