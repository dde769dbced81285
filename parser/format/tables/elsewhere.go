package tables

import (
	"slices"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// sentLike says that what is sent is told elsewhere: The body is the same as above, Takes
	// the same fields as creating one, See "Add a boat" for the payload.
	sentLike = prefilter.MustCompile(`(?i)\b(?:body|payload|parameters|params|fields|attributes|arguments)\b[^.\n]{0,50}\b(?:is|are)\b[^.\n]{0,20}\b(?:same|identical|equal)\b|\b(?:takes?|accepts?|supports?|expects?|uses?|has|with|sends?)\b[^.\n]{0,20}\bsame\b[^.\n]{0,30}\b(?:body|payload|parameters|params|fields|attributes|arguments)\b|\b(?:see|refer to)\b[^.\n]{0,60}\bfor\b[^.\n]{0,30}\b(?:body|payload|parameters|params|fields|attributes|arguments)\b|(?:请求体|请求参数|参数|请求)(?:同|与[^。\n]{1,30}(?:相同|一致))|(?:请求体|请求参数)[^。\n]{0,4}(?:参见|请参考|详见)`)
	// linkedLike is a sentence that gives an endpoint what another one takes, up to the link
	// that leads there.
	linkedLike = prefilter.MustCompile(`(?i)\b(?:body|payload|parameters|params|fields|attributes|arguments)\b[^.\[\n]{0,40}\b(?:is|are)\s+(?:exactly\s+)?(?:the\s+)?(?:same\s+as|identical\s+to)\s+(?:(?:the|those|that|of|for|in|one)\s+){0,3}\[|(?:请求体|请求参数|参数)(?:同|与)\s*\[`)
)

// told is what the texts of a call say beside its tables.
func (c *call) told() []part {
	return slices.DeleteFunc(slices.Clone(c.parts), func(p part) bool { return p.kind != textBlock })
}

// inheritLinked gives operations that list nothing what the endpoint takes to which a
// sentence about their body or their parameters links.
func (b *pageSet) inheritLinked(page []drafted, below map[heading]*drafted) {
	titled := sync.OnceValue(func() map[string]*drafted { return byTitle(page) })
	for i := range page {
		d := &page[i]
		if d.listsSent() {
			continue
		}
		for _, p := range d.endpoint.call.told() {
			text := d.reading.document.text[p.start:p.end]
			if name, whole := likeTitled(p, text); name != "" {
				if from := titled()[titleKey(name)]; whole && from != nil && from.op != d.op {
					d.inheritLike(from, p.section)
				}
				continue
			}
			from := 0
			if at := linkedLike.FindStringIndex(text); at != nil {
				from = at[1] - 1
			} else if !isSeeAlone(p, text) {
				continue
			}
			if links := prose.Links(text[from:]); len(links) > 0 {
				if from := b.draftCalled(d, below, links[0]); from != nil && from.op != d.op {
					d.inheritSent(from)
				}
			}
		}
	}
}

// seeAlone is a text that is but a link to where something is told: See: [Add a boat](#add-a-boat).
var seeAlone = prefilter.MustCompile(`(?i)^\s*(?:(?:please )?(?:see|refer to|same as|as in|参见|参考|请参考|详见|同)\s*[:：]?\s*)(?:the )?\[[^\[\]\n]{1,80}\]\([^()\s]+\)[\s.。]*$`)

// isSeeAlone reports whether all that a section of what is sent says is a link.
func isSeeAlone(p part, text string) bool {
	return (p.section == vocabulary.Request || isRequestPart(p.section)) && strings.Contains(text, "](") && seeAlone.MatchString(text)
}

// draftCalled is the operation to which a link leads, or that on the same page whose title is the
// text of the link, whose anchor is of another program.
func (b *pageSet) draftCalled(d *drafted, below map[heading]*drafted, l prose.Link) *drafted {
	if from := b.draftAt(d, below, l.Target); from != nil || !strings.HasPrefix(l.Target, "#") {
		return from
	}
	return below[heading{d.reading.document.page, Slug(l.Text)}]
}

// inheritSent adds the parameters and the body of another operation.
func (d *drafted) inheritSent(from *drafted) {
	d.inheritParams(from, "")
	if len(d.op.Body) == 0 && !bodiless(d.op.Verb) && !bodiless(from.op.Verb) {
		for _, it := range from.op.Body {
			d.op.Body = append(d.op.Body, d.inherited(from, it))
		}
	}
}

// listsSent reports whether an operation has a body, or parameters outside of its path.
func (d *drafted) listsSent() bool {
	return len(d.op.Body) > 0 || slices.ContainsFunc(d.op.Params, func(p decl.Param) bool { return p.Location != "path" })
}

// bodyLike is what sentLike says of the body.
var bodyLike = prefilter.MustCompile(`(?i)\b(?:body|payload)\b|请求体`)

// showsBody reports whether an example of a request sends a body, of which the members are
// inferred.
func (d *drafted) showsBody() bool {
	return slices.ContainsFunc(d.op.Examples, func(ex decl.Example) bool {
		if ex.Response {
			return false
		}
		req, err := d.reading.document.requestIn(ex.Text)
		return ex.Body != "" || ex.Request != nil && ex.Request.Body != "" || err == nil && req.Body != ""
	})
}

// checkElsewhere tells of operations without a body and parameters of which a text says
// that they take what is told elsewhere.
func (d *drafted) checkElsewhere() {
	if !d.endpoint.leads || len(d.op.Body) > 0 || d.showsBody() {
		return
	}
	for _, p := range d.endpoint.call.told() {
		text := d.reading.document.text[p.start:p.end]
		if m := sentLike.FindStringIndex(text); m != nil && !d.isLikeness(p) && (!d.listsSent() || !bodiless(d.op.Verb) && bodyLike.MatchString(text[m[0]:m[1]])) {
			d.reading.problem(p.start+m[0], p.start+m[1], "sent-elsewhere", "the text says that "+d.op.Verb+" "+d.op.Path+" takes what is told elsewhere, and docgen cannot tell where: the method sends nothing of it", "")
			return
		}
		if !d.listsSent() && !isAnswerShown(p.section) && p.section != vocabulary.Path && likeQuoted.MatchString(text) {
			d.reading.problem(p.start, p.start+len(strings.TrimRight(text, " \t\n")), "sent-elsewhere", "the text says that "+d.op.Verb+" "+d.op.Path+" is like another endpoint of the page, and docgen cannot tell in what: the method sends nothing of it", "")
			return
		}
		if isSeeAlone(p, text) && !d.listsSent() {
			d.reading.problem(p.start, p.end, "sent-elsewhere", "the section says by a link alone what "+d.op.Verb+" "+d.op.Path+" takes, which leads to no endpoint of the docs: the method sends nothing of it", "")
			return
		}
	}
}

var _ = diag.Register(diag.Entry{
	Code: "sent-elsewhere", Severity: diag.Warning,
	Title:   "what an endpoint takes is told elsewhere",
	Why:     "A sentence says that its body or its parameters are those of something else, without a link to an endpoint of the docs. The method takes none of them.",
	Help:    "Link to the section of the endpoint that lists them, or list them again.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Turn a crane back\n\n```plaintext\nPOST /cranes/:id/turn-back\n```\n\nThe body is the same as is used to turn it.\n",
})
