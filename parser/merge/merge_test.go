package merge_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/merge"
)

func at(file string, line int32) source.Span {
	p := source.Pos{Offset: line * 10, Line: line, Column: 1}
	return source.Span{File: file, Start: p, End: p}
}

func field(name string, kind model.Kind, file string) *model.Field {
	return &model.Field{Name: name, Type: &model.Type{Kind: kind}, Span: at(file, 7)}
}

func ref(id string) *model.Type { return &model.Type{Kind: model.KindRef, Ref: id} }

// api is an API of one page with one method that returns the type of the ID.
func api(file, id, path string, types ...*model.NamedType) *model.API {
	resource, name, _ := strings.Cut(id, ".")
	m := &model.Method{ID: id, Name: name, Verb: "GET", Path: path, Returns: &model.Response{Type: ref(types[0].ID)}, Span: at(file, 1)}
	for _, slot := range strings.Split(path, "{")[1:] {
		name, _, _ := strings.Cut(slot, "}")
		p := &model.Param{Location: model.LocationPath, Field: *field(name, model.KindString, file)}
		p.Required = true
		m.Params = append(m.Params, p)
	}
	return &model.API{
		Resources: []*model.Resource{{ID: resource, Name: resource, Methods: []*model.Method{m}}}, Types: types,
		Pages: []*model.Page{{Path: file, Kind: model.PageReference}},
	}
}

func object(id, file string, fields ...*model.Field) *model.NamedType {
	return &model.NamedType{ID: id, Name: id, Type: &model.Type{Kind: model.KindObject, Fields: fields}, Span: at(file, 5)}
}

func merged(t *testing.T, a, b *model.API) (*model.API, []string) {
	t.Helper()
	out, diags := merge.APIs([]merge.Source{{Format: "spans", API: a}, {Format: "rows", API: b}})
	if err := out.Validate(); err != nil {
		out.Pages = nil
		text, _ := json.MarshalIndent(out, "", " ")
		t.Fatalf("%v\n%s", err, text)
	}
	var found []string
	for _, d := range diags {
		found = append(found, d.String())
	}
	return out, found
}

func fieldNames(t *model.Type) string {
	var names []string
	for _, f := range t.Fields {
		names = append(names, f.Name)
	}
	return strings.Join(names, " ")
}

// One method of two formats is one, whatever they call it, its slots and its
// types; what only the second says is added and says so.
func TestSameEndpoint(t *testing.T) {
	limits := field("size", model.KindInteger, "b.md")
	limits.Limits = &model.Limits{Minimum: "1"}
	only := field("note", model.KindString, "b.md")
	a := api("a.md", "crates.retrieve", "/crates/{crate_id}", object("Crate", "a.md", field("id", model.KindString, "a.md"), field("size", model.KindNumber, "a.md")))
	b := api("b.md", "boxes.get", "/crates/{id}/", object("Box", "b.md", field("id", model.KindString, "b.md"), limits, only))
	out, found := merged(t, a, b)
	var ids []string
	for _, m := range out.Methods {
		ids = append(ids, m.ID)
		if len(m.Params) != 1 || m.Params[0].Name != "crate_id" {
			t.Errorf("parameters of %s: %+v", m.ID, m.Params)
		}
	}
	if !slices.Equal(ids, []string{"crates.retrieve"}) || len(out.Types) != 1 || len(found) > 0 {
		t.Fatalf("methods %v, types %d, findings %v", ids, len(out.Types), found)
	}
	crate := out.Lookup("Crate").Type
	if got := fieldNames(crate); got != "id size note" {
		t.Errorf("fields %s", got)
	}
	size, note := crate.Fields[1], crate.Fields[2]
	if size.Type.Kind != model.KindInteger || size.Evidence.Of(model.FactType) != "rows" || size.Limits == nil || size.Evidence.Of(model.FactLimits) != "rows" {
		t.Errorf("size: %+v of kind %s", size, size.Type.Kind)
	}
	if note.Evidence.Of(model.FactType) != "rows" {
		t.Errorf("note: %+v", note)
	}
}

// What contradicts the first is a finding with both places, and changes nothing.
func TestContradictions(t *testing.T) {
	for name, tc := range map[string]struct {
		change func(a, b *model.Field)
		want   string
	}{
		"type":     {func(a, b *model.Field) { b.Type = &model.Type{Kind: model.KindBoolean} }, "the type"},
		"presence": {func(a, b *model.Field) { a.Required = true }, "the presence"},
		"default":  {func(a, b *model.Field) { a.Default, b.Default = "1", "2" }, "the default"},
		"limits": {func(a, b *model.Field) {
			a.Limits, b.Limits = &model.Limits{Maximum: "1"}, &model.Limits{Maximum: "2"}
		}, "the limits"},
		"values": {func(a, b *model.Field) {
			a.Type = &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"a"`}}}}
			b.Type = &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"b"`}}}}
		}, "the values"},
		"alternatives": {func(a, b *model.Field) {
			scalar := func(k model.Kind) *model.Variant { return &model.Variant{Type: &model.Type{Kind: k}} }
			a.Type = &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{scalar(model.KindString), scalar(model.KindBoolean)}}
			b.Type = &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{scalar(model.KindString), scalar(model.KindNumber)}}
		}, "the alternatives"},
	} {
		t.Run(name, func(t *testing.T) {
			f, g := field("size", model.KindString, "a.md"), field("size", model.KindString, "b.md")
			tc.change(f, g)
			before, _ := json.Marshal(f)
			out, found := merged(t, api("a.md", "crates.get", "/crates", object("Crate", "a.md", f)), api("b.md", "crates.get", "/crates", object("Crate", "b.md", g)))
			after, _ := json.Marshal(out.Lookup("Crate").Type.Fields[0])
			if string(before) != string(after) {
				t.Errorf("it was %s and is %s", before, after)
			}
			if len(found) != 1 || !strings.Contains(found[0], "a.md:7:1: warning: spans and rows pages disagree on "+tc.want) || !strings.Contains(found[0], "b.md:7:1") {
				t.Errorf("findings %v", found)
			}
		})
	}
}

// What only the second has is added; a name that means something else there gets
// another one, with a finding.
func TestAddedMethodsAndTypes(t *testing.T) {
	a := api("a.md", "crates.get", "/crates", object("Crate", "a.md", field("id", model.KindString, "a.md")))
	b := api("b.md", "crates.get", "/docks/{dock}", object("Crate", "b.md", field("berth", model.KindString, "b.md")))
	a.Headers, b.Headers = []model.Constant{{Name: "Edition", Value: "1"}, {Name: "X", Value: "y"}}, []model.Constant{{Name: "Edition", Value: "2"}, {Name: "X", Value: "y"}}
	out, found := merged(t, a, b)
	var got []string
	for _, m := range out.Methods {
		got = append(got, m.ID+" "+m.Path+" "+m.Returns.Type.Ref+" "+m.Headers[0].Value)
	}
	if want := []string{"crates.get /crates Crate 1", "crates.get_rows /docks/{dock} Crate.rows 2"}; !slices.Equal(got, want) {
		t.Errorf("methods %q, want %q", got, want)
	}
	if len(found) != 2 || !strings.Contains(found[0], "[ambiguous-type]\n\ta.md:5:1: ") || !strings.Contains(found[1], "[ambiguous-method]\n\ta.md:1:1: ") || len(out.Headers) != 1 || out.Headers[0].Name != "X" {
		t.Errorf("findings %q, headers %v", found, out.Headers)
	}
}

// A source alone comes back as it is.
func TestOneSource(t *testing.T) {
	a := api("a.md", "crates.get", "/crates", object("Crate", "a.md"))
	if out, diags := merge.APIs([]merge.Source{{Format: "spans", API: a}}); out != a || len(diags) > 0 {
		t.Errorf("got %p with %v", out, diags)
	}
}

// A guess yields to a statement, whichever format made it, and contradicts none.
func TestGuessesYield(t *testing.T) {
	for _, first := range []bool{true, false} {
		f, g := field("size", model.KindString, "a.md"), field("size", model.KindInteger, "b.md")
		f.Required = true
		guess := &g.Evidence
		if first {
			guess = &f.Evidence
		}
		*guess = guess.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceExample)
		out, found := merged(t, api("a.md", "crates.get", "/crates", object("Crate", "a.md", f)), api("b.md", "crates.get", "/crates", object("Crate", "b.md", g)))
		size := out.Lookup("Crate").Type.Fields[0]
		want := map[bool]model.Kind{true: model.KindInteger, false: model.KindString}[first]
		if size.Type.Kind != want || size.Required == first || len(found) > 0 {
			t.Errorf("the first guesses: %v; kind %s, required %v, findings %v", first, size.Type.Kind, size.Required, found)
		}
	}
}
