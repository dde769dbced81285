package page

import (
	"bytes"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// codeIndent is how many columns code is indented by that no fence encloses.
const codeIndent = 4

// codeStart is how indented code begins that shows requests and responses: a request
// line, a status line, a command or a value of JSON. Pages indent much else, such as what
// stands in components.
var codeStart = prefilter.MustCompile(`^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:/|https?://)\S*[^\n]*|HTTP/[0-9.]+ [1-5][0-9][0-9]\b[^\n]*|(?:Status: )?[1-5][0-9][0-9] [A-Z][A-Za-z' -]{1,40}|\$? ?curl [^\n]*|[{\[]\s*(?:["{\[\]}/][^\n]*)?|[{\[]\s*[}\]],?)\s*$`)

// IndentedCode returns where the code ends that begins with the line text[i:end] and
// that nothing but its indentation marks, or i where none begins. The line begins a block,
// which is in no list.
func IndentedCode(text []byte, i, end int) int {
	if Columns(text[i:end]) < codeIndent {
		return i
	}
	line := bytes.TrimLeft(text[i:end], " \t")
	if len(line) == 0 || bytes.IndexByte([]byte("GPDHOS12345{[c$"), line[0]) < 0 || !codeStart.Match(bytes.TrimRight(line, " \t\n")) {
		return i
	}
	last := end
	for at := end; at < len(text); {
		next := at + bytes.IndexByte(text[at:], '\n') + 1
		if next == at {
			next = len(text)
		}
		if line := text[at:next]; len(bytes.TrimSpace(line)) > 0 {
			if Columns(line) < codeIndent {
				break
			}
			last = next
		}
		at = next
	}
	return last
}

// Columns is how many columns the blanks at the start of a line take.
func Columns(line []byte) int {
	n := 0
	for _, c := range line {
		switch c {
		case ' ':
			n++
		case '\t':
			n += codeIndent - n%codeIndent
		default:
			return n
		}
	}
	return n
}

// ListScan tells, line by line, whether what follows may stand in an item of a list.
type ListScan struct{ In bool }

// See notes a line that is not blank; fresh says that it begins a block. What is indented
// belongs to the item above it.
func (s *ListScan) See(line []byte, fresh bool) {
	indent := Columns(line)
	if isItem(bytes.TrimLeft(line, " \t>")) && (indent < codeIndent || s.In) {
		s.In = true
	} else if fresh && indent < 2 {
		s.In = false
	}
}

// PassHeading notes a line with a heading that begins at an offset of it: one that stands
// in no item ends all lists.
func (s *ListScan) PassHeading(line []byte, at int) {
	s.In = at > 0 && (s.In || isItem(bytes.TrimLeft(line, " \t")))
}

// isItem reports whether a line begins an item of a list.
func isItem(line []byte) bool {
	n := 0
	for n < len(line) && n < 9 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	switch {
	case n > 0:
		return n < len(line)-1 && (line[n] == '.' || line[n] == ')') && line[n+1] == ' '
	case len(line) > 1 && bytes.IndexByte([]byte("-*+"), line[0]) >= 0:
		return line[1] == ' ' || line[1] == '\t'
	}
	return false
}
