package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// isBelowFront reports whether a fence that is but a request is the first thing but text on a page that has its
// title in its front matter, and no heading above: it stands where a heading would be.
func (s *document) isBelowFront(f statement.Finding) bool {
	i := s.blockAt(f.Start)
	if s.page.Front.Title == "" || i == len(s.blocks) || s.blocks[i].kind != fenceBlock || s.ruled[i] >= 0 || !s.opens(f, -1) {
		return false
	}
	return isRequestHead(strings.TrimSpace(s.code(&s.blocks[i])))
}

// isBelowRequest reports whether a paragraph that is but an endpoint in code stands right below a heading that
// says that it is the request.
func (s *document) isBelowRequest(f statement.Finding) bool {
	i := s.blockAt(f.Start)
	if i == 0 || i == len(s.blocks) || s.blocks[i].kind != textBlock || s.blocks[i-1].kind != headingBlock {
		return false
	}
	b := &s.blocks[i]
	section, _ := s.sectionOf(s.blocks[i-1].plain)
	return (section == vocabulary.Request || section == vocabulary.Endpoint) && s.headingOf(f.Start) >= 0 && aloneInCode.MatchString(strings.TrimSpace(s.text[b.start:b.end]))
}

// areBelowRequest reports whether each endpoint of a page stands so, whatever programs the page shows.
func (s *document) areBelowRequest() bool {
	return !slices.ContainsFunc(s.calls, func(c *call) bool { return !s.isBelowRequest(c.stated[0]) })
}
