package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// commanded are the endpoints of a page that states none: each is requested by a command
// right above a table that a label announces as what is sent. Paths with anything but words
// may have values in them, which nobody can tell.
func (s *document) commanded() []statement.Finding {
	var out []statement.Finding
	for i := range s.blocks {
		b := &s.blocks[i]
		if op, ok := s.requested(b); ok && isWords(op.Path) && s.listsSent(i) {
			out = append(out, statement.Finding{Form: statement.Stated, Operations: []statement.Operation{op}, Start: b.start, End: b.end, Block: b.end})
		}
	}
	return out
}

// requested is the endpoint that a fence requests which is but a command of curl.
func (s *document) requested(b *block) (op statement.Operation, ok bool) {
	if b.kind != fenceBlock {
		return op, false
	}
	text := s.code(b)
	if !isCommand(text) {
		return op, false
	}
	req, err := curl.Read(text)
	if err != nil {
		return op, false
	}
	_, target, _ := strings.Cut(req.URL, "://")
	_, path, ok := strings.Cut(target, "/")
	path, _, _ = strings.Cut(path, "?")
	return statement.Operation{Verb: req.Verb, Path: "/" + path}, ok && path != ""
}

// statesNone reports whether a page has no statement of an endpoint.
func statesNone(found []statement.Finding) bool {
	return !slices.ContainsFunc(found, func(f statement.Finding) bool { return len(f.Operations) > 0 })
}

// listsSent reports whether the next table below block i, in its section and above any other
// fence, is announced as what is sent.
func (s *document) listsSent(i int) bool {
	for k := i + 1; k < len(s.blocks); k++ {
		switch b := &s.blocks[k]; b.kind {
		case fenceBlock:
			return false
		case headingBlock:
			if s.ruled[k] == k {
				return false
			}
		case tableBlock:
			section := s.announced(k)
			return b.head.isFacts() && isFactSection(section) && section != vocabulary.Response
		}
	}
	return false
}

// checkCommanded reports requests that a page shows whose endpoints are known by such
// requests alone, and that are none of these.
func (r *reading) checkCommanded(known *statement.Known) {
	s := r.document
	if !s.shownOnly {
		return
	}
	for i := range s.blocks {
		b := &s.blocks[i]
		if op, ok := s.requested(b); ok && !known.Has(op) {
			r.problems = append(r.problems, decl.Problem{Code: "endpoint-from-example", Severity: diag.Warning, Start: b.start, End: b.end,
				Message: "the command requests " + op.String() + ", which no line states, and no list below it says what is sent: it is no method", Help: "state it below the heading, a verb and a path alone"})
		}
	}
}
