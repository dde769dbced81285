package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// merge makes one method of all its sightings. The first one leads; the others
// add what it does not have.
func (l *linker) merge() {
	for _, u := range l.in.Units {
		if u.Method == nil {
			continue
		}
		r := l.resolver(u.Resource)
		for _, id := range u.IDs {
			m := r.method(u.Method)
			m.ID, m.Name = id, id[strings.LastIndexByte(id, '.')+1:]
			if have := l.methods[id]; have != nil {
				l.addSighting(have, m)
				continue
			}
			l.methods[id] = m
			l.resourceOf[id] = strings.TrimSuffix(id, "."+m.Name)
		}
	}
	for _, m := range l.sortedMethods() {
		l.slots(m)
	}
}

// method copies a method with its types resolved.
func (r *resolver) method(m *model.Method) *model.Method {
	c := *m
	c.Params = make([]*model.Param, len(m.Params))
	for i, p := range m.Params {
		q := *p
		q.Type = r.typ(p.Type)
		c.Params[i] = &q
	}
	if m.Body != nil {
		b := *m.Body
		b.Type = r.typ(m.Body.Type)
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

// addSighting adds to a method what another page says of it.
func (l *linker) addSighting(m, n *model.Method) {
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
	for _, p := range n.Params {
		if findParam(m.Params, p) == nil {
			m.Params = append(m.Params, p)
		}
	}
	for _, e := range n.Examples {
		if !slices.ContainsFunc(m.Examples, func(f *model.Example) bool { return f.Kind == e.Kind && f.Text == e.Text }) {
			m.Examples = append(m.Examples, e)
		}
	}
}

func findParam(ps []*model.Param, p *model.Param) *model.Param {
	for _, q := range ps {
		if q.Place == p.Place && q.Name == p.Name {
			return q
		}
	}
	return nil
}
