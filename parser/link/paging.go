package link

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// paging finds for each list how to get from one page to the next: the array
// of the response, the parameter that selects a page, and the field of the
// response that gives its next value.
func (l *linker) paging() {
	for m := range l.eachMethod() {
		declared := m.Paging
		if m.Paging = l.pagingOf(m); declared == nil || m.Verb != "GET" {
			continue // clients also give a page type to a list that comes whole
		}
		if m.Paging == nil {
			l.diags.Add("unknown-paging", diag.Warning, m.Span,
				"%s returns a %s to other dialects, but no parameter was found that selects the next page", m.ID, declared.Type)
			continue
		}
		m.Paging.Type = declared.Type
	}
}

func (l *linker) pagingOf(m *model.Method) *model.Paging {
	if m.Verb != "GET" || m.Returns == nil {
		return nil
	}
	envelope := l.structure(m.Returns.Type)
	if envelope == nil || envelope.Kind != model.KindObject {
		return nil
	}
	items := l.itemsOf(envelope)
	if items == "" {
		return nil
	}
	more := l.fieldOf(envelope, model.KindBoolean, "has_more", "has_next", "has_next_page", "more")
	for _, p := range m.Params {
		if p.Place != model.PlaceQuery || p.Required {
			continue
		}
		if next := l.nextOf(envelope, p.Name); next != "" {
			return &model.Paging{Items: items, Param: p.Name, Next: next, More: more}
		}
	}
	if p := numbered(m); p != "" {
		return &model.Paging{Items: items, Param: p, More: more}
	}
	return nil
}

// itemNames are what envelopes call their elements, the surest first.
var itemNames = []string{"data", "items", "results", "result", "entries", "records", "list"}

// itemsOf returns the array of an envelope: by its name, or because it is the
// only one.
func (l *linker) itemsOf(envelope *model.Type) string {
	var arrays []string
	for _, f := range envelope.Fields {
		if t := l.structure(f.Type); t != nil && t.Kind == model.KindArray {
			arrays = append(arrays, f.Name)
		}
	}
	for _, name := range itemNames {
		if slices.Contains(arrays, name) {
			return name
		}
	}
	if len(arrays) == 1 {
		return arrays[0]
	}
	return ""
}

// fieldOf returns the first of the names, in snake case, that is a field of the
// kind, in whatever case the API spells it.
func (l *linker) fieldOf(t *model.Type, kind model.Kind, names ...string) string {
	for _, name := range names {
		for _, f := range t.Fields {
			if s := l.structure(f.Type); Slug(f.Name) == name && s != nil && s.Kind == kind {
				return f.Name
			}
		}
	}
	return ""
}

// nextOf returns the field whose value the query parameter takes for the next
// page: next_page for page, last_id for after.
func (l *linker) nextOf(envelope *model.Type, param string) string {
	param = Slug(param)
	candidates := []string{"next_" + param}
	switch strings.TrimSuffix(param, "_id") {
	case "after", "starting_after":
		candidates = append(candidates, "last_id", "next_cursor", "end_cursor", "next")
	case "cursor", "page_token", "pagination_token":
		candidates = append(candidates, "next_cursor", "next_page_token", "next_token", "next")
	case "page":
		candidates = append(candidates, "next_page_token")
	}
	// A cursor may well be a time.
	return cmp.Or(l.fieldOf(envelope, model.KindString, candidates...), l.fieldOf(envelope, model.KindDateTime, candidates...))
}

// numbered returns the query parameter that counts pages, if there is one.
func numbered(m *model.Method) string {
	for _, p := range m.Params {
		if p.Place == model.PlaceQuery && !p.Required && p.Type.Kind == model.KindInteger &&
			(Slug(p.Name) == "page" || Slug(p.Name) == "page_number") {
			return p.Name
		}
	}
	return ""
}
