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
	if other || bodiless(op.Verb) || p.section != vocabulary.Unknown || p.status > 0 || !strings.HasPrefix(text, "{") || r.document.listsBody(c) || len(c.stated) > 1 || p.start < c.stated[0].End {
		return false
	}
	if r.showsError(p) || r.saysAnswered(p) || answeredWord.MatchString(r.document.text[c.stated[0].End:p.start]) && !c.hasAnswersAfter(p) {
		return false
	}
	body, ok := relaxed(text)
	var members map[string]json.RawMessage
	if !ok || json.Unmarshal([]byte(body), &members) != nil || len(members) == 0 {
		return false
	}
	alike := len(*meant) == 0
	for name := range members {
		if !c.hasAnswersAfter(p) && (answerMembers[name] || len(members) == 1 && name == "message" || r.document.answersHave(name)) {
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
