package rendered

import "strings"

// A Spine is how the items of the sections of an http page nest, by what the
// sections hold.
type Spine map[string][]Bone

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
	if r.spine != nil {
		key := r.part(title)
		r.spine[key] = bonesOf(items, -1, r.spine[key])
	}
}

func bonesOf(items []*node, parent int, bones []Bone) []Bone {
	for _, n := range items {
		bones = append(bones, Bone{identify(n.item), parent})
		bones = bonesOf(n.kids, len(bones)-1, bones)
	}
	return bones
}

// part is what a section holds. All sections of parameters are one, because
// languages do not part them.
func (r *rewriter) part(title string) string {
	if title != models && title != returns {
		title = "Parameters"
	}
	return strings.Join(r.trail, "/") + " " + title
}
