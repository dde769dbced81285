package openapi

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// A tagging says that the member of a named type has one of some texts, because a
// discriminator tells the type by them.
type tagging struct {
	typ    string
	member string
	texts  []string
	at     node
}

// discriminator returns the member that tells the alternatives of a schema apart.
func (r *reader) discriminator(s node) string {
	d := s.get("discriminator")
	r.check(objectDiscriminator, d)
	return d.get("propertyName").text()
}

// tagsOf are the texts by which the discriminator of a union tells a variant: those
// that its mapping has for it, or else the name of its component.
func (r *reader) tagsOf(union, variant node) []string {
	ref := refOf(variant)
	if ref == "" {
		return nil
	}
	out := r.mapping(union.get("discriminator").get("mapping"))[r.target(variant).val]
	if id, component := refID(ref); out == nil && component {
		out = []string{id}
	}
	return out
}

// mapping returns the texts of a discriminator by the schemas that they lead to.
func (r *reader) mapping(m node) map[*yaml.Node][]string {
	if !m.ok() {
		return nil
	}
	if have := r.mappings[m.val]; have != nil {
		return have
	}
	out := map[*yaml.Node][]string{}
	for _, e := range m.members() {
		to := e.text()
		if !strings.Contains(to, "#") && !strings.ContainsAny(to, "/.") {
			to = "#/components/schemas/" + to
		}
		found, why := r.find(m.doc, to)
		if why != "" {
			r.invalid(e, "the value %q of a discriminator leads to no schema: %q %s", e.name(), e.text(), why)
			continue
		}
		out[found.val] = append(out[found.val], e.name())
	}
	r.mappings[m.val] = out
	return out
}

// checkMapping reports values of a discriminator that lead to no alternative.
func (r *reader) checkMapping(union part) {
	mapping := union.schema.get("discriminator").get("mapping")
	if !mapping.ok() {
		return
	}
	targets := map[*yaml.Node]bool{}
	for _, v := range union.variants {
		if refOf(v) != "" {
			targets[r.target(v).val] = true
		}
	}
	told := map[string]bool{}
	for to, texts := range r.mapping(mapping) {
		for _, text := range texts {
			told[text] = targets[to]
		}
	}
	for _, e := range mapping.members() {
		if fits, known := told[e.name()]; known && !fits {
			r.invalid(e, "the value %q of a discriminator leads to %q, which is none of the alternatives", e.name(), e.text())
		}
	}
}

// tag notes by which texts a member tells a variant. A type without a name gets them
// at once, a named one when all types are read.
func (r *reader) tag(t *model.Type, member string, texts []string, at node) {
	if len(texts) == 0 {
		return
	}
	if t.Kind == model.KindRef {
		r.tags = append(r.tags, tagging{t.Ref, member, texts, at})
		return
	}
	r.tagInline(t, member, texts)
}

func (r *reader) tagInline(t *model.Type, member string, texts []string) {
	if t.Kind != model.KindObject || len(texts) == 0 {
		return
	}
	for i, f := range t.Fields {
		if f.Name == member && isFreeText(r.api.Resolve(f.Type)) {
			g := *f
			g.Type = oneOfTexts(texts)
			t.Fields[i] = &g
		}
	}
}

// isFreeText reports whether a type says less of a text than that it is one of some.
func isFreeText(t *model.Type) bool {
	return t.Kind == model.KindString || t.Kind == model.KindAny || t.Kind == model.KindEnum && t.Enum.Base == model.KindString
}

func oneOfTexts(texts []string) *model.Type {
	e := &model.Enum{Base: model.KindString}
	for _, text := range texts {
		e.Values = append(e.Values, model.EnumValue{Literal: textLiteral(text)})
	}
	if len(e.Values) == 1 {
		return &model.Type{Kind: model.KindConst, Literal: e.Values[0].Literal}
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

// applyTags makes constants of the members that discriminators tell types by. A type
// that several discriminators tell has the texts of all.
func (r *reader) applyTags() {
	type subject struct{ typ, member string }
	texts := map[subject][]string{}
	type told struct {
		subject
		text string
	}
	seen := map[told]bool{}
	var order []tagging
	for _, t := range r.tags {
		at := subject{t.typ, t.member}
		if texts[at] == nil {
			order = append(order, t)
		}
		for _, text := range t.texts {
			if !seen[told{at, text}] {
				seen[told{at, text}] = true
				texts[at] = append(texts[at], text)
			}
		}
	}
	for _, t := range order {
		object := r.api.Resolve(&model.Type{Kind: model.KindRef, Ref: t.typ})
		if object == nil || object.Kind != model.KindObject {
			continue
		}
		if !slices.ContainsFunc(object.Fields, func(f *model.Field) bool { return f.Name == t.member }) {
			r.invalid(t.at, "the discriminator %q is no property of %s; its values are told apart by their members", t.member, t.typ)
			continue
		}
		r.tagInline(object, t.member, texts[subject{t.typ, t.member}])
	}
}
