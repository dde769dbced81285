package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// A head says which column of a table is what; -1 is one that it lacks.
type head struct {
	name, typ, required, def, description, location, values, example, length, null int
	// optional says that the column of needs tells what is optional.
	optional bool
	// circles says that its cells are circles for yes and crosses for no.
	circles bool
	// bracketed says that its cells of types have brackets around whatever type they name.
	bracketed bool
	// other are columns that the vocabulary does not know.
	other []int
}

// headOf reads the head of a table.
func headOf(t *table.Table) head {
	h := head{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, false, false, false, nil}
	for i, text := range t.Head {
		to := h.column(vocabulary.ColumnOf(prose.Plain(text)))
		if to == &h.typ && h.location < 0 && areLocations(t, i, hasOtherTypes(t, i)) {
			to = &h.location
		}
		if (to == &h.typ || to == &h.values) && h.required < 0 && areNeeds(t, i) {
			to = &h.required
		}
		switch {
		case to == &h.name && *to >= 0 && latinNames(t, i) && !latinNames(t, *to): // the other one is for people
			h.other = append(h.other, *to)
			*to = i
		case to == nil || *to >= 0:
			h.other = append(h.other, i)
		default:
			*to = i
			if to == &h.required {
				h.optional = vocabulary.IsOptional(prose.Plain(text))
			}
		}
	}
	if h.typ >= 0 && numeric(t, h.typ) {
		h.typ = -1 // the types are values of an enum
	}
	if h.name >= 0 && h.typ < 0 {
		h.guessType(t)
	}
	if h.name < 0 {
		h.guessName(t)
	}
	if h.location < 0 {
		h.guessLocation(t)
	}
	h.guessNeeds(t)
	h.circles = h.required >= 0 && usesCircles(t, h.required)
	h.bracketed = h.typ >= 0 && bracketsAll(t, h.typ)
	return h
}

// latinNames reports whether all cells of a column are names in Latin letters.
func latinNames(t *table.Table, column int) bool {
	for i := range t.Rows {
		text := prose.NameOf(t.Rows[i].Cell(column)).Text
		if !prose.IsName(text) || strings.ContainsFunc(text, func(r rune) bool { return r >= 0x250 }) {
			return false
		}
	}
	return len(t.Rows) > 0
}

func (h *head) column(c vocabulary.Column) *int {
	switch c {
	case vocabulary.Name:
		return &h.name
	case vocabulary.Type:
		return &h.typ
	case vocabulary.Required:
		return &h.required
	case vocabulary.Default:
		return &h.def
	case vocabulary.Description:
		return &h.description
	case vocabulary.Location:
		return &h.location
	case vocabulary.Values:
		return &h.values
	case vocabulary.Example:
		return &h.example
	case vocabulary.Length:
		return &h.length
	case vocabulary.Null:
		return &h.null
	}
	return nil
}

// guessName takes the first column for that of names where nothing else can be it:
// the table has a column of types, and the cells of the first one read as names. A head
// that calls them values may stand above names of attributes, too.
func (h *head) guessName(t *table.Table) {
	if h.typ < 0 || h.typ == 0 || len(h.other) == 0 || h.other[0] != 0 {
		return
	}
	if vocabulary.IsValue(prose.Plain(t.Head[0])) && !h.areAttributes(t) {
		return
	}
	for _, r := range t.Rows {
		if !prose.IsName(prose.NameOf(r.Cell(0)).Text) {
			return
		}
	}
	h.name, h.other = 0, h.other[1:]
}

// areAttributes reports whether what a table calls values can only be attributes: they have
// needs of their own, types that differ, or names with dots. Values of an enum have one type.
func (h *head) areAttributes(t *table.Table) bool {
	if h.required >= 0 || h.location >= 0 {
		return true
	}
	types := map[string]bool{}
	for i := range t.Rows {
		name := strings.Trim(prose.NameOf(t.Rows[i].Cell(0)).Text, "`")
		if member, of, ok := strings.Cut(name, "."); ok && member != "" && of != "" && !strings.ContainsAny(name, " /") && prose.IsName(name) {
			return true
		}
		types[vocabulary.TypeOf(prose.Plain(t.Rows[i].Cell(h.typ)))] = true
	}
	delete(types, "")
	return len(types) > 1
}

// guessType takes a column for that of types where each cell is a word for one, if its
// head is unknown or calls them values: a table of attributes that has no values says so
// what each takes.
func (h *head) guessType(t *table.Table) {
	for _, c := range h.other {
		head := prose.Plain(t.Head[c])
		values := vocabulary.IsValue(head)
		if len(t.Rows) == 0 || !values && vocabulary.ColumnOf(head) != vocabulary.Other {
			continue
		}
		all := true
		for i := range t.Rows {
			cell := t.Rows[i].Cell(c)
			all = all && (isTypeWord(strings.Trim(prose.Plain(cell), "[]")) || values && strings.HasPrefix(strings.TrimSpace(cell), "[") && len(prose.Links(cell)) > 0)
		}
		if all {
			h.typ, h.other = c, slices.DeleteFunc(slices.Clone(h.other), func(o int) bool { return o == c })
			return
		}
	}
}

// isTypeWord reports whether a text is a word for a type, or several of them, perhaps with a need behind.
func isTypeWord(text string) bool {
	if vocabulary.TypeOf(text) != "" {
		return true
	}
	if typ, need, ok := strings.Cut(text, ","); ok && vocabulary.NeedOf(strings.TrimSpace(need)) != vocabulary.Unsaid {
		return isTypeWord(typ)
	}
	if list, of, ok := strings.Cut(strings.ToLower(text), " of "); ok && vocabulary.TypeOf(list) == "array" {
		return vocabulary.TypeOf(names.Singular(of)) != ""
	}
	several := strings.FieldsFunc(strings.ReplaceAll(text, " or ", "/"), func(r rune) bool { return r == '/' || r == ',' || r == '|' })
	for _, part := range several {
		if vocabulary.TypeOf(strings.TrimSpace(part)) == "" {
			return false
		}
	}
	return len(several) > 1
}

// guessLocation takes a column in which every cell is a word for a part of a request.
func (h *head) guessLocation(t *table.Table) {
	for _, c := range h.other {
		if areLocations(t, c, h.typ >= 0 && h.typ != c) {
			h.location, h.other = c, slices.DeleteFunc(slices.Clone(h.other), func(o int) bool { return o == c })
			return
		}
	}
}

// isFacts reports whether the table lists attributes: it has names, and types, needs or
// parts of requests beside them.
func (h *head) isFacts() bool {
	return h.name >= 0 && (h.typ >= 0 || h.required >= 0 || h.location >= 0)
}

// isExamples reports whether the table has a column of examples and none that says what they
// are of: it shows a case.
func (h *head) isExamples() bool {
	return h.example == 0 && h.name < 0 && h.typ < 0 && h.required < 0 && h.def < 0 && h.location < 0
}

// isDescribed reports whether the table lists names with descriptions only, which
// many other tables do as well.
func (h *head) isDescribed(t *table.Table) bool {
	return h.name >= 0 && h.typ < 0 && h.required < 0 && (h.description >= 0 || len(t.Head) == 2)
}

// An enumHead says where the values and the names of an enum stand.
type enumHead struct{ value, name, description int }

// enumOf reads the head of a table of values: a column of values, with or without
// one of names.
func enumOf(t *table.Table) (enumHead, bool) {
	e := enumHead{-1, -1, -1}
	var candidates, rest []int
	for i, text := range t.Head {
		plain := prose.Plain(text)
		switch {
		case vocabulary.IsValue(plain), vocabulary.ColumnOf(plain) == vocabulary.Type && numeric(t, i):
			if distinct(t, i) {
				candidates = append(candidates, i)
			} else { // what is said of several values is none
				rest = append(rest, i)
			}
		case vocabulary.ColumnOf(plain) == vocabulary.Description && e.description < 0:
			e.description = i
		default:
			rest = append(rest, i)
		}
	}
	for _, c := range candidates {
		if e.value < 0 || numeric(t, c) && !numeric(t, e.value) {
			e.value = c
		}
	}
	if e.value < 0 {
		return e, false
	}
	for _, c := range append(candidates, rest...) {
		if c != e.value && e.name < 0 && identifiers(t, c) {
			e.name = c
		}
	}
	if e.name < 0 && e.description < 0 && len(rest) > 0 {
		e.description = rest[0]
	}
	return e, true
}

// numeric reports whether the cells of a column are whole numbers or shifts of them.
func numeric(t *table.Table, column int) bool {
	for _, r := range t.Rows {
		if _, ok := numberOf(prose.Plain(r.Cell(column))); !ok {
			return false
		}
	}
	return len(t.Rows) > 0
}

// identifiers reports whether most cells of a column are single words.
func identifiers(t *table.Table, column int) bool {
	words := 0
	for _, r := range t.Rows {
		if text := prose.NameOf(r.Cell(column)).Text; text != "" && !strings.ContainsAny(text, "\t.,;") && len(strings.Fields(text)) <= 3 {
			words++
		}
	}
	return words*10 >= len(t.Rows)*8 && words > 0
}
