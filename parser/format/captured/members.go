package captured

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// count notes by how much the announcements of a file diff grew, and takes off
// what is known to have been added to them or removed.
func (s *fileDiff) count() {
	top := -1
	for i, e := range s.entries {
		if !e.nested {
			top = i
		}
		s.tops = append(s.tops, top)
		if e.announces() {
			s.announcers = append(s.announcers, i)
			now, _ := rendered.Size(e.item[1])
			was, _ := rendered.Size(e.item[0])
			e.missing = now - was
		}
	}
	for _, e := range s.entries {
		if e.parent != nil && e.isRoot() {
			e.parent.missing -= e.step()
		}
	}
}

// step is by how many members an entry makes its owner grow.
func (e *entry) step() int {
	switch {
	case e.item[0] == nil:
		return 1
	case e.item[1] == nil:
		return -1
	}
	return 0
}

// farthest is how many items after or before one are looked at for members.
const farthest = 1024

// assignMembers gives items that announce more members than were found, or fewer, all
// members that came or went below them where these make up the difference.
func (s *fileDiff) assignMembers() {
	for _, i := range slices.Backward(s.announcers) {
		a := s.entries[i]
		var mine []*entry
		sum := 0
		for _, e := range s.entries[i+1 : min(len(s.entries), i+farthest)] {
			if !e.nested {
				break
			}
			if e.parent == nil && e.isRoot() && e.step() != 0 && a.holds(e) {
				mine = append(mine, e)
				sum += e.step()
			}
		}
		if len(mine) > 0 && sum == a.missing {
			for _, e := range mine {
				a.take(e)
			}
		}
	}
}

// holds reports whether an item announces entries of that form.
func (e *entry) holds(member *entry) bool {
	_, alternatives := rendered.Size(e.any())
	return alternatives == (member.any().Form != decl.Field)
}

// take makes an entry a member of the item.
func (e *entry) take(member *entry) {
	e.missing -= member.step()
	member.nestIn(e)
	member.siblings(e)
}

// announced finds the last item before an entry that announces more members
// than were found, or fewer, and makes it the parent.
func (s *fileDiff) announced(i int) bool {
	e := s.entries[i]
	last, _ := slices.BinarySearch(s.announcers, i)
	for _, j := range slices.Backward(s.announcers[max(0, last-farthest):last]) {
		a := s.entries[j]
		if j < s.tops[i] {
			return false
		}
		if a.missing*e.step() > 0 && a.holds(e) {
			a.take(e)
			return true
		}
	}
	return false
}

// siblings nests the neighbours of an entry in its parent too, if they can
// stand there: a place without any other member would be none.
func (e *entry) siblings(parent *entry) {
	for _, n := range []*entry{e.prev, e.next} {
		if n == nil || n.parent != nil || !n.nested || n == parent || n.code[0] != n.code[1] || n.any().Form != e.any().Form {
			continue
		}
		if n == e.prev && e.any().Form == decl.Field {
			continue // it may stand deeper
		}
		n.nestIn(parent)
	}
}
