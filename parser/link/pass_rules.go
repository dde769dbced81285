package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
)

// rules gives parameters and members of bodies what pages say of them in lists of rules: whether
// they have to be sent, and the text, of which later passes take limits and defaults. Several
// endpoints may share a list, each with some of what it names.
func (l *linker) rules() {
	kept := map[source.Span]map[string]bool{} // names that some endpoint has
	for _, u := range l.in.Units {
		for _, id := range u.IDs {
			m := l.methods[id]
			for _, rule := range u.Rules {
				if kept[rule.Span] == nil {
					kept[rule.Span] = map[string]bool{}
				}
				for _, name := range rule.Names {
					if m != nil && l.applyRule(m, name, rule) {
						kept[rule.Span][name] = true
					}
				}
			}
		}
	}
	told := map[source.Span]bool{}
	for _, u := range l.in.Units {
		for _, rule := range u.Rules {
			for _, name := range rule.Names {
				if rule.Sure && !kept[rule.Span][name] && !told[rule.Span] {
					told[rule.Span] = true
					l.diags.Add("unread-rule", diag.Warning, rule.Span, "a rule is about %q, which is no parameter and no member of a body of the endpoint: it is documentation", name).
						Help = "list or show what the rule is about, or call it as the page does elsewhere"
				}
			}
		}
	}
}

// applyRule gives what a method sends under a name what a rule says of it, and reports whether there
// is such a thing.
func (l *linker) applyRule(m *model.Method, name string, rule Rule) bool {
	found := false
	for _, p := range m.Params {
		switch {
		case name == decl.AllNames && p.Location != model.LocationQuery:
		case name == decl.AllNames || isCalled(&p.Field, name):
			if found = true; p.Location != model.LocationPath {
				p.Field = *l.ruledField(m, &p.Field, fieldsOf(m), rule)
			} else {
				p.Doc = withRule(p.Doc, rule)
			}
		}
	}
	if m.Body == nil {
		return found
	}
	steps := []string{name}
	if name != decl.AllNames {
		steps = strings.FieldsFunc(strings.NewReplacer("[]", "", ".*", "").Replace(name), func(r rune) bool { return r == '.' })
	}
	t, has := l.ruledType(m, m.Body.Type, steps, rule)
	if m.Body.Type = t; has && slices.ContainsFunc(t.Fields, isRequired) {
		m.Body.Required = true
	}
	return found || has
}

// fieldsOf returns the parameters of a method as fields.
func fieldsOf(m *model.Method) []*model.Field {
	var out []*model.Field
	for _, p := range m.Params {
		out = append(out, &p.Field)
	}
	return out
}

// isCalled reports whether a field has a name, or is the one that words of a sentence name: First
// name is firstName.
func isCalled(f *model.Field, name string) bool {
	return f.Name == name || strings.EqualFold(ruleLetters.Replace(f.Name), ruleLetters.Replace(name))
}

// ruleLetters takes out of names what parts their words.
var ruleLetters = strings.NewReplacer("_", "", "-", "", " ", "")

// ruledType is a type whose field at the end of a path has what a rule says of it. A named type is
// left alone, as others may use it.
func (l *linker) ruledType(m *model.Method, t *model.Type, path []string, rule Rule) (*model.Type, bool) {
	switch {
	case len(path) == 0:
		return t, false
	case t.Kind == model.KindRef:
		return t, l.namedHas(m, t, path, rule)
	case t.Kind == model.KindArray:
		elem, ok := l.ruledType(m, t.Elem, path, rule)
		c := *t
		c.Elem = elem
		return l.types.Intern(c), ok
	case t.Kind != model.KindObject:
		return t, false
	}
	c, found := *t, false
	c.Fields = slices.Clone(t.Fields)
	for i, f := range c.Fields {
		if path[0] != decl.AllNames && !isCalled(f, path[0]) {
			continue
		}
		if len(path) == 1 {
			c.Fields[i], found = l.ruledField(m, f, t.Fields, rule), true
			continue
		}
		g := *f
		if typ, ok := l.ruledType(m, f.Type, path[1:], rule); ok {
			g.Type, found = typ, true
			c.Fields[i] = &g
		}
	}
	if !found {
		return t, false
	}
	return l.types.Intern(c), true
}

// namedHas reports whether a named type has a field of a rule, and tells where the rule says another
// need of it.
func (l *linker) namedHas(m *model.Method, t *model.Type, path []string, rule Rule) bool {
	named := l.named[t.Ref]
	if named == nil || len(path) > 1 || named.Type.Kind != model.KindObject {
		return false
	}
	found := false
	for _, f := range named.Type.Fields {
		if path[0] == decl.AllNames || isCalled(f, path[0]) {
			found = true
			if rule.Required && !f.Required || rule.Optional && f.Required {
				l.tellRule(m, f, rule, "the type "+t.Ref+", which declares it, says otherwise")
			}
		}
	}
	return found
}

// ruledField is a field with what a rule says of it. What its own line says of whether it has to be
// sent stays.
func (l *linker) ruledField(m *model.Method, f *model.Field, beside []*model.Field, rule Rule) *model.Field {
	g := *f
	g.Doc = withRule(f.Doc, rule)
	l.ruledChoice(m, &g, beside, rule)
	if !rule.Required && !rule.Optional {
		return &g
	}
	if f.Required != rule.Required && f.Evidence.Of(model.FactRequired) == "" {
		l.tellRule(m, f, rule, "its own line says otherwise")
		return &g
	}
	g.Required = rule.Required
	if f.Evidence.Of(model.FactRequired) != "" {
		g.Evidence = g.Evidence.With(model.FactRequired, model.SourceProse)
	}
	return &g
}

// withRule is a description with a rule below it.
func withRule(doc string, rule Rule) string {
	if rule.Text == "" || strings.Contains(doc, rule.Text) {
		return doc
	}
	return strings.TrimPrefix(doc+"\n\n"+rule.Text, "\n\n")
}

// tellRule tells that a rule about a field was not followed.
func (l *linker) tellRule(m *model.Method, f *model.Field, rule Rule, why string) {
	word := "optional"
	if rule.Required {
		word = "required"
	}
	l.diags.Add("unread-rule", diag.Warning, rule.Span, "a rule calls %q of %s %s, but %s: that holds", f.Name, m.ID, word, why)
}

var _ = diag.Register(diag.Entry{
	Code: "unread-rule", Severity: diag.Warning,
	Title:   "a rule is not followed",
	Why:     "A list of rules names a member that the endpoint does not have, or calls one required that the table calls optional. What the table says holds, and a rule about nothing is documentation.",
	Help:    "Call the member as the table or the example does, or make the rule and the table say the same.",
	Example: "-- parcels.md --\n# Parcels\n\n## Send a parcel\n\n`POST /parcels`\n\n| Field | Type |\n|---|---|\n| `colour` | string |\n\n**Validation:**\n\n- `weight` is required\n",
})
