package blueprint

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

func (s *pageText) at(offset int) tree.Position { return tree.Position{File: s.number, Offset: offset} }

// maxSchema is how deep members may nest in one structure.
const maxSchema = 100

// A typing is what a definition comes to: the word for a type of MSON, or a structure.
type typing struct {
	base  string
	named *structure
}

// typingOf finds what a type names.
func (b *builder) typingOf(m *member, t spec, implied string) typing {
	if t.name == "" {
		return typing{base: implied}
	}
	if st := b.find(m.page, t.name); st != nil && st.member != m {
		return typing{base: b.baseOf(st), named: st}
	}
	base := t.base()
	if base == "" {
		b.undefined(m, t.name)
		return typing{base: "any"}
	}
	if word := t.name; !ofMSON[word] && !m.page.otherWords[word] {
		if m.page.otherWords == nil {
			m.page.otherWords = map[string]bool{}
		}
		m.page.otherWords[word] = true
		m.page.report("other-type-word", diag.Info, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "", "%q is no type of MSON: it is read as %s, as elsewhere", word, base)
	}
	return typing{base: base}
}

func (b *builder) undefined(m *member, name string) {
	m.page.report("undefined-type", diag.Warning, m.start, m.start+len(firstLine(m.page.text[m.start:m.end])), "define it below # Data Structures, or correct its name",
		"no structure is called %q: it is any value", name)
}

// baseOf is the word for what a structure is in the end.
func (b *builder) baseOf(st *structure) string {
	for range maxInheritance {
		t := st.spec
		if st.generic {
			return "any"
		}
		if t.name == "" {
			return "object"
		}
		next := b.find(st.page, t.name)
		if next == nil || next == st {
			if base := t.base(); base != "" {
				return base
			}
			return "any"
		}
		st = next
	}
	return "object" // they extend each other in a circle, which is told where they inherit
}

// schema makes the schema of the value of a member, with what is said of it.
func (b *builder) schema(m *member, fixed bool, depth int) *yaml.Node {
	at := m.page.at(m.start)
	n := b.bare(m, fixed || m.fixed, depth)
	if m.nullable {
		at.Put(n, "nullable", at.Flag(true))
	}
	if m.old {
		at.Put(n, "deprecated", at.Flag(true))
	}
	if value, ok := b.preset(m); ok {
		at.Put(n, "default", value)
	}
	at.Say(n, "description", m.doc)
	return n
}

// bare makes the schema of a value alone.
func (b *builder) bare(m *member, fixed bool, depth int) *yaml.Node {
	at := m.page.at(m.start)
	if depth > maxSchema {
		m.page.report("deep-structure", diag.Error, m.start, m.end, "give the inner members a structure of their own", "members nest more than %d deep: what is below is any value", maxSchema)
		return at.Mapping()
	}
	implied := "string"
	if len(m.members) > 0 {
		implied = "object"
		if m.isEnum() {
			implied = "enum"
		}
	}
	t := b.typingOf(m, m.spec, implied)
	if t.named != nil && len(m.members) == 0 {
		n := at.Mapping()
		at.Put(n, "$ref", at.Text("#/components/schemas/"+b.component[t.named.member]))
		return n
	}
	base := t.base
	if m.isEnum() && base != "enum" && base != "array" && base != "object" {
		base = "enum" // of older blueprints: a type with the values that it may have
		return b.enum(m, t, at)
	}
	switch base {
	case "object":
		return b.object(m, fixed, depth)
	case "array":
		return b.array(m, t, fixed, depth)
	case "enum":
		return b.enum(m, t, at)
	}
	if len(m.members) > 0 {
		b.strayMembers(m, base)
	}
	if base == "number" && t.named == nil && m.showsWhole() {
		base = "integer" // as examples of bodies would show it
		b.note(m.page, m.start, model.FactType, model.SourceExample)
	}
	n := scalarOf(base, at)
	if fixed && m.hasValue && m.value != "" && !m.sample {
		if v, ok := b.literal(m, text{m.value, m.start}, base); ok {
			at.Put(n, "const", v)
		}
	}
	b.checkSample(m, base)
	return n
}

// showsWhole reports whether the values that are shown of a number are whole: one at least,
// and zero shows nothing.
func (m *member) showsWhole() bool {
	values := append(m.shown[:len(m.shown):len(m.shown)], m.presets...)
	values = append(values, text{unquoted(strings.Trim(m.value, "*")), m.start}, text{unquoted(m.signature.preset), m.start})
	whole := false
	for _, v := range values {
		if strings.ContainsAny(v.value, ".eE") {
			return false
		}
		whole = whole || v.value != "0" && numberForm.MatchString(v.value)
	}
	return whole
}

// strayMembers tells of members of what can have none.
func (b *builder) strayMembers(m *member, base string) {
	first := m.members[0]
	m.page.report("stray-members", diag.Warning, first.start, first.end, "write (object) if it is one", "members stand below a value that is %s: they are not in the model", base)
}

// isEnum reports whether a section lists the values that there are.
func (m *member) isEnum() bool {
	return len(m.members) == 1 && m.members[0].kind == groupMember && (m.spec.name == "" || m.spec.base() != "" && m.spec.base() != "object" && m.spec.base() != "array") && m.groupWord() != "properties"
}

// groupWord is the first word of the only group of a member, in small letters.
func (m *member) groupWord() string {
	g := m.members[0]
	line := firstLine(g.page.text[g.start:g.end])
	if len(line) > 0 && (line[0] == 'p' || line[0] == 'P') {
		return "properties"
	}
	return "members"
}

// scalarOf makes the schema of a value without members.
func scalarOf(base string, at tree.Position) *yaml.Node {
	n := at.Mapping()
	switch base {
	case "", "any":
	case "date", "date-time", "uuid":
		at.Put(n, "type", at.Text("string"))
		at.Put(n, "format", at.Text(base))
	case "file":
		at.Put(n, "type", at.Text("string"))
		at.Put(n, "format", at.Text("binary"))
	default:
		at.Put(n, "type", at.Text(base))
	}
	return n
}
