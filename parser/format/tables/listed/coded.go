package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// needAtEnd are square brackets behind a description that begin with what has to be sent:
	// [required], [optional, more than 0].
	needAtEnd = prefilter.MustCompile(`(?i)\s*\[(required|optional)\b[,;:\s]*([^\[\]]*)\]`)
	// typedName is a name with its type in square brackets: key [string]: Which one.
	typedName = prefilter.MustCompile(`^([\p{L}_$][\p{L}\p{N}_.$-]{0,79})\s+\[([^\[\]]{1,40})\]\s*[:：]`)
	nameAlone = prefilter.MustCompile(`^[a-z_$][\w.$-]{0,79}$`)
)

// Coded reads the lines of code at text[start:end], each a name with what it is behind a colon,
// and those that go on with it further to the right:
//
//	id: Which one. [required]
//	deep: [bool] with all below it
//
// It is nil where a line at the left begins with no name.
func Coded(text string, start, end int) *table.Table {
	var items []item
	base, blank := -1, false
	for i := start; i < end; {
		next := min(lineEnd(text, i), end)
		line := strings.TrimRight(text[i:next], " \t\n")
		indent := indentOf(line)
		switch {
		case strings.TrimSpace(line) == "":
			blank = true
		case blank && base > 0 && indent < base:
			i = end // a text of its own
			continue
		case base < 0 || indent <= base:
			base = indent
			it := item{field: codedField(strings.TrimSpace(line)), start: i + len(line) - len(strings.TrimLeft(line, " \t")), end: i + len(line)}
			if it.name == "" {
				return nil
			}
			items = append(items, it)
		default:
			last := &items[len(items)-1]
			last.body, last.end = strings.TrimSpace(last.body+"\n"+strings.TrimSpace(line)), i+len(line)
		}
		i = next
	}
	if len(items) == 0 {
		return nil
	}
	for i := range items {
		items[i].needAtEnd()
	}
	return tableOf(items, start, end)
}

// codedField reads a line of code that begins with a name, or is but one.
func codedField(line string) field {
	if nameAlone.MatchString(line) {
		return field{name: line}
	}
	if m := typedName.FindStringSubmatch(line); m != nil && isType(m[2]) {
		return fieldOf(m[1] + " (" + m[2] + "): " + strings.TrimSpace(line[len(m[0]):]))
	}
	return fieldOf(line)
}

// needAtEnd takes a need in square brackets off the text.
func (it *item) needAtEnd() {
	m := needAtEnd.FindStringSubmatchIndex(it.text)
	if m == nil || it.need != "" {
		return
	}
	it.need = strings.ToLower(it.text[m[2]:m[3]])
	note := strings.TrimSpace(it.text[m[4]:m[5]])
	it.text = strings.TrimSpace(it.text[:m[0]] + it.text[m[1]:])
	if note == "" {
		return
	}
	if word := strings.TrimSuffix(note, " value"); it.typ == "" && isStrict(word) {
		it.typ = word
		return
	}
	it.note(note)
}
