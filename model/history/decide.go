package history

import "github.com/docgen-go/docgen/model/diff"

// decide returns the changes of the revision that are true of the reference, and how
// many are not, because the revision or the one before is incomplete: what an
// incomplete revision lacks is not gone, and what is back after it is not new.
func (b *builder) decide(found []diff.Finding) (changes []Change, leftOut int) {
	for _, f := range found {
		var flapping bool
		switch {
		case renamed(f) && (b.isLost(f) || b.isBack(f)): // a page that is missing lends others no names
			leftOut++
			continue
		case went(f.Kind):
			var lost bool
			if lost, flapping = b.lost(f); lost {
				leftOut++
				continue
			}
		case came(f.Kind):
			var back bool
			if back, flapping = b.back(f); back {
				leftOut++
				continue
			}
		}
		changes = append(changes, Change{f, flapping})
	}
	return changes, leftOut
}

// lost reports whether all that a change takes away is missing only because the
// revision is incomplete; and if not, whether a later revision has it again.
func (b *builder) lost(f diff.Finding) (lost, flapping bool) {
	if b.isLost(f) {
		return true, false
	}
	for i := b.at + 1; i < len(b.revisions); i++ {
		if b.hasAll(i, f, true) {
			return false, true
		}
	}
	return false, false
}

// isLost reports whether all that a change is about is missing only because the
// revision is incomplete.
func (b *builder) isLost(f diff.Finding) bool {
	lost := len(f.Subjects) > 0
	for _, s := range f.Subjects {
		lost = lost && b.missing(oldRoot(s), keyOf(oldRoot(s), oldPath(s)))
	}
	return lost
}

// isBack reports whether all that a change is about was there before the incomplete
// revisions just before this one.
func (b *builder) isBack(f diff.Finding) bool {
	back, _ := b.back(f)
	return back
}

// missing reports whether a thing that the revision does not show is missing because
// the revision is incomplete: the next one has it again, or none follows.
func (b *builder) missing(root Root, key string) bool {
	if !b.incomplete[b.at].of(root) {
		return false
	}
	for i := b.at + 1; i < len(b.revisions); i++ {
		if has(b.revisions[i].Keys, key) {
			return true
		}
		if !b.incomplete[i].of(root) {
			return false
		}
	}
	return true
}

// back reports whether all that a change brings was there before the incomplete
// revisions just before this one; and if not, whether it was there earlier.
func (b *builder) back(f diff.Finding) (back, flapping bool) {
	gap := true
	for i := b.at - 1; i >= 0; i-- {
		if b.hasAll(i, f, false) {
			between := i < b.at-1 // else the change is about something of it that both have
			return between && gap, between && !gap
		}
		for _, s := range f.Subjects {
			gap = gap && b.incomplete[i].of(newRoot(s))
		}
	}
	return false, false
}

// hasAll reports whether a revision has all that a change is about.
func (b *builder) hasAll(i int, f diff.Finding, old bool) bool {
	for _, s := range f.Subjects {
		key := keyOf(newRoot(s), newPath(s))
		if old {
			key = keyOf(oldRoot(s), oldPath(s))
		}
		if !has(b.revisions[i].Keys, key) {
			return false
		}
	}
	return len(f.Subjects) > 0
}
