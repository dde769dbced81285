package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// titleItem is the first line of an item that may title what stands below it: 1. Sign in.
var titleItem = prefilter.MustCompile("^[ \\t]*(?:[0-9]{1,3}[.)]|[-*+])[ \\t]+([^ \\t\\n][^\\n]{0,79})$")

// mostBlank is how many bytes may part such a line from the labels below it.
const mostBlank = 8

// headItems makes headings of the first lines of items right above an endpoint in labelled lines, one
// level below the heading that they stand under:
//
//  1. Sign in
//     Endpoint: `/sessions`
//     Method: `POST`
func (s *document) headItems() {
	var titles [][2]int
	for _, f := range s.found {
		if f.Labelled {
			if start, end := s.titleItemAbove(f); end > 0 && (len(titles) == 0 || titles[len(titles)-1][0] < start) {
				titles = append(titles, [2]int{start, end})
			}
		}
	}
	if titles = s.sharedItems(titles); len(titles) == 0 {
		return
	}
	out := make([]block, 0, len(s.blocks)+2*len(titles))
	level := 1
	for _, b := range s.blocks {
		if b.kind == headingBlock {
			level = b.level
		}
		for b.kind == textBlock && len(titles) > 0 && titles[0][0] < b.end {
			at := titles[0]
			titles = titles[1:]
			if at[0] < b.start || at[1] > b.end {
				continue
			}
			out = s.appendText(out, b.start, at[0])
			title := strings.TrimRight(titleItem.FindStringSubmatch(s.text[at[0]:at[1]])[1], " :：")
			out = append(out, block{kind: headingBlock, start: at[0], end: at[1], level: min(level+1, 6), title: title, plain: strings.TrimSpace(prose.Plain(title))})
			b.start = at[1]
		}
		if b.kind == textBlock {
			out = s.appendText(out, b.start, b.end)
		} else {
			out = append(out, b)
		}
	}
	s.blocks = slices.Clip(out)
}

// sharedItems are those of the lines of items that stand below one heading with others: where one
// stands alone, the heading is the title of the endpoint.
func (s *document) sharedItems(titles [][2]int) (out [][2]int) {
	next, first := 0, 0
	for i := 0; i <= len(s.blocks); i++ {
		if i < len(s.blocks) && s.blocks[i].kind != headingBlock {
			continue
		}
		for next < len(titles) && (i == len(s.blocks) || titles[next][0] < s.blocks[i].start) {
			next++
		}
		if next-first > 1 {
			out = append(out, titles[first:next]...)
		}
		first = next
	}
	return out
}

// appendText appends the text between two offsets to blocks, where it has one.
func (s *document) appendText(out []block, start, end int) []block {
	trimmed := strings.TrimRight(s.text[start:end], " \t\n")
	if lead := len(trimmed) - len(strings.TrimLeft(trimmed, "\n")); trimmed != "" {
		out = append(out, block{kind: textBlock, start: start + lead, end: start + len(trimmed)})
	}
	return out
}

// titleItemAbove returns where the line begins and ends that is an item right above the labelled
// lines of an endpoint and titles it, or zeros.
func (s *document) titleItemAbove(f statement.Finding) (start, end int) {
	before := strings.TrimRight(s.text[:f.Start], " \t\n")
	if f.Start-len(before) > mostBlank || before == "" {
		return 0, 0
	}
	start = strings.LastIndexByte(before, '\n') + 1
	line, first := before[start:], s.text[f.Start:lineEnd(s.text, f.Start)]
	m := titleItem.FindStringSubmatch(line)
	if m == nil || itemMark.MatchString(first) && indentOf(first) <= indentOf(line) {
		return 0, 0
	}
	title := prose.Plain(m[1])
	if section, _ := sectionOf(title); section != vocabulary.Unknown || statement.NamesPart(title) || strings.ContainsAny(title, "/:：") {
		return 0, 0
	}
	return start, len(before)
}

// itemMark begins an item of a list.
var itemMark = prefilter.MustCompile(`^[ \t]*(?:[0-9]{1,3}[.)]|[-*+])[ \t]`)

// indentOf is how many blanks a line begins with.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
