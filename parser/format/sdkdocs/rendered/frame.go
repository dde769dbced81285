package rendered

// A frame is a level that is open in a reading: the members of an outline item, of which
// those before next are passed. Frames are never changed, readings share them.
type frame struct {
	up       *frame
	at, next int
	// skipped are the last members that were passed over.
	skipped []int
	begun   bool
	depth   int
	hash    uint64
}

// push opens the level below an outline item, if there is room.
func (f *frame) push(at int) *frame {
	if f.depth >= maxDepth {
		return f
	}
	return (&frame{up: f, at: at, depth: f.depth + 1}).hashed()
}

func (f *frame) hashed() *frame {
	h := uint64(14695981039346656037)
	if f.up != nil {
		h = f.up.hash
	}
	for _, n := range append([]int{f.at, f.next}, f.skipped...) {
		h = (h ^ uint64(n+2)) * 1099511628211
	}
	f.hash = h
	return f
}

// passed is the frame after its member at the index.
func (f *frame) passed(at int) *frame {
	skipped := f.skipped
	for n := max(f.next, at-maxSkipped); n < at; n++ {
		skipped = append(skipped[:len(skipped):len(skipped)], n)
	}
	if len(skipped) > maxSkipped {
		skipped = skipped[len(skipped)-maxSkipped:]
	}
	return (&frame{up: f.up, at: f.at, next: at + 1, skipped: skipped, begun: true, depth: f.depth}).hashed()
}

// taken is the frame after a member that was skipped before.
func (f *frame) taken(k int) *frame {
	skipped := append(append([]int{}, f.skipped[:k]...), f.skipped[k+1:]...)
	return (&frame{up: f.up, at: f.at, next: f.next, skipped: skipped, begun: true, depth: f.depth}).hashed()
}
