package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// openQuery is a name in a query that has no value, or room for one: what has a value is a case.
var openQuery = prefilter.MustCompile("[?&][^=&?\\s]+=(?:[{<:\\[$&\\s`]|\\.\\.|$)|\\{[?&]")

// printsQuery reports whether the statement of an endpoint prints a query with room for values,
// whose names nothing else may list.
func (e *endpoint) printsQuery() bool {
	f := e.statement()
	text := e.call.document.text[f.Start:f.End]
	return strings.IndexByte(text, '?') >= 0 && openQuery.MatchString(text)
}

// isTitled reports whether a heading of its own says what an endpoint is for that is stated as
// one of its own elsewhere on the page.
func (e *endpoint) isTitled(leader *endpoint) bool {
	c := e.call
	return len(c.stated) == 1 && e.statement().Form == statement.Stated && !c.sent && c.title != leader.call.title && c.title != c.document.title
}

// checkAgain tells of headings that state an endpoint again, which another one lists: what they
// are for is no method of its own.
func (r *reading) checkAgain() {
	for _, e := range r.document.again {
		f := e.statement()
		r.problems = append(r.problems, decl.Problem{Code: "stated-twice", Severity: diag.Info, Start: f.Start, End: f.End,
			Message: e.op.String() + " is stated again below " + quoted(e.call.title) + ", which lists nothing: both are the method " + e.id,
			Help:    "if it takes other parameters, list them there"})
	}
}
