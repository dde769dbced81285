package main

import (
	"fmt"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// unknownFormat is the code of what pages state in formats that nobody read.
const unknownFormat diag.Code = "unknown-format"

// unreadDocument is the code of documents that are of no version which docgen reads.
const unreadDocument diag.Code = "unread-document"

// stated is how many endpoints the pages state that are in no method.
func stated(found diag.List) int {
	n := 0
	for _, d := range found {
		if d.Code == unknownFormat && d.Severity == diag.Error {
			n++
		}
	}
	return n
}

// warnEmpty says on standard error that pages which state endpoints gave no
// method. What says so besides is errors, which make the run one with findings.
func (s *session) warnEmpty(r *reference, ref string) {
	if n := r.stated; n > 0 && methods(r.api) == 0 {
		fmt.Fprintf(s.stderr, "docgen: no method was read from %s, whose pages state endpoints (%s); %s\n", ref, count(n, "error"), parser.DescribeFormats())
	}
}

// describeFormats returns what docgen reads, for pages that gave nothing; where all that is wrong
// with them is told by errors about whole documents, what to do is told with these.
func (r *reference) describeFormats() string {
	for _, d := range r.found {
		if d.Code == unreadDocument && d.Severity == diag.Error {
			return "see the errors above"
		}
	}
	return parser.DescribeFormats()
}

// isEmpty reports whether nothing was read that a document could hold, or nothing
// of the endpoints that the pages state.
func (r *reference) isEmpty() bool {
	return methods(r.api) == 0 && (len(r.api.Types) == 0 || r.stated > 0)
}
