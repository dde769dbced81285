package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// A payload is the body of a request that stands in a fence of its own.
type payload struct {
	text      string
	at, inner int
	sent      bool
}

// addPayloads gives request examples that send a file the content that a fence of the
// call shows for it: the last one before the example, else the next one behind it. It
// returns the examples without those that are but such a content.
func (r *reading) addPayloads(c *call, examples []decl.Example) []decl.Example {
	var shown []payload
	for i := range examples {
		ex := &examples[i]
		if ex.Response {
			continue
		}
		req, err := r.document.requestIn(ex.Text)
		if err != nil || !strings.HasPrefix(req.Body, "@") {
			continue
		}
		if shown == nil {
			if shown = r.payloads(c); len(shown) == 0 {
				return examples
			}
		}
		if p := payloadFor(shown, ex.Start); p != nil {
			p.sent, ex.Body = true, p.text
		}
	}
	return slices.DeleteFunc(examples, func(ex decl.Example) bool {
		return ex.Request != nil && slices.ContainsFunc(shown, func(p payload) bool { return p.sent && p.inner == ex.Start })
	})
}

// payloadFor returns the payload of the request example at an offset, or nil. What other
// examples send goes to it where nothing else is left before it.
func payloadFor(shown []payload, at int) *payload {
	var before *payload
	for i := range shown {
		p := &shown[i]
		switch {
		case p.at < at:
			before = p
		case before != nil && !before.sent:
			return before
		case !p.sent:
			return p
		}
	}
	return before
}

// sendsPayload reports whether what stands in a section is what a request sends.
func sendsPayload(s vocabulary.Section) bool {
	return s == vocabulary.Body || s == vocabulary.Form || s == vocabulary.RequestExample
}

// unreadableRequest tells once that a fence shows what is sent and cannot be read.
func (r *reading) unreadableRequest(p part) {
	if r.unreadable == nil {
		r.unreadable = map[int]bool{}
	}
	if !r.unreadable[p.inner] {
		r.unreadable[p.inner] = true
		r.problem(p.inner, p.innerEnd, "unreadable-example", "the request example is no JSON, not even with comments and ellipses; nothing is inferred from it", "")
	}
}

// payloads are the fences of a call with JSON that is sent.
func (r *reading) payloads(c *call) []payload {
	var out []payload
	for _, p := range c.parts {
		if p.kind != fenceBlock || !sendsPayload(p.section) || c.isStatement(p.block) {
			continue
		}
		text := strings.TrimSpace(r.document.text[p.inner:p.innerEnd])
		if text == "" || text[0] != '{' && text[0] != '[' {
			continue
		}
		if !json.Valid([]byte(text)) {
			repaired, ok := relaxed(text)
			if !ok {
				r.unreadableRequest(p)
				continue
			}
			text = repaired
		}
		out = append(out, payload{text: text, at: p.start, inner: p.inner})
	}
	return out
}
