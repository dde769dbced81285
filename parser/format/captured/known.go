package captured

import "github.com/docgen-go/docgen/parser/decl"

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
		if i >= len(bones) || bones[i].Parent < 0 || d.elements[at].text != e.code[1] {
			continue
		}
		for j := i + 1; j < len(bones); j++ {
			if bones[j].Parent == bones[i].Parent {
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
			made[i] = &entry{code: [2]string{el.text, el.text}, item: [2]*decl.Item{el.item, el.item}, nested: el.nested, at: el.at, unit: &unit{}}
			if up := bones[i].Parent; up >= 0 {
				made[i].hang(place(up))
			}
		}
		return made[i]
	}
	parent := place(bones[at].Parent)
	for i := range bones {
		if i != at && bones[i].Parent == bones[at].Parent {
			place(i)
		}
	}
	e.hang(parent)
}
