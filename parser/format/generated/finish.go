package generated

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// finish ends the reading of a method.
func (c *call) finish() {
	if len(c.doc) > 0 && c.doc[0] == c.summary {
		c.doc = c.doc[1:]
	}
}

// summarize reports once how much of the API is concluded and not printed.
func (b *builder) summarize() {
	at := source.Span{}
	for _, s := range b.pages {
		if len(s.calls) > 0 {
			at = s.file.Span(s.calls[0].row, s.calls[0].row)
			break
		}
	}
	if at == (source.Span{}) {
		return
	}
	var parts []string
	for _, where := range []string{inQuery, inForm, inHeader, inBody} {
		if n := b.inferred[where]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d in the %s", n, map[string]string{inQuery: "query", inForm: "form", inHeader: "headers", inBody: "body"}[where]))
		}
	}
	if len(parts) > 0 {
		b.diags.Add("inferred-location", diag.Info, at, "the pages do not say where parameters travel that are no part of a path: %s, by their types, their names and the content types", strings.Join(parts, ", ")).
			Help = "look at a request of each kind"
	}
	if b.unmarked > 0 {
		b.diags.Add("inferred-required", diag.Info, b.unmarkedAt, "nothing says of %d parameters whether they are required: bodies are, others are not", b.unmarked)
	}
	b.tellCasing(at)
}

// tellCasing reports that names are printed as the client has them.
func (b *builder) tellCasing(at source.Span) {
	switch c := b.casing; {
	case b.recased == 0:
	case !c.isKnown():
		b.diags.Add("inferred-casing", diag.Warning, at, "the pages print names as the client has them, and nothing shows how they travel: %d of them are taken for %s", b.recased, c.wire).
			Help = "look at one request, and compare the names"
	default:
		b.diags.Add("inferred-casing", diag.Info, at, "the pages print names as the client has them (%s): %d of them travel as %s, which %d names have in paths and descriptions", c.client, b.recased, c.wire, c.votes[c.wire])
	}
}

// profile is what was concluded about the reference as a whole.
func (b *builder) profile() map[string]string {
	out := map[string]string{"names on the wire": string(b.casing.wire)}
	if b.casing.client != "" {
		out["names on the pages"] = string(b.casing.client)
	}
	if b.language != "" {
		out["client"] = b.language
	}
	return out
}
