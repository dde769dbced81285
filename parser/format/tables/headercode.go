package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// shownHeader is a header with its value.
var shownHeader = prefilter.MustCompile(`(?m)^[ \t]*"?([A-Za-z][A-Za-z0-9_-]*)"?[ \t]*: *\S`)

// transportHeaders are headers that every client sends by itself.
var transportHeaders = map[string]bool{"content-type": true, "accept": true, "host": true, "content-length": true, "user-agent": true, "connection": true, "accept-encoding": true}

// checkHeaderCode tells of headers that code below a label for headers shows: values of an
// example state none.
func (r *reading) checkHeaderCode(c *call) {
	if r.quiet {
		return
	}
	for _, p := range c.parts {
		if p.kind != fenceBlock || p.section != vocabulary.Header {
			continue
		}
		for _, m := range shownHeader.FindAllStringSubmatchIndex(r.document.text[p.inner:p.innerEnd], -1) {
			name := r.document.text[p.inner+m[2] : p.inner+m[3]]
			if transportHeaders[strings.ToLower(name)] {
				continue
			}
			r.problems = append(r.problems, decl.Problem{Code: "example-only", Severity: diag.Info, Start: p.inner + m[2], End: p.inner + m[3],
				Message: "the code shows the header " + quoted(name) + ", which no table lists; it is no part of the method", Help: "list it in a table of headers"})
		}
	}
}

// isLabelled reports whether what a part is about is said right above it.
func (s *document) isLabelled(p part) bool {
	i := s.blockAt(p.start)
	return i > 0 && s.blocks[i-1].kind != fenceBlock && s.announced(i) == p.section
}
