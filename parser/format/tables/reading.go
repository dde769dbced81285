package tables

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// A reading is one page while it is turned into declarations.
type reading struct {
	xmlTold   bool // that the page shows XML
	document  *document
	w         *format.Worker
	view      *view
	profile   Profile
	endpoints []*endpoint
	units     *format.Units
	problems  []decl.Problem
	// quiet says that a table is read again, whose problems were told.
	quiet bool
	// slots are those of all endpoints of the page, once asked for.
	slots map[string]bool
	// spoken are where names stand that only sentences have, and that were told.
	spoken map[int]bool
	// unreadable are where examples of requests begin that were told not to be JSON.
	unreadable map[int]bool
	// unsaid are the endpoints that may be sent a body of which the page says nothing.
	unsaid []statement.Finding
	// shown is what the first response example of the operation shows that is read.
	shown any
	// shownEnd is where that example ends.
	shownEnd int
	// shownAll is what all of them show.
	shownAll []any
	// sent is what the first example of a request shows of its body.
	sent any
	// members are those of the body that its request examples send with commands, asked
	// the first values of the names that they have in the query, askedStated those of its statement.
	members            map[string]any
	asked, askedStated map[string]string
	// askedBeside are those that requests have in the query while they send others in the body, or no body.
	askedBeside map[string]bool
	asking      askingPart
	// sentJSON are the members of the bodies in JSON among them, at any depth.
	sentJSON map[string]any
	// tables are those that were read of the operation so far.
	tables []tableRead
	parts  []format.Part
	// envelope is what lies around all answers of the reference, or nil.
	envelope *envelope
	// assumed are members of what is received that nothing says to be required.
	assumed map[*decl.Item]bool
	// targets are where the links of the page lead, by their text, once asked.
	targets map[string]string
	// read are the tables that gave something.
	read map[*block]bool
	// bracketed are the tables of which it was told that their types stand in brackets.
	bracketed map[*block]bool
	// located are the items that a cell places in the body.
	located map[*decl.Item]bool
	// nested is how many structures are read within others, whose members they add.
	nested int
	// lists are the rows of lists that say nothing of their elements.
	lists []source.Span
	// headers are the tables that list headers of answers.
	headers map[*block]bool
	// resources are the tables that list members of what the endpoints are about, once asked.
	resources *[]*resourceTable
	// ruled are where lists of rules stand that were read.
	ruled [][2]int
}

func (r *reading) problem(start, end int, code diag.Code, message, help string) {
	if !r.quiet {
		r.problems = append(r.problems, decl.Problem{Code: code, Start: start, End: end, Message: message, Help: help})
	}
}

// unread reports text of which nothing is in the model.
func (r *reading) unread(start, end int, code diag.Code, message, help string) {
	if !r.quiet {
		r.problems = append(r.problems, decl.Problem{Code: code, Start: start, End: end, Message: message, Help: help, Severity: diag.Error})
	}
	r.w.Mark(start, end, format.Reported)
}

// A drafted is an operation with the endpoint that it is of.
type drafted struct {
	endpoint *endpoint
	op       *decl.Operation
	reading  *reading
}

// operations drafts the operations of the page.
func (r *reading) operations() []drafted {
	var out []drafted
	done := map[*call]bool{}
	for _, e := range r.endpoints {
		r.quiet = done[e.call]
		done[e.call] = true
		out = append(out, drafted{e, r.operation(e), r})
	}
	r.quiet = false
	return out
}

// operation drafts one operation of what stands in the block of its call.
func (r *reading) operation(e *endpoint) *decl.Operation {
	c := e.call
	op := &decl.Operation{Title: e.title(), Verb: e.op.Verb, Path: e.op.Path, Start: c.start, End: c.stated[e.index].End}
	r.checkWhole(c, c.stated[e.index])
	r.checkRest(c.stated[e.index])
	r.checkLeading(c, c.stated[e.index])
	op.Doc = r.doc(c)
	if prose.Deprecated(c.withoutNotes(op.Doc)) || strings.Contains(strings.ToLower(c.title), "deprecated") || strings.Contains(c.title, "废弃") {
		op.Deprecated = firstSentence(op.Doc)
	}
	op.Examples = r.ofEndpoint(e, r.examples(op, c))
	sent, answered := r.sketches(op)
	r.readShown(op, c)
	r.askedStated = drafted{endpoint: e, op: op, reading: r}.statedValues()
	optional, nullable, but := prose.AllOptional(op.Doc)
	u := usage{sent: true, optional: optional, nullable: nullable, but: but}
	var answers [][]*attribute // of each table
	var members []*decl.Item
	var forms []bodyTable
	for _, t := range r.readTables(e) {
		p, as := t.part, t.as
		if t.answer {
			if len(answers) > 0 && isConditional(p.label) {
				free(as)
			}
			answers = withAnswer(answers, p, as)
			continue
		}
		if of := r.elementsOf(p, members); of != nil && len(as) > 0 {
			fillElements(of, unique(r.items(as, usage{sent: true})))
			continue
		}
		form := newBodyTable(p, as)
		for _, param := range r.params(e, p, as, u.below(p)) {
			if param.Location == "body" {
				op.Media = cmp.Or(op.Media, bodyMedia(p))
				members = append(members, param.Item)
				form.members = append(form.members, param.Item)
			} else {
				op.Params = append(op.Params, param)
			}
		}
		forms = append(forms, form)
	}
	r.loosen(e, forms)
	if len(members) == 0 && len(sent) > 0 && !bodiless(op.Verb) {
		members = r.items(sent, u)
	}
	if len(answers) == 0 && len(answered) > 0 {
		answers = append(answers, answered)
	}
	r.body(op, c, unique(append(members, r.addFenced(op, e)...)))
	if len(op.Body) > 0 && op.Media != multipart {
		op.Media = cmp.Or(c.mediaStated(), op.Media)
	}
	op.Params = uniqueParams(op.Params)
	op.Rules = r.rulesOf(c)
	r.checkOptions(e, op)
	r.checkIncluded(c)
	r.checkMembers(op)
	r.checkSent(c)
	r.checkSpoken(c)
	r.checkTexts(c)
	r.checkSentRows(c)
	r.returns(op, c, answers)
	op.Empty = op.Returns == nil && r.shown == nil && c.saysEmpty()
	op.Failures = r.failures(c)
	return op
}

// readShown notes what the examples of an operation send and answer.
func (r *reading) readShown(op *decl.Operation, c *call) {
	r.shown, r.shownAll, r.shownEnd = nil, shownValues(op), 0
	for _, ex := range op.Examples {
		if ex.Decoded {
			r.shownEnd = ex.End
			break
		}
	}
	if len(r.shownAll) > 0 {
		r.shown = cmp.Or(r.filledIn(c), r.shownAll[0])
	}
	r.members, r.asked = r.document.sentMembers(op)
	r.askedBeside, r.asking = nil, askingPart{}
	r.sentJSON = r.document.jsonSent(op)
	r.sent = r.sentValue(c)
	if len(r.asked) > 0 && (len(r.members) > 0 || r.sent == nil) {
		r.askedBeside = r.document.askedBeside(op, r.members)
	}
}

// tableOf reads a table of a call; answer says that it describes the response.
func (r *reading) tableOf(e *endpoint, p part) (as []*attribute, answer bool) {
	h := *p.head
	facts := h.isFacts()
	if !facts && h.isDescribed(p.table) {
		switch p.section {
		case vocabulary.Request, vocabulary.Query, vocabulary.Path, vocabulary.Header, vocabulary.Body, vocabulary.Form, vocabulary.Response:
			facts = true
		}
	}
	facts = facts || h.isDescribed(p.table) && e.call.isRightBelow(p)
	if p.section == vocabulary.Unknown && p.label == "" && h.typ < 0 && p.start < e.statement().Start && e.call.title != "" && !(facts && h.name >= 0 && e.call.isPrintedBelow() && e.call.isRightBelow(p)) {
		return nil, false // what the endpoint is about
	}
	if p.section == vocabulary.ResponseHeader && h.name >= 0 {
		r.headers[p.block] = true
	}
	switch {
	case r.isType(p.block), p.section == vocabulary.Errors, p.section == vocabulary.Documentation, p.section == vocabulary.ResponseHeader:
		return nil, false
	case !facts:
		if isFactSection(p.section) && h.name < 0 && !isStatuses(p.table) && !r.document.isOfErrors(p) && !h.isExamples() && !isBodySchema(p) {
			if names := headedByNames(p, r.tables); names != "" {
				r.tellValues(p, names)
			} else if _, enum := enumOf(p.table); !enum && !r.quiet && !isAbout(p, r.tables) {
				r.unread(p.start, p.end, "unread-facts", "the table below "+quoted(p.label)+" has no column that docgen knows as one of names: nothing of it was read",
					"docgen knows the column of names by the words of its head, such as Attribute, Parameter, Field or Name: use one of them, or report the words of this one")
				r.read[p.block] = true
			}
		}
		return nil, false
	}
	if h.typ >= 0 && r.namesKinds(p.table, h.typ) && (isAbout(p, r.tables) || isAboutIn(p, r.tables, h.name)) {
		return nil, false // which attributes go with which kind
	}
	r.read[p.block] = true
	answer = p.section == vocabulary.Response || p.section == vocabulary.ResponseExample ||
		h.required < 0 && vocabulary.NeedOfTitle(p.label) == vocabulary.Unsaid && !isRequestPart(p.section) && !r.describesSent(e, h, p) && (r.describesShown(h, p) || r.describesWithin(h, p))
	nest := answer || p.section == vocabulary.Body || p.section == vocabulary.Form || (!bodiless(e.op.Verb) || r.sendsBody(p.block)) && p.section != vocabulary.Query && p.section != vocabulary.Path && p.section != vocabulary.Header
	return wireLists(p, answer, r.attributes(p.block, nest)), answer
}

// namesKinds reports whether no cell of a column of types can be read as one: it names
// kinds of what the endpoint is about.
func (r *reading) namesKinds(t *table.Table, column int) bool {
	for i := range t.Rows {
		if prose.TypeOf(t.Rows[i].Cell(column), r.view).Unknown == "" {
			return false
		}
	}
	return len(t.Rows) > 0
}

// isRequestPart reports whether a section names a place of a request.
func isRequestPart(s vocabulary.Section) bool {
	switch s {
	case vocabulary.Query, vocabulary.Path, vocabulary.Header, vocabulary.Body, vocabulary.Form:
		return true
	}
	return false
}

// describesShown reports whether the rows of a table are the members that the response
// example shows: no label tells that it is one of the response.
func (r *reading) describesShown(h head, p part) bool {
	members, _ := objectOf(r.shown)
	if len(members) == 0 || len(p.table.Rows) < 2 {
		return false
	}
	return namesAll(members, h, p) || slices.ContainsFunc(sortedKeys(members), func(name string) bool {
		within, _ := objectOf(members[name]) // of an envelope
		return namesAll(within, h, p)
	})
}

// describesSent reports whether the rows of a table are rather what an endpoint takes that answers
// with it: a title says so above the answer, or the request example has them, too.
func (r *reading) describesSent(e *endpoint, h head, p part) bool {
	if bodiless(e.op.Verb) {
		return false
	}
	if p.section == vocabulary.Request && !r.shownBefore(p) {
		return true
	}
	sent, _ := objectOf(r.sent)
	return len(sent) > 0 && namesAll(sent, h, p)
}

// namesAll reports whether all rows of a table are members of an object.
func namesAll(members map[string]any, h head, p part) bool {
	for i := range p.table.Rows {
		if _, ok := members[stepName(p.table.Rows[i].Cell(h.name))]; !ok {
			return false
		}
	}
	return true
}

// isFactSection reports whether a section is known to hold facts.
func isFactSection(s vocabulary.Section) bool {
	switch s {
	case vocabulary.Request, vocabulary.Query, vocabulary.Path, vocabulary.Header, vocabulary.Body, vocabulary.Form, vocabulary.Response:
		return true
	}
	return false
}

func bodiless(verb string) bool {
	return verb == "GET" || verb == "DELETE" || verb == "HEAD" || verb == "LIST"
}

// params are the parameters that a table of the request gives to an endpoint.
func (r *reading) params(e *endpoint, p part, as []*attribute, u usage) []decl.Param {
	slots := names.Slots(e.op.Path)
	var out []decl.Param
	var written []string // by other endpoints of the call
	r.nameByPosition(e, p, slots, as)
	r.nameByShortName(e, p, slots, as)
	only := onlySlot(slots, as)
	for _, a := range r.withoutHostSlots(e, as) {
		location, by := r.location(e, p, a, slots)
		location, by = a.inOnlySlot(only, location, by)
		if location == "query" && r.namesAny(a) {
			continue
		}
		if location == "skip" {
			if by == model.SourceVerb {
				written = append(written, a.name.Text)
			}
			continue
		}
		isText := (location == "path" || location == "header") && a.typ.Expr == nil && len(a.children) == 0 && len(a.values) == 0
		if isText {
			a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "string"} // as it travels
		}
		a.outside = location != "body"
		it := r.item(a, u.of(a.name.Text))
		it.Location = ""
		if location != "body" && !a.name.Nullable && !a.typ.Nullable {
			it.Nullable = false // nothing but a body has a null
		}
		if isText {
			it.Evidence = it.Evidence.With(model.FactType, model.SourceName)
		}
		if location == "path" {
			it.Optional, it.Nullable = false, false
			if s := slotOf(slots, a.name.Text); s != "" {
				it.Name = s
			}
		}
		if by != "" {
			it.Evidence = it.Evidence.With(model.FactLocation, by)
		}
		repeat(location, it)
		out = append(out, decl.Param{Location: location, Item: it})
	}
	r.tellWritten(e, p, written)
	return out
}

// slotOf is the slot of a path that a name means.
func slotOf(slots []string, name string) string {
	name = slotName(name)
	for _, s := range slots {
		if s == name {
			return s
		}
	}
	for _, s := range slots {
		if letters(s) == letters(name) {
			return s
		}
	}
	for _, s := range slots {
		if strings.ContainsRune(s, '_') && singulars(s) == singulars(name) {
			return s
		}
	}
	return ""
}

// singulars is a name with its words in the singular.
func singulars(name string) string {
	words := strings.Split(strings.ToLower(name), "_")
	for i, w := range words {
		words[i] = names.Singular(w)
	}
	return strings.Join(words, "_")
}

var withoutMarks = strings.NewReplacer("_", "", "-", "", ".", "")

func letters(s string) string {
	return strings.ToLower(withoutMarks.Replace(s))
}

// place is where an attribute travels, and what it was concluded from, "" where the
// page says it. "skip" is one that belongs to another endpoint of the call.
func (r *reading) location(e *endpoint, p part, a *attribute, slots []string) (string, model.Source) {
	besides := r.listsSlot(e, p, a.name.Text) || r.sendsToo(e, p, a)
	slot := slotOf(slots, a.name.Text) != "" && !besides
	switch {
	case a.location != "" && (a.location != "query" || !slot):
		return a.location, ""
	case p.section == vocabulary.Header:
		return "header", ""
	case slot:
		return "path", model.SourceName
	case p.section == vocabulary.Path && r.otherSlot(e, a.name.Text):
		return "skip", ""
	case r.sendsOnlyInBody(e, p, a.name.Text):
		return "body", model.SourceExample
	case p.section == vocabulary.Path:
		if len(slots) == 0 || urlWord.MatchString(p.label) && !pathWord.MatchString(p.label) {
			return "query", model.SourceVerb // "URL parameters" are also those of a query
		}
		return "path", ""
	case !besides && r.otherSlot(e, a.name.Text):
		return "skip", ""
	case p.section == vocabulary.Query:
		return "query", ""
	case p.section == vocabulary.Body || p.section == vocabulary.Form:
		return "body", ""
	case !r.sendsMember(e, a.name.Text) && inQueryOf(r.document.text[e.statement().Start:e.statement().End], a.name.Text):
		return "query", ""
	case saysBody.MatchString(a.doc):
		return "body", model.SourceProse
	case says(a.doc, queryWord, saysQuery):
		return "query", model.SourceProse
	case says(a.doc, headerWord, saysHeader):
		return "header", model.SourceProse
	case r.askedBeside[a.name.Text] && len(r.members) > 0 || r.asksPart(p):
		return "query", model.SourceExample
	case !r.isAsked(a.name.Text) && (e.isReadOfMany() || e.sharesMembers(p)):
		return "skip", model.SourceVerb // what others of the call write
	case bodiless(e.op.Verb) && !r.isAsked(a.name.Text) && r.sendsBody(p.block):
		return "body", model.SourceExample
	case bodiless(e.op.Verb):
		return "query", model.SourceVerb
	}
	if len(r.members) == 0 && r.sent == nil && e.asksEither() {
		return "query", model.SourceVerb // what a GET of the path takes there, too
	}
	return "body", model.SourceVerb
}

// otherSlot reports whether a name is a slot of another endpoint of the call.
func (r *reading) otherSlot(e *endpoint, name string) bool {
	if len(e.call.stated) == 1 {
		return false
	}
	if e.call.slots == nil {
		e.call.slots = make([][]string, len(e.call.stated))
		for i, f := range e.call.stated {
			e.call.slots[i] = names.Slots(slotPathAs(r.document.marks, f.Operations[0].Path))
		}
	}
	return slices.ContainsFunc(e.call.slots, func(slots []string) bool { return slotOf(slots, name) != "" })
}
