package captured

import (
	"slices"
	"strconv"
)

// beam is how many readings of the lines so far are kept.
const beam = 8

// What it costs to read a line in each way. A file is more often added than
// deleted, and a line that is on both sides is rarely changed.
const (
	costAdded    = 10
	costRemoved  = 11
	costReworded = 12
	costCut      = 15
	costCutTop   = 5 // above the first line that is shown
	costUnread   = 100
)

// A reading is one way to read all lines up to one: the numbers that both
// sides have reached, and how it came there.
type reading struct {
	old, new int
	cost     int
	line     diffLine
	prev     *reading
}

// split tells the sides of the numbered lines of one file apart. The numbers
// are glued to the text and to each other (`9- x9- x`), so each line has
// several readings; the one that lets all numbers go on is taken. Lines that
// fit in no way are returned as unread.
func split(lines []numbered) (known, unread []diffLine) {
	readings := []*reading{{}}
	var taken []diffLine
	for i, l := range lines {
		var next []*reading
		for _, r := range readings {
			next = r.read(next, l)
		}
		readings = best(next)
		if i%window == window-1 {
			readings = takeStable(readings, &taken)
		}
	}
	taken = append(taken, readings[0].path()...)
	for _, r := range taken {
		if r.old+r.new == 0 {
			unread = append(unread, r)
		} else {
			known = append(known, r)
		}
	}
	return known, unread
}

// window is after how many lines readings are final, and openLines how many of
// the last lines stay open then: what follows may still decide on them.
const (
	window    = 512
	openLines = 64
)

// takeStable takes the lines whose reading will not change any more, so that memory
// does not grow with what was thought of before.
func takeStable(readings []*reading, taken *[]diffLine) []*reading {
	base := readings[0].back(openLines)
	*taken = append(*taken, base.path()...)
	kept := slices.DeleteFunc(readings, func(r *reading) bool { return r.back(openLines) != base })
	base.prev = nil
	return kept
}

// back is the reading of n lines before.
func (r *reading) back(n int) *reading {
	for range n {
		r = r.prev
	}
	return r
}

// path is the lines that were read up to here and not taken yet, in order.
func (r *reading) path() []diffLine {
	var out []diffLine
	for ; r.prev != nil; r = r.prev {
		out = append(out, r.line)
	}
	slices.Reverse(out)
	return out
}

// A numbered is a line of the capture that starts with a number.
type numbered struct {
	text string
	at   int32
}

// best keeps the cheapest reading for each pair of numbers, and of those the
// cheapest few.
func best(all []*reading) []*reading {
	slices.SortStableFunc(all, func(a, b *reading) int { return a.cost - b.cost })
	seen := map[[2]int]bool{}
	out := all[:0]
	for _, r := range all {
		at := [2]int{r.old, r.new}
		if !seen[at] && len(out) < beam {
			seen[at] = true
			out = append(out, r)
		}
	}
	return out
}

// read adds the readings that lead on from r by one line.
func (r *reading) read(out []*reading, l numbered) []*reading {
	if rest, ok := cutNumber(l.text, r.old+1); ok {
		out = append(out, r.step(costRemoved, diffLine{old: r.old + 1, oldText: content(rest), at: l.at}))
		if a, b, ok := halves(rest, r.new+1); ok {
			cost := 0
			if a != b {
				cost = costReworded
			}
			out = append(out, r.step(cost, diffLine{old: r.old + 1, new: r.new + 1, oldText: a, newText: b, at: l.at}))
		}
	}
	if rest, ok := cutNumber(l.text, r.new+1); ok {
		out = append(out, r.step(costAdded, diffLine{new: r.new + 1, newText: content(rest), at: l.at}))
	}
	out = r.jump(out, l)
	return append(out, r.step(costUnread, diffLine{newText: l.text, at: l.at})) // with no number
}

// maxDigits bounds the numbers of lines.
const maxDigits = 8

// jump reads a line after a stretch that is not shown: both numbers went on by
// as much, and the line is the same on both sides.
func (r *reading) jump(out []*reading, l numbered) []*reading {
	for n := 1; n <= len(l.text) && n <= maxDigits && isDigit(l.text[n-1]); n++ {
		old, _ := strconv.Atoi(l.text[:n])
		if old <= r.old+1 || l.text[0] == '0' {
			continue
		}
		to := r.new + old - r.old
		if text, ok := twice(l.text[n:], to); ok {
			cost := costCut
			if r.prev == nil && r.old+r.new == 0 {
				cost = costCutTop
			}
			out = append(out, r.step(cost, diffLine{old: old, new: to, oldText: text, newText: text, at: l.at, cut: true}))
		}
	}
	return out
}

func (r *reading) step(cost int, next diffLine) *reading {
	return &reading{old: max(r.old, next.old), new: max(r.new, next.new), cost: r.cost + cost, line: next, prev: r}
}
