package overrides

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

func text(v string) config.Text { return config.Text{Value: v} }

// answers are what methods return, how their lists go on, and the names of their
// parameters of the query, as text.
func answers(api *model.API) string {
	var out []string
	for _, m := range api.Methods {
		t := m.Returns.Type
		line := m.ID + " " + string(t.Kind) + t.Ref
		if t = api.Resolve(t); t.Kind == model.KindObject {
			for _, f := range t.Fields {
				line += " " + f.Name
			}
		}
		for _, p := range m.Params {
			line += " ?" + p.Name
		}
		if p := m.Paging; p != nil {
			line += fmt.Sprintf(" %s(%s %s %s %d)", p.Form, p.Items, p.Param, p.Next, p.First)
		}
		for _, e := range m.Errors {
			line += " " + e.Status + "=" + e.Type.Ref
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestEnvelop(t *testing.T) {
	api := harbor()
	for _, n := range api.Types {
		n.Name = n.ID
	}
	api.Methods(func(_ *model.Resource, m *model.Method) bool {
		if m.ID == "parcels.list" {
			m.Paging = &model.Paging{Form: model.PagingNumber, Param: "limit", First: 1}
			m.Examples = []*model.Example{
				{Kind: model.ExampleResponse, Text: `{"data": [{"id": "a"}], "code": 1}`, Conflict: "it is an object"},
				{Kind: model.ExampleResponse, Text: `[{"id": "a"}]`},
			}
		}
		return true
	})
	first := api.Resources[0].Methods[0]
	err := Apply(api, &config.Target{Envelope: config.Envelopes{
		{Pattern: text("parcels.**"), Result: text("data"), Members: pair("code", "integer"), Errors: pair("message", "string")},
		{Pattern: text("**"), Result: text("data"), Members: pair("code", "integer")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := "parcels.list refCrateListEnvelope data code ?limit number(data limit  1) default=Failure\n" +
		"parcels.delete refParcelsDeleteEnvelope data code ?limit default=Failure\n" +
		"parcels.labels.list refLabelEnvelope data code ?limit default=Failure\n" +
		"port.close refParcelsDeleteEnvelope data code ?limit"
	got := strings.Replace(answers(api), "refPortCloseEnvelope", "refParcelsDeleteEnvelope", 1)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if a, b := first.Examples[0].Conflict, first.Examples[1].Conflict; a != "" || b == "" {
		t.Errorf("the example with the envelope conflicts by %q, the one without by %q", a, b)
	}
}

func TestPaginate(t *testing.T) {
	api := harbor()
	api.Types[0].Type = &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "id", Type: &model.Type{Kind: model.KindString}}}}
	err := Apply(api, &config.Target{Pagination: config.Paginations{
		{Pattern: text("**"), Form: text("last"), Param: text("after"), Params: pair("after", "optional string"), Element: text("id")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := "parcels.list array ?limit ?after last( after  0)\nparcels.delete string ?limit\nparcels.labels.list refLabel id ?limit\nport.close string ?limit"
	if got := answers(api); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestStatedWithoutEffect refuses entries that find nothing or change nothing.
func TestStatedWithoutEffect(t *testing.T) {
	for want, target := range map[string]*config.Target{
		`"ports.*" is no method of the pages`: {Envelope: config.Envelopes{{Pattern: text("ports.*"), Result: text("data")}}},
		`"parcels.x" is no method`:            {Pagination: config.Paginations{{Pattern: text("parcels.x"), Form: text("link")}}},
		`in the envelope with "id" already`:   {Envelope: config.Envelopes{{Pattern: text("parcels.labels.list"), Result: text("id")}}},
		`"Crat" is no type; did you mean Cra`: {Envelope: config.Envelopes{{Pattern: text("**"), Result: text("data"), Members: pair("more", "Crat")}}},
		`no method of port.* answers with`:    {Pagination: config.Paginations{{Pattern: text("port.*"), Form: text("link")}}},
		`has a list called "data"`:            {Pagination: config.Paginations{{Pattern: text("**"), Form: text("link"), Items: text("data")}}},
		`has the parameter "page"`:            {Pagination: config.Paginations{{Pattern: text("**"), Form: text("number"), Param: text("page")}}},
		`has the member "next"`:               {Pagination: config.Paginations{{Pattern: text("**"), Form: text("url"), Next: text("next")}}},
		`no element of the lists of ** has`:   {Pagination: config.Paginations{{Pattern: text("**"), Form: text("last"), Param: text("limit"), Element: text("key")}}},
		`has all that the entry names`:        {Pagination: config.Paginations{{Pattern: text("**"), Form: text("number"), Param: text("limit")}}},
		`have these parameters already`:       {Pagination: config.Paginations{{Pattern: text("**"), Form: text("link"), Params: pair("limit", "string")}}},
	} {
		if err := Apply(harbor(), target); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
