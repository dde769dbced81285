package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// commented is a line that is a name, what marks it, and what it is behind two slashes:
	// colour string optional // Which one.
	commented = prefilter.MustCompile(`^[ \t]*([A-Za-z_$][\w.$\[\]-]{0,79})((?:[ \t]+[^\s/]{1,30}){0,3})[ \t]*//[ \t]*(\S.*)$`)
	// typedLine is one without a text: a name and its type.
	typedLine = prefilter.MustCompile(`^[ \t]*([A-Za-z_$][\w.$\[\]-]{0,79})((?:[ \t]+[^\s/]{1,30}){1,2})$`)
)

// isCommented reports whether a line is an attribute with what it is behind two slashes.
func isCommented(line string) bool {
	if !strings.Contains(line, "//") {
		return false
	}
	_, ok := lineField(line)
	return ok
}

// lineField reads a line as an attribute; ok reports whether all words of it are known.
func lineField(line string) (f field, ok bool) {
	line = strings.TrimRight(line, " \t\r\n\\")
	m := commented.FindStringSubmatch(line)
	if m == nil {
		if m = typedLine.FindStringSubmatch(line); m == nil {
			return f, false
		}
		m = append(m, "")
	}
	f.name, f.text = m[1], m[3]
	for word := range strings.FieldsSeq(m[2]) {
		switch need := needOf(strings.ToLower(word)); {
		case need != "":
			f.need = need
		case vocabulary.NeedOf(word) != vocabulary.Unsaid && word[0] >= 0x80:
			f.need = word
		case f.typ == "" && isType(word):
			f.typ = word
		default:
			return f, false
		}
	}
	return f, f.typ != "" || f.text != ""
}

// Lines reads the lines that begin at text[start:], each an attribute with what it is behind two
// slashes, right below the label that announces them:
//
//	Parameters:
//	colour string // Which one.
//	size int optional // How large.
//
// t is nil where no label announces them, or where one of the lines is none.
func Lines(text string, start int, announced bool) (t *table.Table, next int) {
	var items []item
	typed := false
	next = start
	for i := start; i < len(text); {
		end := lineEnd(text, i)
		line := strings.TrimRight(text[i:end], " \t\r\n")
		if strings.TrimSpace(line) == "" {
			break
		}
		f, ok := lineField(line)
		if !ok {
			return nil, max(next, lineEnd(text, start))
		}
		typed = typed || f.typ != ""
		items = append(items, item{field: f, start: i + len(line) - len(strings.TrimLeft(line, " \t")), end: i + len(line)})
		i, next = end, end
	}
	if !announced || len(items) == 0 || !typed {
		return nil, max(next, lineEnd(text, start))
	}
	return tableOf(items, start, next), next
}
