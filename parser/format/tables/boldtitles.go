package tables

import (
	"sort"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// boldLine is a paragraph that is one line in bold.
	boldLine = prefilter.MustCompile(`^(?:\*\*[^*\n]{2,80}\*\*|__[^_\n]{2,80}__)$`)
	// outlineLabel is a line of code that labels the lines below it, which are indented.
	outlineLabel = prefilter.MustCompile(`^[A-Z0-9][\w /'-]{1,50}:(?:\s*\([^()]{0,80}\))?\s*$`)
)

// fewestBold is how many lines in bold stand above endpoints on a page whose endpoints have
// such titles.
const fewestBold = 2

// leastOutline is how many blanks stand before the labels of an outline.
const leastOutline = 4

// farthestBold is how many paragraphs stand at most between such a title and its endpoint.
const farthestBold = 2

// headBold makes headings of lines in bold above statements of endpoints, one level below
// the heading that they stand under: pages title endpoints so.
func (s *document) headBold() {
	var titles []int
	for i := range s.blocks {
		if s.isBoldTitle(i) {
			titles = append(titles, i)
		}
	}
	if len(titles) < fewestBold && !(len(titles) == 1 && s.partsEndpoints(titles[0])) {
		return
	}
	level, next := 1, 0
	for i := range s.blocks {
		b := &s.blocks[i]
		if next < len(titles) && titles[next] == i {
			title := strings.Trim(strings.TrimSpace(s.text[b.start:b.end]), "*_")
			b.kind, b.level, b.title, b.plain = headingBlock, min(level+1, 6), title, strings.TrimSpace(prose.Plain(title))
			next++
		} else if b.kind == headingBlock {
			level = b.level
		}
	}
}

// partsEndpoints reports whether a line in bold stands between two endpoints below one heading:
// the first has that for its title, and so the second has the line.
func (s *document) partsEndpoints(i int) bool {
	for i--; i >= 0 && s.blocks[i].kind != headingBlock; i-- {
		if s.statesAlone(&s.blocks[i]) {
			return true
		}
	}
	return false
}

// isBoldTitle reports whether a block is a line in bold that names no part of an endpoint,
// with nothing but text between it and the statement of one.
func (s *document) isBoldTitle(i int) bool {
	b := &s.blocks[i]
	if b.kind != textBlock {
		return false
	}
	text := strings.TrimSpace(s.text[b.start:b.end])
	if !boldLine.MatchString(text) || s.statesAlone(b) {
		return false
	}
	title := prose.Plain(text)
	if section, _ := sectionOf(title); section != vocabulary.Unknown || statement.NamesPart(title) || strings.HasSuffix(title, ":") || strings.HasSuffix(title, "：") {
		return false
	}
	for k := i + 1; k < len(s.blocks) && k <= i+1+farthestBold; k++ {
		next := &s.blocks[k]
		if next.kind != textBlock && next.kind != fenceBlock {
			return false
		}
		if s.statesAlone(next) {
			return true
		}
		if next.kind == fenceBlock || boldLine.MatchString(strings.TrimSpace(s.text[next.start:next.end])) {
			return false
		}
	}
	return false
}

// statesAlone reports whether a block states an endpoint in a form that is no list. Other
// than states it needs no outline of the page, which bold titles are yet to become part of.
func (s *document) statesAlone(b *block) bool {
	i := sort.Search(len(s.found), func(i int) bool { return s.found[i].Start >= b.start })
	return i < len(s.found) && s.found[i].Start < b.end && s.found[i].Form == statement.Stated && !s.found[i].URL
}

// outlined cuts code that only its indentation marks where its outermost lines are labels for
// what is indented below them: each is a text, and what stands below it a block of code.
func outlined(text string, blocks []block) []block {
	return replaced(blocks, func(b block) []block { return outlineOf(text, b) })
}

// replaced are blocks with the parts of each that is cut in the place of it; one without parts stays.
func replaced(blocks []block, cut func(block) []block) []block {
	var out []block
	for i, b := range blocks {
		parts := cut(b)
		if len(parts) > 0 && out == nil {
			out = append(out, blocks[:i]...)
		}
		switch {
		case len(parts) > 0:
			out = append(out, parts...)
		case out != nil:
			out = append(out, b)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

func outlineOf(text string, b block) []block {
	from, to := b.inner, b.innerEnd
	if b.kind == textBlock && strings.HasPrefix(text[b.start:b.end], strings.Repeat(" ", leastOutline)) {
		from, to = b.start, b.end
	} else if b.kind != fenceBlock || !b.indented {
		return nil
	}
	var out []block
	labels, depth, at := 0, -1, from
	for line := range strings.Lines(text[from:to]) {
		start, indent := at, len(line)-len(strings.TrimLeft(line, " \t"))
		at += len(line)
		bare := strings.TrimSpace(line)
		if bare == "" {
			continue
		}
		if depth < 0 {
			depth = indent
		}
		end := start + len(strings.TrimRight(line, " \t\n"))
		switch {
		case indent < depth || indent == depth && !outlineLabel.MatchString(bare):
			return nil
		case indent == depth:
			labels++
			out = append(out, block{kind: textBlock, start: start, end: end})
		case out[len(out)-1].kind == fenceBlock:
			out[len(out)-1].end, out[len(out)-1].innerEnd = at, at
		default:
			out = append(out, block{kind: fenceBlock, start: start, end: at, inner: start, innerEnd: at, indented: true})
		}
	}
	if labels < 2 {
		return nil
	}
	return out
}
