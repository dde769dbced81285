package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// typeDoc is the comment of a named type. what says in general what it is, where the
// pages say nothing of it; more are paragraphs that say it where they do.
func (g *generator) typeDoc(t *model.NamedType, what string, more ...string) gosrc.Doc {
	return func() []string {
		doc := t.Doc
		if g.isOfVariant(t) {
			doc = ""
		}
		use := g.use(t.ID)
		switch {
		case use == "":
			use = g.unused(t, what)
		case t.Type != nil && t.Type.Kind != model.KindObject:
			use += ", " + what
		}
		lines := describe(g.names.Type(t.ID), "is "+use, doc, "", "")
		if strings.TrimSpace(doc) != "" {
			for _, text := range more {
				lines = join(lines, wrap(text))
			}
		}
		if url := g.urls[t.Span.File]; url != "" {
			lines = join(lines, []string{"See " + oneLine(url)}) // where members and values are explained
		}
		return withAge(lines, t.Since, t.Deprecated)
	}
}

// unused says what a type is that nothing uses: a structure that pages describe.
func (g *generator) unused(t *model.NamedType, what string) string {
	if t.Type != nil && t.Type.Kind == model.KindObject {
		what = objectWith(t.Type)
	}
	switch {
	case t.Anonymous:
		return what + "; no operation uses it"
	case t.Resource != "":
		return what + "; the pages of " + oneLine(t.Resource) + " describe it, and no operation uses it"
	}
	return what + "; the pages describe it, and no operation uses it"
}

// maxShownMembers is how many members tell what an object is about.
const maxShownMembers = 4

// objectWith says which members an object has.
func objectWith(t *model.Type) string {
	var names []string
	for _, f := range t.Fields {
		if name := oneLine(f.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "an object without known members"
	}
	if rest := len(names) - maxShownMembers; rest > 0 {
		names = append(names[:maxShownMembers], fmt.Sprint(rest)+" more")
	}
	return "an object with " + enumerate(names, "and")
}

// enumerate is "a, b and c".
func enumerate(names []string, word string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " " + word + " " + names[last]
}

// isOfVariant reports whether the pages say of a union what they say of one of its
// variants, or of an object elsewhere: that is about the object, and was printed above
// the union because the object stands first in it.
func (g *generator) isOfVariant(t *model.NamedType) bool {
	if t.Type == nil || t.Type.Kind != model.KindUnion || t.Doc == "" {
		return false
	}
	doc := oneLine(t.Doc)
	return g.objectDocs[doc] || slices.ContainsFunc(t.Type.Variants, func(v *model.Variant) bool { return oneLine(v.Doc) == doc }) ||
		slices.ContainsFunc(naming.Variants(g.api, t.Type), func(v naming.Variant) bool {
			return v.Named != nil && v.Named.Type.Kind != model.KindUnion && oneLine(v.Named.Doc) == doc
		})
}

// findObjectDocs notes what pages say of objects.
func (g *generator) findObjectDocs() {
	g.objectDocs = map[string]bool{}
	for _, t := range g.api.Types {
		if t.Doc != "" && t.Type != nil && t.Type.Kind == model.KindObject {
			g.objectDocs[oneLine(t.Doc)] = true
		}
	}
}

// describe begins with the name, as comments in Go do.
func describe(name, what, doc, since, deprecated string) []string {
	if strings.TrimSpace(doc) == "" {
		doc = name + " " + what + "."
	} else if !strings.HasPrefix(doc, name+" ") {
		doc = name + ": " + doc
	}
	return withAge(paragraphs(doc), since, deprecated)
}

// withAge ends a comment with since when the thing is there, where that is known, and
// with why nobody should use it any more.
func withAge(doc []string, since, deprecated string) []string {
	if since != "" {
		doc = join(doc, wrap("Since "+oneLine(since)+"."))
	}
	return withDeprecated(doc, deprecated)
}

func withDeprecated(doc []string, reason string) []string {
	if reason == "" {
		return doc
	}
	return join(doc, wrap("Deprecated: "+oneLine(reason)))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// join puts an empty line between what is not empty.
func join(parts ...[]string) []string {
	var out []string
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, p...)
	}
	return out
}

func valueDoc(v model.EnumValue) gosrc.Doc {
	return func() []string { return withAge(paragraphs(v.Doc), v.Since, v.Deprecated) }
}

// valueNote says in the line of a constant where its value is used, where the pages say
// nothing of it.
func (g *generator) valueNote(t *model.NamedType, v model.EnumValue) string {
	if strings.TrimSpace(v.Doc) != "" {
		return ""
	}
	use := g.use(t.ID)
	if use == "" {
		use = "a " + g.names.Type(t.ID)
	}
	return use + " is " + oneLine(string(v.Literal))
}

// wrapped is a comment of one paragraph.
func wrapped(text string) gosrc.Doc { return func() []string { return wrap(text) } }

// fieldDoc is the comment of a struct field.
func fieldDoc(f *model.Field) []string {
	doc := join(paragraphs(f.Doc), wrap(strings.Join(facts(f), " ")))
	return withAge(doc, f.Since, f.Deprecated)
}

// fieldNote says in the line of a field which value it always has.
func fieldNote(f *model.Field) string {
	if f.Type != nil && f.Type.Kind == model.KindConst {
		return "always " + string(f.Type.Literal)
	}
	return ""
}

// facts are sentences about a field that its description does not have.
func facts(f *model.Field) []string {
	var out []string
	if f.Default != "" && f.Evidence.Of(model.FactDefault) != model.SourceProse {
		out = append(out, "The default is "+string(f.Default)+".")
	}
	if f.Limits != nil && f.Evidence.Of(model.FactLimits) != model.SourceProse {
		out = append(out, limits(f.Limits)...)
	}
	return out
}

// limits are sentences about the bounds of a value.
func limits(l *model.Limits) []string {
	var out []string
	add := func(value model.Literal, sentence string) {
		if value != "" {
			out = append(out, fmt.Sprintf(sentence, value))
		}
	}
	add(l.Minimum, "At least %s.")
	add(l.ExclusiveMinimum, "More than %s.")
	add(l.Maximum, "At most %s.")
	add(l.ExclusiveMaximum, "Less than %s.")
	add(l.MultipleOf, "A multiple of %s.")
	add(count(l.MinLength), "At least %s characters.")
	add(count(l.MaxLength), "At most %s characters.")
	add(count(l.MinItems), "At least %s elements.")
	add(count(l.MaxItems), "At most %s elements.")
	add(model.Literal(l.Pattern), "Matches %s.")
	if l.UniqueItems {
		out = append(out, "No element twice.")
	}
	return out
}

func count(n *int64) model.Literal {
	if n == nil {
		return ""
	}
	return model.Literal(fmt.Sprint(*n))
}

// methodDoc is the comment of an operation.
func (g *generator) methodDoc(m *model.Method, notes ...string) []string {
	title, text := titleAndText(m.Title, m.Doc)
	first := fmt.Sprintf("%s sends %s %s.", g.names.Method(m.ID), m.Verb, m.Path)
	if title != "" {
		first = fmt.Sprintf("%s sends %s %s: %s.", g.names.Method(m.ID), m.Verb, m.Path, title)
	}
	if option := g.optionDoc(m); option != "" {
		first += " " + option
	}
	doc := join(wrap(first), paragraphs(text), paragraphs(g.argumentDoc(m)))
	for _, note := range notes {
		doc = join(doc, wrap(note))
	}
	doc = join(doc, paragraphs(g.statusDoc(m)))
	if url := g.urls[m.Span.File]; url != "" {
		doc = join(doc, []string{"See " + oneLine(url)})
	}
	return withAge(doc, m.Since, m.Deprecated)
}

// titleAndText are the title and the description of a page without what both
// say: a first line that repeats the title goes, and so does a title that the
// first line goes on from.
func titleAndText(title, text string) (string, string) {
	title = strings.TrimRight(oneLine(title), ".")
	first, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line := strings.TrimRight(oneLine(strings.TrimLeft(first, "#")), ".")
	switch {
	case title == "":
	case strings.EqualFold(line, title):
		return title, strings.TrimSpace(rest)
	case len(line) > len(title) && strings.EqualFold(line[:len(title)], title) && strings.ContainsAny(line[len(title):len(title)+1], " ,;:."):
		return "", text
	}
	return title, text
}

// argumentDoc describes the parameters of the path that have a description, several in a
// list.
func (g *generator) argumentDoc(m *model.Method) string {
	var notes []string
	for _, wire := range naming.PathParams(m.Path) {
		if p := pathParam(m, wire); p != nil && p.Doc != "" {
			notes = append(notes, g.names.Argument(m.ID, wire)+": "+oneLine(p.Doc))
		}
	}
	if len(notes) < 2 {
		return strings.Join(notes, "")
	}
	return "- " + strings.Join(notes, "\n- ")
}
