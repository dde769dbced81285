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
// pages say nothing of it.
func (g *generator) typeDoc(t *model.NamedType, what string) gosrc.Doc {
	return func() []string {
		doc := t.Doc
		if g.isOfVariant(t) {
			doc = ""
		}
		use := g.use(t.ID)
		switch {
		case use == "":
			use = what
		case t.Type != nil && t.Type.Kind != model.KindObject:
			use += ", " + what
		}
		lines := describe(g.names.Type(t.ID), "is "+use, doc, t.Since, t.Deprecated)
		if url := g.urls[t.Span.File]; url != "" && t.Type != nil && t.Type.Kind == model.KindEnum {
			lines = join(lines, []string{"See " + oneLine(url)}) // where the values are explained
		}
		return lines
	}
}

// isOfVariant reports whether the pages say of a union what they say of one of its
// variants.
func (g *generator) isOfVariant(t *model.NamedType) bool {
	if t.Type == nil || t.Type.Kind != model.KindUnion || t.Doc == "" {
		return false
	}
	return slices.ContainsFunc(naming.Variants(g.api, t.Type), func(v naming.Variant) bool {
		return v.Named != nil && oneLine(v.Named.Doc) == oneLine(t.Doc)
	})
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
	doc := join(wrap(first), paragraphs(text))
	for _, note := range notes {
		doc = join(doc, wrap(note))
	}
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

// argumentDoc describes the parameters of the path that have a description.
func (g *generator) argumentDoc(m *model.Method) string {
	var notes []string
	for _, wire := range naming.PathParams(m.Path) {
		if p := pathParam(m, wire); p != nil && p.Doc != "" {
			notes = append(notes, g.names.Argument(m.ID, wire)+": "+oneLine(p.Doc))
		}
	}
	return strings.Join(notes, "\n")
}
