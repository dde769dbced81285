package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// body adds the members of the body, or the list of them that prose announces, or what
// prose alone says of it.
func (r *reading) body(op *decl.Operation, c *call, members []*decl.Item) {
	members = r.withoutBodyRow(members)
	switch {
	case (c.document.indexed || c.beside) && len(members) == 0 && !sendsExample(op):
		if !r.document.sendsNothing(c) {
			op.Body = anyBody(op, c)
		}
	case len(members) == 0 && !bodiless(op.Verb):
		if op.Body = r.bodySchema(c); op.Body == nil {
			op.Body = r.bodyOf(op, c)
		}
		if len(op.Body) == 0 && (c.document.titleOnly || c.document.itemized || c.document.entries != nil) && !sendsExample(op) {
			op.Body = anyBody(op, c)
			r.unsaid = append(r.unsaid, c.statedWith(op.Verb))
		}
	case len(members) == 0:
	case r.isWholeBody(c, members):
		members[0].Form, members[0].Name = decl.Variant, ""
		op.Body = members
	case len(members) == 1 && members[0].Name == prose.AnyKey:
		members[0].Form, members[0].Expr, members[0].Children = decl.Variant, mapOf(members[0].Expr), nil
		op.Body = members
	case prose.SendsList(op.Doc) || r.announcesList(c):
		op.Body = bodyList(members, model.SourceProse)
	case r.document.sendsListOf(op, members):
		op.Body = bodyList(members, model.SourceExample)
		r.problem(c.stated[0].Start, c.stated[0].End, "inferred-body", "no page says that the body is a list of what its rows describe; it is inferred from the requests that are shown", "")
	default:
		op.Body = members
	}
}

// sendsExample reports whether an example shows what an operation is sent.
func sendsExample(op *decl.Operation) bool {
	return slices.ContainsFunc(op.Examples, func(ex decl.Example) bool {
		return !ex.Response && (ex.Request == nil || ex.Request.Body != "" || len(ex.Request.Form) > 0)
	})
}

// bodyList is a body that is a list of objects with the members.
func bodyList(members []*decl.Item, by model.Source) []*decl.Item {
	return []*decl.Item{{
		Form: decl.Variant, Expr: arrayOfObjects, Children: members, Start: members[0].Start, End: members[len(members)-1].End,
		Evidence: model.Evidence{}.With(model.FactType, by),
	}}
}

// sendsListOf reports whether all request examples with a body send lists of objects whose
// members the page lists.
func (s *document) sendsListOf(op *decl.Operation, members []*decl.Item) bool {
	found := false
	for _, ex := range op.Examples {
		if ex.Response {
			continue
		}
		body := ex.Body
		if req, err := s.requestIn(ex.Text); body == "" && err == nil {
			body = req.Body
		}
		v, err := link.ParseJSON(body)
		if body == "" || err != nil {
			continue
		}
		elements, ok := v.([]any)
		if !ok || len(elements) == 0 {
			return false
		}
		for _, e := range elements {
			object, ok := e.(map[string]any)
			if !ok {
				return false
			}
			for name := range object {
				if itemNamed(members, name) == nil {
					return false
				}
			}
		}
		found = true
	}
	return found
}

// wholeBody reports whether a row that is called body is the body itself: its type is a
// structure or a list of them.
func wholeBody(it *decl.Item) bool {
	e := it.Expr
	for e.Op == decl.Array {
		e = e.Args[0]
	}
	return e.Op == decl.Name && e.Text[0] >= 'A' && e.Text[0] <= 'Z' || e.Op == decl.Object
}

// announcesList reports whether the text before a table of the body says that the body
// is a list of what it describes.
func (r *reading) announcesList(c *call) bool {
	text, takes := "", false
	for _, p := range c.parts {
		switch p.kind {
		case textBlock:
			text = r.document.text[p.start:p.end]
			takes = takes || prose.SendsList(text)
			continue
		case tableBlock:
			if h := headOf(p.table); h.isFacts() && p.section != vocabulary.Response && p.section != vocabulary.Query && p.section != vocabulary.Path && p.section != vocabulary.Header {
				return takes || prose.IsList(text)
			}
		}
		text = ""
	}
	return false
}

var (
	// takesList is a request whose body is a list of something that has a name.
	takesList = prefilter.MustCompile(`(?i)\b(?:takes|accepts|expects) (?:an? )?(?:json )?(?:array|list) of (?:partial )?`)
	// bodyIs is the body that prose names.
	bodyIs = prefilter.MustCompile(`(?i)\bbody (?:is|must be|should be|contains) (?:an? |the )?(partial )?\[`)
	// changesWord begins a description of a request that changes something.
	changesWord = prefilter.MustCompile(`(?i)^(?:modify|modifies|updates?|edits?|replaces?|changes?|sets?)\s(?:an?|the)?\s*`)
	// allMayBe says that all members of that may be sent.
	allMayBe = prefilter.MustCompile(`(?i)\ball (?:of )?(?:the |its )?(?:attributes|fields|properties|members) (?:of [^.]{1,30} )?(?:may|can) be (?:passed|sent|set|modified|changed|given|provided|updated)\b`)
)

// bodyOf is a body that no table lists: a list of a structure, or a structure of which
// all members may be sent.
func (r *reading) bodyOf(op *decl.Operation, c *call) []*decl.Item {
	variant := func(e *decl.Expr) []*decl.Item {
		return []*decl.Item{{Form: decl.Variant, Expr: e, Start: c.start, End: c.stated[0].End, Evidence: model.Evidence{}.With(model.FactType, model.SourceProse)}}
	}
	if at := takesList.FindStringIndex(op.Doc); at != nil {
		if e := r.nameAt(op.Doc[at[1]:]); e != nil { // what is received is not all sent
			return variant(arrayOf(&decl.Expr{Op: decl.Name, Text: r.view.Partial(e.Text)}))
		}
	}
	if e := r.linkedAt(bodyIs.FindStringSubmatchIndex(op.Doc), op.Doc); e != nil {
		return variant(e)
	}
	if at := changesWord.FindStringIndex(op.Doc); at != nil && allMayBe.MatchString(op.Doc) {
		if e := r.nameAt(op.Doc[at[1]:]); e != nil {
			return variant(&decl.Expr{Op: decl.Name, Text: r.view.Partial(e.Text)})
		}
	}
	if e := r.sentElsewhere(op.Doc); e != nil {
		return variant(e)
	}
	if sendsResult.MatchString(op.Doc) {
		if e, _ := r.returned(op.Doc); e != nil {
			return variant(e)
		}
	}
	return nil
}

// sendsResult begins a description of a request that sends what it answers: "Updates and
// returns a list of …", where nothing says what is sent.
var sendsResult = prefilter.MustCompile(`(?i)^(?:(?:bulk )?(?:update|replace|set|overwrite|create|add|edit|store)s?|modif(?:y|ies)) and returns? `)

// sentElsewhere is the list of parameters that the description of a request links to for
// what it sends, or nil: the link or the heading that it leads to says parameters or
// settings, and the table below has a column for what is required. No other link of the
// description leads to one, and no sentence says that it is returned.
func (r *reading) sentElsewhere(doc string) *decl.Expr {
	var found *typeTable
	for _, l := range prose.Links(doc) {
		t := r.view.linked(r.view.from, l.Target)
		if t == nil || t.enum || t.choice || t.call != nil || t.block.head.required < 0 || t == found {
			continue
		}
		before, _, _ := strings.Cut(doc, "]("+l.Target+")")
		sentence := before[strings.LastIndexAny(before, ".。\n")+1:]
		if !parametersWord.MatchString(l.Text+" "+t.title) || returnsWord.MatchString(sentence) {
			continue
		}
		if found != nil {
			return nil
		}
		found = t
	}
	if found == nil {
		return nil
	}
	r.view.use(found)
	return &decl.Expr{Op: decl.Name, Text: found.name}
}

// parametersWord is what a list of parameters is called.
var parametersWord = prefilter.MustCompile(`(?i)\b(?:settings|parameters|params|attributes|options|arguments|fields|properties)\b|参数|选项|设置|字段`)

// nameAt is the structure that a text begins with, by a link or by its name.
func (r *reading) nameAt(text string) *decl.Expr {
	if links := prose.Links(text); len(links) > 0 && strings.HasPrefix(text, "["+links[0].Text+"]") {
		return r.structureAt(links[0].Target, false)
	}
	e := r.namedResult(text)
	if e != nil && e.Op == decl.Array {
		e = e.Args[0]
	}
	if e == nil || e.Op != decl.Name || r.view.byName[e.Text] == nil {
		return nil
	}
	return e
}

// elementsOf returns the member of the body whose elements a further table lists: its
// label names the structure that the member is of, or the member itself in the
// singular. "Boat Crew Parameters" are those of `crew`, an array of boat crew.
func (r *reading) elementsOf(p part, members []*decl.Item) *decl.Item {
	if len(members) == 0 || p.label == "" {
		return nil
	}
	words := strings.Fields(vocabulary.Fold(p.label))
	for n := len(words) - 1; n > 0; n-- {
		if vocabulary.SectionOf(strings.Join(words[n:], " ")) != p.section {
			continue
		}
		phrase := strings.Join(words[:n], " ")
		name := r.view.Named(phrase)
		for _, it := range members {
			e := it.Expr
			if e.Op == decl.Array {
				e = e.Args[0]
			}
			if e.Op == decl.Name && name != "" && e.Text == name || e.Op == decl.Object && len(it.Children) == 0 && letters(names.Singular(it.Name)) == letters(strings.ReplaceAll(phrase, " ", "_")) {
				return it
			}
		}
	}
	return nil
}

// fillElements gives a member the attributes that a further table lists of it.
func fillElements(it *decl.Item, children []*decl.Item) {
	if it.Expr.Op == decl.Array {
		it.Expr = arrayOfObjects
	} else {
		it.Expr = objectExpr
	}
	it.Children = children
}

// statedWith is the first statement of a call with a verb, or the first of all.
func (c *call) statedWith(verb string) statement.Finding {
	for _, f := range c.stated {
		if f.Operations[0].Verb == verb {
			return f
		}
	}
	return c.stated[0]
}
