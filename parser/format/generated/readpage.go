package generated

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/format"
)

// read reads the page and accounts for it.
func (s *pageText) read(w *format.Worker) {
	switch s.kind() {
	case methodsPage:
		s.readMethods()
	case structurePage:
		s.readStructure()
	default:
		s.readOverview()
	}
	slices.SortStableFunc(s.uses, func(a, b stretch) int { return a.start - b.start })
	w.Clear(len(s.text))
	w.Mark(0, s.page.Front.End, format.Layout)
	for _, u := range s.uses {
		w.Mark(u.start, u.end, u.use)
	}
	size := int64(len(s.text))
	s.account = &model.Page{Path: s.page.Path, Title: s.page.Front.Title, URL: s.page.Front.URL, Kind: model.PageReference}
	s.account.Bytes = w.Account(s.file, 0, len(s.text), size, &s.diags)
	for i := range s.blocks {
		if s.account.Title == "" && s.blocks[i].kind == headingBlock {
			s.account.Title = s.blocks[i].title
		}
	}
}
