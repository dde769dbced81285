package dialect

import "strings"

// A docBuilder gathers the pieces of a description, which need not follow each
// other in the page.
type docBuilder struct{ parts []string }

// add takes page[start:end]. Lines after the first lose the indentation that
// the first one has, so that nested text reads as if it stood at column 0.
func (d *docBuilder) add(page string, start, end int) {
	indent := start - (strings.LastIndexByte(page[:start], '\n') + 1)
	if text := dedent(page[start:end], indent); text != "" {
		d.parts = append(d.parts, text)
	}
}

func (d *docBuilder) String() string { return strings.Join(d.parts, "\n\n") }

func dedent(text string, indent int) string {
	text = strings.TrimRight(text, " \t\n")
	if !strings.Contains(text, "\n") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines[1:] {
		cut := 0
		for cut < len(line) && cut < indent && line[cut] == ' ' {
			cut++
		}
		lines[i+1] = strings.TrimRight(line[cut:], " \t")
	}
	return strings.Join(lines, "\n")
}
