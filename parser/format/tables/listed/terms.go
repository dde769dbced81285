package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
)

// longestTerm is how many bytes the line of a term has.
const longestTerm = 160

// Terms reads the list of terms with definitions that begins at text[start:]:
//
//	colour
//	: String. Which one.
//
// t is nil where there is none, or where its terms are no attributes; announced says
// that a label before it says so. next is where the list ends, or start.
func Terms(text string, start int, announced bool) (t *table.Table, next int) {
	var items []item
	next = start
	for i := start; i < len(text); {
		it, end := term(text, i)
		if end == i {
			break
		}
		items = append(items, it)
		next = end
		for i = end; i < len(text); {
			line := lineEnd(text, i)
			if strings.TrimSpace(text[i:line]) != "" {
				break
			}
			i = line
		}
	}
	if !areAttributes(items, announced) {
		return nil, next
	}
	return tableOf(items, start, next), next
}

// IsTerm reports whether a term with a definition begins at text[i:], by two lines.
func IsTerm(text string, i int) bool {
	end := lineEnd(text, i)
	return end < len(text) && isDefinition(text[end:lineEnd(text, end)]) && isTermLine(text[i:end])
}

func isTermLine(line string) bool {
	return len(line) <= longestTerm && strings.TrimSpace(line) != "" && indentOf(line) < 4 && !strings.ContainsRune("#>|-<", rune(line[0])) && !isDefinition(line)
}

func isDefinition(line string) bool {
	return len(line) > 2 && line[0] == ':' && (line[1] == ' ' || line[1] == '\t')
}

// term reads one term with its definition and returns where it ends.
func term(text string, i int) (item, int) {
	if !IsTerm(text, i) {
		return item{}, i
	}
	head := lineEnd(text, i)
	it := item{start: i}
	var lines []string
	end := head
	for at := head; at < len(text); {
		next := lineEnd(text, at)
		line := strings.TrimRight(text[at:next], " \t\n")
		blank := at > head && strings.TrimSpace(text[lastLine(text, at):at]) == ""
		switch {
		case line == "":
			at = next
			continue
		case isDefinition(line):
			lines = append(lines, strings.TrimSpace(line[1:]))
		case at > head && indentOf(line) == 0 && (blank || IsTerm(text, at) || strings.ContainsRune("#`<|", rune(line[0]))):
			at = len(text)
			continue
		default:
			lines = append(lines, strings.TrimSpace(line))
		}
		end, it.end = next, at+len(line)
		at = next
	}
	name := strings.TrimSpace(text[i:head])
	if !strings.HasPrefix(name, "`") && !strings.HasPrefix(name, "*") {
		if cut, rest, ok := strings.Cut(name, " "); ok {
			name = "`" + cut + "` " + rest
		} else {
			name = "`" + name + "`"
		}
	}
	first := ""
	if len(lines) > 0 {
		first, it.body = lines[0], strings.Join(lines[1:], "\n")
	}
	it.field = fieldOf(name + " - " + first)
	if it.openText() {
		it.field, it.body = fieldOf(name+" - "+strings.Join(lines, " ")), ""
	}
	return it, end
}

// lastLine is where the line before offset at begins.
func lastLine(text string, at int) int { return strings.LastIndexByte(text[:at-1], '\n') + 1 }
