package parser

import (
	"slices"
	"sort"
)

// A stretch is a part of a page's text.
type stretch struct{ start, end int }

// stretches are parts of a page; after merge they are in order and apart.
type stretches []stretch

func (s *stretches) merge() {
	slices.SortFunc(*s, func(a, b stretch) int { return a.start - b.start })
	out := (*s)[:0]
	for _, part := range *s {
		if n := len(out); n > 0 && part.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, part.end)
		} else {
			out = append(out, part)
		}
	}
	*s = out
}

// holds reports whether an offset is in one of the merged parts.
func (s stretches) holds(at int) bool {
	i := sort.Search(len(s), func(i int) bool { return s[i].end > at })
	return i < len(s) && s[i].start <= at
}
