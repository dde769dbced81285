package blueprint

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// array makes the schema of a list: what its type says of its elements, and the types of
// the items below it.
func (b *builder) array(m *member, t typing, fixed bool, depth int) *yaml.Node {
	at := m.page.at(m.start)
	n := at.Mapping()
	at.Put(n, "type", at.Text("array"))
	elements := at.List()
	if t.named != nil {
		inherited := at.Mapping()
		at.Put(inherited, "$ref", at.Text("#/components/schemas/"+b.component[t.named.member]))
		if len(m.members) == 0 {
			return inherited
		}
		m.page.report("extended-list", diag.Info, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "", "items are added to those of %q: the elements are any of both", m.spec.name)
		elements.Content = append(elements.Content, b.elements(t.named.member, fixed, depth)...)
	}
	if b.listsProperties(m) {
		m.page.report("members-of-elements", diag.Info, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "", "members with names stand below a list: they are read as those of its elements")
		of := *m
		of.spec, of.typeDef.fixed = spec{}, false
		if len(m.spec.args) == 1 {
			of.spec = m.spec.args[0]
		}
		elements.Content = append(elements.Content, b.object(&of, fixed, depth+1))
	} else {
		elements.Content = append(elements.Content, b.elements(m, fixed, depth)...)
	}
	switch len(elements.Content) {
	case 0:
		if m.showsTexts() {
			at.Put(n, "items", scalarOf("string", at))
		}
	case 1:
		at.Put(n, "items", elements.Content[0])
	default:
		any := at.Mapping()
		at.Put(any, "anyOf", elements)
		at.Put(n, "items", any)
	}
	return n
}

// listsProperties reports whether the members below a list are those of its elements, as
// blueprints have them although MSON does not: the elements are objects, or members say
// whether they are required, which values do not.
func (b *builder) listsProperties(m *member) bool {
	members := flat(m.members)
	objects := len(m.spec.args) == 1 && b.typingOf(m, m.spec.args[0], "").base == "object"
	needs := false
	for _, e := range members {
		if e.kind == valueOrProperty && (e.name == "" || bases[strings.ToLower(e.name)] != "") {
			return false
		}
		needs = needs || e.needs != ""
	}
	return len(members) > 0 && (objects || len(m.spec.args) == 0 && needs)
}

// showsTexts reports whether values of a list are shown, of which MSON says that they are
// texts where no type stands beside them. Numbers may be meant as such.
func (m *member) showsTexts() bool {
	values := append(m.shown[:len(m.shown):len(m.shown)], m.presets...)
	for _, v := range splitTop(m.value) {
		values = append(values, text{unquoted(v), m.start})
	}
	found := false
	for _, v := range values {
		if numberForm.MatchString(v.value) || v.value == "true" || v.value == "false" {
			return false
		}
		found = found || v.value != ""
	}
	return found
}

// elements are the schemas of the elements of a list, each once.
func (b *builder) elements(m *member, fixed bool, depth int) []*yaml.Node {
	var out []*yaml.Node
	seen := map[string]bool{}
	add := func(key string, n *yaml.Node) {
		if key == "" || !seen[key] {
			out = append(out, n)
		}
		seen[key] = true
	}
	if len(m.spec.args) == 1 && m.spec.args[0].base() == "enum" && len(m.members) > 0 {
		of := *m
		of.spec, of.doc = m.spec.args[0], ""
		return []*yaml.Node{b.enum(&of, typing{base: "enum"}, m.page.at(m.start))}
	}
	for _, arg := range m.spec.args {
		one := &member{page: m.page, start: m.start, end: m.end, typeDef: typeDef{spec: arg}}
		one.signature.hasDef = true
		add(arg.key(), b.bare(one, false, depth+1))
	}
	for _, e := range flat(m.members) {
		if e.kind == includeMember {
			add(e.spec.key(), b.bare(&member{page: e.page, start: e.start, end: e.end, typeDef: typeDef{spec: e.spec}}, false, depth+1))
			continue
		}
		if !e.hasDef && len(e.members) == 0 && (len(m.spec.args) > 0 || e.sample) {
			continue // a value of a type that is told
		}
		key := e.spec.key()
		if len(e.members) > 0 {
			key = ""
		}
		if !e.hasDef && key == "" && len(e.members) == 0 {
			key = "string"
		}
		add(key, b.bare(e, fixed && e.hasDef, depth+1))
	}
	return out
}

// key is the type as one text.
func (t spec) key() string {
	if t.name == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString(t.name)
	for _, a := range t.args {
		b.WriteString("[" + a.key() + "]")
	}
	return b.String()
}

// flat are members without the sections around them.
func flat(members []*member) []*member {
	var out []*member
	for _, m := range members {
		if m.kind == groupMember {
			out = append(out, flat(m.members)...)
		} else {
			out = append(out, m)
		}
	}
	return out
}

// enum makes the schema of the values that there are.
func (b *builder) enum(m *member, t typing, at tree.Position) *yaml.Node {
	base := "string"
	if len(m.spec.args) > 0 {
		base = b.typingOf(m, m.spec.args[0], "string").base
	} else if t.base != "enum" && t.base != "" {
		base = t.base
	}
	n := scalarOf(base, at)
	values, docs, others := at.List(), at.List(), at.List()
	seen, told := map[string]bool{}, false
	members := flat(m.members)
	if t.named != nil {
		members = append(b.inheritedValues(t.named, 0), members...)
	}
	for _, e := range members {
		v := text{unquoted(e.name), e.start}
		of := base
		if e.spec.name != "" {
			of = b.typingOf(e, e.spec, base).base
		}
		if v.value == "" || e.variable { // any value of a type
			others.Content = append(others.Content, scalarOf(of, e.page.at(e.start)))
			continue
		}
		node, ok := b.literal(e, v, of)
		if !ok || seen[v.value] {
			continue
		}
		seen[v.value], told = true, told || e.doc != ""
		values.Content = append(values.Content, node)
		docs.Content = append(docs.Content, e.page.at(e.start).Text(e.doc))
	}
	if len(values.Content) == 0 {
		if len(others.Content) == 0 {
			m.page.report("empty-enum", diag.Info, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "list them below + Members", "no values are listed: it may be any %s", base)
		}
		b.checkSample(m, base)
		return n
	}
	at.Put(n, "enum", values)
	if told {
		at.Put(n, "x-enum-descriptions", docs)
	}
	if len(others.Content) == 0 {
		return n
	}
	whole := at.Mapping()
	at.Put(whole, "anyOf", at.List(append([]*yaml.Node{n}, others.Content...)...))
	return whole
}

// inheritedValues are the values of an enum that another one extends.
func (b *builder) inheritedValues(st *structure, depth int) []*member {
	var out []*member
	if next := b.find(st.page, st.spec.name); next != nil && next != st && depth < maxInheritance {
		out = b.inheritedValues(next, depth+1)
	}
	if own := flat(st.members); b.afford(len(own)) {
		out = append(out, own...)
	}
	return out
}

var numberForm = regexp.MustCompile(`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$`)

// literal makes a value of a text. One that its type does not have is told.
func (b *builder) literal(m *member, v text, base string) (*yaml.Node, bool) {
	at := m.page.at(v.at)
	value := unquoted(v.value)
	tag := ""
	switch base {
	case "number":
		if numberForm.MatchString(value) {
			tag = "!!float"
			if !strings.ContainsAny(value, ".eE") {
				tag = "!!int"
			}
		}
	case "integer":
		if numberForm.MatchString(value) && !strings.ContainsAny(value, ".eE") {
			tag = "!!int"
		}
	case "boolean":
		if value == "true" || value == "false" {
			tag = "!!bool"
		}
	case "object", "array", "any", "file", "null":
		m.page.report("value-of-other-type", diag.Warning, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "write it into the description", "the value %q of what is %s is not read: it is left out", value, base)
		return nil, false
	default:
		tag = "!!str"
	}
	if tag == "" {
		m.page.report("value-of-other-type", diag.Warning, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "correct the value, or the type", "the value %q is no %s: it is left out", value, base)
		return nil, false
	}
	return at.Scalar(tag, value), true
}

// preset is the default value of a member.
func (b *builder) preset(m *member) (*yaml.Node, bool) {
	var v text
	switch {
	case len(m.presets) == 1:
		v = m.presets[0]
	case len(m.presets) > 1:
		return b.presetList(m)
	case m.signature.preset != "":
		v = text{m.signature.preset, m.start}
	case m.typeDef.preset && m.hasValue:
		v = text{m.value, m.start}
	default:
		return b.presetMember(m)
	}
	if b.scalarBase(m) == "array" {
		return b.presetList(m)
	}
	return b.literal(m, v, b.scalarBase(m))
}

// presetMember is the member of an enum that is marked as the default.
func (b *builder) presetMember(m *member) (*yaml.Node, bool) {
	if b.scalarBase(m) == "array" || b.scalarBase(m) == "object" {
		return nil, false
	}
	for _, e := range flat(m.members) {
		if e.typeDef.preset && e.kind == valueOrProperty {
			return b.literal(e, text{e.name, e.start}, b.scalarBase(m))
		}
	}
	return nil, false
}

// presetList is a list of default values.
func (b *builder) presetList(m *member) (*yaml.Node, bool) {
	base := "string"
	if len(m.spec.args) == 1 {
		base = b.typingOf(m, m.spec.args[0], "string").base
	}
	if b.scalarBase(m) != "array" {
		m.page.report("value-of-other-type", diag.Warning, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "give one default value", "several default values stand here for one value: they are left out")
		return nil, false
	}
	values := m.presets
	if len(values) == 0 || len(values) == 1 && strings.Contains(values[0].value, ",") {
		inline := m.value
		if len(values) == 1 {
			inline = values[0].value
		}
		values = nil
		for _, v := range splitTop(inline) {
			values = append(values, text{v, m.start})
		}
	}
	list := m.page.at(m.start).List()
	for _, v := range values {
		n, ok := b.literal(m, v, base)
		if !ok {
			return nil, false
		}
		list.Content = append(list.Content, n)
	}
	return list, true
}

// scalarBase is the word for the values of a member: of an enum, that of its values.
func (b *builder) scalarBase(m *member) string {
	implied := "string"
	if len(m.members) > 0 && !m.isEnum() {
		implied = "object"
	}
	t := m.spec
	for range maxInheritance {
		st := b.find(m.page, t.name)
		if st == nil || st.member == m {
			break
		}
		m, t = st.member, st.spec
	}
	switch base := t.base(); {
	case t.name == "":
		return implied
	case base == "enum" && len(t.args) > 0:
		return bases[strings.ToLower(t.args[0].name)]
	case base == "enum":
		return "string"
	default:
		return base
	}
}

// checkSample tells of an example that its type does not have.
func (b *builder) checkSample(m *member, base string) {
	values := m.shown
	if m.hasValue && m.value != "" {
		values = append(values[:len(values):len(values)], text{strings.Trim(m.value, "*"), m.start})
	}
	for _, v := range values {
		if base == "number" || base == "integer" || base == "boolean" {
			b.literal(m, v, base)
		}
	}
}
