package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// request makes a request example of a fence that prints a request as it travels, or but
// its body. asked says that one stands before it. ex.Text is "" for the request of another endpoint that shares the block.
func (r *reading) request(op *decl.Operation, c *call, p part, text string, asked bool, ex *decl.Example) bool {
	if curl.IsMessage(text) {
		head, body := curl.CutBody(text)
		if repaired, ok := relaxed(body); ok && strings.IndexAny(repaired, "{[") == 0 && !json.Valid([]byte(body)) {
			text = head + "\n\n" + repaired
		}
		ex.Text = text
		if req, err := curl.Read(text); err != nil || req.Verb != op.Verb || !isUseOf(op.Path, req.URL) {
			ex.Text = ""
			r.requestsOther(op, c, p, text, ex)
		}
		return true
	}
	if r.labelStatus(p) != "" {
		return false // what is answered with it
	}
	if bodiless(op.Verb) && !(op.Verb == "DELETE" && r.labelsBody(p)) || !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		return false
	}
	if !r.isSent(p, text, asked) && !r.standsForBody(op, c, p, text, asked) {
		return false
	}
	body, ok := relaxed(text)
	if !ok {
		if r.isSent(p, text, asked) {
			r.unreadableRequest(p)
		}
		return false
	}
	ex.Request = &model.Request{Verb: op.Verb, URL: op.Path, Body: body}
	return true
}

// isSent reports whether the section of a fence, or the sentence before it, says that it shows
// what is sent.
func (r *reading) isSent(p part, text string, asked bool) bool {
	switch p.section {
	case vocabulary.RequestExample, vocabulary.Body:
		return !r.saysAnswered(p) && !(asked && p.section == vocabulary.RequestExample && !r.saysSent(p) && !sentWord.MatchString(p.label) && !r.showsAsked(p, text))
	case vocabulary.Request:
		return !r.saysAnswered(p) && (r.saysSent(p) || !asked && r.isRightBelow(p))
	}
	return r.saysSent(p)
}

// labelsBody reports whether the line above a fence is but a label for the body of a request.
func (r *reading) labelsBody(p part) bool {
	before := strings.TrimRight(r.document.text[:p.start], " \t\n")
	line := strings.Trim(strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]), "#*-+ ")
	return p.section == vocabulary.Body && len(line) <= longestLabel && vocabulary.SectionOf(line) == vocabulary.Body
}

// isRightBelow reports whether the line above a fence announces a request, and no table or
// text stands between.
func (r *reading) isRightBelow(p part) bool {
	before := strings.TrimRight(r.document.text[:p.start], " \t\n")
	line := strings.Trim(strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]), "#*> ")
	return len(line) <= longestLabel && vocabulary.SectionOf(line) == vocabulary.Request
}

// printsBody reports whether a text prints a request with its body.
func printsBody(text string) bool {
	if !strings.Contains(text, "\n") || !curl.IsMessage(text) {
		return false
	}
	_, body := curl.CutBody(text)
	return body != ""
}

// isUseOf reports whether the target of a request is a path with values for its slots. What
// stands before the path may be a host or a prefix.
func isUseOf(path, target string) bool {
	if _, rest, ok := strings.Cut(target, "://"); ok {
		_, target, _ = strings.Cut(rest, "/")
	}
	have, want := strings.Split(strings.Trim(target, "/"), "/"), strings.Split(strings.Trim(path, "/"), "/")
	if len(have) < len(want) {
		return false
	}
	if spans(path, target) {
		return true
	}
	have = have[len(have)-len(want):]
	for i, segment := range want {
		if len(names.Slots(segment)) == 0 && !strings.EqualFold(segment, have[i]) {
			return false
		}
	}
	return true
}

var (
	sentWord     = prefilter.MustCompile(`(?i)\b(?:(?:request|post|put|patch|json|message) body|body|payload|requests?|(?:to|be|you|and|is|are) (?:send|sent|post|posted|submit|submitted|pass|passed)|sends|posts)\b`)
	answeredWord = prefilter.MustCompile(`(?i)\b(?:respon[sd]\w*|repl(?:y|ies)|return\w*|results?|output|answers?|answered|yields?|gives?|gave|receives?|received|gets?|looks? like)\b`)
)

// saysSent reports whether the sentence right before a fence says that it shows what is
// sent: "A body can be posted in this form:".
func (r *reading) saysSent(p part) bool {
	line := r.sentenceBefore(p)
	return sentWord.MatchString(line) && !answeredWord.MatchString(line)
}

// saysAnswered reports whether it says that it shows an answer.
func (r *reading) saysAnswered(p part) bool {
	if status := r.labelStatus(p); status != "" && status < "400" {
		return true
	}
	line := r.sentenceBefore(p)
	return answeredWord.MatchString(line) && !sentWord.MatchString(line)
}

// partWord is how a sentence says that an example shows but a part: The `data` section …
var partWord = prefilter.MustCompile("(?i)`[^`]+`[^`.]{0,20}\\b(?:section|field|member|property|parameter|attribute|key|object|array|header|element)\\b")

// showsWhole reports whether a fence in a section of what is sent shows an answer: below
// parameters of the query, the path or headers where nothing is sent in a body, or below a
// list of attributes most of which it has not. No example shows the request, unless it has no
// body, and the sentence before says of no part that it is shown.
func (r *reading) showsWhole(c *call, p part, text string) bool {
	below := p.section == vocabulary.Request && r.isBelowAttributes(c, p) && !r.looksSent(c, text)
	if !below && p.section != vocabulary.Query && p.section != vocabulary.Path && p.section != vocabulary.Header {
		return false
	}
	sends := slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return !bodiless(f.Operations[0].Verb) })
	if sends && (!below || c.hasAnswers()) || (sends || !below) && r.showsRequest(c) {
		return false
	}
	line := r.sentenceBefore(p)
	return !partWord.MatchString(line) && !sentWord.MatchString(line)
}

// showsRequest reports whether a fence of a call shows a request, or what is sent or
// answered with a first line.
func (r *reading) showsRequest(c *call) bool {
	for _, other := range c.parts {
		if other.kind != fenceBlock || c.isStatement(other.block) {
			continue
		}
		text := strings.TrimSpace(r.document.text[other.inner:other.innerEnd])
		if curl.IsCommand(text) || statusLine.MatchString(text) || curl.IsMessage(text) {
			return true
		}
	}
	return false
}

// isBelowAttributes reports whether a list of attributes stands above a fence in its section,
// some of which are no headers.
func (r *reading) isBelowAttributes(c *call, p part) bool {
	for _, above := range c.parts {
		if above.start >= p.start {
			return false
		}
		if above.kind != tableBlock || above.section != p.section || above.label != p.label || !above.head.isFacts() {
			continue
		}
		for i := range above.table.Rows {
			if name := stepName(above.table.Rows[i].Cell(above.head.name)); name != "" && !strings.Contains(name, "-") && !strings.EqualFold(name, "authorization") {
				return true
			}
		}
	}
	return false
}

// hasAnswers reports whether a part of a call is in a section of answers.
func (c *call) hasAnswers() bool {
	return slices.ContainsFunc(c.parts, func(p part) bool {
		return p.section == vocabulary.Response || p.section == vocabulary.ResponseExample
	})
}

// longestLead is how many bytes of a sentence are looked at.
const longestLead = 300

// sentenceBefore is the sentence right before a fence, where it ends in a colon.
func (r *reading) sentenceBefore(p part) string {
	before := strings.TrimRight(r.document.text[max(0, p.start-longestLead):p.start], " \t\n")
	if !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, "：") {
		return ""
	}
	for _, end := range []string{"\n\n", "\n```", "\n~~~"} {
		if i := strings.LastIndex(before, end); i >= 0 {
			before = before[i:]
		}
	}
	if i := strings.LastIndex(before, ". "); i >= 0 {
		before = before[i+2:]
	}
	return before
}
