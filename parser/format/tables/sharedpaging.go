package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/link"
)

// pagingIn notes what a block below a heading about pagination says of all lists: the
// parameters that turn pages, and whether the header Link leads on.
func (c *shared) pagingIn(s *document, b *block) {
	switch b.kind {
	case textBlock:
		if text := s.text[b.start:b.end]; link.SpeaksOfLinkHeader(text) {
			c.pages.Link, c.pages.Span = true, c.file().Span(b.start, b.end)
		}
	case tableBlock:
		h := headOf(b.table)
		if h.name < 0 || !h.isFacts() && !h.isDescribed(b.table) {
			return
		}
		for i := range b.table.Rows {
			row := &b.table.Rows[i]
			name := prose.NameOf(row.Cell(h.name)).Text
			if !link.TurnsPages(name) {
				continue
			}
			doc := prose.Doc(row.Cell(h.description))
			c.pages.Params = append(c.pages.Params, link.PageParam{
				Name: strings.Clone(name), Doc: strings.Clone(doc), Default: prose.Default(doc), Span: c.file().Span(row.Start, row.End),
			})
		}
	}
}
