package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// merge makes one method of all its occurrences. The first one leads; the others
// add what it does not have.
func (l *linker) merge() {
	for _, u := range l.in.Units {
		if u.Method == nil {
			continue
		}
		r := l.resolver(u)
		for _, id := range u.IDs {
			m := r.method(u.Method)
			m.ID, m.Name = id, id[strings.LastIndexByte(id, '.')+1:]
			l.valued[id] = l.valued[id] || u.Value
			l.eitherOf[id] = l.eitherOf[id] || u.Either
			l.emptyOf[id] = l.emptyOf[id] || u.Empty
			l.signed[id] = cmp.Or(l.signed[id], u.Result)
			if have := l.methods[id]; have != nil {
				l.addOccurrence(have, m)
				continue
			}
			for _, p := range m.Params {
				l.merged.param(id, p)
			}
			for _, e := range m.Examples {
				l.merged.example(id, e)
			}
			l.methods[id], l.client[id] = m, u.Client
			l.resourceOf[id] = strings.TrimSuffix(id, "."+m.Name)
		}
	}
	for m := range l.eachMethod() {
		l.slots(m)
		if m.Verb == "HEAD" {
			l.withoutContent(m)
		}
	}
}

// withoutContent takes off what the answer of a HEAD request contains, whatever pages print that
// say of GET and HEAD at once what they answer: by HTTP it has no content.
func (l *linker) withoutContent(m *model.Method) {
	if m.Returns != nil || m.Streaming != nil {
		l.diags.Add("content-of-head", diag.Info, m.Span, "the page says what %s answers with, which a HEAD request never gets: the method returns nothing", m.ID)
	}
	m.Returns, m.Streaming = nil, nil
	m.Examples = slices.DeleteFunc(m.Examples, func(e *model.Example) bool { return e.Kind == model.ExampleResponse && e.Status < 300 })
	l.emptyOf[m.ID] = true
}

// method copies a method with its types resolved.
func (r *resolver) method(m *model.Method) *model.Method {
	c := *m
	c.Params = make([]*model.Param, len(m.Params))
	for i, p := range m.Params {
		q := *p
		q.Type = r.typ(p.Type)
		if p.Location == model.LocationQuery {
			r.applyCasing(&q.Field)
		}
		if p.Location != model.LocationPath {
			r.doubt(&q.Field)
		}
		c.Params[i] = &q
	}
	if m.Body != nil {
		b := *m.Body
		b.Type, b.Listed = r.typ(m.Body.Type), maps.Clone(m.Body.Listed)
		c.Body = &b
	}
	if m.Returns != nil {
		res := *m.Returns
		res.Type = r.typ(m.Returns.Type)
		c.Returns = &res
	}
	if m.Streaming != nil {
		s := *m.Streaming
		s.Type = r.typ(m.Streaming.Type)
		c.Streaming = &s
	}
	c.Examples = slices.Clone(m.Examples)
	for i, e := range c.Examples {
		f := *e
		c.Examples[i] = &f
	}
	return &c
}

// addOccurrence adds to a method what another page says of it.
func (l *linker) addOccurrence(m, n *model.Method) {
	if m.Doc == "" {
		m.Doc = n.Doc
	}
	if m.Deprecated == "" {
		m.Deprecated = n.Deprecated
	}
	if m.Returns == nil {
		m.Returns = n.Returns
	} else if n.Returns != nil {
		m.Returns.Type = l.fuller(m.Returns.Type, n.Returns.Type)
	}
	if m.Body == nil {
		m.Body = n.Body
	} else if n.Body != nil {
		m.Body.Type = l.fuller(m.Body.Type, n.Body.Type)
	}
	if m.Streaming == nil {
		m.Streaming = n.Streaming
	}
	for _, p := range n.Params {
		if !l.merged.param(m.ID, p) {
			m.Params = append(m.Params, p)
		}
	}
	for _, e := range n.Examples {
		if !l.merged.example(m.ID, e) {
			m.Examples = append(m.Examples, e)
		}
	}
}

// A merged is what the methods have already, by their IDs: a method that is
// printed a thousand times is not searched a thousand times.
type merged map[part]bool

// A part is a parameter, by its place and name, or an example, by its kind and
// text.
type part struct{ method, kind, text string }

func (s merged) param(id string, p *model.Param) (had bool) {
	return s.add(part{id, "parameter " + string(p.Location), p.Name})
}

func (s merged) example(id string, e *model.Example) (had bool) {
	return s.add(part{id, "example " + string(e.Kind), e.Text})
}

func (s merged) add(p part) (had bool) {
	had = s[p]
	s[p] = true
	return had
}

func findParam(ps []*model.Param, p *model.Param) *model.Param {
	for _, q := range ps {
		if q.Location == p.Location && q.Name == p.Name {
			return q
		}
	}
	return nil
}
