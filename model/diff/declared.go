package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// pairTypes pairs the declared types of both sides: by ID, then those whose
// name only one type has on each side.
func (c *comparer) pairTypes() {
	pair := func(a, b *model.NamedType) { c.declared[a.ID], c.partner[b.ID] = b.ID, a.ID }
	for _, a := range c.old.api.Types {
		if b := c.new.api.Lookup(a.ID); b != nil && !a.Anonymous && !b.Anonymous {
			pair(a, b)
		}
	}
	c.unswapIDs(pair)
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

// unswapIDs pairs structures that have the ID of another one on the other side: of several
// with one name the ID goes to the first that is used, so that what happens to a page gives
// the name to the structure of another. One that has the page and the members of the old
// one is that.
func (c *comparer) unswapIDs(pair func(a, b *model.NamedType)) {
	var old, now map[string][]*model.NamedType
	for _, a := range c.old.api.Types {
		b := c.new.api.Lookup(c.declared[a.ID])
		if b == nil || a.Span.File == b.Span.File || membersKey(a) == membersKey(b) {
			continue
		}
		if old == nil {
			old, now = withoutPartner(c.old.api, c.declared), withoutPartner(c.new.api, c.partner)
		}
		was, is := old[membersKey(b)], now[membersKey(a)]
		if len(was) != 1 && len(is) != 1 {
			continue
		}
		delete(c.declared, a.ID)
		delete(c.partner, b.ID)
		if len(was) == 1 {
			pair(was[0], b)
		}
		if len(is) == 1 {
			pair(a, is[0])
		}
	}
}

// withoutPartner returns the declared structures whose ID only one side has, by their
// pages and members.
func withoutPartner(api *model.API, paired map[string]string) map[string][]*model.NamedType {
	out := map[string][]*model.NamedType{}
	for _, t := range api.Types {
		if key := membersKey(t); key != "" && !t.Anonymous && paired[t.ID] == "" {
			out[key] = append(out[key], t)
		}
	}
	return out
}

// membersKey is the page of a structure with the names of its members, or "" for all else.
func membersKey(t *model.NamedType) string {
	if t.Type == nil || t.Type.Kind != model.KindObject || len(t.Type.Fields) == 0 || t.Span.File == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString(t.Span.File)
	for _, f := range t.Type.Fields {
		b.WriteString("\x00" + f.Name)
	}
	return b.String()
}
