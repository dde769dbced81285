package openapi_test

import "github.com/docgen-go/docgen/model"

func scalar(k model.Kind) *model.Type    { return &model.Type{Kind: k} }
func ref(id string) *model.Type          { return &model.Type{Kind: model.KindRef, Ref: id} }
func array(elem *model.Type) *model.Type { return &model.Type{Kind: model.KindArray, Elem: elem} }
func constant(text model.Literal) *model.Type {
	return &model.Type{Kind: model.KindConst, Literal: text}
}
func object(fields ...*model.Field) *model.Type {
	return &model.Type{Kind: model.KindObject, Fields: fields}
}
func named(id string, t *model.Type) *model.NamedType {
	return &model.NamedType{ID: id, Name: id, Type: t, Doc: "About " + id + "."}
}

func union(discriminator string, types ...*model.Type) *model.Type {
	u := &model.Type{Kind: model.KindUnion, Discriminator: discriminator}
	for _, t := range types {
		u.Variants = append(u.Variants, &model.Variant{Type: t})
	}
	return u
}

func enum(open bool, values ...model.Literal) *model.Type {
	e := &model.Enum{Base: model.KindString, Open: open}
	for _, v := range values {
		e.Values = append(e.Values, model.EnumValue{Literal: v})
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

func required(name string, t *model.Type) *model.Field {
	return &model.Field{Name: name, Type: t, Required: true}
}

func nullable(name string, t *model.Type) *model.Field {
	return &model.Field{Name: name, Type: t, Nullable: true}
}

// parcels has every form that the model can take.
func parcels() *model.API {
	return &model.API{
		Title:   "Parcels",
		Servers: []model.Server{{URL: "https://api.harbor.example"}},
		Headers: []model.Constant{{Name: "harbor-version", Value: "2026-01-01"}, {Name: "Content-Type", Value: "application/json"}},
		Auth: []model.Auth{
			{ID: "key", Scheme: model.AuthHeader, Name: "X-Key", Env: "HARBOR_KEY"}, {ID: "token", Scheme: model.AuthBearer},
			{ID: "user", Scheme: model.AuthBasic}, {ID: "sign", Scheme: model.AuthQuery, Name: "signature"},
		},
		Resources: []*model.Resource{{ID: "parcels", Title: "Parcels", Methods: []*model.Method{createParcel(), listParcels()},
			Resources: []*model.Resource{{ID: "beta.parcels", Doc: "What comes next.", Methods: betaParcels()}}}},
		Types: []*model.NamedType{named("Box", box()), named("Kinds", kinds()), named("Nullables", nullables()), named("Parcel", parcel()), named("Shape", shape()), named("Tube", tube())},
	}
}

func createParcel() *model.Method {
	nine, two := int64(9), int64(2)
	photo := required("photo", scalar(model.KindFile))
	note := &model.Field{Name: "note", Type: scalar(model.KindString), Default: `"none"`, Deprecated: "Use labels.", Doc: "One line\nor two.",
		Limits: &model.Limits{MinLength: &two, MaxLength: &nine, Pattern: "^[a-z]+$"}}
	return &model.Method{
		ID: "parcels.create", Title: "Create a Parcel", Verb: "POST", Path: "/v1/ports/{port}/parcels", Doc: "Books a parcel.", Deprecated: "Use shipments.",
		Auth: []string{"key", "token"}, Query: []model.Constant{{Name: "mode", Value: "fast"}},
		Params: []*model.Param{
			{Location: model.LocationPath, Field: model.Field{Name: "port", Type: scalar(model.KindString)}},
			{Location: model.LocationQuery, Style: "brackets", Field: model.Field{Name: "tags", Type: array(scalar(model.KindString)), Limits: &model.Limits{MinItems: &two, MaxItems: &nine, UniqueItems: true}}},
			{Location: model.LocationQuery, Style: "comma", Field: model.Field{Name: "ids", Type: array(scalar(model.KindInteger)), Required: true, Deprecated: "No."}},
			{Location: model.LocationHeader, Field: model.Field{Name: "Harbor-Version", Type: scalar(model.KindString), Doc: "Wins over the fixed one."}},
		},
		Body:    &model.Body{ContentType: "multipart/form-data", Required: true, Type: object(photo, note)},
		Returns: &model.Response{Status: 201, Type: ref("Parcel")},
		Examples: []*model.Example{
			{Kind: model.ExampleRequest, Request: &model.Request{Body: `{"note": "a"}`}},
			{Kind: model.ExampleResponse, Title: "A box", Text: `{"shape": {"type": "box", "width": 2}, "weight": 1.50}`},
			{Kind: model.ExampleResponse, Title: "A box", Text: `{"shape": null}`},
			{Kind: model.ExampleResponse, Text: `{"wrong": true}`, Conflict: "it contradicts the page"},
			{Kind: model.ExampleResponse, Text: "no JSON"},
		},
	}
}

func listParcels() *model.Method {
	return &model.Method{ID: "parcels.list", Verb: "GET", Path: "/v1/parcels", Returns: &model.Response{ContentType: "application/jsonl", Type: array(ref("Parcel"))}}
}

// betaParcels have verb and path in common with a method before them.
func betaParcels() []*model.Method {
	return []*model.Method{
		{ID: "beta.parcels.list", Verb: "GET", Path: "/v1/parcels", Query: []model.Constant{{Name: "beta", Value: "true"}}},
		{ID: "beta.parcels.list_all", Verb: "GET", Path: "/v1/parcels"},
		{ID: "beta.parcels.list", Verb: "GET", Path: "/v1/parcels"},
		{ID: "beta.parcels.put", Verb: "PUT", Path: "/v1/parcels", Body: &model.Body{Type: ref("Shape")}},
	}
}

func box() *model.Type {
	return object(required("type", constant(`"box"`)), required("width", scalar(model.KindNumber)))
}
func tube() *model.Type  { return object(required("type", constant(`"tube"`))) }
func shape() *model.Type { return union("type", ref("Box"), ref("Tube")) }

func parcel() *model.Type {
	t := object(nullable("shape", ref("Shape")), nullable("inside", array(ref("Parcel"))),
		&model.Field{Name: "weight", Type: scalar(model.KindNumber), Limits: &model.Limits{Minimum: "0", ExclusiveMaximum: "9.5", MultipleOf: "0.5"}})
	t.Elem = scalar(model.KindAny)
	return t
}

func kinds() *model.Type {
	status := enum(true, `"new"`, `"sent"`)
	status.Enum.Values[0].Doc = "Not on its way yet."
	return object(
		required("date", scalar(model.KindDate)), required("time", scalar(model.KindDateTime)), required("any", scalar(model.KindAny)),
		required("null", scalar(model.KindNull)), required("id", &model.Type{Kind: model.KindString, Format: "uuid"}),
		required("map", &model.Type{Kind: model.KindMap, Elem: scalar(model.KindInteger)}),
		required("status", status), required("size", enum(false, `"s"`, `"l"`)), required("yes", constant("true")),
		required("odd", union("", scalar(model.KindString), array(scalar(model.KindString)), object(required("a", scalar(model.KindBoolean))))),
		required("lost", ref("Nowhere")),
		required("untagged", union("type", ref("Box"), scalar(model.KindString))),
	)
}

func nullables() *model.Type {
	return object(
		nullable("scalar", scalar(model.KindString)), nullable("ref", ref("Box")), nullable("enum", enum(false, `"a"`, `"b"`)),
		nullable("open", enum(true, `"a"`, `"b"`)), nullable("const", constant(`1`)), nullable("union", union("", scalar(model.KindString), ref("Box"))),
		nullable("any", scalar(model.KindAny)), nullable("null", scalar(model.KindNull)),
	)
}
