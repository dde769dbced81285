package captured

import "github.com/docgen-go/docgen/parser/decl"

// known looks for an entry in the whole files of the new side, by itself and
// the one after it.
func (p *locator) known(e *entry) bool {
	if e.item[1] == nil || e.next == nil {
		return false
	}
	for _, d := range p.base {
		for _, g := range d.groups() {
			if at := p.find(d, g, e); at >= 0 {
				p.copyParents(d, g, at, e)
				return true
			}
		}
	}
	return false
}

// find returns the index in a group of the item that an entry is, or -1.
func (p *locator) find(d *document, g group, e *entry) int {
	outline := p.nester.outlines[g.key]
	for i, at := range g.items {
		if i >= len(outline) || outline[i].Parent < 0 || d.elements[at].text != e.code[1] {
			continue
		}
		for j := i + 1; j < len(outline); j++ {
			if outline[j].Parent == outline[i].Parent {
				if d.elements[g.items[j]].text == e.next.code[1] {
					return i
				}
				break
			}
		}
	}
	return -1
}

// copyParents gives an entry the parents that the same item has in a whole file,
// and its siblings there, which did not change.
func (p *locator) copyParents(d *document, g group, at int, e *entry) {
	outline := p.nester.outlines[g.key]
	made := map[int]*entry{}
	var build func(i int) *entry
	build = func(i int) *entry {
		if made[i] == nil {
			el := d.elements[g.items[i]]
			made[i] = &entry{code: [2]string{el.text, el.text}, item: [2]*decl.Item{el.item, el.item}, nested: el.nested, at: el.at, unit: &unit{}}
			if up := outline[i].Parent; up >= 0 {
				made[i].nestIn(build(up))
			}
		}
		return made[i]
	}
	parent := build(outline[at].Parent)
	for i := range outline {
		if i != at && outline[i].Parent == outline[at].Parent {
			build(i)
		}
	}
	e.nestIn(parent)
}
