package link

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	timeWords = prefilter.MustCompile(`(?i)\btime(?:stamp)?s?\b|\bdates?\b|\bRFC ?3339\b|\bISO ?8601\b|\bseconds\b`)
	lastProse = prefilter.MustCompile(`(?i)\b(?:last|final|previous|prior|highest|lowest)\b`)
	idProse   = prefilter.MustCompile(`(?i)\b([a-z][a-z_]*?)[ _]IDs?\b`)
)

// byLast finds the parameter that takes the ID of the last element of the page
// before.
func (p *pager) byLast() *model.Paging {
	for _, q := range p.params {
		if !slices.Contains(lastWords, q.slug) || q.field.Required || timeWords.MatchString(q.field.Doc) {
			continue
		}
		element := p.elementID(q)
		if element == "" {
			p.because(q.field.Span, "%q takes no field of an element that its page names", q.path)
			continue
		}
		if _, more := p.field(isFlag, moreWords...); !more && p.goesBack() && !lastProse.MatchString(q.field.Doc) {
			p.because(q.field.Span, "%q has a counterpart that goes back, and nothing says in which order the elements come", q.path)
			continue
		}
		return &model.Paging{Form: model.PagingLast, Param: q.path, InBody: q.inBody, Element: element}
	}
	return nil
}

// goesBack reports whether a parameter asks for the page before.
func (p *pager) goesBack() bool {
	_, ok := p.param(isAny, backWords...)
	return ok
}

// elementID returns the field of an element that a parameter takes: id, that of
// the name of the elements (event_id), or one that the parameter's description
// names, as "event ID" or "user ID" of an element with a user, or its token.
func (p *pager) elementID(q pageParam) model.FieldPath {
	fits := func(t *model.Type) bool {
		want := p.l.structure(q.field.Type)
		return isText(t) && isText(want) || isCount(t) && isCount(want)
	}
	paths := [][]string{{"id"}}
	if path := p.items.Names(); len(path) > 0 {
		all := names.Parts(names.SingularName(path[len(path)-1]))
		paths = append(paths, []string{strings.ToLower(all[len(all)-1]) + "_id"})
	}
	for _, said := range idProse.FindAllStringSubmatch(q.field.Doc, -1) {
		word := strings.ToLower(said[1])
		paths = append(paths, []string{word + "_id"}, []string{word, "id"})
	}
	for _, word := range names.Parts(q.field.Doc) {
		if word = names.Singular(strings.ToLower(word)); slices.Contains(elementWords, word) {
			paths = append(paths, []string{word})
		}
	}
	for _, path := range paths {
		if found := p.everyElement(fits, path...); found != "" {
			return found
		}
	}
	return ""
}

// everyElement returns the path of the names, in snake case, which each object
// that an element can be has in the same spelling, or nothing.
func (p *pager) everyElement(fits func(*model.Type) bool, names ...string) model.FieldPath {
	t := p.l.structure(p.elem)
	if t == nil || t.Kind != model.KindUnion || len(t.Variants) == 0 {
		return p.pathIn(t, fits, names)
	}
	path := p.pathIn(p.l.structure(t.Variants[0].Type), fits, names)
	for _, v := range t.Variants[1:] {
		if p.pathIn(p.l.structure(v.Type), fits, names) != path {
			return ""
		}
	}
	return path
}

func (p *pager) pathIn(t *model.Type, fits func(*model.Type) bool, names []string) model.FieldPath {
	var path []string
	for _, name := range names {
		if t == nil || t.Kind != model.KindObject {
			return ""
		}
		at := slices.IndexFunc(t.Fields, func(f *model.Field) bool { return Slug(f.Name) == name })
		if at < 0 {
			return ""
		}
		path, t = append(path, t.Fields[at].Name), p.l.structure(t.Fields[at].Type)
	}
	if !fits(t) {
		return ""
	}
	return model.PathOf(path...)
}

// because keeps the first reason why the list is not followed.
func (p *pager) because(at source.Span, format string, args ...any) {
	if p.why == "" {
		p.why, p.at = fmt.Sprintf(format, args...), at
	}
}

// isList reports whether the method is for a list, so that a reader would look
// for its pages.
func (p *pager) isList() bool {
	if p.m.Returns == nil || p.m.Verb != "GET" && p.m.Verb != "POST" {
		return false
	}
	_, next := p.nextField()
	_, param := p.pageWord()
	if p.elem == nil {
		return param && (next || p.saysWhere())
	}
	return p.sure && p.m.Verb == "GET" || next || param
}

// nextField returns a field that names the next page.
func (p *pager) nextField() (spot, bool) {
	for _, s := range p.spots {
		if isText(s.typ) && s.namesURL() {
			return s, true
		}
	}
	return p.field(func(t *model.Type) bool { return isText(t) || isCount(t) }, nextWords...)
}

// nextWords are the names of fields that name the next page, selectWords those of
// parameters that select one.
var nextWords, selectWords = func() (fields, params []string) {
	fields, params = slices.Clone(plainNext), slices.Concat(numberWords, offsetWords[:5])
	for _, c := range cursors {
		fields, params = append(fields, c.fields...), append(params, c.params...)
	}
	return fields, slices.DeleteFunc(params, func(w string) bool { return w == "token" || w == "next_key" || w == "start_key" })
}()

// pageWord returns a parameter that by its name selects a page.
func (p *pager) pageWord() (pageParam, bool) {
	return p.param(func(t *model.Type) bool { return isText(t) || isCount(t) }, selectWords...)
}

// reason says why the pages of the list are not followed.
func (p *pager) reason() string {
	next, hasNext := p.nextField()
	param, hasParam := p.pageWord()
	size, hasSize := p.param(isCount, sizeWords...)
	back, hasBack := p.param(isAny, backWords...)
	switch {
	case p.elem == nil && p.envelope != nil && len(p.l.arraysOf(p.envelope)) > 1:
		p.because(p.m.Span, "several fields of the response are lists (%s), and none has a name that says that it holds the elements", strings.Join(p.l.arraysOf(p.envelope), ", "))
	case p.elem == nil:
		p.because(p.m.Span, "the response has no list of elements")
	case hasNext && !hasParam:
		p.because(next.field.Span, "%q of the response names the next page, and no parameter takes it", next.path())
	case hasParam:
		p.because(param.field.Span, "%q selects a page, and no field of the response gives its next value", param.path)
	case hasBack:
		p.because(back.field.Span, "%q only goes back, and nothing leads to the next page", back.path)
	case hasSize:
		p.because(size.field.Span, "%q bounds the list, and nothing leads to the next page", size.path)
	}
	p.because(p.m.Span, "no parameter, no field and no described header is about pages, so the list seems to come whole")
	return p.why
}

// reasonSpan is where the reason stands, as far as it stands in the pages.
func (p *pager) reasonSpan() source.Span {
	p.reason()
	if p.at.File == "" {
		return p.m.Span
	}
	return p.at
}
