package drift

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
)

// An Addition is what a client lacks, in its own words: a member of a struct, or a
// constant of a type.
type Addition struct {
	// Name is the Go name, GoType the type, Tag the tag of a member.
	Name, GoType, Tag string
	// Value is the text of a constant as Go writes it.
	Value string
	// After is the Go name of the neighbour that it stands behind, "" for the first.
	After string
	Doc   string
}

// suggest adds to findings what to write for them.
func (c *comparison) suggest() {
	for _, f := range c.report.Findings {
		switch {
		case f.Type == nil || f.Type.GoName == "":
		case (f.Rule == ResponseMissing || f.Rule == RequestMissing) && f.Field != nil:
			c.suggestMember(f)
		case f.Rule == ValuesMissing:
			c.suggestValues(f)
		}
	}
}

func (c *comparison) suggestMember(f *Finding) {
	w := c.habits.newWish(c.api, f.Field, f.Type, f.Input)
	w.verb, _, _ = strings.Cut(f.Operation, " ")
	w.base = w.goType()
	name := c.habits.memberName(f.Field.Name, f.Type.Names)
	if w.base == "" || name == "" || slices.Contains(f.Type.Names, name) {
		return
	}
	after := c.neighbour(f)
	w.at = float64(slices.Index(f.Type.Fields, after)) + 0.5
	w.chooseHolder()
	tag := w.tag()
	if tag == "" {
		return
	}
	a := Addition{Name: name, GoType: w.inHolder(), Tag: tag}
	if after != nil {
		a.After = after.GoName
	}
	if slices.ContainsFunc(f.Type.Fields, func(g *gofacts.Field) bool { return g.Owner == f.Type && g.Doc != "" }) {
		a.Doc = firstSentence(f.Field.Doc)
	}
	f.Additions = []Addition{a}
}

// neighbour returns the member that an addition stands behind by the order of the pages.
func (c *comparison) neighbour(f *Finding) *gofacts.Field {
	at := slices.Index(f.Order, f.Field.Name)
	for i := at - 1; i >= 0; i-- {
		if g := member(f.Type, f.Order[i]); g != nil && g.Owner == f.Type && g.Tag != "" {
			return g
		}
	}
	return nil
}

func firstSentence(doc string) string {
	doc, _, _ = strings.Cut(strings.TrimSpace(doc), "\n")
	if at := strings.Index(doc, ". "); at >= 0 {
		doc = doc[:at+1]
	}
	return doc
}

func (c *comparison) suggestValues(f *Finding) {
	style, ok := c.habits.constantsOf(f.Type, f.Documented)
	if !ok || len(f.Type.Values) == 0 {
		return
	}
	after := f.Type.Values[len(f.Type.Values)-1].GoName
	for _, v := range f.Values {
		name := style.name(c.habits, v)
		if name == "" || c.client.Declared[f.Type.Package+"."+name] {
			continue
		}
		value := plainLiteral(v.Literal)
		if f.Type.Kind == gofacts.String {
			value = strconv.Quote(value)
		}
		f.Additions = append(f.Additions, Addition{Name: name, GoType: f.Type.Short, Value: value, After: after})
		after = name
	}
}
