package naming

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

func object(fields ...string) *model.Type {
	t := &model.Type{Kind: model.KindObject}
	for _, f := range fields {
		t.Fields = append(t.Fields, &model.Field{Name: f, Type: &model.Type{Kind: model.KindString}})
	}
	return t
}

func named(id, name, resource string, anonymous bool, t *model.Type) *model.NamedType {
	return &model.NamedType{ID: id, Name: name, Resource: resource, Anonymous: anonymous, Type: t}
}

// harbor is an API whose names get in each other's way.
func harbor() *model.API {
	enum := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Values: []model.EnumValue{
		{Literal: `"a-b"`}, {Literal: `"a_b"`}, {Literal: `"A_B"`}, {Literal: `"\u0061-b"`}, {Literal: `""`},
	}}}
	text, list := &model.Type{Kind: model.KindString}, &model.Type{Kind: model.KindArray, Elem: &model.Type{Kind: model.KindRef, Ref: "Parcel"}}
	union := &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{
		{Type: text}, {Type: list}, {Type: &model.Type{Kind: model.KindRef, Ref: "Parcel"}}, {Type: text}, {Type: &model.Type{Kind: model.KindNull}},
		{Name: "On demand", Type: &model.Type{Kind: model.KindBoolean}}, {Type: &model.Type{Kind: model.KindConst, Literal: `"auto"`}},
	}}
	path := func(name string) *model.Param {
		return &model.Param{Location: model.LocationPath, Field: model.Field{Name: name, Type: text, Required: true}}
	}
	query := &model.Param{Location: model.LocationQuery, Field: model.Field{Name: "note", Type: text}}
	labels := &model.Resource{ID: "parcels.labels", Name: "labels", Methods: []*model.Method{{ID: "parcels.labels.list", Name: "list"}}}
	return &model.API{
		Auth: []model.Auth{{ID: "harbor_api_key"}},
		Types: []*model.NamedType{
			named("Error", "Error", "parcels", false, object("message")),
			named("Parcel", "Parcel", "parcels", false, object("id", "a.b", "a_b", "ID", "extra", "Extra", "marshal_json")),
			named("ParcelNote", "ParcelNote", "parcels", false, union),
			named("ParcelCreateParamsNote", "ParcelCreateParamsNote", "parcels", true, object()),
			named("ParcelService", "ParcelService", "parcels", true, enum),
			named("Tool_2030", "Tool_2030", "", false, object()),
			named("admin.Parcel", "Parcel", "admin", false, object()),
			named("bad name", "bad name", "", false, object()),
		},
		Resources: []*model.Resource{
			{ID: "parcels", Name: "parcels", Resources: []*model.Resource{labels}, Methods: []*model.Method{
				{ID: "parcels.retrieve", Name: "retrieve", Path: "/parcels/{type}/{id}/{id}/{error}", Params: []*model.Param{path("type"), path("id")}},
				{ID: "parcels.get", Name: "get", Path: "/x"},
				{ID: "parcels.labels", Name: "labels", Path: "/x"},
				{ID: "parcels.create", Name: "create", Path: "/x", Body: &model.Body{Type: object("note", "extra")}, Params: []*model.Param{query}},
			}},
			{ID: "windows", Name: "windows", Methods: []*model.Method{{ID: "windows.list", Name: "list", Verb: "GET", Path: "/windows"}}},
			{ID: "shared", Name: "shared"}, // only declares types
		},
	}
}

func TestAssign(t *testing.T) {
	n, diags := Assign(harbor(), Reserved{Package: []string{"Error", "newRequest"}})
	for _, c := range []struct{ what, got, want string }{
		{"page name that every package has", n.Type("Error"), "ParcelError"},
		{"page name", n.Type("Parcel"), "Parcel"},
		{"page name with an underscore", n.Type("Tool_2030"), "Tool_2030"},
		{"page name twice", n.Type("admin.Parcel"), "AdminParcel"},
		{"page name that is no identifier", n.Type("bad name"), "BadName"},
		{"name of a place, after its method", n.Type("ParcelCreateParamsNote"), "ParcelNewParamsNote"},
		{"name of a place that a service has", n.Type("ParcelService"), "ParcelServiceEnum"},
		{"field", n.Field("Parcel", "id"), "ID"},
		{"field that differs in case", n.Field("Parcel", "ID"), "IDUpperCase"},
		{"field that differs in a symbol", n.Field("Parcel", "a_b"), "AUnderscoreB"},
		{"field that every object has", n.Field("Parcel", "extra"), "ExtraField"},
		{"field that every object has, again", n.Field("Parcel", "Extra"), "ExtraMixedCase"},
		{"field that is a method", n.Field("Parcel", "marshal_json"), "MarshalJSONField"},
		{"variants", n.Variant("ParcelNote"), "ParcelNoteVariant"},
		{"marker", n.Marker("ParcelNote"), "isParcelNote"},
		{"wrapped scalar", n.Wrapper("ParcelNote", &model.Type{Kind: model.KindString}), "ParcelNoteString"},
		{"wrapped by title", n.Wrapper("ParcelNote", &model.Type{Kind: model.KindBoolean}), "ParcelNoteOnDemand"},
		{"wrapped constant", n.Wrapper("ParcelNote", &model.Type{Kind: model.KindConst, Literal: `"auto"`}), "ParcelNoteAuto"},
		{"variant with a type of its own", n.Wrapper("ParcelNote", &model.Type{Kind: model.KindRef, Ref: "Parcel"}), ""},
		{"service", n.Service("parcels.labels"), "ParcelLabelService"},
		{"accessor that a method has", n.Accessor("parcels.labels"), "LabelsService"},
		{"method", n.Method("parcels.retrieve"), "Get"},
		{"method that another has", n.Method("parcels.get"), "GetMethod"},
		{"service without a method", n.Service("shared"), ""},
		{"file that the go command would skip", n.File("windows"), "api_windows_api"},
		{"params", n.Params("parcels.create"), "ParcelNewParams"},
		{"body field", n.Param("parcels.create", LocationBody, "note"), "Note"},
		{"body field that every object has", n.Param("parcels.create", LocationBody, "extra"), "ExtraField"},
		{"query parameter that a field has", n.Param("parcels.create", model.LocationQuery, "note"), "QueryNote"},
		{"argument", n.Argument("parcels.retrieve", "id"), "id"},
		{"argument that is a word of Go", n.Argument("parcels.retrieve", "type"), "typeParam"},
		{"argument that is a type of Go", n.Argument("parcels.retrieve", "error"), "errorParam"},
		{"value", n.Value("ParcelService", `"a-b"`), "ParcelServiceEnumAB"},
		{"value that differs in a symbol", n.Value("ParcelService", `"a_b"`), "ParcelServiceEnumAUnderscoreB"},
		{"value that differs in case", n.Value("ParcelService", `"A_B"`), "ParcelServiceEnumAUnderscoreBUpperCase"},
		{"empty value", n.Value("ParcelService", `""`), "ParcelServiceEnumEmpty"},
		{"option", n.Option("harbor_api_key"), "WithHarborAPIKey"},
		{"test", n.Test("parcels.retrieve"), "TestParcelService_Get"},
		{"unknown", n.Type("nothing"), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
	if len(diags) != 16 {
		t.Errorf("%d findings:", len(diags))
	}
	for _, d := range diags {
		t.Log(d)
	}
}

// TestAssignKeepsOrderOutOfNames assigns names with the resources in another order.
func TestAssignKeepsOrderOutOfNames(t *testing.T) {
	first, _ := Assign(harbor(), Reserved{})
	turned := harbor()
	slices.Reverse(turned.Resources)
	second, _ := Assign(turned, Reserved{})
	for key, name := range first.byKey.all {
		if second.byKey.get(key) != name {
			t.Errorf("%s is %s and %s", strings.TrimSpace(strings.Join(key[:], " ")), name, second.byKey.get(key))
		}
	}
}

// TestLastResort has two things that no candidate tells apart.
func TestLastResort(t *testing.T) {
	api := &model.API{Types: []*model.NamedType{
		named("a", "a", "", false, nil), named("b", "A", "", false, nil), named("c", "A", "", false, nil),
	}}
	n, diags := Assign(api, Reserved{})
	if got := n.Type("a") + " " + n.Type("b"); got != "A AModel" {
		t.Errorf("got %s", got)
	}
	if got := n.Type("c"); !strings.HasPrefix(got, "AX") || len(got) != len("AX01234567") {
		t.Errorf("got %s", got)
	}
	if diags.Count("warning") != 1 || diags[0].Code != "name-collision" || !strings.Contains(diags[len(diags)-1].Help, "checksum") && !strings.Contains(diags[0].Help, "checksum") {
		t.Errorf("got %v", diags)
	}
}

func TestLongNamesAreCut(t *testing.T) {
	long := strings.Repeat("Long", 1000)
	api := &model.API{Types: []*model.NamedType{named(long+"a", long+"a", "", false, nil), named(long+"b", long+"b", "", false, nil)}}
	n, diags := Assign(api, Reserved{})
	a, b := n.Type(long+"a"), n.Type(long+"b")
	if len(a) > maxName || len(b) > maxName || a == b || len(Slug(long)) > maxName {
		t.Errorf("got %s and %s", a, b)
	}
	if len(diags) != 0 {
		t.Errorf("got %v", diags)
	}
}

func TestEnumBase(t *testing.T) {
	for literals, want := range map[string]model.Kind{
		`"a" "b"`: model.KindString, `1 2`: model.KindInteger, `1 0.5`: model.KindNumber, `0.5 1`: model.KindNumber, `true false`: model.KindAny,
		`1 "a"`: model.KindAny, `null`: model.KindAny, `99999999999999999999`: model.KindNumber, `1e999`: model.KindAny, `01`: model.KindAny, ``: model.KindAny,
		`nonsense`: model.KindAny, `{}`: model.KindAny,
	} {
		e := new(model.Enum)
		for l := range strings.FieldsSeq(literals) {
			e.Values = append(e.Values, model.EnumValue{Literal: model.Literal(l)})
		}
		if got := EnumBase(e); got != want {
			t.Errorf("%s is %s, want %s", literals, got, want)
		}
	}
}
