package revpage

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/rendered"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// A change is an item that differs and where it stands.
type change struct {
	*entry
	// chain leads from the outermost item to the one that the change stands in.
	chain []*entry
	// placed says that the place is known.
	placed bool
}

// changes finds what differs in a sheet, and where that stands.
func (p *placer) changes(s *sheet) []change {
	s.nestRuns()
	s.count()
	s.claim()
	var out []change
	for i, e := range s.entries {
		if !e.isRoot() {
			continue
		}
		c := change{entry: e}
		if !e.rewordedType() {
			c.chain = p.chain(s, i)
		}
		top := c.top()
		if c.placed = !top.nested || e.rewordedType(); c.placed {
			p.identify(top)
		}
		out = append(out, c)
	}
	return out
}

// chain leads from the outermost item, as far out as it is known, to the one
// that an entry stands in.
func (p *placer) chain(s *sheet, i int) []*entry {
	e := s.entries[i]
	if e.nested && e.parent == nil && !s.announced(i) && !s.named(i) {
		p.known(e)
	}
	var out []*entry
	for up := e.parent; up != nil; up = up.parent {
		if up.index < len(s.entries) && s.entries[up.index] == up && up.nested && up.parent == nil {
			s.named(up.index)
		}
		out = append([]*entry{up}, out...)
	}
	return out
}

// named finds the outermost item before an entry that announces it by name, and
// makes it the parent.
func (s *sheet) named(i int) bool {
	e := s.entries[i]
	if s.tops[i] < 0 || e.unit != nil {
		return false
	}
	top := s.entries[s.tops[i]]
	inner := top.any().Expr.Innermost()
	if inner.Op != typeexpr.Object || !slices.Contains(inner.Fields, e.any().Name) {
		return false
	}
	e.hang(top)
	return true
}

// isRoot reports whether an entry is a change of its own: not one that only
// announces others, nor part of one that came or went as a whole.
func (e *entry) isRoot() bool {
	switch {
	case e.unit != nil && e.unit.lone:
		return false
	case e.both():
		return e.code[0] != e.code[1] && !e.announces() || e.reworded()
	}
	return e.parent == nil || e.parent.both()
}

// reworded reports whether the sides differ in the text below an item.
func (e *entry) reworded() bool {
	return e.both() && prose(e.text[0]) != prose(e.text[1])
}

// prose is the words of some lines.
func prose(lines []element) string {
	var words []string
	for _, e := range lines {
		words = append(words, strings.Fields(e.text)...)
	}
	return strings.Join(words, " ")
}

// rewordedType reports whether nothing but the text of a named type differs.
func (e *entry) rewordedType() bool {
	return e.reworded() && e.code[0] == e.code[1] && e.any().Form == dialect.Named
}

// nestRuns finds the parents of entries among those that came or went, or
// changed, together with them.
func (s *sheet) nestRuns() {
	for start := 0; start < len(s.entries); {
		end := start + 1
		for end < len(s.entries) && s.entries[end].run == s.entries[start].run {
			end++
		}
		if s.entries[start].run > 0 {
			nestRun(s.entries[start:end], before)
			nestRun(s.entries[start:end], after)
		}
		start = end
	}
}

func nestRun(entries []*entry, on side) {
	var there []*entry
	var flat []rendered.Flat
	for _, e := range entries {
		if it := e.item[on.index()]; it != nil {
			there = append(there, e)
			flat = append(flat, rendered.Flat{Item: it, Top: !e.nested})
		}
	}
	var open []*entry
	for i, d := range rendered.Forest(flat, nil) {
		d = min(d, len(open))
		open = append(open[:d], there[i])
		if d > 0 && there[i].parent == nil && !there[i].both() {
			there[i].hang(open[d-1])
		}
	}
}

// A placer knows the whole files, in which items of others are found again.
type placer struct {
	spine   []*document
	nester  *nester
	methods map[string][]parameters
}

// count notes by how much the announcements of a sheet grew, and takes off
// what is known to have been added to them or removed.
func (s *sheet) count() {
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

// claim gives items that announce more members than were found, or fewer, all
// members that came or went below them where these make up the difference.
func (s *sheet) claim() {
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
	return alternatives == (member.any().Form != dialect.Field)
}

// take makes an entry a member of the item.
func (e *entry) take(member *entry) {
	e.missing -= member.step()
	member.hang(e)
	member.siblings(e)
}

// announced finds the last item before an entry that announces more members
// than were found, or fewer, and makes it the parent.
func (s *sheet) announced(i int) bool {
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

// siblings hangs the neighbours of an entry on its parent too, if they can
// stand there: a place without any other member would be none.
func (e *entry) siblings(parent *entry) {
	for _, n := range []*entry{e.prev, e.next} {
		if n == nil || n.parent != nil || !n.nested || n == parent || n.code[0] != n.code[1] || n.any().Form != e.any().Form {
			continue
		}
		if n == e.prev && e.any().Form == dialect.Field {
			continue // it may stand deeper
		}
		n.hang(parent)
	}
}

// known looks for an entry in the whole files of the new side, by itself and
// the one after it.
func (p *placer) known(e *entry) bool {
	if e.item[1] == nil || e.next == nil {
		return false
	}
	for _, d := range p.spine {
		for _, g := range d.groups() {
			if at := p.find(d, g, e); at >= 0 {
				p.copyPlace(d, g, at, e)
				return true
			}
		}
	}
	return false
}

// find returns the index in a group of the item that an entry is, or -1.
func (p *placer) find(d *document, g group, e *entry) int {
	bones := p.nester.bones[g.key]
	for i, at := range g.items {
		if i >= len(bones) || bones[i].parent < 0 || d.elements[at].text != e.code[1] {
			continue
		}
		for j := i + 1; j < len(bones); j++ {
			if bones[j].parent == bones[i].parent {
				if d.elements[g.items[j]].text == e.next.code[1] {
					return i
				}
				break
			}
		}
	}
	return -1
}

// copyPlace gives an entry the parents that the same item has in a whole file,
// and its siblings there, which did not change.
func (p *placer) copyPlace(d *document, g group, at int, e *entry) {
	bones := p.nester.bones[g.key]
	made := map[int]*entry{}
	var place func(i int) *entry
	place = func(i int) *entry {
		if made[i] == nil {
			el := d.elements[g.items[i]]
			made[i] = &entry{code: [2]string{el.text, el.text}, item: [2]*dialect.Item{el.item, el.item}, nested: el.nested, at: el.at, unit: &unit{}}
			if up := bones[i].parent; up >= 0 {
				made[i].hang(place(up))
			}
		}
		return made[i]
	}
	parent := place(bones[at].parent)
	for i := range bones {
		if i != at && bones[i].parent == bones[at].parent {
			place(i)
		}
	}
	e.hang(parent)
}

// A parameters is the parameters of one method in a whole file of any dialect.
type parameters struct {
	unit unit
	keys []string
}

// identify finds the method that a parameter belongs to whose heading is not
// shown: the only one that has it after the same one.
func (p *placer) identify(top *entry) {
	if top.unit != nil && (top.unit.path != "" || top.unit.title != "") || top.section == dialect.ReturnsSection {
		return
	}
	var found *unit
	for _, m := range p.methods[top.key()] {
		if top.prev != nil && !strings.Contains(strings.Join(m.keys, " ")+" ", top.prev.key()+" "+top.key()+" ") {
			continue
		}
		if found != nil && found.path != m.unit.path {
			return
		}
		found = &m.unit
	}
	if found != nil && top.prev != nil {
		top.unit = found
	}
}

// parametersOf lists the methods of whole files by the names of their
// parameters.
func parametersOf(docs []*document) map[string][]parameters {
	out := map[string][]parameters{}
	for _, d := range docs {
		for _, g := range d.groups() {
			endpoint, ok := strings.CutSuffix(g.key, " parameters")
			if !ok {
				continue
			}
			m := parameters{unit: d.unitOf(endpoint)}
			for _, at := range g.items {
				m.keys = append(m.keys, keyOf(d.elements[at].item))
			}
			for _, key := range m.keys {
				out[key] = append(out[key], m)
			}
		}
	}
	return out
}
