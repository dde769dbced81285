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
	if c.authAt > 0 && len(c.schemes) == 0 && !c.public {
		c.page.report("unread-authorization", diag.Warning, c.authAt, c.authAt, "set authentication in docgen.yaml",
			"what the page says of how %q authenticates names no credential: none is sent", c.name)
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
		b.diags.Add("inferred-required", diag.Info, b.unmarkedAt, "nothing says of %d parameters and members whether they are required: bodies are, others are not", b.unmarked)
	}
	if b.lists > 0 {
		b.diags.Add("inferred-list-style", diag.Info, b.listsAt, "the pages do not say how lists are written in a query: %d of them are sent as a=1&a=2", b.lists).
			Help = "set list_styles in docgen.yaml where the server wants another form"
	}
	if b.undescribed > 0 {
		b.diags.Add("undescribed-slot", diag.Info, b.undescribedAt, "no table describes %d of the slots of paths: they are texts", b.undescribed)
	}
	b.tellCasing(at)
}

// tellCasing reports that names are printed as the client has them.
func (b *builder) tellCasing(at source.Span) {
	shown := b.members.votes[b.members.wire] + b.params.votes[b.params.wire]
	if b.recased == 0 && (shown > 0 || len(b.members.native)+len(b.params.native) == 0) {
		return
	}
	how := fmt.Sprintf("members as %s, parameters as %s", b.members.wire, b.params.wire)
	if b.members.wire == b.params.wire {
		how = "as " + string(b.members.wire)
	}
	if shown == 0 {
		b.diags.Add("inferred-casing", diag.Warning, at, "the pages print names as the client has them, and nothing shows how they travel: they are taken to travel %s, in which %d are written in another way", how, b.recased).
			Help = "look at one request, and compare the names"
		return
	}
	b.diags.Add("inferred-casing", diag.Info, at, "the pages print names as the client has them: %d of them travel %s, as %d names do that paths and descriptions have", b.recased, how, shown)
}

// profile is what was concluded about the reference as a whole.
func (b *builder) profile() map[string]string {
	out := map[string]string{"members travel as": string(b.members.wire), "parameters travel as": string(b.params.wire)}
	if b.members.client != "" {
		out["members are printed as"] = string(b.members.client)
	}
	if b.language != "" {
		out["client"] = b.language
	}
	return out
}
