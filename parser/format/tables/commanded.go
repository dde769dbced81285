package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// requested is the endpoint that a fence requests which is but a command of curl.
func (s *document) requested(b *block) (op statement.Operation, ok bool) {
	if b.kind != fenceBlock {
		return op, false
	}
	text := s.code(b)
	if !curl.IsCommand(text) {
		return op, false
	}
	req, err := s.requestIn(text)
	if err != nil {
		return op, false
	}
	_, target, absolute := strings.Cut(req.URL, "://")
	if !absolute {
		target = req.URL // $BASE/cranes, localhost:8080/cranes
	}
	_, path, ok := strings.Cut(target, "/")
	path, _, _ = strings.Cut(path, "?")
	return statement.Operation{Verb: req.Verb, Path: "/" + path}, ok && path != "" && !anyPath.MatchString(path)
}

// anyPath is a path whose end stands for those of all endpoints: /api/ENDPOINT.
var anyPath = prefilter.MustCompile(`(?:^|/)[<{\[]?(?:(?:YOUR|THE|SOME|ANY|API)[_-])?(?:ENDPOINT|PATH|ROUTE|RESOURCE|URI|METHOD)(?:[_-](?:PATH|NAME|URL|HERE))?[>}\]]?/?$`)

// isCommand reports whether a command of curl stands at an offset.
func (s *document) isCommand(offset int) bool {
	i := s.blockAt(offset)
	if i == len(s.blocks) || s.blocks[i].kind != fenceBlock {
		return false
	}
	is, known := s.commands[s.blocks[i].start]
	if !known {
		if s.commands == nil {
			s.commands = map[int]bool{}
		}
		is = curl.IsCommand(s.code(&s.blocks[i]))
		s.commands[s.blocks[i].start] = is
	}
	return is
}

// keepCommanded cuts the pages again whose endpoints commands show that other pages state,
// and leaves out those that know endpoints by commands alone where another format reads
// pages: they are guides to what these state.
func keepCommanded(tree *format.Tree, documents []*document) {
	var stated []statement.Operation
	for _, s := range documents {
		for _, c := range s.calls {
			if !c.sent && !s.requestsOnly {
				stated = append(stated, c.stated[0].Operations...)
			}
		}
	}
	known := knownLater(stated)
	alone := !readElsewhere(tree, documents)
	for i, s := range documents {
		s.weak = s.weak || s.stretched && !alone // a guide to what is read elsewhere
		switch {
		case (s.shownOnly || s.requestsOnly) && !alone, (s.lone || s.requestsOnly) && len(stated) > 0:
			s.calls, s.dropped = nil, true
		case slices.ContainsFunc(s.calls, func(c *call) bool {
			return c.sent && s.isCommand(c.stated[0].Start) && known().Has(c.stated[0].Operations[0])
		}):
			documents[i] = newDocument(s.page, s.bytes, s.file, s.found, tree.Marks, known())
		}
	}
}

// checkCommanded reports the requests of commands that are none of an endpoint, where such
// requests alone state the endpoints of the page, or where a table stands beside one that is
// part of no other.
func (r *reading) checkCommanded(known *statement.Known) {
	s := r.document
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != fenceBlock || !s.shownOnly && s.callAt(b.start) != nil {
			continue
		}
		op, ok := s.requested(b)
		if !ok || known.Has(op) {
			continue
		}
		if !s.shownOnly && !s.hasFacts(s.startOf(s.ruled[i]), s.endOf(statement.Finding{Start: b.start, End: b.end}, s.ruled[i])) {
			r.tellCommanded(b, op)
			continue
		}
		r.problems = append(r.problems, decl.Problem{Code: "endpoint-from-example", Severity: diag.Warning, Start: b.start, End: b.end,
			Message: "the command requests " + op.String() + ", which no line states, and nothing else says that the section is about it alone: it is no method", Help: "state it below the heading, a verb and a path alone"})
	}
}

// tellCommanded tells of a request that stands beside the endpoints of the page, below a heading
// that is part of none, and is itself no method.
func (r *reading) tellCommanded(b *block, op statement.Operation) {
	s := r.document
	if at := s.headingOf(b.start); r.quiet || at < 0 || s.inExample(b.start) || !s.opens(statement.Finding{Start: b.start, End: b.end}, at) || !ofAPI.MatchString(strings.Trim(op.Path, "/")) {
		return
	}
	r.problems = append(r.problems, decl.Problem{Code: "requested-only", Severity: diag.Info, Start: b.start, End: b.end,
		Message: "the command requests " + op.String() + ", which no page states: it is no method", Help: "state it below the heading, a verb and a path alone, with holes for what varies: GET /v1/cranes/{crane_id}"})
}
