package page

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Reader turns stretches of a page into blocks. It may be used for many
// pages, by one goroutine at a time.
type Reader struct{ md parser.Parser }

// NewReader returns a Reader that gives goldmark only the block parsers that
// reference pages need and no inline parser: code spans that matter stand
// alone in their paragraph and are found without one.
func NewReader() *Reader { return &Reader{} }

func newMarkdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(util.Prioritized(rawParagraphs{}, 100)),
	)
}

// A Text is a page in the two forms that reading it takes.
type Text struct {
	Bytes  []byte
	String string
}

// Blocks reads the text from start to end, whole lines without a heading at
// column 0. Code spans are parts of the Text's String.
func (r *Reader) Blocks(t *Text, start, end int) []Block {
	if r.md == nil { // formats that read lines never ask for it
		r.md = newMarkdown()
	}
	root := r.md.Parse(text.NewReader(t.Bytes[start:end]))
	c := converter{text: t.String[start:end], base: start}
	return c.blocks(root.FirstChild())
}

// rawParagraph replaces goldmark's paragraphs so that no inline pass runs over
// their text.
type rawParagraph struct{ ast.BaseBlock }

var kindRawParagraph = ast.NewNodeKind("RawParagraph")

func (*rawParagraph) Kind() ast.NodeKind { return kindRawParagraph }
func (*rawParagraph) IsRaw() bool        { return true }
func (p *rawParagraph) Dump(source []byte, level int) {
	ast.DumpHelper(p, source, level, nil, nil)
}

type rawParagraphs struct{}

func (rawParagraphs) Transform(p *ast.Paragraph, _ text.Reader, _ parser.Context) {
	raw := &rawParagraph{}
	raw.SetLines(p.Lines())
	raw.SetBlankPreviousLines(p.HasBlankPreviousLines())
	p.Parent().ReplaceChild(p.Parent(), p, raw)
}

// A converter copies what docgen needs out of goldmark's tree, which then is
// garbage.
type converter struct {
	text string
	base int
}

func (c *converter) blocks(first ast.Node) []Block {
	if first == nil {
		return nil
	}
	var out []Block
	for n := first; n != nil; n = n.NextSibling() {
		if b, ok := c.block(n); ok {
			out = append(out, b)
		}
	}
	return out
}

func (c *converter) block(n ast.Node) (Block, bool) {
	switch n := n.(type) {
	case *ast.List:
		return c.list(n)
	case *ast.FencedCodeBlock:
		return c.fence(n), true
	case *rawParagraph:
		return c.lines(Paragraph, n)
	case *ast.ThematicBreak:
		pos := c.pos(n)
		return Block{Kind: Other, Start: c.base + pos, End: c.base + c.eol(pos)}, true
	default:
		return c.lines(Other, n)
	}
}

func (c *converter) lines(kind Kind, n ast.Node) (Block, bool) {
	lines := n.Lines()
	if lines.Len() == 0 {
		pos := c.pos(n) // a heading without text
		return Block{Kind: kind, Start: c.base + pos, End: c.base + c.eol(pos)}, n.Pos() >= 0
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if end > start && c.text[end-1] == '\n' {
		end--
	}
	return Block{Kind: kind, Start: c.base + start, End: c.base + end}, true
}

// pos is where a node begins. goldmark counts columns of a tab that is not there,
// and has no place for some nodes.
func (c *converter) pos(n ast.Node) int { return min(max(n.Pos(), 0), len(c.text)) }

func (c *converter) eol(pos int) int {
	pos = min(pos, len(c.text))
	if n := strings.IndexByte(c.text[pos:], '\n'); n >= 0 {
		return pos + n
	}
	return len(c.text)
}

func (c *converter) fence(n *ast.FencedCodeBlock) Block {
	start := c.pos(n)
	b := Block{Kind: Fence, Start: c.base + start}
	if n.Info != nil {
		b.Info = strings.TrimSpace(c.text[n.Info.Segment.Start:n.Info.Segment.Stop])
	}
	last := c.eol(start)
	b.InnerStart, b.InnerEnd = c.base+min(last+1, len(c.text)), c.base+min(last+1, len(c.text))
	if lines := n.Lines(); lines.Len() > 0 {
		last = lines.At(lines.Len() - 1).Stop
		b.InnerEnd = c.base + last
	} else {
		last = min(last+1, len(c.text))
	}
	b.End = c.base + c.closing(last)
	return b
}

// closing returns the end of the closing fence after the offset last, or last
// itself where the fence was never closed.
func (c *converter) closing(last int) int {
	end := c.eol(last)
	line := strings.TrimSpace(c.text[last:end])
	if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
		return end
	}
	return last
}

func (c *converter) list(n *ast.List) (Block, bool) {
	b := Block{Kind: List, Items: make([]Item, 0, n.ChildCount())}
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		b.Items = append(b.Items, c.item(i))
	}
	if len(b.Items) == 0 {
		return b, false
	}
	b.Start, b.End = b.Items[0].Start, b.Items[len(b.Items)-1].End
	return b, true
}

func (c *converter) item(n ast.Node) Item {
	start := c.pos(n)
	it := Item{Start: c.base + start, End: c.base + c.eol(start)}
	first := n.FirstChild()
	if p, ok := first.(*rawParagraph); ok {
		if c.codeItem(&it, p) {
			first = first.NextSibling()
		}
	}
	it.Blocks = c.blocks(first)
	content := start
	if it.IsCode {
		content = it.CodeStart - c.base
	} else if len(it.Blocks) > 0 {
		content = it.Blocks[0].Start - c.base
	}
	if k := len(it.Blocks); k > 0 {
		it.End = max(it.End, it.Blocks[k-1].End)
	}
	it.Start = c.base + c.marker(content, start)
	return it
}

// marker returns where the marker of an item begins whose content, be it a list of its
// own, begins at the offset content, perhaps before the offset pos that goldmark gives
// for the item: behind tabs that are columns of an outer item, goldmark counts on from
// the wrong column.
func (c *converter) marker(content, pos int) int {
	if content >= pos {
		return pos
	}
	before := strings.TrimRight(c.text[:content], " \t")
	if before == "" || before[len(before)-1] == '\n' {
		return content
	}
	return len(strings.TrimRight(before[:len(before)-1], "0123456789"))
}

// codeItem fills in the code span of an item that has one, perhaps with a note,
// and nothing else in its first paragraph.
func (c *converter) codeItem(it *Item, p *rawParagraph) bool {
	lines := p.Lines()
	if lines.Len() == 0 || c.text[lines.At(0).Start] != '`' {
		return false
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	span, note := cutNote(strings.TrimSpace(c.text[start:end]))
	code, ok := CodeSpan(span)
	if !ok {
		return false
	}
	it.IsCode, it.Code, it.Note = true, code, note
	it.CodeStart, it.CodeEnd = c.base+start, c.base+end
	it.End = c.base + end
	return true
}
