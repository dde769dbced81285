package format

import (
	"cmp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/link"
)

// Units makes the declarations of one page into units for the linker.
type Units struct {
	*assemble.Builder
	// List are the units so far, in the order of the page.
	List []link.Unit
}

// NewUnits returns an empty Units for a page.
func NewUnits(file *source.File) *Units { return &Units{Builder: assemble.NewBuilder(file)} }

// Method adds a method to what is known of its unit: at least its ID and the
// resource that it belongs to.
func (u *Units) Method(unit link.Unit, op *decl.Operation) {
	from := len(u.Occurrences)
	unit.Method = u.Builder.Method(op)
	unit.Result = strings.Clone(op.Signature.Returns)
	unit.Value = op.Signature.Value || op.Returns != nil && op.Returns.Event != nil
	unit.Either, unit.Empty = op.Either, op.Empty
	for _, rule := range op.Rules {
		unit.Rules = append(unit.Rules, link.Rule{Names: rule.Names, Required: rule.Required, Optional: rule.Optional, Sure: rule.Sure, Values: cloned(rule.Values), Text: strings.Clone(rule.Text), Span: u.File.Span(rule.Start, rule.End)})
	}
	unit.Values = decode(unit.Method, op.Examples)
	u.add(unit, from)
}

// cloned returns copies of strings that do not keep the page.
func cloned(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, strings.Clone(s))
	}
	return out
}

// Type adds a type to what is known of its unit: the resource that declares it.
func (u *Units) Type(unit link.Unit, d *decl.TypeDecl) {
	from := len(u.Occurrences)
	u.Domain(d)
	u.add(unit, from)
}

// Event adds what an event carries, and its example, to what is known of its unit:
// the resource that lists it.
func (u *Units) Event(unit link.Unit, d *decl.TypeDecl, example string) {
	from := len(u.Occurrences)
	unit.Event = u.Builder.Event(d, example)
	u.add(unit, from)
}

func (u *Units) add(unit link.Unit, from int) {
	unit.Occurrences = u.Occurrences[from:]
	u.List = append(u.List, unit)
}

// Report tells what was found on the way, in the declarations and by whoever
// read them.
func (u *Units) Report(diags *diag.List, more ...decl.Problem) {
	for _, p := range append(more, u.Problems...) {
		d := diags.Add(p.Code, cmp.Or(p.Severity, diag.Warning), cmp.Or(p.File, u.File).Span(p.Start, p.End), "%s", p.Message)
		d.Help, d.Related = p.Help, p.Related
	}
}

// decode decodes the response examples of a method for the linker, but for those that
// were read already.
func decode(m *model.Method, read []decl.Example) map[string]link.Decoded {
	out := map[string]link.Decoded{}
	for _, ex := range read {
		if ex.Response && ex.Decoded {
			out[ex.Text] = link.Decoded{Value: ex.Value}
		}
	}
	for _, e := range m.Examples {
		if _, ok := out[e.Text]; !ok && e.Kind == model.ExampleResponse {
			out[e.Text] = link.Decode(e.Text)
		}
	}
	return out
}
