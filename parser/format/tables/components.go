package tables

import (
	"sort"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// tagLine is a line that opens or closes a component.
var tagLine = prefilter.MustCompile(`(?m)^[ \t]*<(/?)([A-Z][\w.]*)\b[^\n]*$`)

// A boundary is where another component becomes the innermost one.
type boundary struct {
	at  int
	end int // of the component around what follows, or that of the page
}

// findBoundaries finds what component stands around each part of the page, from the back:
// only what is closed encloses something.
func (s *document) findBoundaries() {
	type closing struct {
		name string
		at   int
	}
	open := []closing{{"", len(s.text)}}
	lines := tagLine.FindAllStringSubmatchIndex(s.text, -1)
	s.boundaries = make([]boundary, len(lines)+1)
	s.boundaries[len(lines)] = boundary{len(s.text), len(s.text)}
	for i := len(lines) - 1; i >= 0; i-- {
		m := lines[i]
		name, top := s.text[m[4]:m[5]], open[len(open)-1]
		s.boundaries[i] = boundary{m[0], top.at}
		switch {
		case m[2] < m[3]:
			open = append(open, closing{name, m[0]})
		case top.name == name:
			open = open[:len(open)-1]
		}
	}
}

// componentEnd is where the component ends that an offset stands in, or the page.
func (s *document) componentEnd(offset int) int {
	if s.boundaries == nil {
		s.findBoundaries()
	}
	i := sort.Search(len(s.boundaries), func(i int) bool { return s.boundaries[i].at > offset })
	if i == 0 {
		return len(s.text)
	}
	return s.boundaries[i-1].end
}
