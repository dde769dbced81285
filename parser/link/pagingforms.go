package link

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// find returns how the list goes on, nil where nothing says so. Forms that name
// the next page come before those that count.
func (p *pager) find() *model.Paging {
	if p.elem == nil {
		return nil
	}
	for _, form := range []func() *model.Paging{p.byCursor, p.byURL, p.byHeader, p.byNumber, p.byOffset, p.byLast} {
		if found := form(); found != nil {
			found.Items = p.items
			found.More = p.fieldPath(isFlag, moreWords...)
			found.Evidence = found.Evidence.With(model.FactType, model.SourceName)
			return found
		}
	}
	return nil
}

// byCursor pairs a parameter with the field of the response that has its next
// value.
func (p *pager) byCursor() *model.Paging {
	for _, q := range p.params {
		if q.field.Required && slices.Contains(lastWords, q.slug) {
			continue // a place to begin, which a list is asked for with
		}
		if p.onlyWithFlag(q) {
			continue
		}
		next, ok := p.nextOf(q)
		if ok && !p.isURL(next) && !p.namesAnother(next, q) {
			return &model.Paging{Form: model.PagingCursor, Param: q.path, InBody: q.inBody, Next: next.path()}
		}
	}
	return nil
}

// namesAnother reports whether a field names the parameter that takes its value, and
// that is another one: next_cursor is for cursor, where after is a time.
func (p *pager) namesAnother(next spot, q pageParam) bool {
	return next.slug != "next_"+q.slug && slices.ContainsFunc(p.params, func(other pageParam) bool {
		return next.slug == "next_"+other.slug && isText(p.l.structure(other.field.Type)) == isText(next.typ)
	})
}

// onlyWithFlag reports whether a cursor takes a flag that a request leaves out
// by default (usemarker for marker), while a count of elements or of pages works
// without one.
func (p *pager) onlyWithFlag(q pageParam) bool {
	if _, counts := p.param(isCount, slices.Concat(offsetWords, numberWords)...); !counts {
		return false
	}
	return slices.ContainsFunc(p.params, func(f pageParam) bool {
		return isFlag(p.l.structure(f.field.Type)) && strings.Contains(f.slug, "use") && strings.HasSuffix(f.slug, q.slug)
	})
}

// nextOf returns the field whose value a parameter takes for the next page:
// next_page for page, last_id for after.
func (p *pager) nextOf(q pageParam) (spot, bool) {
	fits := isText
	if isCount(p.l.structure(q.field.Type)) {
		fits = isCount
	} else if !isText(p.l.structure(q.field.Type)) {
		return spot{}, false
	}
	if s, ok := p.field(fits, "next_"+q.slug); ok {
		return s, true
	}
	for _, c := range cursors {
		if !slices.Contains(c.params, q.slug) || c.text && !isText(p.l.structure(q.field.Type)) {
			continue
		}
		if s, ok := p.field(fits, c.fields...); ok {
			return s, true
		}
		if s, ok := p.field(fits, q.slug); ok && (c.echo || s.inPager() && slices.Contains(lastWords, q.slug)) {
			return s, true
		}
	}
	return spot{}, false
}

// inPager reports whether a field stands in an object that is about pages, where
// it does not repeat what was asked for.
func (s spot) inPager() bool {
	return len(s.names) > 1 && slices.Contains(pagerNames, Slug(s.names[len(s.names)-2]))
}

// byURL finds the field that has the URL of the next page.
func (p *pager) byURL() *model.Paging {
	for _, s := range p.spots {
		if isText(s.typ) && s.namesURL() {
			return &model.Paging{Form: model.PagingURL, Next: s.path()}
		}
	}
	if s, ok := p.field(isText, plainNext...); ok && p.isURL(s) {
		return &model.Paging{Form: model.PagingURL, Next: s.path()}
	}
	return nil
}

// namesURL reports whether a field has the URL of the next page by its name.
func (s spot) namesURL() bool {
	ends := func(slug string) bool {
		return strings.HasPrefix(slug, "next_") && slices.ContainsFunc(urlEndings, func(end string) bool { return strings.HasSuffix(slug, end) })
	}
	return slices.Contains(urlWords, s.slug) || slices.Contains(urlWords, s.joined) || ends(s.slug) || ends(s.joined)
}

var urlProse = prefilter.MustCompile(`(?i)\b(?:URLs?|URIs?|hyperlinks?)\b|\blink to\b`)

// isURL reports whether a field that could be a cursor has a URL: its name, its
// description or an example says so.
func (p *pager) isURL(s spot) bool {
	if s.namesURL() || urlProse.MatchString(s.field.Doc) {
		return true
	}
	for _, e := range p.m.Examples {
		if e.Kind != model.ExampleResponse {
			continue
		}
		if text, ok := valueAt(p.l.valueOf(e).Value, s.names).(string); ok && looksLikeURL(text) {
			return true
		}
	}
	return false
}

func looksLikeURL(text string) bool {
	path, _, query := strings.Cut(text, "?")
	return strings.Contains(text, "://") || query && (path == "" || strings.HasPrefix(path, "/")) // a slash alone may begin a cursor
}

// valueAt returns what names lead to in decoded JSON.
func valueAt(v any, names []string) any {
	for _, name := range names {
		members, _ := v.(map[string]any)
		v = members[name]
	}
	return v
}

var linkProse = prefilter.MustCompile(`\bLink\b[^.\n]{0,40}\b[Hh]eaders?\b|\b[Hh]eaders?\b[^.\n]{0,40}\bLink\b|rel="?next`)

func namesLink(doc string) bool {
	return (strings.Contains(doc, "Link") || strings.Contains(doc, "rel=")) && linkProse.MatchString(doc)
}

// byHeader finds a description that sends readers to the header Link.
func (p *pager) byHeader() *model.Paging {
	says := namesLink(p.m.Doc)
	for _, q := range p.params {
		says = says || namesLink(q.field.Doc)
	}
	if !says {
		return nil
	}
	return &model.Paging{Form: model.PagingLink, Evidence: model.Evidence{}.With(model.FactType, model.SourceProse)}
}

// byNumber finds the parameter that counts pages.
func (p *pager) byNumber() *model.Paging {
	q, ok := p.param(isCount, numberWords...)
	if !ok {
		if q, ok = p.param(isCount, offsetWords...); !ok || !pageProse.MatchString(q.field.Doc) {
			return nil
		}
	}
	if p.m.Verb != "GET" && !p.saysPages() {
		return nil
	}
	first, said := firstOf(q.field, 1)
	found := &model.Paging{
		Form: model.PagingNumber, Param: q.path, InBody: q.inBody, First: first,
		Pages: p.fieldPath(isCount, pagesWords...), Current: p.fieldPath(isCount, currentWords...),
	}
	if !said && found.Current == "" {
		p.l.diags.Add("assumed-first-page", diag.Info, q.field.Span, "the pages of %s are counted from 1 where %q is absent: nothing says which number is the first", p.m.ID, q.path)
	}
	return found
}

var (
	pageProse = prefilter.MustCompile(`(?i)\bpage number\b|\bnumber of pages?\b|\bpages to skip\b|\bindex of the page\b`)
	zeroProse = prefilter.MustCompile(`(?i)\b(?:zero|0)[- ](?:based|indexed)\b|\bstart(?:s|ing)? (?:at|from|with) (?:zero|` + "`?0`?" + `)\b|\bfirst page is (?:zero|` + "`?0`?" + `)`)
	oneProse  = prefilter.MustCompile(`(?i)\b(?:one|1)[- ](?:based|indexed)\b|\bstart(?:s|ing)? (?:at|from|with) (?:one|` + "`?1`?" + `)\b|\bfirst page is (?:one|` + "`?1`?" + `)`)
)

// firstOf returns the number at which a parameter begins to count, and whether
// anything says so.
func firstOf(f *model.Field, usual int64) (first int64, said bool) {
	if n, err := strconv.ParseInt(string(f.Default), 10, 64); err == nil {
		return n, true
	}
	switch {
	case zeroProse.MatchString(f.Doc), f.Limits != nil && f.Limits.Minimum == "0":
		return 0, true
	case oneProse.MatchString(f.Doc), f.Limits != nil && f.Limits.Minimum == "1":
		return 1, true
	}
	return usual, false
}

// byOffset finds the parameter that counts elements.
func (p *pager) byOffset() *model.Paging {
	q, ok := p.param(isCount, offsetWords...)
	if !ok || (q.slug == "start" || p.m.Verb != "GET") && !p.saysPages() || timeWords.MatchString(q.field.Doc) {
		return nil
	}
	first, _ := firstOf(q.field, 0)
	found := &model.Paging{Form: model.PagingOffset, Param: q.path, InBody: q.inBody, First: first}
	if s, ok := p.field(isCount, totalWords...); ok && !partProse.MatchString(s.field.Doc) {
		found.Total = s.path()
	}
	return found
}

var partProse = prefilter.MustCompile(`(?i)\b(?:this|current|the) (?:page|response)\b`)

// saysPages reports whether a size or a count beside the list shows that it has
// pages.
func (p *pager) saysPages() bool {
	_, size := p.param(isCount, sizeWords...)
	return size || p.saysWhere()
}

// saysWhere reports whether the response says where in the list its page is.
func (p *pager) saysWhere() bool {
	_, more := p.field(isFlag, moreWords...)
	_, total := p.field(isCount, slices.Concat(totalWords, pagesWords)...)
	return more || total
}
