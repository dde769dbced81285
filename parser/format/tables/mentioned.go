package tables

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// mentioned is a parameter of the query that a sentence names.
	mentioned = prefilter.MustCompile("(?i)`([a-z_][\\w.\\[\\]-]*)(?:=([^`]*))?` (?:url )?query(?:[ -]?string)? param(?:eter)?s?\\b|\\bquery(?:[ -]?string)? param(?:eter)? `([a-z_][\\w.\\[\\]-]*)(?:=([^`]*))?`")
	// calledSo is a parameter that a sentence calls by its name: that of an endpoint without a
	// body is of the query.
	calledSo = prefilter.MustCompile("(?i)\\bparam(?:eter)? (?:named|called) `([a-z_][\\w.\\[\\]-]*)(?:=([^`]*))?`")
	// spokenOf is a parameter that a sentence names without saying where it travels.
	spokenOf = prefilter.MustCompile("(?i)\\bparam(?:eter)?s? `([a-z_][\\w.\\[\\]-]*)`|`([a-z_][\\w.\\[\\]-]*)` (?:body |form |request )?param(?:eter)?s?\\b|\\b(?:optional(?:ly)?|accepts|takes) (?:an? |the )?(?:optional )?`([a-z_][\\w.\\[\\]-]*)`")
	// spokenSent is a member of a body that a sentence says is sent in it, or a part of a form.
	spokenSent = prefilter.MustCompile("(?i)`([a-z_][\\w.\\[\\]-]*)` (?:(?:array|list|field|object|string|number|integer|boolean|flag|key|property|member|attribute|value)s? )?in (?:the |a )?(?:json |request |post |form )*body\\b|\\b(?:request |json )?body (?:may|can|must|should|has to) (?:also )?(?:contain|have|include|hold) (?:an? |the )?(?:optional )?`([a-z_][\\w.\\[\\]-]*)`|\\bform-?data`? with (?:an? |the )?`([a-z_][\\w.\\[\\]-]*)`|^(?:send|pass|include) (?:an? |the )?(?:optional )?`([a-z_][\\w.\\[\\]-]*)`")
	// lacksIt says that what a sentence names is not there.
	lacksIt = prefilter.MustCompile(`(?i)\b(?:not|no longer|without|except|ignored|removed)\b`)
	// ofOther is what a sentence about another endpoint has: a path in code, a link to what does
	// something, a response.
	ofOther = prefilter.MustCompile("`[^`]*/[^`]*`|\\[[^\\]]* [^\\]]*\\]\\(|(?i)\\bresponse\\b")
	// isNeeded says that the parameter of a sentence has to be sent.
	isNeeded = prefilter.MustCompile(`(?i)\bis (?:required|mandatory)\b|\bmust be (?:given|set|sent|passed|specified|provided)\b`)
)

// addMentioned adds to an operation the parameters of its query that only sentences of its
// description name. Their types are those of the values that the sentence or a request shows.
func (d drafted) addMentioned() {
	d.checkSent()
	if !strings.Contains(strings.ToLower(d.op.Doc), "param") && !mayAsk(d.op.Doc) {
		return
	}
	if len(d.endpoint.call.stated) > 1 {
		d.unplacedMentions()
		return
	}
	defer d.checkSpokenOf()
	for _, sentence := range sentencesOf(d.op.Doc) {
		for _, m := range d.mentions(sentence) {
			name, value := m[0], m[1]
			if ofOther.MatchString(sentence) {
				d.tellOther(sentence)
				break
			}
			if !prose.IsName(name) || slices.ContainsFunc(d.op.Params, func(p decl.Param) bool {
				return strings.TrimSuffix(p.Item.Name, "[]") == strings.TrimSuffix(name, "[]")
			}) {
				continue
			}
			f := d.endpoint.statement()
			source := model.SourceProse
			if value == "" {
				value = prose.Default(sentence)
			}
			if value == "" {
				value, source = d.askedValue(name), model.SourceExample
			}
			it := &decl.Item{Form: decl.Field, Name: name, Expr: askedExpr(value), Doc: strings.TrimSpace(sentence), Optional: !isNeeded.MatchString(sentence), Start: f.Start, End: f.End}
			it.Evidence = it.Evidence.With(model.FactLocation, model.SourceProse).With(model.FactRequired, model.SourceProse)
			d.op.Params = append(d.op.Params, decl.Param{Location: "query", Item: it})
			if value != "" {
				it.Evidence = it.Evidence.With(model.FactType, source)
				continue
			}
			it.Expr, it.Unreadable = anyExpr, true
			d.reading.problem(f.Start, f.End, "untyped-attribute", "the page says no type of \""+name+"\"; it may hold any value", "")
		}
	}
}

// checkSpokenOf reports the parameters that sentences of the description name, and that neither
// a table nor the path has: where they travel is not said.
func (d drafted) checkSpokenOf() {
	d.tellUnlisted(d.op.Doc, spokenOf, "a sentence names the parameter %s, which nothing lists: it is documentation, as the sentence does not say where it travels", "list it with its type, or call it a query parameter")
}

// checkSent reports the members of the body that sentences of the description name, and that no
// table and no example has.
func (d drafted) checkSent() {
	if bodiless(d.op.Verb) {
		return
	}
	c := d.endpoint.call
	for _, text := range append([]string{d.op.Doc}, c.labelsSent()...) {
		d.tellUnlisted(text, spokenSent, "a sentence says that %s is sent in the body, and nothing lists or shows it: it is documentation", "list it with its type in a table or a list below the endpoint")
	}
}

// labelsSent are the lines of a call that say what is sent behind a label for it.
func (c *call) labelsSent() []string {
	var out []string
	for _, p := range c.parts {
		if p.kind != textBlock {
			continue
		}
		text := c.document.text[p.start:p.end]
		if m := ruleLine.FindStringSubmatch(text); m != nil {
			if section, _ := c.document.sectionOf(m[1]); sendsPayload(section) || section == vocabulary.Request {
				out = append(out, strings.ReplaceAll(m[2], "multipart/", "")) // which is no path
			}
		}
	}
	return out
}

// tellUnlisted reports once the names that a pattern finds in sentences of a text, and that the
// operation does not have.
func (d drafted) tellUnlisted(text string, pattern *prefilter.Pattern, message, help string) {
	c, r := d.endpoint.call, d.reading
	if r.spoken == nil {
		r.spoken = map[int]bool{}
	}
	for _, sentence := range sentencesOf(text) {
		for _, m := range pattern.FindAllStringSubmatch(sentence, -1) {
			name := strings.Join(m[1:], "")
			at := strings.Index(r.document.text[c.start:c.end], "`"+name+"`")
			if at < 0 || r.quiet || r.spoken[c.start+at] || !prose.IsName(name) || ofOther.MatchString(sentence) || lacksIt.MatchString(sentence) || c.lists(name) || d.has(name) || d.sends(name) {
				continue
			}
			r.spoken[c.start+at] = true
			r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Info, Start: c.start + at, End: c.start + at + len(name) + 2,
				Message: fmt.Sprintf(message, quoted(name)), Help: help})
		}
	}
}

// sends reports whether the body of an example of a request has a member of a name.
func (d drafted) sends(name string) bool {
	member := strconv.Quote(strings.TrimSuffix(name, "[]"))
	return slices.ContainsFunc(d.op.Examples, func(ex decl.Example) bool {
		return !ex.Response && (strings.Contains(ex.Text, member) || strings.Contains(ex.Body, member) || ex.Request != nil && strings.Contains(ex.Request.Body, member) || strings.Contains(ex.Text, name+"="))
	})
}

// has reports whether an operation has a parameter, a slot or a member of its body of a name.
func (d drafted) has(name string) bool {
	is := func(it *decl.Item) bool { return strings.TrimSuffix(it.Name, "[]") == strings.TrimSuffix(name, "[]") }
	return slices.ContainsFunc(d.op.Params, func(p decl.Param) bool { return is(p.Item) }) || slices.ContainsFunc(d.op.Body, is) || slices.Contains(names.Slots(d.op.Path), name)
}

// unplacedMentions reports the parameters that sentences about several endpoints name, and that
// nothing lists: which of the endpoints have them is not said.
func (d drafted) unplacedMentions() {
	c, r := d.endpoint.call, d.reading
	if d.endpoint.statement().Start != c.stated[0].Start {
		return // told with the first
	}
	for _, sentence := range sentencesOf(d.op.Doc) {
		for _, m := range d.mentions(sentence) {
			at := strings.Index(r.document.text[c.start:c.end], "`"+m[0])
			if at < 0 || !prose.IsName(m[0]) || ofOther.MatchString(sentence) || c.lists(m[0]) {
				continue
			}
			at += c.start
			r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: at, End: at + len(m[0]) + 1,
				Message: "a sentence names the parameter " + quoted(m[0]) + " below several endpoints, and does not say which of them have it: it is documentation",
				Help:    "state each endpoint below a title of its own"})
		}
	}
}

// mentions are the names of parameters of the query in a sentence, each with the value that
// it shows.
func (d drafted) mentions(sentence string) (out [][2]string) {
	for _, m := range mentioned.FindAllStringSubmatch(sentence, -1) {
		out = append(out, [2]string{m[1] + m[3], m[2] + m[4]})
	}
	if bodiless(d.op.Verb) {
		for _, m := range calledSo.FindAllStringSubmatch(sentence, -1) {
			out = append(out, [2]string{m[1], m[2]})
		}
	}
	for _, m := range askedIn(sentence, bodiless(d.op.Verb)) {
		if !hasPair(out, m[0]) {
			out = append(out, m)
		}
	}
	return out
}

// askedValue is the first value that the requests of an operation have of a parameter of the
// query, or "".
func (d drafted) askedValue(name string) string {
	for _, ex := range d.op.Examples {
		if ex.Response {
			continue
		}
		req, err := d.reading.document.requestIn(ex.Text)
		if err != nil {
			continue
		}
		for _, q := range req.Query {
			if q.Name == name {
				return q.Value
			}
		}
	}
	return ""
}

// sentencesOf are the sentences of a text.
func sentencesOf(text string) []string {
	var out []string
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		for sentence := range strings.SplitSeq(strings.ReplaceAll(paragraph, "\n", " "), ". ") {
			out = append(out, sentence)
		}
	}
	return out
}
