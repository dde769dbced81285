package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// taggedHead begins a paragraph that is one attribute: its name in bold or in code, with a
	// tag or component behind it that says more of it.
	taggedHead = prefilter.MustCompile("^ {0,3}(?:\\*\\*`?|__|`)[A-Za-z_$][\\w.$\\[\\]-]{0,79}(?:`?\\*\\*|__|`)[ \\t]*<[A-Za-z]")
	// notedHead is the head of an attribute in a line of its own, with what a site fills in for its need,
	// or with its need or type in brackets: **colour** {{ site.text.required }}
	notedHead = prefilter.MustCompile("^ {0,3}(?:\\*\\*`?|__|`)[A-Za-z_$][\\w.$\\[\\]-]{0,79}(?:`?\\*\\*|__|`)[ \\t]*(?:\\{\\{[^{}]{1,60}\\}\\}|[(（][^()（）]{2,40}[)）])[ \\t]*$")
	// filledIn is what a site fills in, up to its last word.
	filledIn = prefilter.MustCompile(`\{\{[ \t]*(?:[\w-]+\.)*([A-Za-z]+)[ \t]*\}\}`)
	// ruler is a line across the page, in Markdown or HTML.
	ruler = prefilter.MustCompile(`^ {0,3}(?:<hr\s*/?\s*>|-{3,}|\*{3,}|_{3,})[ \t]*$`)
)

// isTagged reports whether a line is the head of an attribute with a tag behind its name.
func isTagged(line string) bool {
	if !taggedHead.MatchString(line) {
		return false
	}
	f := fieldOf(strings.TrimRight(line, " \t\r\n\\"))
	return f.name != "" && f.need+f.typ != ""
}

// isNoted reports whether a line is the head of an attribute with a note of its need or type behind its
// name, alone in its paragraph.
func isNoted(text string, i int) bool {
	end := lineEnd(text, i)
	line := strings.TrimRight(text[i:end], " \t\r\n\\")
	if !notedHead.MatchString(line) || strings.TrimSpace(text[end:lineEnd(text, end)]) != "" {
		return false
	}
	f := fieldOf(withFilled(line))
	return f.name != "" && f.need+f.typ != ""
}

// withFilled is a line with the last words of what a site fills in, in brackets.
func withFilled(line string) string {
	if !strings.Contains(line, "{{") {
		return line
	}
	return filledIn.ReplaceAllString(line, "($1)")
}

// isHeadAt reports whether the line at an offset is the head of an attribute, whatever stands behind it.
func isHeadAt(text string, i int) bool { return isTagged(text[i:lineEnd(text, i)]) || isNoted(text, i) }

// Tagged reads the paragraphs that begin at text[start:], each the head of an attribute, with
// those that describe it below and perhaps rulers between them:
//
//	**colour** <Required />
//
//	Which one.
//
// t is nil where no label announces them.
func Tagged(text string, start int, announced bool) (t *table.Table, next int) {
	var items []item
	next = start
	ruled := false // whether a ruler stands above, behind the last attribute
	for i := start; i < len(text); {
		end := lineEnd(text, i)
		line := strings.TrimRight(text[i:end], " \t\r\n\\")
		switch {
		case isHeadAt(text, i):
			items = append(items, item{field: fieldOf(withFilled(line)), start: i, end: i + len(line)})
			ruled = false
		case strings.TrimSpace(line) == "":
			i = end
			continue
		case ruler.MatchString(line):
			ruled = true
		case ruled || breaks.MatchString(line) || endsTagged(line):
			i = len(text)
			continue
		default:
			last := &items[len(items)-1]
			last.body, last.end = strings.TrimSpace(last.body+"\n"+strings.TrimSpace(line)), i+len(line)
		}
		i, next = end, end
	}
	next = max(next, lineEnd(text, start))
	if !announced || len(items) == 0 {
		return nil, next
	}
	return tableOf(items, start, next), next
}

// endsTagged reports whether a line is a label or a component, which begin something else.
func endsTagged(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "<") || strings.HasPrefix(line, ":::") || strings.HasSuffix(strings.TrimRight(line, "*_"), ":") || strings.HasPrefix(line, "**") && strings.HasSuffix(line, "**")
}
