package tables

import (
	"bytes"
	"html"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// A kind says what a block is.
type kind uint8

const (
	textBlock kind = iota
	headingBlock
	fenceBlock
	tableBlock
	tagBlock // a line that opens or closes a component, or a shortcode
)

// A block is a stretch of a page.
type block struct {
	kind       kind
	start, end int
	// level and title are those of a heading.
	level int
	title string
	plain string // without marks of Markdown
	// info and the content between inner and innerEnd are those of a fence.
	info            string
	inner, innerEnd int
	// indented says that only its indentation makes it one, quoted that it stands in a quote,
	// escaped that its marks are those of a text.
	indented, quoted, escaped bool
	// tagged says that tags of HTML make it one, and that its marks are entities.
	tagged bool
	// row says that the text is that of a row of the table above, which announces what follows.
	row    bool
	table  *table.Table
	head   *head // of the table
	joint  joint // of the tables whose rows it has, the last of which ends at joined
	joined int
	form   bool // of one body, parted from another one by "or"
	// says is what the text announces, once asked.
	says *label
}

// blocksOf cuts a page, given as text and as bytes, into blocks from offset from on. Tables may follow a line of
// text without a blank line, and components stand anywhere, so that lines are what
// counts. What titles announce is noted in known; mdx says that the page is one of MDX.
func blocksOf(text string, bytes []byte, from int, known titles, mdx bool) []block {
	s := &blockScan{mdx: mdx, lists: listScan{known: known}, text: text, bytes: bytes, foreign: hasForeignItems(bytes), out: make([]block, 0, fewestBlocks+strings.Count(text[from:], "\n\n"))}
	for i := from; i < len(text); {
		i = s.next(i)
	}
	s.flush(len(text))
	return s.out
}

// shortestBare is how many bytes JSON without a fence has at least: [1] is a note.
const shortestBare = 10

// fewestBlocks is room for blocks that no blank line parts from the next.
const fewestBlocks = 16

type blockScan struct {
	text  string
	bytes []byte
	out   []block
	// open is where the text block began that is not closed yet, plus one: the zero
	// value is none.
	open  int
	lists listScan
	// foreign says that the lists are of another format.
	foreign bool
	// items knows whether a line may stand in an item of a list.
	items page.ListScan
	// mdx says that no indentation makes code of a line, as components indent what they hold.
	mdx bool
}

func (s *blockScan) flush(at int) {
	if s.open == 0 {
		return
	}
	start := s.open - 1
	s.open = 0
	if end := start + len(strings.TrimRight(s.text[start:at], " \t\n")); end > start {
		b := block{kind: textBlock, start: start, end: end}
		if text := s.text[start:end]; len(text) > shortestBare && (isJSON(text) || strings.Contains(text, `\[`) && isJSON(unescapedMarks.Replace(text))) {
			b.escaped = !isJSON(text)
			b.kind, b.inner, b.innerEnd = fenceBlock, start, end // JSON without a fence
		}
		s.out = append(s.out, b)
		s.lists.saw(&s.out[len(s.out)-1], s.text)
	}
}

func (s *blockScan) add(b block) int {
	s.flush(b.start)
	s.out = append(s.out, b)
	s.lists.saw(&b, s.text)
	return b.end
}

// next reads what begins with the line at i and returns the offset after it.
func (s *blockScan) next(i int) int {
	end := lineEnd(s.text, i)
	line := s.text[i:end]
	body := strings.TrimLeft(line, " \t>")
	at := i + page.HeadingStart(s.bytes[i:end], s.items.In || s.mdx)
	if level, title, next := page.HeadingAt(s.bytes, at, end, s.open == 0); level > 0 {
		s.items.PassHeading(s.bytes[i:end], at-i)
		return s.add(block{kind: headingBlock, start: i, end: next, level: level, title: title, plain: strings.TrimSpace(prose.Plain(unanchored(statement.WithoutTags(title))))})
	}
	if body != "" && body != "\n" {
		s.items.See(s.bytes[i:end], s.open == 0)
	}
	if s.labelledAt(i, end) {
		return end
	}
	if strings.HasPrefix(body, "///") && slashTag.MatchString(line) {
		return s.add(block{kind: tagBlock, start: i, end: afterOptions(s.text, end)})
	}
	if next := max(s.cellList(i), s.preformatted(i, body)); next > i {
		return next
	}
	if t := s.listAt(i, line); t != nil {
		return s.add(block{kind: tableBlock, start: i, end: t.End, table: t})
	}
	switch {
	case body == "" || body == "\n":
		s.flush(i)
		return end
	case body[0] == '`' || body[0] == '~':
		if b, ok := s.fence(i, end); ok {
			if b.info == "" && !s.foreign && s.announcesSent(i) {
				if t := listed.Printed(s.text, b.inner, b.innerEnd); t != nil {
					b = block{kind: tableBlock, start: i, end: b.end, table: t}
				}
			}
			return s.add(b)
		}
	case body[0] == '<' || strings.HasPrefix(body, "{{") || strings.HasPrefix(body, "{%"):
		at := i + len(line) - len(strings.TrimLeft(line, " \t"))
		if t := table.HTML(s.text, at, len(s.text)); t != nil {
			return s.add(block{kind: tableBlock, start: at, end: t.End, table: t})
		}
		if isTagLine(body) {
			return s.add(block{kind: tagBlock, start: i, end: end})
		}
	}
	if s.open == 0 && !s.items.In && !s.mdx {
		if next := page.IndentedCode(s.bytes, i, end); next > i {
			return s.add(block{kind: fenceBlock, start: i, end: next, inner: i, innerEnd: next, indented: true})
		}
	}
	if strings.Contains(line, "|") {
		if t := table.Pipe(s.text, i, len(s.text)); t != nil {
			return s.add(block{kind: tableBlock, start: i, end: t.End, table: t})
		}
		if t := table.Unruled(s.text, i, len(s.text), isHeadRow); s.open == 0 && t != nil {
			return s.add(block{kind: tableBlock, start: i, end: t.End, table: t})
		}
		if s.open == 0 && s.goesOn(i, end) {
			return end
		}
	}
	if s.open == 0 {
		s.open = i + 1
	}
	return end
}

// goesOn adds the row text[i:end] to the table above it, from which but blank lines or a
// comment part it, and reports whether it did.
func (s *blockScan) goesOn(i, end int) bool {
	last := len(s.out) - 1
	if last > 0 && s.out[last].kind == tagBlock && strings.HasPrefix(strings.TrimSpace(s.text[s.out[last].start:]), "<!--") {
		last--
	}
	if last < 0 || s.out[last].kind != tableBlock || !s.out[last].table.GoOn(s.text, i, end) {
		return false
	}
	s.out[last].end = end
	s.out = s.out[:last+1]
	return true
}

// unescapedMarks are the marks that Markdown escapes in JSON without a fence.
var unescapedMarks = strings.NewReplacer(`\[`, "[", `\]`, "]", `\_`, "_", `\*`, "*", `\{`, "{", `\}`, "}", `\#`, "#", `\<`, "<", `\>`, ">")

// withQuotes is the text of a fence with its marks, where all of its quotes are entities of HTML: such
// text was escaped once too often, and no JSON.
func withQuotes(text string) string {
	if !strings.Contains(text, "&quot;") || strings.Contains(text, `"`) {
		return text
	}
	return html.UnescapeString(text)
}

// code is what a fence holds, without the blanks around it.
func (s *document) code(b *block) string {
	text := withQuotes(s.text[b.inner:b.innerEnd])
	if b.tagged {
		return strings.TrimSpace(html.UnescapeString(anyTag.ReplaceAllString(text, "")))
	}
	if b.escaped {
		return strings.TrimSpace(unescapedMarks.Replace(text))
	}
	if b.quoted {
		return strings.TrimSpace(unquoted(text))
	}
	if !b.indented {
		return strings.TrimSpace(text)
	}
	least := -1
	for line := range strings.Lines(text) {
		if n := len(line) - len(strings.TrimLeft(line, " \t")); strings.TrimSpace(line) != "" && (least < 0 || n < least) {
			least = n
		}
	}
	var out strings.Builder
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			line = "\n"
		}
		out.WriteString(line[min(least, len(line)-len(strings.TrimLeft(line, " \t"))):])
	}
	return strings.TrimSpace(out.String())
}

// unquoted is a text without the marks of a quote before its lines.
func unquoted(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		rest := strings.TrimPrefix(strings.TrimLeft(line, " \t"), ">")
		out.WriteString(strings.TrimPrefix(rest, " "))
	}
	return out.String()
}

// isTagLine reports whether a line is nothing but tags.
func isTagLine(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasSuffix(line, ">") && strings.Count(line, "<") <= 2 || strings.HasSuffix(line, "}}") || strings.HasSuffix(line, "%}")
}

// fence reads the fence whose first line is text[i:end].
func (s *blockScan) fence(i, end int) (block, bool) {
	first := []byte(s.text[i:end])
	quoted := bytes.HasPrefix(bytes.TrimLeft(first, " "), []byte(">"))
	marker, width, indent, _ := page.FenceMark(bytes.TrimLeft(first, ">"))
	if width == 0 || quoted {
		marker, width, indent, _ = page.FenceMark(bytes.TrimLeft(first, " \t>"))
	}
	if width == 0 {
		return block{}, false
	}
	b := block{kind: fenceBlock, start: i, inner: end, quoted: quoted, info: strings.TrimSpace(strings.TrimLeft(string(first), " \t>`~"))}
	at := end
	for at < len(s.text) {
		next := lineEnd(s.text, at)
		line := bytes.TrimLeft([]byte(s.text[at:next]), "> ")
		if m, n, _, bare := page.FenceMark(line); m == marker && n >= width && bare {
			b.innerEnd, b.end = at, next
			return b, true
		}
		if indent == 0 && len(line) > 1 && line[0] == '#' && quoted {
			break
		}
		at = next
	}
	b.innerEnd, b.end = at, at
	return b, true
}

func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}
