package gosource

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A funcInfo is what every run of a function needs.
type funcInfo struct {
	order map[*ssa.BasicBlock]int
	loops []loop
	inner map[*ssa.BasicBlock][]*ssa.BasicBlock // by the head of a loop, the blocks of the loops in it
}

// A loop is the blocks from which its head is reached without leaving it, the head included.
type loop struct {
	head *ssa.BasicBlock
	body map[*ssa.BasicBlock]bool
}

func (r *reader) infoOf(fn *ssa.Function) *funcInfo {
	if info := r.infos[fn]; info != nil {
		return info
	}
	info := &funcInfo{order: map[*ssa.BasicBlock]int{}, loops: loopsOf(fn), inner: map[*ssa.BasicBlock][]*ssa.BasicBlock{}}
	seen := map[*ssa.BasicBlock]bool{}
	n := len(fn.Blocks)
	var visit func(b *ssa.BasicBlock)
	visit = func(b *ssa.BasicBlock) {
		if seen[b] {
			return
		}
		seen[b] = true
		for i := len(b.Succs) - 1; i >= 0; i-- { // what is behind a loop comes after it
			visit(b.Succs[i])
		}
		info.order[b] = n
		n--
	}
	visit(fn.Blocks[0])
	r.infos[fn] = info
	return info
}

// loopsOf returns the loops of a function, one of each head, the smallest first.
func loopsOf(fn *ssa.Function) []loop {
	var out []loop
	for _, head := range fn.Blocks {
		body := map[*ssa.BasicBlock]bool{}
		for _, tail := range head.Preds {
			if !head.Dominates(tail) {
				continue
			}
			body[head] = true
			work := []*ssa.BasicBlock{tail}
			for len(work) > 0 {
				b := work[len(work)-1]
				work = work[:len(work)-1]
				if !body[b] {
					body[b] = true
					work = append(work, b.Preds...)
				}
			}
		}
		if len(body) > 0 {
			out = append(out, loop{head, body})
		}
	}
	slices.SortStableFunc(out, func(a, b loop) int { return len(a.body) - len(b.body) })
	return out
}

// within returns the blocks of the loops in the one whose head a block is, none of a block that is no head.
func (i *funcInfo) within(head *ssa.BasicBlock) []*ssa.BasicBlock {
	if have, ok := i.inner[head]; ok {
		return have
	}
	var out []*ssa.BasicBlock
	for _, outer := range i.loops {
		if outer.head != head {
			continue
		}
		for _, l := range i.loops {
			if l.head != head && outer.body[l.head] {
				for b := range l.body {
					out = append(out, b)
				}
			}
		}
	}
	i.inner[head] = out
	return out
}

// exits returns the successors of a block that are outside of the innermost loop which has it: all of a block in
// none.
func (i *funcInfo) exits(b *ssa.BasicBlock) []*ssa.BasicBlock {
	if l := i.loopOf(b); l != nil {
		return slices.DeleteFunc(slices.Clone(b.Succs), func(s *ssa.BasicBlock) bool { return l.body[s] })
	}
	return b.Succs
}

// loopOf returns the innermost loop that has a block, nil where none has.
func (i *funcInfo) loopOf(b *ssa.BasicBlock) *loop {
	for n := range i.loops {
		if i.loops[n].body[b] {
			return &i.loops[n]
		}
	}
	return nil
}

// leaving returns the successors of a block from which the loop can be left in the same round: all where none is, or
// every one.
func (l *loop) leaving(b *ssa.BasicBlock) []*ssa.BasicBlock {
	next := slices.DeleteFunc(slices.Clone(b.Succs), func(s *ssa.BasicBlock) bool { return !l.leaves(s, map[*ssa.BasicBlock]bool{}) })
	if len(next) == 0 {
		return b.Succs
	}
	return next
}

// leaves reports whether a way leads out of the loop that does not pass its head.
func (l *loop) leaves(b *ssa.BasicBlock, seen map[*ssa.BasicBlock]bool) bool {
	if !l.body[b] {
		return true
	}
	if b == l.head || seen[b] {
		return false
	}
	seen[b] = true
	return slices.ContainsFunc(b.Succs, func(s *ssa.BasicBlock) bool { return l.leaves(s, seen) })
}

// busy reports whether a block is the head of a loop in which others are pending: what one round does comes before
// the next round begins.
func (i *funcInfo) busy(b *ssa.BasicBlock, pending map[*ssa.BasicBlock][]arrival) bool {
	for _, l := range i.loops {
		if l.head != b {
			continue
		}
		for p := range pending {
			if p != b && l.body[p] {
				return true
			}
		}
	}
	return false
}
