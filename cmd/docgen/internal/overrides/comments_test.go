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

// TestSummary cuts texts behind their first sentence, wherever that ends.
func TestSummary(t *testing.T) {
	for text, want := range map[string]string{
		"Moors a ship. Then more.":                               "Moors a ship.",
		"Moors a ship\nat a berth.\nThen more.":                  "Moors a ship\nat a berth.",
		"Takes a name, e.g. north. More.":                        "Takes a name, e.g. north.",
		":::info\n1. It takes a while. Wait.\n2. Or not.\n:::":   "It takes a while.",
		"* Needs a key: `moor`\n* Ends after 5 minutes. Really.": "Needs a key: `moor`",
		"One of:\n- north\n- south":                              "One of:",
		"No end here\n\nA second paragraph.":                     "No end here",
		"版本 1.5 的泊位。然后返回。":                                       "版本 1.5 的泊位。",
	} {
		if got := summary(text); got != want {
			t.Errorf("summary of %q is %q, want %q", text, got, want)
		}
	}
}

// TestCommentsOff leaves out what examples print, but not that there are some.
func TestCommentsOff(t *testing.T) {
	api := commented()
	m := api.Resources[0].Methods[0]
	m.Examples = []*model.Example{
		{Kind: model.ExampleRequest, Title: "A call", Text: "curl x", Request: &model.Request{Verb: "GET", Body: `{"a": "b"}`}},
		{Kind: model.ExampleResponse, Text: `{"id": "text of the pages"}`},
	}
	m.Errors = []*model.ErrorResponse{{Status: "404", Doc: "There is none."}}
	if err := Apply(api, &config.Target{Comments: config.Text{Value: "off"}}); err != nil {
		t.Fatal(err)
	}
	if len(m.Examples) != 1 || m.Examples[0].Text+m.Examples[0].Title+m.Examples[0].Request.Body != "" || m.Errors[0].Doc != "" {
		t.Errorf("text of the pages is left: %+v, %+v", m.Examples[0], m.Errors[0])
	}
}
