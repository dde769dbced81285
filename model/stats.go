package model

import "github.com/docgen-go/docgen/model/diag"

// Stats count what an API holds and what became of its pages. Sizes are in bytes.
type Stats struct {
	// Profile is what was concluded about the marks of the reference, as in [API].
	Profile map[string]string `json:"profile,omitempty"`

	Pages     int `json:"pages"`
	Resources int `json:"resources"`
	Methods   int `json:"methods"`
	// Params are the path, query, header and cookie parameters.
	Params int `json:"params"`
	// Types are the named types; Anonymous are those of them that the pages
	// give no name.
	Types     int `json:"types"`
	Anonymous int `json:"anonymousTypes"`
	// Distinct counts all structures, named or not, each once; Enums, Unions
	// and Fields count in them, so that a field is one fact however many types
	// or methods share it.
	Distinct int `json:"distinctTypes"`
	Enums    int `json:"enums"`
	Unions   int `json:"unions"`
	Fields   int `json:"fields"`
	// Examples are requests and responses; Conflicts are the responses that
	// contradict their own page.
	Examples  int `json:"examples"`
	Conflicts int `json:"exampleConflicts"`

	Bytes         int64 `json:"bytes"`
	ModelBytes    int64 `json:"modelBytes"`
	DocsBytes     int64 `json:"docsBytes"`
	ExamplesBytes int64 `json:"examplesBytes"`
	LayoutBytes   int64 `json:"layoutBytes"`
	UnreadBytes   int64 `json:"unreadBytes"`

	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`

	// PageKinds and Dialects count the pages.
	PageKinds map[PageKind]int `json:"pageKinds"`
	Dialects  map[string]int   `json:"dialects"`
}

// Count takes the statistics of an API and of the findings about its pages.
func Count(a *API, found diag.List) Stats {
	s := Stats{
		Profile:   a.Profile,
		Pages:     len(a.Pages),
		Types:     len(a.Types),
		Errors:    found.Count(diag.Error),
		Warnings:  found.Count(diag.Warning),
		Infos:     found.Count(diag.Info),
		PageKinds: map[PageKind]int{},
		Dialects:  map[string]int{},
	}
	s.countPages(a.Pages)
	s.countResources(a.Resources)
	s.countTypes(a)
	return s
}

func (s *Stats) countPages(pages []*Page) {
	var sum Bytes
	for _, p := range pages {
		sum.Add(p.Bytes)
		s.PageKinds[p.Kind]++
		if p.Dialect != "" {
			s.Dialects[p.Dialect]++
		}
	}
	s.Bytes, s.ModelBytes, s.DocsBytes = sum.Total, sum.Model, sum.Docs
	s.ExamplesBytes, s.LayoutBytes, s.UnreadBytes = sum.Examples, sum.Layout, sum.Unread
}

func (s *Stats) countResources(rs []*Resource) {
	for _, r := range rs {
		s.Resources++
		s.Methods += len(r.Methods)
		for _, m := range r.Methods {
			s.countMethod(m)
		}
		s.countResources(r.Resources)
	}
}

func (s *Stats) countMethod(m *Method) {
	s.Params += len(m.Params)
	s.Examples += len(m.Examples)
	for _, e := range m.Examples {
		if e.Conflict != "" {
			s.Conflicts++
		}
	}
}

func (s *Stats) countTypes(a *API) {
	for _, t := range a.Types {
		if t.Anonymous {
			s.Anonymous++
		}
	}
	for t := range a.EachType {
		s.Distinct++
		s.Fields += len(t.Fields)
		switch t.Kind {
		case KindEnum:
			s.Enums++
		case KindUnion:
			s.Unions++
		}
	}
}
