package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// slots sorts the path parameters into the order of the path's slots and adds
// those that the page leaves out: a slot is always a parameter. What the page
// lists and the path lacks describes a slot under another name.
func (l *linker) slots(m *model.Method) {
	var slots, unlisted, rest []*model.Param
	for _, name := range names.Slots(m.Path) {
		p := findParam(m.Params, &model.Param{Location: model.LocationPath, Field: model.Field{Name: name}})
		if p == nil {
			p = &model.Param{Location: model.LocationPath, Field: model.Field{
				Name: name, Type: l.types.Scalar(model.KindString), Span: m.Span,
			}}
			unlisted = append(unlisted, p)
		}
		p.Required = true
		slots = append(slots, p)
	}
	for _, p := range m.Params {
		switch {
		case slices.Contains(slots, p):
		case p.Location != model.LocationPath:
			rest = append(rest, p)
		case !describe(unlisted, p):
			l.diags.Add("stray-parameter", diag.Warning, p.Span, "the path of %s has no %q; the parameter was left out", m.ID, p.Name)
		}
	}
	m.Params = append(slots, rest...)
}

// describe gives what a page says of a parameter to the slot that stands for
// it: the only one that it does not list, or one whose name has all its words.
func describe(unlisted []*model.Param, p *model.Param) bool {
	for _, slot := range unlisted {
		have := names.Parts(slot.Name)
		named := !slices.ContainsFunc(names.Parts(p.Name), func(w string) bool { return !slices.Contains(have, w) })
		if !named && len(unlisted) > 1 {
			continue
		}
		if slot.Doc == "" {
			slot.Type, slot.Span = p.Type, p.Span
		}
		slot.Doc = strings.TrimPrefix(slot.Doc+"\n\n"+p.Doc, "\n\n")
		return true
	}
	return false
}
