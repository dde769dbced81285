package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// askedSpan is code that shows a query: `?page=1&size=20`, `?open`.
	askedSpan = prefilter.MustCompile("`\\?([A-Za-z_][\\w.\\[\\]-]*(?:=[^`&]*)?(?:&[A-Za-z_][\\w.\\[\\]-]*(?:=[^`&]*)?)*)&?`")
	// nameSpan is code that is but a name, with or without a value.
	nameSpan = prefilter.MustCompile("`[?&]?([A-Za-z_][\\w.\\[\\]-]*)(?:=([^`]*))?`")
	// spanJoint parts two of them.
	spanJoint = prefilter.MustCompile(`^\s*(?:,|/|、|，|;|；|&|\+|and/or|or|and|и|или|und|oder|et|ou|y|e|o|以及|和|与|或|及)*\s*(?:,\s*)?(?:and|or|also)?\s*$`)
	// queryStem is a part of words for a query, or for what one is for.
	queryStem = prefilter.MustCompile(`(?i)quer|filter|filtr|search|查询|查詢|筛选|クエリ|쿼리|consulta|abfrage|optional|accept|\btakes\b`)
	// optionalNames ends what stands before names that may be left out.
	optionalNames = prefilter.MustCompile(`(?i)(?:^|[\s(–—-])optional(?:ly)?\s*$`)
	// asQuery are words between names and what they are: as query parameters.
	asQuery = prefilter.MustCompile(`(?i)^[\s(]*(?:(?:as|via|in|through|from) (?:the |an? )?(?:optional |url )*)?`)
)

// mayAsk reports by one look whether a text may say what a query has.
func mayAsk(text string) bool {
	return strings.IndexByte(text, '`') >= 0 && (strings.Contains(text, "`?") || queryStem.MatchString(text))
}

// askedIn returns the names of a query that a sentence has in code, each with the value that it shows:
// "supports `?page=1`, `limit`", "with the query parameters `page` and `limit`", "`page` as a query parameter". An endpoint without
// a body has no other place for what a sentence calls optional, or filters.
func askedIn(sentence string, bodiless bool) (out [][2]string) {
	if !mayAsk(sentence) || listed.NamesLocation(sentence) { // of which checkLocations tells
		return nil
	}
	spans := nameSpan.FindAllStringSubmatchIndex(withoutQueries(sentence, &out), -1)
	for i := 0; i < len(spans); {
		n := i + 1
		for n < len(spans) && spanJoint.MatchString(sentence[spans[n-1][1]:spans[n][0]]) {
			n++
		}
		before, after := sentence[:spans[i][0]], sentence[spans[n-1][1]:]
		marked := sentence[spans[i][0]+1] == '?' || sentence[spans[i][0]+1] == '&'
		if marked || followsQuery(before) || endsInQuery(before, bodiless && n > i+1) || beginsWithQuery(after) || bodiless && optionalNames.MatchString(before) {
			for _, m := range spans[i:n] {
				name, value := sentence[m[2]:m[3]], ""
				if m[4] >= 0 {
					value = sentence[m[4]:m[5]]
				}
				out = append(out, [2]string{name, value})
			}
		}
		i = n
	}
	return out
}

// withoutQueries takes the spans of a sentence that show queries of several names for what they have,
// and returns the sentence with other letters in their places.
func withoutQueries(sentence string, out *[][2]string) string {
	return askedSpan.ReplaceAllStringFunc(sentence, func(span string) string {
		if !strings.Contains(span, "&") {
			return span
		}
		for pair := range strings.SplitSeq(strings.Trim(span, "`?&"), "&") {
			name, value, _ := strings.Cut(pair, "=")
			*out = append(*out, [2]string{name, value})
		}
		return strings.Repeat("_", len(span))
	})
}

// followsQuery reports whether names stand right behind those of a query that code shows.
func followsQuery(before string) bool {
	at := askedSpan.FindAllStringIndex(before, -1)
	return len(at) > 0 && spanJoint.MatchString(before[at[len(at)-1][1]:])
}

// mostQueryWords is how many words a title for a query has.
const mostQueryWords = 4

// endsInQuery reports whether a text ends in words for a query: "takes the query parameters". One word,
// such as filters, is enough where single is set.
func endsInQuery(text string, single bool) bool {
	text = strings.TrimRight(text, " (*_")
	label := strings.TrimRight(text, ":： ")
	words := strings.Fields(strings.ToLower(label[max(0, len(label)-longestLabel):]))
	if len(words) > 1 && strings.HasSuffix(words[len(words)-2], "`") {
		single = false // the values of what stands before it
	}
	for n := min(mostQueryWords, len(words)); n > 0; n-- {
		if isQueryTitle(words[len(words)-n:], single || label != text) {
			return true
		}
	}
	if len(words) == 0 || words[len(words)-1][0] < 0x80 {
		return false
	}
	last := words[len(words)-1] // in a script without blanks
	for i := range last {
		if vocabulary.SectionOf(last[i:]) == vocabulary.Query {
			return true
		}
	}
	return false
}

// beginsWithQuery reports whether a text begins with words for a query: "as query parameters".
func beginsWithQuery(text string) bool {
	text = text[len(asQuery.FindString(text)):]
	words := strings.FieldsFunc(strings.ToLower(text[:min(len(text), longestLabel)]), func(r rune) bool { return strings.ContainsRune(" .,;:()，。；", r) })
	for n := min(mostQueryWords, len(words)); n > 0; n-- {
		if isQueryTitle(words[:n], false) {
			return true
		}
	}
	return false
}

// isQueryTitle reports whether words are those of a title for the query of a request. One alone may be
// what the API is about unless it labels something.
func isQueryTitle(words []string, labels bool) bool {
	phrase := strings.ToValidUTF8(strings.Join(words, " "), "")
	if len(words) == 1 && !labels && phrase[0] < 0x80 && !strings.Contains(phrase, "-") && phrase != "querystring" || words[0] == "get" {
		return false
	}
	return vocabulary.SectionOf(phrase) == vocabulary.Query || vocabulary.SectionOf(phrase+"s") == vocabulary.Query
}

// addAsked adds to an operation the parameters of its query that a text says in code, of the statement
// of it that is given.
func (d drafted) addAsked(r *reading, f statement.Finding, text string) {
	for _, sentence := range sentencesOf(text) {
		for _, m := range askedIn(sentence, bodiless(d.op.Verb)) {
			if d.has(m[0]) || !prose.IsName(m[0]) {
				continue
			}
			it := askedItem(m[0], m[1], f)
			if r != d.reading {
				from(it, r)
			}
			if it.Unreadable {
				r.problem(f.Start, f.End, "untyped-attribute", "the page says no type of \""+m[0]+"\"; it may hold any value", "")
			}
			d.op.Params = append(d.op.Params, decl.Param{Location: "query", Item: it})
		}
	}
}

// askedItem declares a parameter of a query that prose names, with the value that it shows.
func askedItem(name, value string, f statement.Finding) *decl.Item {
	it := &decl.Item{Form: decl.Field, Name: name, Expr: askedExpr(value), Optional: true, Start: f.Start, End: f.End}
	it.Evidence = it.Evidence.With(model.FactLocation, model.SourceProse).With(model.FactRequired, model.SourceProse)
	if value == "" {
		it.Expr, it.Unreadable = anyExpr, true
		return it
	}
	it.Evidence = it.Evidence.With(model.FactType, model.SourceExample)
	return it
}

// addRowQueries adds to the endpoints of indexes the parameters of their queries that their rows and
// items name, whether the index alone states them or other pages say more.
func (b *pageSet) addRowQueries(first map[string]drafted) {
	byKey := map[string]drafted{}
	for _, d := range first {
		byKey[d.endpoint.op.Key()] = d
	}
	for i, s := range b.documents {
		for _, f := range s.found {
			if len(f.Operations) != 1 || f.Title == "" && !s.beside[f.Start] || f.Template > 0 || f.Form > statement.Listed {
				continue
			}
			start := lineStart(s.text, f.Start)
			text := s.text[start:max(f.End, lineEnd(s.text, f.Start))]
			if s.beside[f.Start] {
				text = behindCode(text)
			}
			if d, ok := byKey[f.Operations[0].Key()]; ok && mayAsk(text) {
				d.addAsked(b.readings[i], f, strings.ReplaceAll(text, "|", ". "))
			}
		}
	}
}

// behindCode is what an item says behind the code that it begins with: (filters `kind`).
func behindCode(item string) string {
	_, item, _ = strings.Cut(item, "`")
	_, item, _ = strings.Cut(item, "`")
	return strings.TrimLeft(item, " *_(（:–—-")
}

// tellOther tells of the query that a sentence shows which speaks of another path, too.
func (d drafted) tellOther(sentence string) {
	c, r := d.endpoint.call, d.reading
	at := strings.Index(r.document.text[c.start:c.end], "`?")
	if at < 0 || r.quiet || !strings.Contains(sentence, "`?") {
		return
	}
	r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Info, Start: c.start + at, End: c.start + at + 2,
		Message: "a sentence shows a query and speaks of another path or of the response: it is documentation", Help: "say in a sentence of its own which parameters the endpoint takes"})
}

// hasPair reports whether one of the pairs is of a name.
func hasPair(pairs [][2]string, name string) bool {
	return slices.ContainsFunc(pairs, func(p [2]string) bool { return p[0] == name })
}
