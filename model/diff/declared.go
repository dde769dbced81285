package diff

import "github.com/docgen-go/docgen/model"

// pairTypes pairs the declared types of both sides: by ID, then those whose
// name only one type has on each side.
func (c *comparer) pairTypes() {
	pair := func(a, b *model.NamedType) { c.declared[a.ID], c.partner[b.ID] = b.ID, a.ID }
	for _, a := range c.old.api.Types {
		if b := c.new.api.Lookup(a.ID); b != nil && !a.Anonymous && !b.Anonymous {
			pair(a, b)
		}
	}
	before, after := byName(c.old.api, c.declared), byName(c.new.api, c.partner)
	for name, as := range before {
		if bs := after[name]; len(as) == 1 && len(bs) == 1 {
			pair(as[0], bs[0])
		}
	}
}

func byName(api *model.API, paired map[string]string) map[string][]*model.NamedType {
	out := map[string][]*model.NamedType{}
	for _, t := range api.Types {
		if !t.Anonymous && paired[t.ID] == "" {
			out[t.Name] = append(out[t.Name], t)
		}
	}
	return out
}
