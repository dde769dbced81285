package tables

import (
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// valued gives the values that a table of the endpoint lists to the attribute that its
// heading is about, and reports whether there is one: "Crane Style Options" lists those
// of `style`.
func (r *reading) valued(p part, read []tableRead) bool {
	if p.head.isFacts() {
		return false
	}
	if r.isType(p.block) {
		return r.valuedByType(p, read)
	}
	if !isFactSection(p.section) && p.section != vocabulary.Enum {
		return false
	}
	e, ok := enumOf(p.table)
	if !ok {
		return false
	}
	a := subjectOf(p.label, read)
	if a == nil {
		return false
	}
	var values []string
	for i := range p.table.Rows {
		v := strings.Trim(prose.Plain(p.table.Rows[i].Cell(e.value)), "`\"' ")
		if v == "" || strings.ContainsAny(v, " ,") {
			return false
		}
		values = append(values, v)
	}
	a.values, a.listed = values, true
	r.read[p.block] = true
	return true
}

// valuedByType gives an attribute the type that a table of values of the endpoint
// declares, and reports whether there is one.
func (r *reading) valuedByType(p part, read []tableRead) bool {
	i := slices.IndexFunc(r.document.types, func(t *typeTable) bool { return t.block == p.block })
	if i < 0 || !r.document.types[i].enum || r.document.types[i].flags {
		return false
	}
	a := subjectOf(p.label, read)
	if a == nil || a.typ.Link != "" {
		return false
	}
	a.among = r.document.types[i]
	return true
}

// subjectOf is the attribute without values whose name ends the words of a label before
// its last, which says what follows, or nil where there is none or several.
func subjectOf(label string, read []tableRead) *attribute {
	words := strings.Fields(vocabulary.Fold(label))
	if len(words) < 2 {
		return nil
	}
	words = singularWords(words[:len(words)-1])
	var found *attribute
	for _, t := range read {
		for _, a := range t.as {
			named := singularWords(nameWords(a.name.Text))
			if len(a.values) > 0 || len(a.children) > 0 || len(named) == 0 || len(named) > len(words) || !slices.Equal(words[len(words)-len(named):], named) {
				continue
			}
			if found != nil {
				return nil
			}
			found = a
		}
	}
	return found
}

// nameWords are the words of a name, in small letters.
func nameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(capital.ReplaceAllString(name, "$1 $2")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func singularWords(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = names.Singular(w)
	}
	return out
}

// lists reports whether a table of values has one.
func (t *typeTable) lists(value string) bool {
	e := enumHeadOf(t)
	return slices.ContainsFunc(t.block.table.Rows, func(row table.Row) bool {
		return strings.Trim(prose.Plain(row.Cell(e.value)), "`\"' ") == value
	})
}
