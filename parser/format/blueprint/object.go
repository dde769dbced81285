package blueprint

import (
	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
)

const (
	// maxInheritance is how many structures may extend each other.
	maxInheritance = 50
	// maxInherited is how many members may be inherited for each byte of the pages, in the
	// whole reference: chains of structures multiply what they inherit.
	inheritedPerKB = 200
	freeInherited  = 20_000
)

// A property is a member of an object, with how it got there.
type property struct {
	*member
	fixed bool
}

// properties are the members of an object in their order, with those that it inherits. The
// last of a name counts, where the first one stood.
type properties struct {
	b     *builder
	list  []property
	index map[string]int
	// oneOf are the groups of alternatives.
	oneOf []*member
	// any are members whose names are not told.
	any []property
	// open are the structures that are being inherited.
	open map[*structure]bool
}

// object makes the schema of an object.
func (b *builder) object(m *member, fixed bool, depth int) *yaml.Node {
	p := &properties{b: b, index: map[string]int{}, open: map[*structure]bool{}}
	p.inherit(m, m.spec, fixed)
	p.add(m.members, fixed)
	n := p.schema(m, depth)
	at := m.page.at(m.start)
	if len(p.oneOf) == 0 {
		return n
	}
	all := at.List(n)
	for _, one := range p.oneOf {
		all.Content = append(all.Content, b.oneOf(one, fixed, depth))
	}
	whole := at.Mapping()
	at.Put(whole, "allOf", all)
	return whole
}

// inherit adds the members of the structure that a type names.
func (p *properties) inherit(m *member, t spec, fixed bool) {
	if t.name == "" {
		return
	}
	st := p.b.find(m.page, t.name)
	if st == nil || st.member == m {
		if m.kind == includeMember {
			p.b.undefined(m, t.name)
		}
		return
	}
	switch {
	case p.open[st]:
		m.page.report("circular-structure", diag.Error, m.start, m.end, "a structure must not extend itself", "%q extends itself: what it inherits here is not in the model", t.name)
		return
	case len(p.open) >= maxInheritance || !p.b.afford(len(st.members)):
		m.page.report("deep-structure", diag.Error, m.start, m.end, "let structures extend fewer others", "structures extend too many others: what %q inherits here is not in the model", t.name)
		return
	}
	p.open[st] = true
	defer delete(p.open, st)
	fixed = fixed || st.fixed
	p.inherit(st.member, st.spec, fixed)
	p.add(st.members, fixed)
}

// add adds members.
func (p *properties) add(members []*member, fixed bool) {
	for _, m := range members {
		switch m.kind {
		case groupMember:
			p.add(m.members, fixed)
			continue
		case includeMember:
			p.inherit(m, m.spec, fixed)
			continue
		case oneOfMember:
			p.oneOf = append(p.oneOf, m)
			continue
		}
		name := unquoted(m.name)
		switch {
		case m.variable:
			p.any = append(p.any, property{m, fixed})
			continue
		case name == "":
			m.page.report("nameless-property", diag.Warning, m.start, m.end, "write its name before the parentheses", "this member of an object has no name: it is not in the model")
			continue
		}
		if i, ok := p.index[name]; ok {
			p.list[i] = property{m, fixed}
			continue
		}
		p.index[name] = len(p.list)
		p.list = append(p.list, property{m, fixed})
	}
}

// schema makes the schema of the members without alternatives.
func (p *properties) schema(m *member, depth int) *yaml.Node {
	at := m.page.at(m.start)
	n, props, required := at.Mapping(), at.Mapping(), at.List()
	at.Put(n, "type", at.Text("object"))
	for _, f := range p.list {
		here, name := f.page.at(f.start), unquoted(f.name)
		here.Put(props, name, p.b.schema(f.member, f.fixed, depth+1))
		if f.needs == "required" || (f.fixed || f.member.fixed) && f.needs != "optional" {
			required.Content = append(required.Content, here.Text(name))
		}
	}
	if len(props.Content) > 0 {
		at.Put(n, "properties", props)
	}
	if len(required.Content) > 0 {
		at.Put(n, "required", required)
	}
	switch len(p.any) {
	case 0:
	case 1:
		at.Put(n, "additionalProperties", p.b.schema(p.any[0].member, p.any[0].fixed, depth+1))
	default:
		list, extra := at.List(), at.Mapping()
		for _, f := range p.any {
			list.Content = append(list.Content, p.b.schema(f.member, f.fixed, depth+1))
		}
		at.Put(extra, "anyOf", list)
		at.Put(n, "additionalProperties", extra)
	}
	return n
}

// oneOf makes the schema of alternatives, of which each is a member or a group of them.
func (b *builder) oneOf(m *member, fixed bool, depth int) *yaml.Node {
	at := m.page.at(m.start)
	list := at.List()
	for _, alternative := range m.members {
		one := &member{page: m.page, start: alternative.start, end: alternative.end, members: []*member{alternative}}
		n := b.object(one, fixed, depth+1)
		if first := flat(one.members); len(first) > 0 {
			at.Say(n, "title", unquoted(first[0].name))
		}
		list.Content = append(list.Content, n)
	}
	n := at.Mapping()
	at.Put(n, "oneOf", list)
	return n
}
