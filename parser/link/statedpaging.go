package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// Pages is what pages state once of how all lists go on.
type Pages struct {
	// Params are parameters of the query that lists take.
	Params []PageParam
	// Link says that the header Link leads to the next page, Span where that stands.
	Link bool
	Span source.Span
}

// A PageParam is a parameter that turns pages. Default is what it is where a request
// leaves it out, or "".
type PageParam struct {
	Name, Doc, Default string
	Span               source.Span
}

// TurnsPages reports whether a parameter of the name selects a page or bounds it.
func TurnsPages(name string) bool {
	return countsPages(name) || slices.Contains(cursorParams(), Slug(name))
}

// countsPages reports whether a parameter of the name is a number.
func countsPages(name string) bool {
	slug := Slug(name)
	return slices.Contains(numberWords, slug) || slices.Contains(offsetWords, slug) || slices.Contains(sizeWords, slug)
}

func cursorParams() []string {
	var out []string
	for _, c := range cursors {
		out = append(out, c.params...)
	}
	return out
}

// SpeaksOfLinkHeader reports whether a text sends readers to the header Link.
func SpeaksOfLinkHeader(text string) bool { return linkProse.MatchString(text) }

// statedPages gives a list that says nothing of pages itself the parameters that the
// reference states for all lists. Its pages are followed only where the header Link
// leads on, which a list that comes whole does not have: one that ignores the number of
// a page would come again and again.
func (l *linker) statedPages(m *model.Method, p *pager) *model.Paging {
	s := l.in.Stated.Pages
	if len(s.Params) == 0 && !s.Link || m.Verb != "GET" || p.elem == nil || !p.sure {
		return nil
	}
	_, own := p.pageWord()
	if _, next := p.nextField(); own || next {
		return nil
	}
	evidence := model.Evidence{}.With(model.FactType, model.SourceProse)
	for _, q := range s.Params {
		kind := model.KindString
		if countsPages(q.Name) {
			kind = model.KindInteger
		}
		param := &model.Param{Location: model.LocationQuery, Field: model.Field{
			Name: q.Name, Doc: q.Doc, Type: l.types.Scalar(kind), Span: q.Span, Evidence: evidence.With(model.FactLocation, model.SourceProse),
		}}
		if findParam(m.Params, param) == nil {
			m.Params = append(m.Params, param)
		}
	}
	if !s.Link {
		return nil
	}
	return &model.Paging{Form: model.PagingLink, Items: p.items, Evidence: evidence}
}
