package statement

import "sort"

// blocks know where what belongs to a statement ends, by the headings of a page.
type blocks struct {
	headings []heading
	// rules has for each heading the level of the last one up to it that names no
	// part of what is above it, or 0.
	rules []int
	// ends has for each heading and level where a block of the level ends that
	// began before the heading.
	ends [][7]int
	size int
}

func newBlocks(headings []heading, size int) *blocks {
	b := &blocks{headings, make([]int, len(headings)), make([][7]int, len(headings)+1), size}
	part := make([]bool, len(headings))
	level := 0
	for i, h := range headings {
		if part[i] = namesSection(h.title); !part[i] {
			level = h.level
		}
		b.rules[i] = level
	}
	for level := range b.ends[len(headings)] {
		b.ends[len(headings)][level] = size
	}
	for i := len(headings) - 1; i >= 0; i-- {
		b.ends[i] = b.ends[i+1]
		for level := headings[i].level; level < len(b.ends[i]); level++ {
			if level > headings[i].level || !part[i] {
				b.ends[i][level] = headings[i].start
			}
		}
	}
	return b
}

// end is where the block of a statement at an offset ends.
func (b *blocks) end(at int) int {
	next := sort.Search(len(b.headings), func(i int) bool { return b.headings[i].start > at })
	level := 0
	if next > 0 {
		level = b.rules[next-1]
		if h := b.headings[next-1]; h.start == at {
			level = h.level // the heading states it
		}
	}
	return b.ends[next][level]
}
