package tables

import (
	"path"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// pathAlone is a text that is but a path, perhaps behind a label: URL: `/boats/{id}`.
var pathAlone = prefilter.MustCompile("^(?:[-*+] )?(?:[*_]*[\\pL ]{1,30}[*_]*\\s*[:：][*_]*\\s*)?`?(?:https?://[^/\\s`]+)?(/[A-Za-z][^\\s`|]*)`?$")

// checkVerbless reports paths that stand alone above a table of attributes, without a
// verb: they are no methods, and what stands below them is that of none.
func (r *reading) checkVerbless(known *statement.Known) {
	s := r.document
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != textBlock && b.kind != fenceBlock || s.callAt(b.start) != nil {
			continue
		}
		text := s.text[b.start:b.end]
		if b.kind == fenceBlock {
			text = s.text[b.inner:b.innerEnd]
		}
		m := pathAlone.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil || path.Ext(m[1]) != "" || isStated(known, m[1]) || !s.hasFacts(b.end, s.sectionOfBlock(i)) {
			continue
		}
		r.problem(b.start, b.end, "verbless-endpoint", "the path "+quoted(m[1])+" stands above a table of attributes without a verb: it is no method, and the table is read as a type or not at all",
			"say the verb before the path, or which it is in a line of its own: Method: GET")
	}
}

// checkOwnerless reports tables that a label announces as parameters of a request where
// no endpoint is stated above them.
func (r *reading) checkOwnerless() {
	s := r.document
	for _, t := range s.types {
		i := s.blockAt(t.block.start)
		if section := s.announced(i); t.call != nil || t.enum || t.choice || !isFactSection(section) || section == vocabulary.Response || r.isShared(i) {
			continue
		}
		r.problem(t.block.start, t.block.table.HeadRow.End, "ownerless-parameters", "this table lists parameters of a request, but no endpoint is stated above it: it is read as a type that no method uses, unless a link leads to it",
			"state the endpoint, a verb and a path alone, above the table")
	}
}

// isShared reports whether a heading above a block says that it is about many endpoints.
func (r *reading) isShared(i int) bool {
	s := r.document
	for at := s.headed[i]; at >= 0; at = s.tip[at] {
		if sharedWord.MatchString(s.blocks[at].plain) {
			return true
		}
	}
	return false
}

var sharedWord = prefilter.MustCompile(`(?i)\b(?:common|shared|global|general|public|standard|pagination|paging|authentication|authorization|signature|websocket|events?|webhooks?)\b|公共|通用|全局|分页|鉴权|签名|认证|推送|回调`)

// isStated reports whether an endpoint has a path, with any verb.
func isStated(known *statement.Known, path string) bool {
	for _, verb := range []string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"} {
		if known.Has(statement.Operation{Verb: verb, Path: path}) {
			return true
		}
	}
	return false
}

// sectionOfBlock is where the section of a block ends: at the next heading that is not below
// the last one before it.
func (s *document) sectionOfBlock(i int) int {
	level := 7
	if at := s.headed[i]; at >= 0 {
		level = s.blocks[at].level
	}
	for i++; i < len(s.blocks); i++ {
		if s.blocks[i].kind == headingBlock && s.blocks[i].level <= level {
			return s.blocks[i].start
		}
	}
	return len(s.text)
}
