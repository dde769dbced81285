package tables

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// sentMembers returns the members of the bodies that the request examples of an
// operation send, with the first value of each, which is a text in a form, and the names
// in their queries with theirs.
func (s *document) sentMembers(op *decl.Operation) (out map[string]any, asked map[string]string) {
	out, asked = map[string]any{}, map[string]string{}
	for _, ex := range op.Examples {
		if ex.Response {
			continue
		}
		req, err := s.requestIn(ex.Text)
		if err != nil || req.Verb != op.Verb && (req.Verb != "POST" || namesVerb(ex.Text)) {
			continue
		}
		for _, q := range req.Query {
			if _, ok := asked[q.Name]; !ok {
				asked[q.Name] = q.Value
			}
		}
		for _, f := range req.Form {
			if _, ok := out[f.Name]; !ok {
				out[f.Name] = f.Value
			}
		}
		v, err := link.ParseJSON(cmp.Or(ex.Body, req.Body))
		members, ok := v.(map[string]any)
		if err != nil || !ok {
			continue
		}
		for name, value := range members {
			if _, ok := out[name]; !ok {
				out[name] = value
			}
		}
	}
	return out, asked
}

// isAsked reports whether a request example has a name in its query.
func (r *reading) isAsked(name string) bool {
	_, ok := r.asked[name]
	return ok
}

// askedBeside are the names in the queries of request examples that send members of a body
// besides, none of which has such a name, or of those that send nothing else where none sends a body.
func (s *document) askedBeside(op *decl.Operation, members map[string]any) map[string]bool {
	if bodiless(op.Verb) {
		return nil
	}
	out := map[string]bool{}
	alone := len(members) == 0
	for _, ex := range op.Examples {
		if ex.Response {
			continue
		}
		req, err := s.requestIn(ex.Text)
		sends := ex.Body != "" || err == nil && (req.Body != "" || len(req.Form) > 0)
		if alone && sends {
			return nil
		}
		if err != nil || req.Verb != op.Verb || !alone && !sends {
			continue
		}
		for _, q := range req.Query {
			if _, sent := members[q.Name]; !sent {
				out[q.Name] = true
			}
		}
	}
	return out
}

// exprShown is the type of the value that examples show of an attribute whose row says none: in
// the query of a request, and else in the answer, which calls what was sent alike, or in a form.
// It is nil where none does, and where a value has members or does not fit what the row says.
func (r *reading) exprShown(a *attribute, u usage) *decl.Expr {
	if a.saysOthers() {
		return nil
	}
	if a.outside {
		if value := cmp.Or(r.asked[a.name.Text], r.askedStated[a.name.Text]); value != "" {
			return askedExpr(value)
		}
		return nil
	}
	members, _ := r.shown.(map[string]any)
	if e := exprSent(members[a.name.Text]); e != nil && e.Op == decl.Name && a.defaultFits(e) {
		return e
	}
	if value, ok := r.members[a.name.Text].(string); ok && u.sent && value != "" && !openValue.MatchString(value) {
		if e := askedExpr(strings.Trim(value, `"`)); a.defaultFits(e) {
			return e
		}
	}
	return nil
}

// wordDefault is a default that is a text.
var wordDefault = prefilter.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// exprOfDefault is the type of the default that a description says, or nil where it may be one of
// several. What is sent and has a whole number for a default is taken to be whole.
func (a *attribute) exprOfDefault(u usage) *decl.Expr {
	def, word := prose.Default(a.doc), ""
	if a.saysOthers() {
		return nil
	}
	switch strings.ToLower(def) {
	case "", "null", "nil", "none", "undefined", "empty", "true", "false", "now", "nan", "infinity":
	default:
		switch {
		case wholeValue.MatchString(def) && u.sent:
			word = "integer"
		case wordDefault.MatchString(def):
			word = "string"
		}
	}
	if word == "" {
		return nil
	}
	return &decl.Expr{Op: decl.Name, Text: word}
}

// namesVerb reports whether a command of curl says which verb it means: data alone make
// one a POST, which some pages forget.
func namesVerb(text string) bool {
	return strings.Contains(text, "-X") || strings.Contains(text, "--request")
}

// sendsBody reports whether the request examples send an attribute of a table in the
// body.
func (r *reading) sendsBody(b *block) bool {
	if len(r.members) == 0 {
		return false
	}
	h, t := b.head, b.table
	for i := range t.Rows {
		if _, ok := r.members[stepName(t.Rows[i].Cell(h.name))]; ok {
			return true
		}
	}
	return false
}

// checkOptions reports members that the statement of an endpoint sends with options of
// curl and that nothing lists, and a label for a body below which nothing is read.
func (r *reading) checkOptions(e *endpoint, op *decl.Operation) {
	r.checkBody(op, e.call)
	listed := map[string]bool{}
	for _, it := range op.Body {
		listed[it.Name] = true
	}
	for _, p := range op.Params {
		listed[p.Item.Name] = true
	}
	for _, f := range e.call.stated {
		line := strings.TrimSpace(r.document.text[f.Start:f.End])
		if !strings.Contains(line, " -") || f.Operations[0].Verb != e.op.Verb || slotPath(f.Operations[0].Path) != e.op.Path {
			continue
		}
		req, err := curl.Read("curl -X " + line)
		if err != nil {
			continue
		}
		for _, c := range req.Form {
			if !listed[c.Name] {
				r.problem(f.Start, f.End, "example-only", "the statement sends "+quoted(c.Name)+", which no table lists; it is no part of the method", "list it in the table of the endpoint")
			}
		}
	}
}

// checkMembers reports members of the body that examples send and that nothing lists,
// where a table lists others.
func (r *reading) checkMembers(op *decl.Operation) {
	if len(op.Body) == 0 || slices.ContainsFunc(op.Body, func(it *decl.Item) bool { return it.Form != decl.Field || len(stepsOf(it.Name)) > 1 }) {
		return
	}
	var unlisted []string
	for _, name := range sortedKeys(r.members) {
		listed := itemNamed(op.Body, name) != nil || slices.ContainsFunc(op.Params, func(p decl.Param) bool { return p.Item.Name == name })
		if steps := stepsOf(name); !listed && len(steps) > 0 {
			listed = itemNamed(op.Body, steps[0].name) != nil // of a form: crane[id]
		}
		if !listed {
			unlisted = append(unlisted, name)
		}
	}
	for _, ex := range op.Examples {
		if len(unlisted) > 0 && !ex.Response && strings.Contains(ex.Text, unlisted[0]) {
			r.problem(ex.Start, ex.End, "unlisted-member", "the request example sends "+quoted(strings.Join(unlisted, ", "))+", which no page lists; the body of the method has no such member",
				"list it in the table of the endpoint, or add a field under types in docgen.yaml")
			return
		}
	}
}

// sendsToo reports whether an attribute that a section lists as one of the body is sent there
// by the request examples, though a slot of the path has its name: what is changed may be what
// the path names it by. Where no example shows a body the page is taken at its word.
func (r *reading) sendsToo(e *endpoint, p part, a *attribute) bool {
	if p.section != vocabulary.Body {
		return false
	}
	_, sent := r.members[a.name.Text]
	return sent || len(r.members) == 0 && !bodiless(e.op.Verb)
}

// sendsMember reports whether a request example of an endpoint that takes a body sends a name there.
func (r *reading) sendsMember(e *endpoint, name string) bool {
	if bodiless(e.op.Verb) {
		return false
	}
	_, sent := r.members[name]
	return sent
}

// sendsOnlyInBody reports whether the request examples of an endpoint that takes a body send
// there and not in the query what a part lists as parameters of the URL: pages call so what a
// form sends, too.
func (r *reading) sendsOnlyInBody(e *endpoint, p part, name string) bool {
	if p.section != vocabulary.Path && (p.section != vocabulary.Query || (!urlWord.MatchString(p.label) || queryWord.MatchString(p.label))) || bodiless(e.op.Verb) || r.isAsked(name) {
		return false
	}
	if _, sent := r.members[name]; sent {
		return true
	}
	shown, _ := r.sent.(map[string]any)
	_, sent := shown[name]
	return sent
}

// pathWord is a word for the path in a label.
var pathWord = prefilter.MustCompile(`(?i)path|route|segment`)

// urlWord is a word for the address in a label that does not say which part of it is meant.
var urlWord = prefilter.MustCompile(`(?i)\bur[li]\b`)

// asksPart reports whether requests that send no body have names in their query that a part lists: all that
// it lists travels there. Where tables call what is sent attributes, that is but another way to send them.
func (r *reading) asksPart(p part) bool {
	if len(r.members) > 0 || len(r.askedBeside) == 0 || p.kind != tableBlock || p.head == nil || p.head.name < 0 || r.profile.attributes || r.document.headsAttributes(p) {
		return false
	}
	if r.asking.of != p.block {
		names := func(row table.Row) bool { return r.askedBeside[stepName(row.Cell(p.head.name))] }
		r.asking = askingPart{p.block, slices.ContainsFunc(p.table.Rows, names)}
	}
	return r.asking.is
}

// An askingPart is the block of a part and whether requests have what it lists in their query.
type askingPart struct {
	of *block
	is bool
}

// headsAttributes reports whether the head of a table on the page calls what it lists attributes, and not
// parameters: an example that sends them in its query shows one of several ways.
func (s *document) headsAttributes(p part) bool {
	if p.kind != tableBlock || p.table.Unmarked || p.table.Inline || p.head.name < 0 || listed.IsBullet(s.lineAt(p.start)) {
		return false
	}
	return namesAttributes(p.table.Head[p.head.name])
}
