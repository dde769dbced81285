package generated

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/page"
)

// A pageText is one page, cut into blocks, with what was read of it.
type pageText struct {
	page   *format.Page
	text   string
	blocks []block
	number int // of the file among those of the run
	file   *source.File

	calls []*call
	// listed are the methods of an index over several pages.
	listed    []*call
	structure *structure
	schemes   []*scheme
	// base is the URL that all paths of the page are relative to, at baseAt.
	base   string
	baseAt int

	// marked is what isMarked found, once asked.
	marked *bool

	uses    []stretch
	account *model.Page
	diags   diag.List
}

// A stretch is a part of the text and what became of it.
type stretch struct {
	start, end int
	use        format.Use
}

// A blockKind says what a block is.
type blockKind uint8

const (
	textBlock blockKind = iota
	headingBlock
	fenceBlock
	tableBlock
)

// A block is a heading, a fence, a table, or lines of text up to a blank one.
type block struct {
	kind  blockKind
	level int
	// title is that of a heading, plain.
	title      string
	start, end int
	// inner and innerEnd enclose what a fence holds; info is its first word.
	inner, innerEnd int
	info            string
	table           *table.Table
	head            columns
}

// cut cuts a page into its blocks.
func cut(p *format.Page, text []byte) *pageText {
	s := &pageText{page: p, text: string(text)}
	for i := p.Front.End; i < len(text); {
		end := lineEnd(text, i)
		line := text[i:end]
		marker, width, indent, _ := page.FenceMark(line)
		level, title := page.ATXHeading(line)
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			i = end
			continue
		case width > 0:
			f := page.FenceAt(text, i, end, marker, width, indent)
			info, _, _ := strings.Cut(f.Info, " ")
			s.add(block{kind: fenceBlock, start: i, end: f.End, inner: f.Inner, innerEnd: f.InnerEnd, info: strings.ToLower(info)})
		case level > 0:
			s.add(block{kind: headingBlock, level: level, title: plainTitle(title), start: i, end: end})
		default:
			if t := table.Pipe(s.text, i, len(s.text)); t != nil {
				s.addTable(t)
			} else {
				s.add(block{start: i, end: s.textEnd(text, end)})
			}
		}
		i = s.blocks[len(s.blocks)-1].end
	}
	return s
}

func (s *pageText) add(b block) { s.blocks = append(s.blocks, b) }

// textEnd is where the lines of text end whose first one ends at end.
func (s *pageText) textEnd(text []byte, end int) int {
	for end < len(text) {
		next := lineEnd(text, end)
		line := text[end:next]
		_, width, _, _ := page.FenceMark(line)
		level, _ := page.ATXHeading(line)
		if len(bytes.TrimSpace(line)) == 0 || width > 0 || level > 0 || bytes.IndexByte(line, '|') >= 0 && table.Pipe(s.text, end, len(s.text)) != nil {
			break
		}
		end = next
	}
	return end
}

// addTable adds a table with the rows that blank lines part from it: the generator
// leaves some between its rows.
func (s *pageText) addTable(t *table.Table) {
	for {
		at := t.End
		for at < len(s.text) && (s.text[at] == '\n' || s.text[at] == ' ') {
			at++
		}
		end := at
		if i := strings.IndexByte(s.text[at:], '\n'); i >= 0 {
			end = at + i + 1
		} else {
			end = len(s.text)
		}
		if !isLooseRow(s.text[at:end]) || table.Pipe(s.text, at, len(s.text)) != nil {
			break
		}
		t.Add(s.text, at, end)
		t.End = end
	}
	s.add(block{kind: tableBlock, start: t.Start, end: t.End, table: t, head: columnsOf(t.Head)})
}

// isLooseRow reports whether a line is a row that stands apart from its table: cells of
// which the first one is a name in bold letters.
func isLooseRow(line string) bool {
	line = strings.TrimLeft(line, "| ")
	return strings.HasPrefix(line, "**") && strings.Contains(line, " |")
}

func lineEnd(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// mark notes what became of a part of the text.
func (s *pageText) mark(start, end int, use format.Use) {
	s.uses = append(s.uses, stretch{start, end, use})
}

// report adds a finding about a part of the text.
func (s *pageText) report(code diag.Code, severity diag.Severity, start, end int, help, message string, args ...any) {
	s.diags.Add(code, severity, s.file.Span(start, end), message, args...).Help = help
}
