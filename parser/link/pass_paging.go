package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// paging finds for each list how to get from one page to the next: the elements
// in the response, and the parameter, the field or the header that leads on. A
// list that nothing leads on from is reported with the reason.
func (l *linker) paging() {
	for m := range l.eachMethod() {
		declared := m.Paging
		p := l.newPager(m)
		if m.Paging = p.find(); m.Paging == nil && declared == nil {
			own := len(m.Params)
			if m.Paging = l.statedPages(m, p); len(m.Params) > own {
				p = l.newPager(m)
			}
		}
		switch {
		case m.Paging != nil && declared != nil:
			m.Paging.Type = declared.Type
		case m.Paging != nil:
		case declared != nil && m.Verb == "GET": // clients also give a page type to a list that comes whole
			l.diags.Add("unknown-paging", diag.Warning, m.Span,
				"%s returns a %s to other dialects, but no parameter was found that selects the next page: %s", m.ID, declared.Type, p.reason())
		case p.isList():
			l.diags.Add("unpaged-list", diag.Info, p.reasonSpan(), "the pages of %s are not followed: %s", m.ID, p.reason())
		}
	}
}

// A pager knows what of a method could have to do with pages.
type pager struct {
	l        *linker
	m        *model.Method
	params   []pageParam
	envelope *model.Type // the response where it is an object
	spots    []spot
	items    model.FieldPath
	elem     *model.Type // nil where the response has no list of elements
	sure     bool        // that the list is what the method is for
	why      string      // why its pages are not followed
	at       source.Span
}

// A pageParam is a parameter of the query or a field of the body.
type pageParam struct {
	path   model.FieldPath
	slug   string
	field  *model.Field
	inBody bool
}

// A spot is a field of the response, in the envelope or in an object of it.
type spot struct {
	names []string
	field *model.Field
	typ   *model.Type // of the field, without refs
	slug  string
	// joined is the slug with the name of the object around the field in front.
	joined string
}

func (s spot) path() model.FieldPath { return model.PathOf(s.names...) }

func (l *linker) newPager(m *model.Method) *pager {
	p := &pager{l: l, m: m}
	if m.Returns == nil || m.Verb != "GET" && m.Verb != "POST" {
		return p
	}
	p.params = l.pageParams(m)
	switch t := l.structure(m.Returns.Type); {
	case t == nil:
	case t.Kind == model.KindArray:
		p.elem, p.sure = t.Elem, true
	case t.Kind == model.KindObject:
		p.envelope = t
		p.spots = l.spotsOf(t)
		p.findItems()
	}
	return p
}

// pageParams returns the parameters that a caller could turn pages with.
func (l *linker) pageParams(m *model.Method) []pageParam {
	var out []pageParam
	add := func(f *model.Field, inBody bool) {
		if t := l.structure(f.Type); t != nil && t.Kind == model.KindObject {
			if !slices.Contains(pagerNames, Slug(f.Name)) {
				return
			}
			for _, g := range t.Fields {
				out = append(out, pageParam{model.PathOf(f.Name, g.Name), Slug(g.Name), g, inBody})
			}
			return
		}
		out = append(out, pageParam{model.PathOf(f.Name), Slug(f.Name), f, inBody})
	}
	for _, p := range m.Params {
		if p.Location == model.LocationQuery {
			add(&p.Field, false)
		}
	}
	if m.Body == nil {
		return out
	}
	if t := l.structure(m.Body.Type); t != nil && t.Kind == model.KindObject {
		for _, f := range t.Fields {
			add(f, true)
		}
	}
	return out
}

// maxSpots bounds how much of a response is looked at. What has more fields is no
// envelope, and objects that share objects would grow to the square.
const maxSpots = 5000

// spotsOf returns the fields of an envelope and of the objects in it: one level
// down of any, and two where names say that an object is about pages.
func (l *linker) spotsOf(envelope *model.Type) []spot {
	var out []spot
	var visit func(t *model.Type, above []string)
	visit = func(t *model.Type, above []string) {
		for _, f := range t.Fields {
			s := spot{names: append(slices.Clone(above), f.Name), field: f, typ: l.structure(f.Type), slug: Slug(f.Name)}
			if s.typ == nil {
				continue
			}
			s.joined = s.slug
			if len(above) > 0 {
				s.joined = Slug(above[len(above)-1] + " " + f.Name)
			}
			out = append(out, s)
			if len(out) < maxSpots && s.typ.Kind == model.KindObject && (len(above) == 0 || len(above) == 1 && slices.Contains(pagerNames, s.slug)) {
				visit(s.typ, s.names)
			}
		}
	}
	visit(envelope, nil)
	return out
}

// field returns the path of the first of the words that a field with a type is
// called by; at equal words, the field nearer to the top.
func (p *pager) field(fits func(*model.Type) bool, words ...string) (spot, bool) {
	for _, w := range words {
		best := -1
		for i, s := range p.spots {
			if (s.slug == w || s.joined == w) && fits(s.typ) && (best < 0 || len(s.names) < len(p.spots[best].names)) {
				best = i
			}
		}
		if best >= 0 {
			return p.spots[best], true
		}
	}
	return spot{}, false
}

// fieldPath is the path of such a field, empty where there is none.
func (p *pager) fieldPath(fits func(*model.Type) bool, words ...string) model.FieldPath {
	s, _ := p.field(fits, words...)
	return s.path()
}

// param returns the first of the words that a parameter with a type is called by.
func (p *pager) param(fits func(*model.Type) bool, words ...string) (pageParam, bool) {
	for _, w := range words {
		for _, q := range p.params {
			if q.slug == w && fits(p.l.structure(q.field.Type)) {
				return q, true
			}
		}
	}
	return pageParam{}, false
}

// isText reports whether a value can be a cursor, which may well be a time.
func isText(t *model.Type) bool {
	return t != nil && (t.Kind == model.KindString || t.Kind == model.KindDateTime || t.Kind == model.KindDate)
}

// isCount reports whether a value can be a number of pages or of elements. Many
// pages print number for integers.
func isCount(t *model.Type) bool {
	return t != nil && (t.Kind == model.KindInteger || t.Kind == model.KindNumber)
}

func isFlag(t *model.Type) bool { return t != nil && t.Kind == model.KindBoolean }

func isAny(t *model.Type) bool { return t != nil }
