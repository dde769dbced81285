package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

var _ = diag.Register(diag.Entry{
	Code: "unlabelled-request", Severity: diag.Info,
	Title:   "nothing says whether an example is sent or answered",
	Why:     "The endpoint is one that is sent a body, no page lists that, and no member of the example is one that answers have. It is read as what is sent.",
	Help:    "Say above the example what it shows: Request, or Response.",
	Example: "-- cranes.md --\n# Cranes\n\n## POST /cranes/:id/turn\n\nTurns a crane.\n\n```json\n{\"angle\": 90}\n```\n\n## GET /cranes/:id\n\nResponse:\n\n```json\n{\"id\": 7, \"name\": \"A\"}\n```\n\n## DELETE /cranes/:id\n\nResponse:\n\n```json\n{\"gone\": true}\n```\n",
})

// meantSent are the members of the examples of an endpoint that are read as sent, though nothing
// says so.
type meantSent map[string]bool

// answerMembers are members that answers have, and bodies of requests hardly ever.
var answerMembers = map[string]bool{
	"id": true, "_id": true, "uuid": true, "success": true, "ok": true, "code": true, "error": true, "errors": true, "msg": true, "result": true, "results": true,
	"data": true, "status_code": true, "statusCode": true, "errcode": true, "errmsg": true, "created_at": true, "createdAt": true, "created": true, "updated_at": true,
	"updatedAt": true, "token": true, "access_token": true, "accessToken": true, "total": true, "count": true,
}

// sentAlone makes a request example of a fence that nothing announces, of an endpoint that is
// sent a body of which no page says more, if no other example stands above it and none of its
// members is one that answers have, by their names or on this page. Further ones with the
// same members are other bodies.
func (r *reading) sentAlone(op *decl.Operation, c *call, p part, text string, other bool, meant *meantSent, ex *decl.Example) bool {
	if other || bodiless(op.Verb) || p.section != vocabulary.Unknown || p.status > 0 || !isObjectOrList(text) || r.document.listsBody(c) || len(c.stated) > 1 || p.start < c.stated[0].End {
		return false
	}
	answered := c.hasAnswersAfter(p) || len(*meant) == 0 && r.isAnsweredNext(c, p)
	if r.showsError(p) || r.saysAnswered(p) || answeredWord.MatchString(r.document.text[c.stated[0].End:p.start]) && !answered {
		return false
	}
	body, ok := relaxed(text)
	members := membersOf(body)
	if !ok || len(members) == 0 || body[0] == '[' && !answered {
		return false
	}
	alike := len(*meant) == 0
	for name := range members {
		if !answered && (answerMembers[name] || len(members) == 1 && name == "message" || r.document.answersHave(name)) {
			return false
		}
		alike = alike || (*meant)[name]
	}
	if !alike {
		return false
	}
	if len(*meant) == 0 {
		*meant = meantSent{}
		if !r.quiet {
			r.problems = append(r.problems, decl.Problem{Code: "unlabelled-request", Severity: diag.Info, Start: p.start, End: p.end,
				Message: "nothing says what this example shows; it is read as what " + op.Verb + " " + op.Path + " is sent", Help: "say above it what it shows: Request, or Response"})
		}
	}
	for name := range members {
		(*meant)[name] = true
	}
	ex.Request = &model.Request{Verb: op.Verb, URL: op.Path, Body: body}
	return true
}

// isObjectOrList reports whether a text begins as an object or a list of them in JSON.
func isObjectOrList(text string) bool {
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") && strings.HasPrefix(strings.TrimLeft(text[1:], " \t\n"), "{")
}

// membersOf are the members of an object in JSON, or of the first one of a list.
func membersOf(body string) (members map[string]json.RawMessage) {
	if strings.HasPrefix(body, "[") {
		var list []json.RawMessage
		if json.Unmarshal([]byte(body), &list) != nil || len(list) == 0 {
			return nil
		}
		body = string(list[0])
	}
	if json.Unmarshal([]byte(body), &members) != nil {
		return nil
	}
	return members
}

// isAnsweredNext reports whether the one other example of an endpoint, which nothing announces
// either, shows what the first one is answered with: it has all members of that and one more that
// answers have, or it is an object where that is a list.
func (r *reading) isAnsweredNext(c *call, p part) bool {
	var next []part
	for _, other := range c.parts {
		if other.kind == fenceBlock && other.start != p.start && !c.isStatement(other.block) {
			if next = append(next, other); len(next) > 1 {
				return false
			}
		}
	}
	if len(next) != 1 || next[0].start < p.start || next[0].section != vocabulary.Unknown || next[0].status >= 300 || r.showsError(next[0]) {
		return false
	}
	sent, ok := relaxed(strings.TrimSpace(r.document.code(p.block)))
	answer, answerOk := relaxed(strings.TrimSpace(r.document.code(next[0].block)))
	if !ok || !answerOk || sent == "" || !strings.HasPrefix(answer, "{") {
		return false
	}
	if sent[0] == '[' {
		return true
	}
	first, second := membersOf(sent), membersOf(answer)
	for name := range first {
		if second[name] == nil {
			return false
		}
	}
	for name := range second {
		if first[name] == nil && answerMembers[name] {
			return true
		}
	}
	return false
}

// checkAnswered reports the first example of an endpoint that is sent a body, of which nothing says
// what it shows, and which is read as what is answered; other says that it is not the first one.
func (r *reading) checkAnswered(op *decl.Operation, c *call, p part, text string, other bool) {
	if r.quiet || other || bodiless(op.Verb) || p.section != vocabulary.Unknown || p.status > 0 || !isObjectOrList(text) || p.start < c.stated[0].End ||
		r.document.listsBody(c) || r.saysAnswered(p) || answeredWord.MatchString(r.document.text[c.stated[0].End:p.start]) {
		return
	}
	r.problems = append(r.problems, decl.Problem{Code: "unlabelled-answer", Severity: diag.Info, Start: p.start, End: p.end,
		Message: "nothing says what this example shows; it is read as what " + op.Verb + " " + op.Path + " answers", Help: "say above it what it shows: Request, or Response"})
}

var _ = diag.Register(diag.Entry{
	Code: "unlabelled-answer", Severity: diag.Info,
	Title:   "nothing says whether an example is sent or answered",
	Why:     "The endpoint is one that is sent a body, no page lists that, and the example has members that answers have. It is read as what is answered.",
	Help:    "Say above the example what it shows: Request, or Response.",
	Example: "-- cranes.md --\n# Cranes\n\n## PUT /cranes/:id\n\n```json\n{\"id\": 7, \"name\": \"A\"}\n```\n\n## GET /cranes/:id\n\nResponse:\n\n```json\n{\"id\": 7, \"name\": \"A\"}\n```\n\n## DELETE /cranes/:id\n\nResponse:\n\n```json\n{\"gone\": true}\n```\n",
})

// listsBody reports whether a call, or another one of the page that states its endpoint, lists
// attributes.
func (s *document) listsBody(c *call) bool {
	key := c.stated[0].Operations[0].Key()
	return slices.ContainsFunc(s.calls, func(other *call) bool {
		return (other == c || other.stated[0].Operations[0].Key() == key) && len(other.attributeNames()) > 0
	})
}

// hasAnswersAfter reports whether what is answered has a section of its own behind a part.
func (c *call) hasAnswersAfter(p part) bool {
	for _, other := range c.parts {
		if other.start > p.start && other.kind == fenceBlock && isAnswerShown(other.section) {
			return true
		}
	}
	return false
}

// answersHave reports whether all answers that the page shows of requests that only read are
// objects with a member of a name, of which there are several: it is one of their envelope.
func (s *document) answersHave(name string) bool {
	answers, has := 0, 0
	for _, c := range s.calls {
		if c.stated[0].Operations[0].Verb != "GET" {
			continue
		}
		for _, p := range c.parts {
			if p.kind != fenceBlock || c.isStatement(p.block) {
				continue
			}
			var members map[string]json.RawMessage
			if body, ok := relaxed(s.code(p.block)); !ok || json.Unmarshal([]byte(body), &members) != nil {
				continue
			}
			answers++
			if _, ok := members[name]; ok {
				has++
			}
		}
	}
	return answers > 1 && has == answers
}
