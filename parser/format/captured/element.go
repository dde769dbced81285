package captured

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
	"github.com/docgen-go/docgen/parser/page"
)

// An elementKind says what a line of a page is.
type elementKind uint8

const (
	textLine elementKind = iota
	headingLine
	itemLine
)

// An element is a line of a page with what is left of its form: whether it was
// indented at all.
type element struct {
	kind   elementKind
	text   string // without the bullet and the backticks of an item
	nested bool
	at     int32
	item   *decl.Item
	// level is that of a heading.
	level int
}

// A scanner tells the elements of a page apart, line by line.
type scanner struct {
	dialect dialect.Dialect
	fence   bool
}

// element reads a line. Items are bullets with one code span that the dialect
// takes for a declaration.
func (s *scanner) element(text string, at int32) element {
	e := element{text: text, at: at}
	e.text, e.nested = strings.CutPrefix(text, " ")
	if strings.HasPrefix(e.text, "```") {
		s.fence = !s.fence
		return e
	}
	if s.fence {
		return e
	}
	if n := len(text) - len(strings.TrimLeft(text, "#")); n > 0 && n <= 6 && strings.HasPrefix(text[n:], " ") {
		e.kind, e.level, e.text = headingLine, n, strings.TrimSpace(text[n:])
		return e
	}
	code, ok := itemCode(e.text)
	if !ok || s.dialect == nil {
		return e
	}
	if it := rendered.ReadItem(s.dialect, code, e.nested); it != nil {
		e.kind, e.text, e.item = itemLine, code, it
	}
	return e
}

// itemCode returns the code of a bullet that is nothing but a code span.
func itemCode(text string) (string, bool) {
	rest, ok := strings.CutPrefix(text, "- ")
	if !ok {
		return "", false
	}
	code, ok := page.CodeSpan(rest)
	return code, ok && code != ""
}
