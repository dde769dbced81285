package golang

import (
	"net/textproto"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/templates"
)

// packageDoc is the documentation of a generated package.
func (g *generator) packageDoc() []string {
	title := oneLine(g.api.Title)
	if title == "" {
		title = "an HTTP API"
	}
	doc := join(
		wrap("Package "+g.opts.Package+" is a client for "+title+", generated from the pages of its reference."),
		g.firstCall(), paragraphs(usage),
	)
	if len(g.conversions) > 0 {
		doc = join(doc, paragraphs(conversionUsage))
	}
	if len(g.accumulations) > 0 {
		doc = join(doc, paragraphs(accumulateUsage))
	}
	if len(g.polls) > 0 {
		doc = join(doc, paragraphs(pollUsage))
	}
	if g.hasKind(model.KindUnion) {
		doc = join(doc, paragraphs(unionUsage))
	}
	for _, part := range Parts(g.api, g.opts) {
		doc = join(doc, paragraphs(partUsage[part]))
	}
	return join(doc, g.index())
}

func (g *generator) hasKind(k model.Kind) bool {
	for _, t := range g.api.Types {
		if t.Type != nil && t.Type.Kind == k && naming.Declared(t.Type) {
			return true
		}
	}
	return false
}

var usage = strings.TrimSpace(`
A Client leads to the operations, each a method that takes a context first and options last:
what it needs in the path as arguments, everything else in one struct. The struct is an argument
where anything in it is required; otherwise it is one of the options and may be left out, so that
no optional parameter or body that the API adds breaks a call.

A required member of an object is a plain field, and so is a union that may be absent: it is
while it has no variant. Others that may be absent, and all that may be null, are an Opt, made
with Some, Int, Float and Null and read with Get or Or. A member that takes any value is raw JSON, which keeps numbers exactly; MustJSON makes it.
IsKnown reports whether the value of an open enum is one of its constants. A required member of
one value is a Const, which is written by itself; its String is what was read.
Functions whose names begin with New make what requests take; they stand below the types.

What was read is written again without loss. Each object has a map Extra with what its fields
cannot hold, by the name of the member: members that the pages do not describe, values that do
not fit their field or that it would write otherwise, and, as nil, required members that were
missing. Encoding takes what Extra has for a field until the program sets the field to another
value than zero, or an Opt to any; delete(v.Extra, "name") makes zeros of a plain field count,
those in a list or a map too.

A value that does not fit leaves its field, or its place in a list or a map, at zero. Misfits
lists what in a result is not as the pages say; WithStrictResponses makes it an error, and
WithMisfitHook tells of it.

A response whose status is no success becomes an *Error, and so does one of success without
content or that is not JSON, whose text the Error has. A request that a fault of the
connection or of the server stopped is sent again, see WithMaxRetries. WithSigner adds what an API
demands that has requests signed. WithResponse gives the headers of any response, WithMiddleware
and WithLogger see each request. Give WithHTTPClient a DoerFunc to test code without a network.

What was read is JSON again with MustJSON, members and variants that are newer than this package
included; RawJSON of an object is what the server wrote, as long as somebody holds an object of the
same response, and WithRawJSON keeps that of a result that does not fit. WithJSON sends a member that is newer,
and DoRequest a whole request. DetailOf is the
object of an error as the type that the API documents for its status.
`)

var conversionUsage = strings.TrimSpace(`
A method ToParam of what a response has is the same as a request takes it, without members that the
request does not know and nulls that it does not take. A variant that is newer than this package
stays as it is.
`)

var accumulateUsage = strings.TrimSpace(`
Accumulate of a result adds up the events of a stream while they are ranged over.
`)

var pollUsage = strings.TrimSpace(`
A method whose name ends in AndPoll asks again until the status is one that no other follows; see
WithPollInterval.
`)

var unionUsage = strings.TrimSpace(`
A union is a struct with a Value, to be used in a type switch. Variants are values and not
pointers; As finds both. A nil pointer is written as null, and As finds none in it. Value is nil
for a variant that is newer than this package; RawJSON has it. What is a variant of two unions can
be asserted as one of the other: v, ok := item.Value.(OtherVariant).
`)

// partUsage is about parts of the runtime that not every package has.
var partUsage = map[string]string{
	templates.PartPaging: strings.TrimSpace(`
A method whose name ends in AutoPaging gives the elements of all pages of a list, to be ranged
over: each with an error, which is not nil at most for the last. A list of which an element
does not fit ends with an error.
`),
	templates.PartWebhook: strings.TrimSpace(`
UnwrapWebhook checks the signature of a webhook and reads it as the type of its event. Where the
type of all events is known, a function of its own gives it; it stands below the type.
`),
	templates.PartStream: strings.TrimSpace(`
A Stream is a response that arrives value by value; range over its method All. Events that are
newer than this package do not end it; Misfits of it has those that are no value. A message that
tells of an error is an *Error, and so is one that is not JSON or not whole.
`),
}

func canonicalHeader(name string) string { return textproto.CanonicalMIMEHeaderKey(name) }
