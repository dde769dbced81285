package tables

import (
	"slices"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// likeLine is a line that says of what is sent or answered that it is that of another endpoint:
	// Request body: same as create, Takes the same fields as `POST /zones`, Response: as above.
	likeLine = prefilter.MustCompile(`(?i)^[\s>*_-]*(?:(?:the )?((?:(?:request|response|http|json|query|url) )?(?:body|payload|parameters?|params|fields|attributes|arguments|headers)|requests?|responses?|returns?|answers?|results?|output|input)[ *_]*(?:[:：]| is\b| are\b| [–—-])[ *_:：]*)?(takes?|accepts?|expects?|uses?|returns?|responds? with|answers? with|gives?)?\s*(?:exactly |also )?(?:the |an? )?(same|identical|as|like|equal)\b\s*((?:[a-z]+ ){0,3}?(?:body|payload|parameters|params|fields|attributes|arguments|headers|response|result|object|request|format|shape|structure|schema|data|answer))?\s*(?:as|to|of|like)?\s+(?:(?:for|in|with|when|that of|those of|the one of|by) )*(?:the )?(\S.{0,119}?)[\s.。!*_]*$`)
	// likeSame is one in Chinese: 请求参数同 `POST /zones`, 返回同上.
	likeSame = prefilter.MustCompile("^[\\s>*_-]*(请求(?:体|参数)?|参数|返回(?:值|结果|参数)?|响应(?:体|参数|结果)?)[ *_]*[:：]?[ *_]*(?:同|与)\\s*(\\S[^。\\n]{0,80}?)\\s*(?:的(?:请求|返回|响应)?(?:体|参数|结果)?)?(?:相同|一致|一样)?[\\s。.]*$")
	// likeOperation is an endpoint that such a line names, likeAbove the one before.
	likeOperation = prefilter.MustCompile("^[*_`]*(GET|POST|PUT|PATCH|DELETE) +(/[^\\s`*]*?)[`*_.]*(?: (?:endpoint|call|request|above|below))?$")
	likeAbove     = prefilter.MustCompile(`(?i)^(?:above|before|previous(?: (?:one|endpoint|call|request|response|example))?|(?:one|endpoint|call|request|response|example) (?:above|before)|上|上面)$`)
	// addsThen says that something more is sent than the other endpoint takes.
	addsThen = prefilter.MustCompile(`(?i)^(.*?),? (?:and )?(?:plus|with the addition of|and additionally|in addition)\b`)
	// answeredSide and sentSide are words for what is answered and what is sent.
	answeredSide = prefilter.MustCompile(`(?i)respon|return|answer|result|output|返回|响应`)
	sentSide     = prefilter.MustCompile(`(?i)request|body|payload|param|field|attribute|argument|header|input|takes?|accept|expect|uses?|请求|参数`)
)

// A likeness is what a line says to be that of another endpoint.
type likeness struct {
	sent, answered bool
	// location is the place of the parameters that it is about, or "".
	location, target string
	differs, adds    bool
	start, end       int
}

// likenesses are what the texts of an operation say to be those of another endpoint.
func (d *drafted) likenesses() (out []likeness) {
	text := d.reading.document.text
	for _, p := range d.endpoint.call.told() {
		at := p.start
		for line := range strings.Lines(text[p.start:p.end]) {
			start := at
			at += len(line)
			l, ok := likenessOf(strings.TrimRight(line, "\r\n"), p.section)
			if !ok {
				l, ok = seenInAnswer(line)
			}
			if ok {
				l.start, l.end = start, start+len(strings.TrimRight(line, " \t\r\n"))
				out = append(out, l)
			}
		}
	}
	return out
}

// mayBeLike reports by a look for words whether a line may say what something is like.
func mayBeLike(line string) bool {
	for _, word := range []string{"same", "Same", "SAME", "dentical", "qual to", "同", "与"} {
		if strings.Contains(line, word) {
			return true
		}
	}
	label, _, ok := strings.Cut(line, ":")
	return ok && len(label) <= 40 && (strings.Contains(line, "as ") || strings.Contains(line, "As ") || strings.Contains(line, "ike "))
}

// likenessOf reads a line of a section.
func likenessOf(line string, section vocabulary.Section) (l likeness, ok bool) {
	if len(line) > 300 || !mayBeLike(line) || likeQuoted.MatchString(line) || strings.Contains(line, "](") {
		return l, false
	}
	said, labelled := "", true
	if m := likeLine.FindStringSubmatch(line); m != nil {
		said, labelled = strings.Join([]string{m[1], m[2], m[4]}, " "), m[1] != ""
		if !labelled && !strings.EqualFold(m[3], "same") && !strings.EqualFold(m[3], "identical") {
			return l, false
		}
		l.target = m[5]
	} else if m := likeSame.FindStringSubmatch(line); m != nil {
		said, l.target = m[1], m[2]
	} else {
		return l, false
	}
	l.answered = answeredSide.MatchString(said)
	l.sent = !l.answered && sentSide.MatchString(said)
	if !l.answered && !l.sent {
		l.answered = isAnswerShown(section)
		l.sent = section == vocabulary.Request || isRequestPart(section)
	}
	if low := strings.ToLower(said); l.sent && strings.Contains(low, "query") {
		l.location = "query"
	} else if l.sent && strings.Contains(low, "header") {
		l.location = "header"
	}
	if m := addsThen.FindStringSubmatch(l.target); m != nil {
		l.target, l.adds = m[1], true
	}
	l.differs = differsThen.MatchString(l.target)
	return l, l.sent || l.answered
}

// inheritOthers gives operations what lines say to be that of another endpoint of the page, and
// reports those of which docgen cannot tell which one they mean.
func inheritOthers(page []drafted) {
	index := sync.OnceValue(func() *likeIndex { return newLikeIndex(page) })
	for i := range page {
		d := &page[i]
		if !d.endpoint.leads {
			continue
		}
		for _, l := range d.likenesses() {
			var from *drafted
			guessed := false
			if !l.differs {
				from, guessed = index().target(i, l)
			}
			if from != nil && (l.sent && d.takeSent(from, l) || l.answered && d.takeAnswer(from)) {
				if guessed {
					d.reading.problems = append(d.reading.problems, decl.Problem{Code: "like-endpoint", Severity: diag.Info, Start: l.start, End: l.end,
						Message: quoted(l.target) + " is read as " + from.op.Verb + " " + from.op.Path, Help: "name the endpoint by its verb and its path"})
				}
				continue
			}
			d.checkLikeness(l, from)
		}
	}
}

// checkLikeness reports what a line says to be that of another endpoint, and that is not.
func (d *drafted) checkLikeness(l likeness, from *drafted) {
	help := "name the endpoint by its verb and its path, or list the members again"
	switch {
	case l.answered && d.op.Returns == nil && !d.showsAnswer():
		d.reading.problem(l.start, l.end, "answered-elsewhere", "the text says that "+d.op.Verb+" "+d.op.Path+" answers as another endpoint does, and docgen cannot tell which, or what that answers: the method gives the content as it is", help)
	case l.sent && (!d.listsSent() && !d.showsBody() || l.adds || l.differs) && (from == nil || !from.listsSent() && !from.showsBody()):
		d.reading.problem(l.start, l.end, "sent-elsewhere", "the text says that "+d.op.Verb+" "+d.op.Path+" takes what another endpoint does, and docgen cannot tell which or in what it differs: the method sends nothing of it", help)
	}
}

// isLikeness reports whether a line of a part says of what is sent that it is that of another endpoint.
func (d *drafted) isLikeness(p part) bool {
	for line := range strings.Lines(d.reading.document.text[p.start:p.end]) {
		if l, ok := likenessOf(strings.TrimRight(line, "\r\n"), p.section); ok && l.sent {
			return true
		}
	}
	return false
}

// takeSent adds what another operation is sent, and reports whether there is something.
func (d *drafted) takeSent(from *drafted, l likeness) bool {
	before := len(d.op.Params) + len(d.op.Body) + len(d.op.Examples)
	switch {
	case l.location != "":
		d.inheritParams(from, l.location)
	case l.adds && len(d.op.Body) > 0:
		for _, it := range from.op.Body {
			if it.Form == decl.Field && !slices.ContainsFunc(d.op.Body, func(own *decl.Item) bool { return own.Name == it.Name }) {
				d.op.Body = append(d.op.Body, d.inherited(from, it))
			}
		}
	case !d.listsSent() && !d.showsBody():
		d.inheritSent(from)
		if len(from.op.Body) == 0 && !bodiless(d.op.Verb) {
			d.showAs(from, false)
		}
	}
	return len(d.op.Params)+len(d.op.Body)+len(d.op.Examples) > before
}

// takeAnswer adds what another operation answers, and reports whether there is something.
func (d *drafted) takeAnswer(from *drafted) bool {
	if d.op.Returns != nil || d.showsAnswer() {
		return false
	}
	if from.op.Returns == nil {
		return d.showAs(from, true)
	}
	d.op.Returns = &decl.Returns{Source: model.SourceProse}
	for _, it := range from.op.Returns.Items {
		d.op.Returns.Items = append(d.op.Returns.Items, d.inherited(from, it))
	}
	return true
}

// showsAnswer reports whether an example shows what an operation answers.
func (d *drafted) showsAnswer() bool {
	return slices.ContainsFunc(d.op.Examples, func(ex decl.Example) bool { return ex.Response && ex.Status < 300 })
}

// showAs adds the examples of another operation of what is answered, or of the bodies that are sent.
func (d *drafted) showAs(from *drafted, answers bool) bool {
	n := len(d.op.Examples)
	for _, ex := range from.op.Examples {
		if ex.Response != answers || ex.Status >= 300 {
			continue
		}
		if ex.File == nil && from.reading != d.reading {
			ex.File = from.reading.document.file
		}
		ex.Status = 0
		if !answers {
			body := bodyShown(ex)
			if body == "" {
				continue
			}
			ex = decl.Example{Language: "json", Text: body, Start: ex.Start, End: ex.End, File: ex.File, Request: &model.Request{Verb: d.op.Verb, URL: d.op.Path, Body: body}}
		}
		d.op.Examples = append(d.op.Examples, ex)
	}
	return len(d.op.Examples) > n
}

// bodyShown is the body that an example sends, or "".
func bodyShown(ex decl.Example) string {
	if ex.Request != nil {
		return ex.Request.Body
	}
	if req, err := curl.Read(ex.Text); err == nil && req.Body != "" {
		return req.Body
	}
	return ex.Body
}

// A likeIndex finds the operations of a page that lines name.
type likeIndex struct {
	page []drafted
	// byKey are those of each verb and path, byTitle those that lead, by their titles.
	byKey, byTitle map[string]*drafted
	// byCollection are those that lead, by their paths without the slots at the end.
	byCollection map[string][]*drafted
}

func newLikeIndex(page []drafted) *likeIndex {
	x := &likeIndex{page: page, byKey: map[string]*drafted{}, byTitle: byTitle(page), byCollection: map[string][]*drafted{}}
	for i := range page {
		o := &page[i]
		key := statement.Operation{Verb: o.op.Verb, Path: o.op.Path}.Key()
		if x.byKey[key] == nil {
			x.byKey[key] = o
		}
		if of := collectionOf(o.op.Path); o.endpoint.leads && len(x.byCollection[of]) < mostOfCollection {
			x.byCollection[of] = append(x.byCollection[of], o)
		}
	}
	return x
}

const (
	// mostOfCollection is how many operations with one path are compared with words, and
	// mostCompared how many a page has of which all are.
	mostOfCollection, mostCompared = 16, 128
)

// target is the operation that a line of the operation at an index means, by its verb and path, its
// place, its title or a word for what it does, or nil; guessed reports whether a word says it.
func (x *likeIndex) target(at int, l likeness) (from *drafted, guessed bool) {
	if m := likeOperation.FindStringSubmatch(l.target); m != nil {
		if from = x.byKey[statement.Operation{Verb: m[1], Path: m[2]}.Key()]; from == &x.page[at] {
			from = nil
		}
		return from, false
	}
	if likeAbove.MatchString(l.target) {
		for i := at - 1; i >= 0 && i >= at-mostAbove; i-- {
			if o := &x.page[i]; l.answered && (o.op.Returns != nil || o.showsAnswer()) || l.sent && (o.listsSent() || o.showsBody()) {
				return o, true
			}
		}
		return nil, false
	}
	words := strings.Fields(strings.ToLower(strings.Trim(prose.Plain(l.target), "\"'“”「」*_` ")))
	if len(words) > 0 && endpointWords[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 || len(words) > 5 {
		return nil, false
	}
	return x.named(&x.page[at], words), true
}

// mostAbove is how many endpoints above one are looked at for what it is like.
const mostAbove = 4

// endpointWords are words for an endpoint behind what it does.
var endpointWords = map[string]bool{"endpoint": true, "request": true, "call": true, "method": true, "operation": true, "response": true, "one": true, "api": true}

// named is the one operation that words name: by its title, or by what it does and the resource,
// which is that of the operation at hand where no word says one. Nil where several are named.
func (x *likeIndex) named(d *drafted, words []string) *drafted {
	if o := x.byTitle[strings.Join(words, " ")]; o != nil && o != d {
		return o
	}
	other := func(o *drafted) bool {
		return o == d || !does(o.op, words[0]) || len(words) > 1 && !isNamedBy(o, words[len(words)-1])
	}
	same := slices.DeleteFunc(slices.Clone(x.byCollection[collectionOf(d.op.Path)]), other)
	if len(same) > 0 || len(x.page) > mostCompared {
		return single(same)
	}
	var done []*drafted
	for i := range x.page {
		if o := &x.page[i]; o.endpoint.leads && !other(o) {
			done = append(done, o)
		}
	}
	if len(done) > 1 { // Create a zone, beside Import zones
		done = slices.DeleteFunc(done, func(o *drafted) bool { return verbStem(titleKey(o.endpoint.call.title)) != verbStem(words[0]) })
	}
	return single(done)
}

// verbStem is the first word of a text without the ending that it may have.
func verbStem(text string) string {
	word, _, _ := strings.Cut(text, " ")
	for _, ending := range []string{"ion", "ing", "es", "s", "e"} {
		word = strings.TrimSuffix(word, ending)
	}
	return word
}

// single is the only one of some operations, or nil.
func single(of []*drafted) *drafted {
	if len(of) == 1 {
		return of[0]
	}
	return nil
}

// isNamedBy reports whether the path or the title of an operation has a word, in one or many.
func isNamedBy(o *drafted, word string) bool {
	word = strings.TrimSuffix(word, "s")
	return word != "" && (strings.Contains(strings.ToLower(o.op.Path), word) || strings.Contains(titleKey(o.endpoint.call.title), word))
}

// does reports whether an operation does what a verb of words says.
func does(op *decl.Operation, word string) bool {
	segs := segments(op.Path)
	one := len(segs) > 0 && len(names.Slots(segs[len(segs)-1])) > 0
	switch strings.TrimSuffix(strings.TrimSuffix(word, "ing"), "e") {
	case "creat", "creation", "add", "insert", "new", "post":
		return op.Verb == "POST" && !one
	case "updat", "edit", "edite", "modify", "chang", "patch", "replac", "put":
		return op.Verb == "PUT" || op.Verb == "PATCH"
	case "list", "index":
		return op.Verb == "GET" && !one
	case "get", "gett", "fetch", "show", "retriev", "read", "detail", "details":
		return op.Verb == "GET" && one
	}
	return false
}

// collectionOf is a path without the slots at its end.
func collectionOf(path string) string {
	segs := segments(path)
	for len(segs) > 0 && len(names.Slots(segs[len(segs)-1])) > 0 {
		segs = segs[:len(segs)-1]
	}
	return strings.Join(segs, "/")
}

var _ = diag.Register(diag.Entry{
	Code: "like-endpoint", Severity: diag.Info,
	Title:   "a word says which endpoint another one is like",
	Why:     "A line says that what an endpoint is sent or answers is that of another one, which it names by a word or by its place. One endpoint of the page is meant as far as docgen can tell.",
	Help:    "Name the endpoint by its verb and its path.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Turn a crane back\n\n```plaintext\nPUT /cranes/:id/turn\n```\n\nRequest body: same as above\n",
})

var _ = diag.Register(diag.Entry{
	Code: "answered-elsewhere", Severity: diag.Warning,
	Title:   "what an endpoint answers is told elsewhere",
	Why:     "A line says that an endpoint answers as another one does, and no endpoint of the page can be told to be that, or nothing says what it answers. The method gives the content of the response as it is.",
	Help:    "Name the endpoint by its verb and its path, or list the members again.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Show a crane\n\n```plaintext\nGET /cranes/:id\n```\n\nResponse: same as `GET /boats/:id`\n",
})
