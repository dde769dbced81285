package captured

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// A parameters is the parameters of one method in a whole file of any dialect.
type parameters struct {
	unit unit
	keys []string
}

// identify finds the method that a parameter belongs to whose heading is not
// shown: the only one that has it after the same one.
func (p *locator) identify(top *entry) {
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
				m.keys = append(m.keys, rendered.Key(d.elements[at].item))
			}
			for _, key := range m.keys {
				out[key] = append(out[key], m)
			}
		}
	}
	return out
}
