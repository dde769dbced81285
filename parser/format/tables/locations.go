package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// What descriptions say of where an attribute travels.
var (
	saysQuery  = prefilter.MustCompile(`(?i)\b(?:as|in|via|is) (?:(?:an? |the )?(?:url )?(?:query (?:param(?:eter)?|string|argument)|querystring)|(?:the )?(?:url )?query|an? url query)\b|\bas a query\b|\b(?:part of the )?url as a query\b|^query param(?:eter)?\b|^query[ \x{3000}]+\p{Han}`)
	saysBody   = prefilter.MustCompile(`^(?i:body)[ \x{3000}]+\p{Han}`)
	saysHeader = prefilter.MustCompile(`(?i)\b(?:sent|passed|specified|given|provided|set) (?:as|in|via) (?:an? |the )?(?:http |request )?header\b`)
)

// Words of which each match of a pattern has one. They are rarer than what a pattern begins
// with.
var (
	sameWord   = prefilter.MustCompile(`(?i)same`)
	queryWord  = prefilter.MustCompile(`(?i)query`)
	headerWord = prefilter.MustCompile(`(?i)header`)
)

// says reports whether a description matches a pattern of which each match has a word.
func says(doc string, word, pattern *prefilter.Pattern) bool {
	return word.MayMatch(doc) && pattern.MatchString(doc)
}

// inQueryOf reports whether a statement prints a parameter in its query: /x?size=<size>.
func inQueryOf(statement, name string) bool {
	_, query, ok := strings.Cut(statement, "?")
	if !ok {
		return false
	}
	for part := range strings.FieldsFuncSeq(query, func(r rune) bool { return strings.ContainsRune("&{}[]`* \n", r) }) {
		if key, _, ok := strings.Cut(part, "="); ok && key == name {
			return true
		}
	}
	return false
}

// namesParameters reports whether the head of a column of names says that they are
// parameters.
func namesParameters(head string) bool {
	phrase := vocabulary.Fold(prose.Plain(head))
	for _, w := range []string{"param", "argument", "参数", "參數", "パラメータ", "매개변수", "파라미터", "parámetro", "parâmetro", "paramètre", "параметр"} {
		if strings.Contains(phrase, w) {
			return true
		}
	}
	return false
}

// namesAttributes reports whether the head of a column of names says that they are attributes.
func namesAttributes(head string) bool {
	switch vocabulary.Fold(prose.Plain(head)) {
	case "attribute", "attributes", "field", "fields", "property", "properties", "key", "keys", "name", "option", "字段", "字段名", "属性", "項目", "フィールド":
		return true
	}
	return false
}

// smallName is a name in small letters, which is none of what people call things.
var smallName = prefilter.MustCompile(`^[a-z][A-Za-z0-9_.\[\]-]*$`)

// areKeys reports whether all cells of a column are names as members have them.
func areKeys(t *table.Table, column int) bool {
	for i := range t.Rows {
		if !smallName.MatchString(prose.NameOf(t.Rows[i].Cell(column)).Text) {
			return false
		}
	}
	return len(t.Rows) > 0
}

// listsSlot reports whether a table of the path lists the slot that an attribute of another
// part of the request is called after: it is a member with the name of the slot.
func (r *reading) listsSlot(e *endpoint, p part, name string) bool {
	if p.section != vocabulary.Body && p.section != vocabulary.Query && p.section != vocabulary.Form {
		return false
	}
	for i := range e.call.parts {
		other := &e.call.parts[i]
		if other.kind != tableBlock || other.section != vocabulary.Path || other.head.name < 0 {
			continue
		}
		for k := range other.table.Rows {
			if letters(stepName(other.table.Rows[k].Cell(other.head.name))) == letters(name) {
				return true
			}
		}
	}
	return false
}
