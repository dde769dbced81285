package tables

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// jsonWords are what fences with JSON are called.
var jsonWords = map[string]bool{"": true, "json": true, "json5": true, "jsonc": true, "js": true, "javascript": true, "jsonp": true, "text": true, "txt": true, "plaintext": true, "http": true, "response": true}

// shellWords are what fences with commands are called, which pages also give to the answers
// below these.
var shellWords = map[string]bool{"bash": true, "sh": true, "shell": true, "console": true, "shell-session": true, "sh-session": true}

var statusLine = prefilter.MustCompile(`^(?:HTTP/[0-9.]+ ([1-5][0-9][0-9])|(?:Status(?: [Cc]ode)?: ?)?([1-5][0-9][0-9]) [A-Z][A-Za-z' -]{1,40}\s*(?:\n[A-Za-z-]+: |\n\s*[{\[]|$)|(?i:http )?(?i:status)(?i: code)?[ \t]*[:=][ \t]*([1-5][0-9][0-9])[ \t]*(?:\n\s*[{\[]|$))`)

// examples reads the fences of a call.
func (r *reading) examples(op *decl.Operation, c *call) []decl.Example {
	var out []decl.Example
	asked, shown := r.spokenBody(op, c, &out), false
	var meant meantSent
	sketches := map[int]string{}
	for i, p := range c.parts {
		if p.kind != fenceBlock || r.document.showsRPC(p) {
			continue
		}
		text := narrowMarks(r.document.code(p.block))
		if c.isStatement(p.block) && !printsBody(text) && !curl.IsCommand(text) {
			out = append(out, credentialOf(op, p, text)...)
			asked = asked || p.section == vocabulary.RequestExample // what follows is answered
			continue
		}
		lang, _, _ := strings.Cut(strings.ToLower(strings.Trim(p.info, "{}. ")), " ")
		r.w.Mark(p.start, p.end, format.Examples)
		ex := decl.Example{Title: p.label, Language: lang, Text: text, Start: p.inner, End: p.innerEnd}
		if curl.IsCommand(text) {
			if r.asksOther(op, c.parts, i) {
				continue
			}
			asked = true
			out = append(out, ex)
			continue
		}
		if r.printedByOther(op, before(c.parts, i), p.start) {
			continue
		}
		if sent, ok := requestedAlone(op, text, ex); ok {
			asked = true
			out = append(out, sent)
			continue
		}
		if r.request(op, c, p, text, asked, &ex) {
			asked = asked || ex.Request == nil
			if ex.Text != "" {
				out = append(out, ex)
			}
			continue
		}
		if r.sentUnlabelled(op, c, p, text, asked, &ex) || r.sentAlone(op, c, p, text, asked || shown, &meant, &ex) {
			out = append(out, ex)
			continue
		}
		if answer, status, ok := r.answer(c, p, lang, text, asked || len(meant) > 0); ok {
			if status == 0 && r.showsFailure(before(c.parts, i), answer, shown) {
				r.failed(p)
				continue
			}
			r.checkAnswered(op, c, p, text, shown || asked || len(meant) > 0)
			op.Either = op.Either || shown && r.orAbove(c.parts, i)
			shown = true
			if text, ok := sketched(text); ok {
				sketches[len(out)] = text
			}
			ex.Response, ex.Status, ex.Text = true, status, answer
			if section, _ := r.document.sectionOf(p.label); section == vocabulary.Request {
				ex.Title = "" // which is about what is sent
			}
			out = append(append(out, ex), r.inARow(ex, p, text)...)
		} else {
			r.checkBeside(op, c, p, text)
			r.checkObject(c, p, text)
		}
	}
	out = append(out, r.besideFences(op, c, shown)...)
	return r.typedWords(r.checkElements(op, c, r.addPayloads(c, withoutSketches(out, sketches))))
}

// besideFences are the examples of a call that stand in no fences; shown says that a fence shows what is
// answered.
func (r *reading) besideFences(op *decl.Operation, c *call, shown bool) (out []decl.Example) {
	if !shown {
		out = r.inlineExamples(c)
	}
	return append(out, r.addressed(op, c)...)
}

// orWord is a text between two examples that are those of either.
var orWord = prefilter.MustCompile(`(?i)^[\s*_]*(?:or|oder|ou|或|或者|または|또는)[\s*_:：]*$`)

// orAbove reports whether nothing but "or" stands between a part and the fence before it.
func (r *reading) orAbove(parts []part, i int) bool {
	return i > 1 && parts[i-1].kind == textBlock && parts[i-2].kind == fenceBlock && orWord.MatchString(r.document.text[parts[i-1].start:parts[i-1].end])
}

// before is the part above another one, or nil.
func before(parts []part, i int) *part {
	if i == 0 {
		return nil
	}
	return &parts[i-1]
}

// answer decides whether a fence shows a response, and reads it.
func (r *reading) answer(c *call, p part, lang, text string, asked bool) (string, int, bool) {
	if r.showsError(p) || p.section == vocabulary.Errors {
		r.failed(p)
		return "", 0, false
	}
	status := p.status
	if m := statusLine.FindStringSubmatch(text); m != nil {
		status, _ = strconv.Atoi(m[1] + m[2] + m[3])
		_, text = curl.CutBody(text)
		asked = true
	}
	if isAnswerShown(p.section) {
		text = belowComments(text)
	}
	if !jsonWords[lang] && !(shellWords[lang] && text != "" && strings.IndexByte("{[", text[0]) >= 0) && !isJSON(text) && !(isAnswerShown(p.section) && isRelaxed(text)) || text == "" || strings.IndexByte("{[/\"", text[0]) < 0 && !asked {
		return "", 0, false
	}
	if strings.HasPrefix(text, "{{") || text[0] != '{' && text[0] != '[' && text[0] != '"' && text[0] != '/' {
		return "", 0, false
	}
	if !isAnswerShown(p.section) && isOfHeaders(text) {
		r.problem(p.inner, p.innerEnd, "unread-facts", "the object shows headers as they are sent: they are no part of an answer", "list them in a table of headers, or say how clients authenticate")
		return "", 0, false
	}
	switch p.section {
	case vocabulary.RequestExample, vocabulary.Request, vocabulary.Body, vocabulary.Form, vocabulary.Query, vocabulary.Header:
		if p.section == vocabulary.Header && r.document.isLabelled(p) {
			return "", 0, false
		}
		if !asked && !r.showsWhole(c, p, text) && !r.answersExample(c, p, text) {
			return "", 0, false
		}
		if p.section == vocabulary.Body || p.section == vocabulary.Form {
			return "", 0, false
		}
	case vocabulary.Response, vocabulary.ResponseExample:
	default:
		if !asked && c.stated[0].Operations[0].Verb != "GET" && r.looksSent(c, text) {
			return "", 0, false
		}
	}
	if json.Valid([]byte(text)) {
		return text, status, true
	}
	if repaired, ok := relaxedAs(text, c.valuesOfRows(text)); ok {
		if valuesNote.MatchString(text) {
			r.problem(p.inner, p.innerEnd, "unread-facts", "the example says in brackets which values members have: that is in no type", "list the members in a table, with their values")
		}
		return repaired, status, true
	}
	r.problem(p.inner, p.innerEnd, "unreadable-example", "the response example is no JSON, not even with comments and ellipses; nothing is inferred from it", "")
	return "", 0, false
}

// headerMember is the header for credentials as the first member of an object.
var headerMember = prefilter.MustCompile(`(?i)^\{\s*"(?:authorization|x-api-key)"\s*:\s*"`)

// isOfHeaders reports whether an object has headers for members: {"Authorization": "Bearer …"}.
func isOfHeaders(text string) bool { return headerMember.MatchString(text) }

// sentUnlabelled makes a request example of a fence that nothing announces, above the table that
// lists most of its members as parameters, where another section shows what is answered.
func (r *reading) sentUnlabelled(op *decl.Operation, c *call, p part, text string, asked bool, ex *decl.Example) bool {
	if asked || bodiless(op.Verb) || p.section != vocabulary.Unknown || p.status > 0 || !strings.HasPrefix(text, "{") || !c.hasAnswers() || c.listsAbove(p) || !r.looksSent(c, text) {
		return false
	}
	body, ok := relaxed(text)
	if ok {
		ex.Request = &model.Request{Verb: op.Verb, URL: op.Path, Body: body}
	}
	return ok
}

// listsAbove reports whether a table of attributes of the call stands above a part.
func (c *call) listsAbove(p part) bool {
	return slices.ContainsFunc(c.parts, func(other part) bool {
		return other.kind == tableBlock && other.start < p.start && other.head.isFacts()
	})
}

// isAnswerShown reports whether a section shows what is answered.
func isAnswerShown(s vocabulary.Section) bool {
	return s == vocabulary.Response || s == vocabulary.ResponseExample
}

// isRelaxed reports whether a text is an object or a list in JSON, perhaps with comments.
func isRelaxed(text string) bool {
	if text == "" || text[0] != '{' && text[0] != '[' {
		return false
	}
	_, ok := relaxed(text)
	return ok
}

// commentsAbove are lines of comments above an object or a list, which title it: # The boat.
var commentsAbove = prefilter.MustCompile(`^(?:(?:#|//)[^\n]*\n\s*){1,5}([{\[])`)

// belowComments is a text without the lines of comments above its object or list.
func belowComments(text string) string {
	if m := commentsAbove.FindStringSubmatchIndex(text); m != nil {
		return text[m[2]:]
	}
	return text
}

// isJSON reports whether a text is an object or a list in JSON, whatever language its fence
// is said to hold.
func isJSON(text string) bool {
	return text != "" && (text[0] == '{' || text[0] == '[') && json.Valid([]byte(text))
}

// showsError reports whether the text right before a fence announces an error: "The
// following error is returned:".
func (r *reading) showsError(p part) bool {
	if r.labelStatus(p) >= "400" {
		return true
	}
	before := strings.TrimRight(r.document.text[:p.start], " \t\n")
	line := strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:])
	return (strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：")) && vocabulary.SpeaksOfErrors(line)
}

// looksSent reports whether most members of an example are parameters of the body.
func (r *reading) looksSent(c *call, text string) bool {
	repaired, ok := relaxed(text)
	if !ok {
		return false
	}
	var members map[string]any
	if json.Unmarshal([]byte(repaired), &members) != nil || len(members) == 0 {
		return false
	}
	names := c.attributeNames()
	hits := 0
	for m := range members {
		if names[m] {
			hits++
		}
	}
	return hits*2 >= len(members)
}

// attributeNames are the names of the attributes that tables of a request list.
func (c *call) attributeNames() map[string]bool {
	if c.listed != nil {
		return c.listed
	}
	c.listed = map[string]bool{}
	for _, p := range c.parts {
		if p.kind != tableBlock || p.section == vocabulary.Response {
			continue
		}
		if h := p.head; h.isFacts() {
			for i := range p.table.Rows {
				c.listed[stepName(p.table.Rows[i].Cell(h.name))] = true
			}
		}
	}
	return c.listed
}
