package tables

import (
	"sort"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// placeholder stands for a value in a request that is printed as it is meant.
var placeholder = prefilter.MustCompile(`<[A-Za-z][^<>\n]*>|\{[A-Za-z_][^{}":\n]*\}`)

// describesRequest reports whether a request that is printed as it is meant, with
// placeholders for what it sends, stands right above a table of its parameters: pages that
// walk through an API first, and describe each request later, state it so.
//
//	GET /v2/<name>/list
//	Host: <host>
//
// The following parameters should be specified on the request:
func (s *document) describesRequest(f statement.Finding) bool {
	return s.describesWith(f, mostDescribed)
}

// mostDescribed is how many requests of one verb share a table of parameters.
const mostDescribed = 4

// describesWith reports the same of a request with which some others share the table: those that
// stand between, with the same verb.
func (s *document) describesWith(f statement.Finding, others int) bool {
	i := s.blockAt(f.Start)
	if f.Form != statement.Listed || f.URL || i == len(s.blocks) || s.blocks[i].kind != fenceBlock {
		return false
	}
	b := &s.blocks[i]
	if f.Start >= b.inner+len("GET /")+longestLabel || !placeholder.MatchString(s.text[b.inner:b.innerEnd]) {
		return false
	}
	for k := i + 1; k < len(s.blocks); k++ {
		switch next := &s.blocks[k]; next.kind {
		case headingBlock:
			return false
		case fenceBlock: // another request of the section, which shares what is below it
			at := sort.Search(len(s.found), func(k int) bool { return s.found[k].Start >= next.inner })
			if others == 1 || at == len(s.found) || s.found[at].Start >= next.innerEnd || len(s.found[at].Operations) != 1 {
				return false
			}
			op := s.found[at].Operations[0]
			return op != f.Operations[0] && op.Verb == f.Operations[0].Verb && s.describesWith(s.found[at], others-1)
		case tableBlock:
			section := s.announced(k)
			return next.head.isFacts() && (isRequestPart(section) || section == vocabulary.Request || next.head.location >= 0)
		}
	}
	return false
}
