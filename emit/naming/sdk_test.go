package naming

import (
	"go/token"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// dock is an API whose pages say what a client calls things, hostile names and
// names that collide included.
func dock() *model.API {
	text := &model.Type{Kind: model.KindString}
	field := func(name, sdk string) *model.Field { return &model.Field{Name: name, SDKName: sdk, Type: text} }
	enum := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Values: []model.EnumValue{
		{Literal: `"10k"`, SDKName: "CraneLoad10K"}, {Literal: `"20k"`, SDKName: "bad name"}, {Literal: `"30k"`, SDKName: "CraneLoad10K"},
	}}}
	crane := &model.Type{Kind: model.KindObject, Fields: []*model.Field{
		field("mcp_id", "MCPid"), field("+1", "func"), field("extra", "Extra"), field("b", "C"), field("c", ""),
	}}
	named := func(id, name, sdk, resource string, t *model.Type) *model.NamedType {
		return &model.NamedType{ID: id, Name: name, SDKName: sdk, Resource: resource, Type: t}
	}
	move := &model.Method{ID: "piers.cranes.retrieve", Name: "retrieve", SDKName: "Piers.OverheadCranes.Fetch", Path: "/{crane_id}/{pier_id}",
		Body: &model.Body{Type: crane}, Params: []*model.Param{
			{Location: model.LocationPath, Field: *field("crane_id", "craneid")}, {Location: model.LocationPath, Field: *field("pier_id", "x;y")},
			{Location: model.LocationHeader, Field: *field("dock-beta", "Betas")},
		}}
	hostile := &model.Method{ID: "piers.close", Name: "close", SDKName: `Piers";.Cl"ose`, Path: "/"}
	return &model.API{
		Types: []*model.NamedType{
			named("Alpha", "CraneParam", "", "piers", crane), named("Crane", "Crane", "CraneParam", "piers", crane),
			named("CraneRetrieveResponse", "CraneRetrieveResponse", "", "piers.cranes", crane),
			named("Error", "Error", "Error", "piers", crane), named("Load", "Load", "", "", enum), named("Bad", "Bad", "*/", "", crane),
		},
		Resources: []*model.Resource{{ID: "piers", Name: "piers", Methods: []*model.Method{hostile}, Resources: []*model.Resource{
			{ID: "piers.cranes", Name: "cranes", Methods: []*model.Method{move}}}}},
	}
}

func TestSDKNames(t *testing.T) {
	n, _ := Assign(dock(), Reserved{Package: []string{"Error"}})
	for _, c := range []struct{ what, got, want string }{
		{"type", n.Type("Crane"), "CraneParam"},
		{"type that wanted a name of the vendor", n.Type("Alpha"), "PierCraneParam"},
		{"type that every package has", n.Type("Error"), "PierError"},
		{"type with a hostile name", n.Type("Bad"), "Bad"},
		{"response of one operation", n.Type("CraneRetrieveResponse"), "PierOverheadCraneFetchResponse"},
		{"field", n.Field("Crane", "mcp_id"), "MCPid"},
		{"field with a word of Go", n.Field("Crane", "+1"), "Plus1"},
		{"field that every object has", n.Field("Crane", "extra"), "ExtraField"},
		{"field that takes another's name", n.Field("Crane", "b"), "C"},
		{"field whose name was taken", n.Field("Crane", "c"), "CLowerCase"},
		{"body field", n.Param("piers.cranes.retrieve", LocationBody, "mcp_id"), "MCPid"},
		{"header", n.Param("piers.cranes.retrieve", model.LocationHeader, "dock-beta"), "Betas"},
		{"value", n.Value("Load", `"10k"`), "CraneLoad10K"},
		{"value with a hostile name", n.Value("Load", `"20k"`), "Load20k"},
		{"value whose name was taken", n.Value("Load", `"30k"`), "Load30k"},
		{"accessor", n.Accessor("piers.cranes"), "OverheadCranes"},
		{"accessor above", n.Accessor("piers"), "Piers"},
		{"service", n.Service("piers.cranes"), "PierOverheadCraneService"},
		{"method", n.Method("piers.cranes.retrieve"), "Fetch"},
		{"method with a hostile name", n.Method("piers.close"), "Close"},
		{"params", n.Params("piers.cranes.retrieve"), "PierOverheadCraneFetchParams"},
		{"argument", n.Argument("piers.cranes.retrieve", "crane_id"), "craneid"},
		{"argument with a hostile name", n.Argument("piers.cranes.retrieve", "pier_id"), "pierID"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
	for what, name := range n.byKey.all {
		if !token.IsIdentifier(name) {
			t.Errorf("%q is called %q", what, name)
		}
	}
}
