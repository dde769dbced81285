package rendered

import "strings"

// A Base is how the items of the sections of an http page nest, by what the
// sections hold.
type Base map[string]*Model

// BaseOf rebuilds an http copy for its nesting. A nil survey is that of the page
// alone.
func BaseOf(text []byte, s *Survey) Base {
	ps := paragraphs(text)
	if s == nil {
		s = alone(ps)
	}
	r := &rewriter{ps: ps, survey: s, base: Base{}}
	r.page()
	return r.base
}

// keep notes the nesting of a section.
func (r *rewriter) keep(title string, items []*node) {
	if r.library != nil && title == models && len(r.trail) > 0 {
		r.library.add(r.trail[len(r.trail)-1], items)
	}
	if r.base == nil {
		return
	}
	key := r.part(title)
	if r.base[key] == nil {
		r.base[key] = &Model{}
	}
	for _, n := range items {
		r.base[key].members = append(r.base[key].members, modelOf(n))
	}
}

// part is what a section holds. All sections of parameters are one, because
// languages do not part them.
func (r *rewriter) part(title string) string {
	if title != models && title != returns {
		title = "Parameters"
	}
	return strings.Join(r.trail, "/") + " " + title
}
