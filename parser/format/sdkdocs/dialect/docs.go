package dialect

import "strings"

// A docBuilder gathers the pieces of a description, which need not follow each
// other in the page.
type docBuilder struct {
	parts []string
	end   int // of the last piece, in the page
}

// add takes page[start:end]. Lines after the first lose the indentation that
// the first one has, so that nested text reads as if it stood at column 0.
func (d *docBuilder) add(page string, start, end int) {
	indent := start - (strings.LastIndexByte(page[:start], '\n') + 1)
	text := dedent(page[start:end], indent)
	if text == "" {
		return
	}
	if len(d.parts) > 0 {
		d.parts = append(d.parts, gap(page, d.end, start))
	}
	d.parts = append(d.parts, text)
	d.end = end
}

// gap is what separates two pieces: one line end where they follow each other
// without a blank line, as the bullets of a tight list do.
func gap(page string, end, start int) string {
	if end <= start && strings.TrimSpace(page[end:start]) == "" && strings.Count(page[end:start], "\n") == 1 {
		return "\n"
	}
	return "\n\n"
}

func (d *docBuilder) String() string { return strings.Join(d.parts, "") }

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
