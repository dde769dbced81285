package overrides

import (
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

func commented() *model.API {
	field := &model.Field{Name: "id", Type: &model.Type{Kind: model.KindString}, Doc: "The ID. It stays.", Deprecated: "Use key. It is shorter."}
	m := &model.Method{ID: "docks.get", Name: "get", Title: "Get a dock", Doc: "Finds one。然后返回", Verb: "GET", Path: "/docks"}
	enum := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"a"`, Doc: "First. Best."}}}}
	return &model.API{
		Resources: []*model.Resource{{ID: "docks", Name: "docks", Doc: "All docks. And more.", Methods: []*model.Method{m}}},
		Types: []*model.NamedType{
			{ID: "Dock", Name: "Dock", Doc: "A dock! With a berth.", Type: &model.Type{Kind: model.KindObject, Fields: []*model.Field{field}}},
			{ID: "Kind", Name: "Kind", Type: enum},
		},
	}
}

func TestComments(t *testing.T) {
	for amount, want := range map[string][6]string{
		"":        {"All docks. And more.", "Finds one。然后返回", "A dock! With a berth.", "The ID. It stays.", "Use key. It is shorter.", "First. Best."},
		"full":    {"All docks. And more.", "Finds one。然后返回", "A dock! With a berth.", "The ID. It stays.", "Use key. It is shorter.", "First. Best."},
		"summary": {"All docks.", "Finds one。", "A dock!", "The ID.", "Use key.", "First."},
		"off":     {"", "", "", "", "Deprecated.", ""},
	} {
		api := commented()
		if err := Apply(api, &config.Target{Comments: config.Text{Value: amount}}); err != nil {
			t.Fatal(err)
		}
		f := api.Types[0].Type.Fields[0]
		got := [6]string{api.Resources[0].Doc, api.Resources[0].Methods[0].Doc, api.Types[0].Doc, f.Doc, f.Deprecated, api.Types[1].Type.Enum.Values[0].Doc}
		if got != want {
			t.Errorf("comments %q leave %q, want %q", amount, got, want)
		}
	}
}
