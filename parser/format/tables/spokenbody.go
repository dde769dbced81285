package tables

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// spokenBody is a label for what is sent with its JSON in code behind it: Request body: `{"days": 3}`.
var spokenBody = prefilter.MustCompile("(?im)(?:^|[^\\pL\\pN`])((?:request|json|post|http)[ -])?(?:body|payload)(?: \\([a-z /]{1,20}\\))?[ *_]*[:：]?[ *_]*(?:is )?`([{\\[][^`\n]*[}\\]])`")

// answeredBefore ends a text before such a label that is about what is answered.
var answeredBefore = prefilter.MustCompile("(?i)(?:respon[sd]\\w*|error|returns?|always|with|`[1-5][0-9][0-9]`)[ ,*_]*$")

// spokenBody adds the example of the body that the text of a call shows in code behind a label, and
// reports whether there is one.
func (r *reading) spokenBody(op *decl.Operation, c *call, out *[]decl.Example) bool {
	from, to := c.saidOf(op)
	if bodiless(op.Verb) || from >= to {
		return false
	}
	for _, p := range c.parts {
		if p.kind != textBlock || p.end <= from || p.start >= to || isShown(p.section) || p.section == vocabulary.Errors {
			continue
		}
		text := r.document.text[p.start:p.end]
		m := spokenBody.FindStringSubmatchIndex(text)
		if m == nil || m[2] < 0 && answeredBefore.MatchString(text[:m[0]+1]) {
			continue
		}
		if r.addSpoken(op, p.start+m[4], p.start+m[5], out) {
			return true
		}
	}
	return false
}

// addSpoken adds the example of the body that stands between two offsets, and reports whether it is JSON.
func (r *reading) addSpoken(op *decl.Operation, start, end int, out *[]decl.Example) bool {
	body := r.document.text[start:end]
	if !json.Valid([]byte(body)) {
		repaired, ok := relaxed(body)
		if !ok {
			return false
		}
		body = repaired
	}
	r.w.Mark(start, end, format.Examples)
	*out = append(*out, decl.Example{Language: "json", Text: body, Start: start, End: end,
		Request: &model.Request{Verb: op.Verb, URL: op.Path, Body: body}})
	return true
}

// saidOf is where what stands between the statement of an endpoint and the next one of its call begins
// and ends.
func (c *call) saidOf(op *decl.Operation) (from, to int) {
	for i, f := range c.stated {
		if f.Operations[0].Verb != op.Verb || f.Operations[0].Path != op.Path && len(c.stated) > 1 {
			continue
		}
		to = c.end
		if i+1 < len(c.stated) {
			to = c.stated[i+1].Start
		}
		return f.Start, to
	}
	return 0, 0
}

// labelStatus is the status that stands in brackets or in code in the line right before a fence, which
// announces it, or "": Dry run (`200`):
func (r *reading) labelStatus(p part) string {
	line := strings.TrimRight(r.sentenceBefore(p), " *_")
	if !strings.HasSuffix(line, ":") && !strings.HasSuffix(line, "：") {
		return ""
	}
	if m := statusInLabel.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// statusInLabel is such a status.
var statusInLabel = prefilter.MustCompile("[`(（][`(（]?([1-5][0-9][0-9])\\b")
