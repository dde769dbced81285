package rendered

import (
	mathbits "math/bits"
)

// maxAligned bounds the memory that laying two sections side by side takes, as
// the product of their sizes: one bit each.
const maxAligned = 1 << 28

// align finds the outline item of each item, or -1: the longest run of equal
// identities.
func align(items []Flat, outline []OutlineItem) []int {
	on := make([]int, len(items))
	for i := range on {
		on[i] = -1
	}
	if len(items)*len(outline) > maxAligned {
		return on
	}
	rows := runs(items, outline)
	for i, j := len(items), len(outline); i > 0 && j > 0; {
		switch {
		case rows[i-1].has(j - 1):
			j--
		case i > 1 && !rows[i-2].has(j-1):
			i--
		default:
			on[i-1] = j - 1
			i, j = i-1, j-1
		}
	}
	return on
}

// runs returns a row for each item. Its bit for an outline item is clear where the
// longest run of equals among the items up to this one grows with that outline item.
// This is the bit-parallel algorithm of Hyyrö (2004): it takes one step for 64
// pairs.
func runs(items []Flat, outline []OutlineItem) []bits {
	words := (len(outline) + 63) / 64
	rows := make([]bits, len(items))
	all := make(bits, len(items)*words)
	masks := map[identity]bits{}
	row := make(bits, words)
	for w := range row {
		row[w] = ^uint64(0)
	}
	for i, f := range items {
		id := identify(f.Item)
		if masks[id] == nil {
			masks[id] = mask(id, outline)
		}
		next := all[i*words : (i+1)*words]
		row.step(masks[id], next)
		rows[i], row = next, next
	}
	return rows
}

// mask has the bits of the outline items that are the same as an item.
func mask(id identity, outline []OutlineItem) bits {
	m := make(bits, (len(outline)+63)/64)
	for j, b := range outline {
		if id.same(b.identity) {
			m[j/64] |= 1 << (j % 64)
		}
	}
	return m
}

type bits []uint64

func (b bits) has(i int) bool { return b[i/64]>>(i%64)&1 != 0 }

// step computes the row after b for an item whose equals are in the mask.
func (b bits) step(mask, next bits) {
	carry := uint64(0)
	for w, v := range b {
		u := v & mask[w]
		sum, c := mathbits.Add64(v, u, carry)
		next[w], carry = sum|(v&^u), c
	}
}
