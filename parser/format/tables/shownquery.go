package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// shownAddress is a line that is but an address with a query, as what is requested: /boats?id=1.
var shownAddress = prefilter.MustCompile("^\\s*(?:[-*+>]\\s+)*(?:(?:\\*\\*|__)?[\\pL][\\pL ]{0,30}(?:(?:\\*\\*|__)?:(?:\\*\\*|__)?\\s+|(?:\\*\\*)?：(?:\\*\\*)?\\s*))?`?(?:(GET|POST|PUT|PATCH|DELETE)\\s+`?)?(https?://[^\\s/`?]+|\\{\\{?[\\w.-]+\\}?\\}|\\$\\{?\\w+\\}?)?(/[^\\s`?]*)\\?([^\\s`#]+)`?\\s*$")

// labelledQuery is a query of several names behind a label for it, with or without marks of code.
var labelledQuery = prefilter.MustCompile("(?i)^[ \\t>*+-]*[*_]{0,2}(?:query|params?|parameters?|query[ -]?(?:params?|parameters?|string)|request (?:params?|parameters?)|请求参数|查询参数|参数|パラメータ|파라미터)[*_]{0,2}[ \\t]*[:：][*_]{0,2}[ \\t]*[`?]{0,2}([A-Za-z_][\\w.\\[\\]-]*=[^`&\\s]*(?:&[A-Za-z_][\\w.\\[\\]-]*=[^`&\\s]*)+)`?\\s*$")

// addShown adds to an operation the parameters of the query that a line of its section shows which is
// but its address, and that nothing lists: what a value looks like says its type. What prints a version of
// HTTP is a request example.
func (d drafted) addShown() {
	c, r := d.endpoint.call, d.reading
	for _, p := range c.parts {
		if p.kind != textBlock && p.kind != fenceBlock {
			continue
		}
		if p.kind == textBlock && len(c.stated) == 1 {
			d.addLabelled(p)
		}
		if isAnswerShown(p.section) || isAnswer(p.section) {
			continue
		}
		at := p.start
		for line := range strings.Lines(r.document.text[p.start:p.end]) {
			start := at
			at += len(line)
			if strings.IndexByte(line, '?') < 0 || len(line) > longestStatement {
				continue
			}
			if m := shownAddress.FindStringSubmatch(line); m != nil && (m[1] == "" && len(c.stated) == 1 || m[1] == d.op.Verb) && isAddressOf(m[3], d.op.Path, m[2] != "") {
				d.addPairs("the address has", pairsOf(m[4]), start, at, c.isStatement(p.block))
			}
		}
	}
}

// addLabelled adds the parameters of a query that a line of a text has behind a label for it, whatever
// the text announces in the end.
func (d drafted) addLabelled(p part) {
	at := p.start
	for line := range strings.Lines(d.reading.document.text[p.start:p.end]) {
		start := at
		at += len(line)
		if strings.IndexByte(line, '&') < 0 || len(line) > longestStatement {
			continue
		}
		m := labelledQuery.FindStringSubmatch(line)
		switch {
		case m == nil:
		case bodiless(d.op.Verb):
			d.addPairs("the line has", pairsOf(m[1]), start, at, false)
		case !d.has(pairsOf(m[1])[0].name) && !d.sends(pairsOf(m[1])[0].name) && !d.reading.quiet:
			d.reading.problems = append(d.reading.problems, decl.Problem{Code: "unread-facts", Severity: diag.Info, Start: start, End: at,
				Message: "the line shows what is sent and not whether in the query or in a form: it is documentation", Help: "list the parameters in a table of the endpoint"})
		}
	}
}

// A pair is a name of a query with the value that is shown of it; alone says that none is.
type pair struct {
	name, value string
	alone       bool
}

// pairsOf are the names and values of a query as it is sent.
func pairsOf(query string) (out []pair) {
	for text := range strings.SplitSeq(query, "&") {
		name, value, has := strings.Cut(text, "=")
		out = append(out, pair{name, value, !has})
	}
	return out
}

// addPairs adds the names of a query to the parameters of an operation. Where a table lists some, the others
// are told, and so are those of a use beside the statement of the endpoint. The first words of what is told
// say what has them.
func (d drafted) addPairs(words string, pairs []pair, start, end int, stated bool) {
	added := map[string]*decl.Item{}
	for _, p := range pairs {
		name, value := p.name, p.value
		if p.alone && vocabulary.SectionOf(name) != vocabulary.Unknown {
			continue // ?parameters stands for what is listed
		}
		if it := added[name]; it != nil && it.Expr.Op != decl.Array {
			it.Expr = arrayOf(it.Expr) // given twice
			continue
		}
		if !prose.IsName(name) || d.has(name) || link.CarriesCredential(name) {
			continue
		}
		why := ""
		if inner := slotInName(name); inner != "" {
			if stated || d.has(inner) { // which addQuery tells of
				continue
			}
			why = "it has a slot in the place of the name"
		} else if strings.Contains(strings.TrimSuffix(name, "[]"), "[") {
			why = "nothing says whether the name in brackets is one of many"
		} else if stated {
			why = "it stands beside what states the endpoint as one of its uses"
		} else if d.endpoint.call.rows > 0 {
			why = "what lists the others does not have it"
		}
		if why != "" {
			d.reading.problems = append(d.reading.problems, decl.Problem{Code: "unread-facts", Severity: diag.Info, Start: start, End: end,
				Message: words + " " + quoted(name) + " in its query, and " + why + ": it is documentation", Help: "list the parameter in a table of the endpoint"})
			continue
		}
		it := &decl.Item{Form: decl.Field, Name: name, Expr: askedExpr(value), Optional: true, Start: start, End: end}
		it.Evidence = it.Evidence.With(model.FactType, model.SourceExample).With(model.FactLocation, model.SourceExample).With(model.FactRequired, model.SourceVerb)
		added[name] = it
		d.op.Params = append(d.op.Params, decl.Param{Location: "query", Item: it})
		if i := d.reading.document.blockAt(start); i < len(d.reading.document.blocks) {
			d.reading.read[&d.reading.document.blocks[i]] = true
		}
	}
}

// isAddressOf reports whether an address is a path, with values or slots for its slots. Behind a host,
// segments that are words may stand before it.
func isAddressOf(address, path string, hosted bool) bool {
	have, want := strings.Split(strings.Trim(address, "/"), "/"), strings.Split(strings.Trim(path, "/"), "/")
	if len(have) < len(want) || len(have) > len(want) && !hosted || strings.ContainsAny(strings.Join(have[:len(have)-len(want)], ""), ":{<0$") {
		return false
	}
	have = have[len(have)-len(want):]
	for i, s := range want {
		if s != have[i] && !strings.HasPrefix(s, "{") {
			return false
		}
	}
	return true
}
