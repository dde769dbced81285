package overrides

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// selectParts takes out resources and methods that are not wanted, and then the
// types that only they needed.
func selectParts(api *model.API, t *config.Target, faults *config.Faults) {
	if len(t.Include) == 0 && len(t.Exclude) == 0 {
		return
	}
	s := selection{include: patternsOf(t.Include), exclude: patternsOf(t.Exclude)}
	before := needed(api)
	api.Resources = s.resources(api.Resources, len(s.include) == 0, false)
	for _, p := range slices.Concat(s.include, s.exclude) {
		if !p.used {
			faults.Add(p.At, "%q is no resource or method of the pages; \"docgen inspect\" shows what there is", p.Value)
		}
	}
	after := needed(api)
	api.Types = slices.DeleteFunc(api.Types, func(n *model.NamedType) bool { return before[n.ID] && !after[n.ID] })
}

type selection struct{ include, exclude []*pattern }

// A pattern is the ID of a resource or of a method, in which a star stands for
// any one segment or part of it, two stars for any number of them.
type pattern struct {
	config.Text
	used bool
}

func patternsOf(texts []config.Text) []*pattern {
	out := make([]*pattern, len(texts))
	for i, t := range texts {
		out[i] = &pattern{Text: t}
	}
	return out
}

// match reports whether one of the patterns means the ID, and marks all that do.
func match(patterns []*pattern, id string) (any bool) {
	for _, p := range patterns {
		if config.MatchID(p.Value, id) {
			p.used, any = true, true
		}
	}
	return any
}

// resources keeps what is included, by itself or with a resource above it, and
// not excluded in either way. Resources stay for what they keep.
func (s *selection) resources(rs []*model.Resource, included, excluded bool) []*model.Resource {
	return slices.DeleteFunc(rs, func(r *model.Resource) bool {
		in, out := match(s.include, r.ID), match(s.exclude, r.ID)
		in, out = in || included, out || excluded
		r.Methods = slices.DeleteFunc(r.Methods, func(m *model.Method) bool {
			mIn, mOut := match(s.include, m.ID), match(s.exclude, m.ID)
			return !(mIn || in) || mOut || out
		})
		r.Resources = s.resources(r.Resources, in, out)
		if !in || out {
			r.Types, r.Events = nil, nil
		}
		return len(r.Methods)+len(r.Resources)+len(r.Types)+len(r.Events) == 0
	})
}

// needed is the IDs of the types that resources declare and methods use, and of
// those that these are made of.
func needed(api *model.API) map[string]bool {
	n := need{api: api, ids: map[string]bool{}}
	n.resources(api.Resources)
	for _, m := range api.Methods {
		n.method(m)
	}
	return n.ids
}

type need struct {
	api *model.API
	ids map[string]bool
}

func (n *need) resources(rs []*model.Resource) {
	for _, r := range rs {
		for _, id := range r.Types {
			n.named(id)
		}
		for _, e := range r.Events {
			n.named(e.Type)
		}
		n.resources(r.Resources)
	}
}

func (n *need) method(m *model.Method) {
	for _, p := range m.Params {
		n.of(p.Type)
	}
	if m.Body != nil {
		n.of(m.Body.Type)
	}
	if m.Returns != nil {
		n.of(m.Returns.Type)
	}
	if m.Streaming != nil {
		n.of(m.Streaming.Type)
	}
	for _, e := range m.Errors {
		n.of(e.Type)
	}
}

func (n *need) named(id string) {
	if n.ids[id] {
		return
	}
	n.ids[id] = true
	if t := n.api.Lookup(id); t != nil {
		n.of(t.Type)
	}
}

func (n *need) of(t *model.Type) {
	if t == nil {
		return
	}
	if t.Kind == model.KindRef {
		n.named(t.Ref)
	}
	n.of(t.Elem)
	for _, f := range t.Fields {
		n.of(f.Type)
	}
	for _, v := range t.Variants {
		n.of(v.Type)
	}
}
