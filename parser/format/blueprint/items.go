package blueprint

import (
	"sort"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/page"
)

// An item is an item of a list, with what stands in it.
type item struct {
	// column is the one of its mark, which stands on the line that begins at start; end is
	// where the last of its lines ends.
	column, start, end int
	// head is what its first line says, from headAt on.
	head   string
	headAt int
	// keyword is what the head announces.
	keyword keyword
	// body are its lines that belong to none of its items.
	body  []line
	items []*item
}

// headEnd is where the first line ends.
func (it *item) headEnd() int { return it.headAt + len(it.head) }

// codeColumns is how far behind its mark the text of an item is code, and no item: as the
// specification indents bodies.
const codeColumns = 8

// partColumns is how much further right than a part of a message the next one may stand.
const partColumns = 4

// maxNesting is how deep items may nest; deeper ones belong to the last level.
const maxNesting = 100

// A listReader builds the items of a section, line by line. Writers of blueprints indent
// as they like, so that it goes by which marks stand further right than others, and by
// what an item is: what stands in a body is text whatever it looks like.
type listReader struct {
	s *pageText
	// mson says that the items are members of a structure, among which no word announces
	// a section of a message.
	mson  bool
	stack []*item
	// blank says that the line before was blank; fence is the open fence, if its width is
	// not 0.
	blank bool
	fence struct {
		marker        byte
		width, indent int
	}
	// end is where the lines end, and open the width from which on nothing closes a fence
	// of a mark.
	end  int
	open map[byte]int
	// deep says that items nest too deep, which was told.
	deep bool
}

// items reads the items of lines. Those of the item that it returns are they; its body is
// what stands in none of them.
func (s *pageText) items(lines []line, mson bool) *item {
	root := &item{column: -1}
	r := &listReader{s: s, mson: mson, stack: []*item{root}, open: map[byte]int{}}
	if len(lines) > 0 {
		r.end = lines[len(lines)-1].end
	}
	for _, l := range lines {
		r.line(l)
	}
	if !mson {
		s.adopt(root)
	}
	return root
}

func (r *listReader) top() *item { return r.stack[len(r.stack)-1] }

func (r *listReader) line(l line) {
	text := r.s.text[l.start:l.end]
	blank := r.blank
	r.blank = l.blank
	if l.blank || r.inFence(text, l) {
		r.add(l)
		return
	}
	head, at, ok := cutMark(text)
	if ok && !r.isRaw(l, head) {
		r.begin(l, head, l.start+at)
		return
	}
	if blank { // a paragraph of its own, of the innermost item that it stands in
		for len(r.stack) > 1 && l.indent <= r.top().column {
			r.stack = r.stack[:len(r.stack)-1]
		}
	}
	r.add(l)
}

// add adds a line to the innermost item.
func (r *listReader) add(l line) {
	r.top().body = append(r.top().body, l)
	if !l.blank {
		for _, it := range r.stack {
			it.end = l.end
		}
	}
}

// begin begins an item.
func (r *listReader) begin(l line, head string, at int) {
	for len(r.stack) > 1 && (l.indent <= r.top().column || r.top().keyword.isAsset()) || len(r.stack) > maxNesting {
		r.stack = r.stack[:len(r.stack)-1]
	}
	if len(r.stack) == maxNesting && !r.deep {
		r.deep = true
		r.s.report("deep-structure", diag.Error, l.start, l.end, "give the inner members a structure of their own", "items nest more than %d deep: those that are deeper belong to the last level", maxNesting)
	}
	parent := r.top()
	it := &item{column: l.indent, start: l.start, head: head, headAt: at}
	if !r.mson && (len(r.stack) == 1 || parent.keyword.isPayload()) {
		it.keyword = keywordOf(head)
	}
	parent.items = append(parent.items, it)
	r.stack = append(r.stack, it)
	for _, above := range r.stack {
		above.end = l.end
	}
	r.fence.width = 0
}

// isRaw reports whether a line that looks like an item is text of the body, schema or
// headers that it stands in, or of a message itself, as code.
func (r *listReader) isRaw(l line, head string) bool {
	for i := len(r.stack) - 1; i > 0; i-- {
		it := r.stack[i]
		if l.indent <= it.column {
			continue
		}
		switch {
		case it.keyword.isAsset():
			return !keywordOf(head).isPart() || l.indent >= it.column+partColumns
		case it.keyword.isPayload():
			return l.indent >= it.column+codeColumns && i == len(r.stack)-1 && keywordOf(head) == noKeyword
		}
	}
	return false
}

// inFence follows fences, within which lines are text.
func (r *listReader) inFence(text string, l line) bool {
	marker, width, indent, bare := page.FenceMark([]byte(text))
	f := &r.fence
	switch {
	case f.width > 0 && f.indent > 0 && l.indent == 0:
		f.width = 0
		return false
	case f.width > 0:
		if marker == f.marker && width >= f.width && bare {
			f.width = 0
		}
		return true
	case width > 0 && r.closes(l, marker, width):
		for r.blank && len(r.stack) > 1 && l.indent <= r.top().column {
			r.stack = r.stack[:len(r.stack)-1]
		}
		f.marker, f.width, f.indent = marker, width, indent
		return true
	}
	return false
}

// closes reports whether something ends the fence that a line begins.
func (r *listReader) closes(l line, marker byte, width int) bool {
	if least, ok := r.open[marker]; ok && width >= least {
		return false
	}
	for next := range strings.Lines(r.s.text[l.end:r.end]) {
		if m, w, _, bare := page.FenceMark([]byte(next)); m == marker && w >= width && bare {
			return true
		}
	}
	r.open[marker] = width
	return false
}

// cutMark cuts the mark off a line that begins an item.
func cutMark(text string) (head string, at int, ok bool) {
	at = len(text) - len(strings.TrimLeft(text, " \t"))
	if at+1 >= len(text) || strings.IndexByte("+-*", text[at]) < 0 || strings.IndexByte(" \t\n", text[at+1]) < 0 {
		return "", 0, false
	}
	rest := strings.TrimRight(text[at+1:], " \t\n")
	head = strings.TrimLeft(rest, " \t")
	if rule := strings.ReplaceAll(head, " ", ""); len(rule) > 1 && strings.Trim(rule, text[at:at+1]) == "" {
		return "", 0, false // a line across the page
	}
	return head, at + 1 + len(rest) - len(head), true
}

// adopt gives parts of a message that text at the beginning of a line parts from it back
// to it, with that text.
func (s *pageText) adopt(root *item) {
	kept := root.items[:0]
	var last *item
	for _, it := range root.items {
		if last != nil && it.column > last.column && it.keyword.isPart() {
			last.body = append(last.body, linesBetween(root.body, last.end, it.start)...)
			last.items, last.end = append(last.items, it), it.end
			continue
		}
		kept = append(kept, it)
		if last = it; !it.keyword.isPayload() {
			last = nil
		}
	}
	root.items = kept
}

// linesBetween are those of lines, which are in order, that stand between two offsets.
func linesBetween(lines []line, start, end int) []line {
	from := sort.Search(len(lines), func(i int) bool { return lines[i].start >= start })
	to := sort.Search(len(lines), func(i int) bool { return lines[i].end > end })
	return lines[from:max(from, to)]
}
