package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// mentioned is a parameter of the query that a sentence names.
	mentioned = prefilter.MustCompile("(?i)`([a-z_][\\w.\\[\\]-]*)(?:=([^`]*))?` (?:url )?query(?:[ -]?string)? param(?:eter)?s?\\b|\\bquery(?:[ -]?string)? param(?:eter)? `([a-z_][\\w.\\[\\]-]*)(?:=([^`]*))?`")
	// calledSo is a parameter that a sentence calls by its name: that of an endpoint without a
	// body is of the query.
	calledSo = prefilter.MustCompile("(?i)\\bparam(?:eter)? (?:named|called) `([a-z_][\\w.\\[\\]-]*)(?:=([^`]*))?`")
	// ofOther is what a sentence about another endpoint has: a path in code, a link to what does
	// something, a response.
	ofOther = prefilter.MustCompile("`[^`]*/[^`]*`|\\[[^\\]]* [^\\]]*\\]\\(|(?i)\\bresponse\\b")
	// isNeeded says that the parameter of a sentence has to be sent.
	isNeeded = prefilter.MustCompile(`(?i)\bis (?:required|mandatory)\b|\bmust be (?:given|set|sent|passed|specified|provided)\b`)
)

// addMentioned adds to an operation the parameters of its query that only sentences of its
// description name. Their types are those of the values that the sentence or a request shows.
func (d drafted) addMentioned() {
	if len(d.endpoint.call.stated) > 1 || !strings.Contains(strings.ToLower(d.op.Doc), "param") {
		return
	}
	for _, sentence := range sentencesOf(d.op.Doc) {
		for _, m := range d.mentions(sentence) {
			name, value := m[0], m[1]
			if !prose.IsName(name) || ofOther.MatchString(sentence) || slices.ContainsFunc(d.op.Params, func(p decl.Param) bool {
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
	return out
}

// askedValue is the first value that the requests of an operation have of a parameter of the
// query, or "".
func (d drafted) askedValue(name string) string {
	for _, ex := range d.op.Examples {
		if ex.Response {
			continue
		}
		req, err := curl.Read(ex.Text)
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
