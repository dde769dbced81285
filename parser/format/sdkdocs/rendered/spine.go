package rendered

import "strings"

// A Spine is how the items of the sections of an http page nest, by what the
// sections hold.
type Spine map[string]*Model

// SpineOf rebuilds an http copy for its nesting. A nil survey is that of the page
// alone.
func SpineOf(text []byte, s *Survey) Spine {
	ps := paragraphs(text)
	if s == nil {
		s = alone(ps)
	}
	r := &rewriter{ps: ps, survey: s, spine: Spine{}}
	r.page()
	return r.spine
}

// keep notes the nesting of a section.
func (r *rewriter) keep(title string, items []*node) {
	if r.library != nil && title == models && len(r.trail) > 0 {
		r.library.add(r.trail[len(r.trail)-1], items)
	}
	if r.spine == nil {
		return
	}
	key := r.part(title)
	if r.spine[key] == nil {
		r.spine[key] = &Model{}
	}
	for _, n := range items {
		r.spine[key].members = append(r.spine[key].members, modelOf(n))
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
