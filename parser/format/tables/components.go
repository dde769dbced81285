package tables

import (
	"sort"
	"strings"
)

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
	lines := tagLines(s.text)
	s.boundaries = make([]boundary, len(lines)+1)
	s.boundaries[len(lines)] = boundary{len(s.text), len(s.text)}
	for i := len(lines) - 1; i >= 0; i-- {
		tag, top := lines[i], open[len(open)-1]
		s.boundaries[i] = boundary{tag.at, top.at}
		switch {
		case tag.closes:
			open = append(open, closing{tag.name, tag.at})
		case top.name == tag.name:
			open = open[:len(open)-1]
		}
	}
}

// A tagLine is a line that opens or closes a component.
type tagLine struct {
	name   string
	at     int // of the line
	closes bool
}

// tagLines returns the lines that open or close components. It looks at brackets alone, as a
// pattern for all of a page costs a twentieth of reading it.
func tagLines(text string) []tagLine {
	var out []tagLine
	for from := 0; from < len(text); {
		i := strings.IndexByte(text[from:], '<')
		if i < 0 {
			break
		}
		i += from
		line := from + strings.LastIndexByte(text[from:i], '\n') + 1
		from = nextLine(text, i) // a line has one tag, and many brackets in it cost no more than one
		if strings.Trim(text[line:i], " \t") != "" {
			continue
		}
		name, closes := strings.CutPrefix(text[i+1:from], "/")
		if name == "" || name[0] < 'A' || 'Z' < name[0] {
			continue
		}
		end := 1
		for end < len(name) && (name[end] == '.' || name[end] == '_' || '0' <= name[end] && name[end] <= '9' || 'a' <= name[end]|0x20 && name[end]|0x20 <= 'z') {
			end++
		}
		out = append(out, tagLine{strings.TrimRight(name[:end], "."), line, closes})
	}
	return out
}

// nextLine returns where the line ends that an offset stands in, behind its mark.
func nextLine(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(text)
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
