package assemble

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
)

// location is where a parameter travels: where its section or its description says
// so, and else in the path if that has a slot of the name, and in the query for
// verbs without a body. "" is the body.
func (b *Builder) location(m *model.Method, p *decl.Param) model.Location {
	location := model.Location(p.Location)
	if b.Client {
		return b.clientLocation(m, p, location)
	}
	switch {
	case location != "":
		return location
	case strings.Contains(m.Path, "{"+p.Item.Name+"}"):
		return model.LocationPath
	case bodiless(m.Verb):
		return model.LocationQuery
	}
	return ""
}

func bodiless(verb string) bool { return verb == "GET" || verb == "DELETE" || verb == "HEAD" }

// clientLocation is the place of a parameter on the page of a client, where names
// may be those of the language and most places are conclusions.
func (b *Builder) clientLocation(m *model.Method, p *decl.Param, location model.Location) model.Location {
	it := *p.Item
	p.Item = &it
	said := func(fact model.Fact, by model.Source) { it.Evidence = it.Evidence.With(fact, by) }
	slot := slotOf(m, it.Name)
	switch {
	case location == "" && slot != "":
		location = model.LocationPath
		said(model.FactLocation, model.SourceName)
	case location == "" && decl.SpeaksOfHeader(&it):
		location = model.LocationHeader
		said(model.FactLocation, model.SourceProse)
	case location == "" && bodiless(m.Verb):
		location = model.LocationQuery
		said(model.FactLocation, model.SourceVerb)
	}
	switch {
	case location == model.LocationPath && slot != "":
		it.Name, it.Optional, it.Nullable = slot, false, false
	case location == model.LocationHeader && !strings.Contains(it.Name, "-"):
		it.Name = headerName(&it)
		said(model.FactName, model.SourceName)
	}
	return location
}

// whole is the body itself where the only parameter of a client is called like
// its type, in several words: its language needs a name for what travels
// without one.
func (b *Builder) whole(body []*decl.Item) []*decl.Item {
	if !b.Client || len(body) != 1 || body[0].Form != decl.Field {
		return body
	}
	it := *body[0]
	if !strings.Contains(it.Name, "_") || !isTypeName(it.Expr.Text) || names.Letters(it.Name) != names.Letters(it.Expr.Text) {
		return body
	}
	it.Form = decl.Variant
	return []*decl.Item{&it}
}

// slotOf is the slot of a path that has the letters and digits of a name, and
// that no other parameter has taken.
func slotOf(m *model.Method, name string) string {
	for _, slot := range names.Slots(m.Path) {
		taken := slices.ContainsFunc(m.Params, func(p *model.Param) bool { return p.Location == model.LocationPath && p.Name == slot })
		if !taken && names.Letters(slot) == names.Letters(name) {
			return slot
		}
	}
	return ""
}

// headerName is the name of a header that clients call otherwise. A header with
// a type of its own has the name of that: `betas` of HarborBeta is harbor-beta.
// Where nothing shows the name, it stays as it is, without a dash.
func headerName(it *decl.Item) string {
	kebab := strings.ReplaceAll(it.Name, "_", "-")
	for _, alt := range it.Expr.Innermost().Alternatives() {
		typ := strings.ReplaceAll(decl.WireName(strings.TrimSuffix(alt.Innermost().Text, "Param")), "_", "-")
		words := strings.Split(typ, "-")
		if len(words) > 1 && slices.Contains([]string{words[len(words)-1], words[len(words)-1] + "s"}, kebab) {
			return typ
		}
	}
	return it.Name
}
