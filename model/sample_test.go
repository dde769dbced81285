package model_test

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

func span(file string, line int32) source.Span {
	start := source.Pos{Offset: 10 * line, Line: line, Column: 3}
	end := source.Pos{Offset: 10*line + 5, Line: line, Column: 8}
	return source.Span{File: file, Start: start, End: end}
}

func limit(n int64) *int64 { return &n }

// sampleAPI is a small API of parcels with every kind of type and every member
// of the model set somewhere.
func sampleAPI() *model.API {
	in := model.NewInterner()
	return &model.API{
		Title:     "Harbor",
		Servers:   []model.Server{{URL: "https://api.harbor.test/v1", Span: span("parcels.md", 40)}},
		Auth:      []model.Auth{{ID: "harbor", Scheme: model.AuthHeader, Name: "X-Key", Env: "HARBOR_KEY", Span: span("parcels.md", 41)}},
		Headers:   []model.Constant{{Name: "Harbor-Version", Value: "2026-01-01"}},
		Resources: []*model.Resource{sampleResource(in)},
		Types:     sampleTypes(in),
		Pages: []*model.Page{
			{Path: "guide.html.md", Kind: model.PageHTML, Bytes: model.Bytes{Total: 9, Unread: 9}},
			{Path: "parcels.md", Title: "Parcels", URL: "https://harbor.test/parcels", Dialect: "http", Kind: model.PageReference,
				Bytes: model.Bytes{Total: 100, Model: 50, Docs: 20, Examples: 20, Layout: 10}},
		},
	}
}

func sampleResource(in *model.Interner) *model.Resource {
	parcel := in.Intern(model.Type{Kind: model.KindRef, Ref: "Parcel"})
	list := in.Intern(model.Type{Kind: model.KindArray, Elem: parcel})
	photo := &model.Field{Name: "photo", Type: in.Scalar(model.KindFile), Required: true, Span: span("parcels.md", 9)}
	return &model.Resource{
		ID: "parcels", Name: "parcels", Title: "Parcels", Doc: "What ships carry.", Types: []string{"Parcel", "Size"}, Span: span("parcels.md", 1),
		Methods: []*model.Method{{
			ID: "parcels.create", Name: "create", Title: "Create a parcel", Verb: "POST", Path: "/parcels/{parcel_id}",
			Doc: "Creates <one> parcel.", Deprecated: "Use parcels.book.", Auth: []string{"harbor"}, Span: span("parcels.md", 5),
			Params: []*model.Param{{
				Location: model.LocationQuery, Style: "brackets",
				Field: model.Field{Name: "tags", Type: list, Required: true, Nullable: true, Doc: "All of them.", Deprecated: "No.", Default: `["a"]`,
					Limits:   &model.Limits{MinItems: limit(1), MaxItems: limit(9), UniqueItems: true},
					Evidence: model.Evidence{}.With(model.FactType, model.SourceExample), Span: span("parcels.md", 7)},
			}},
			Body:    &model.Body{ContentType: "multipart/form-data", Required: true, Type: in.Intern(model.Type{Kind: model.KindObject, Fields: []*model.Field{photo}})},
			Returns: &model.Response{Status: 200, ContentType: "application/json", Type: list},
			Query:   []model.Constant{{Name: "beta", Value: "true"}},
			Headers: []model.Constant{{Name: "X-Beta", Value: "1"}},
			Examples: []*model.Example{
				{Kind: model.ExampleRequest, Title: "Book", Language: "bash", Text: "curl …", Span: span("parcels.md", 20),
					Request: &model.Request{Verb: "POST", URL: "https://api.harbor.test/v1/parcels/1", Body: `{}`,
						Query: []model.Constant{{Name: "a", Value: "b"}}, Headers: []model.Constant{{Name: "c", Value: "$D"}}, Form: []model.Constant{{Name: "photo", Value: "@a.png"}}}},
				{Kind: model.ExampleResponse, Language: "json", Text: "[]", Status: 200, Conflict: "an array", Span: span("parcels.md", 30)},
			},
		}},
		Resources: []*model.Resource{{ID: "parcels.labels", Name: "labels"}},
	}
}

func sampleTypes(in *model.Interner) []*model.NamedType {
	text := in.Scalar(model.KindString)
	box := in.Intern(model.Type{Kind: model.KindConst, Literal: `"box"`})
	size := in.Intern(model.Type{Kind: model.KindRef, Ref: "Size"})
	number := in.Intern(model.Type{Kind: model.KindInteger, Format: "int32"})
	parcel := in.Intern(model.Type{Kind: model.KindObject, Elem: in.Scalar(model.KindAny), Fields: []*model.Field{
		{Name: "kind", Type: box, Required: true, Span: span("parcels.md", 11)},
		{Name: "size", Type: size, Span: span("parcels.md", 12)},
		{Name: "weight", Type: number, Nullable: true, Default: "20", Limits: &model.Limits{Minimum: "1", Maximum: "1e3", ExclusiveMinimum: "0", ExclusiveMaximum: "1001", MultipleOf: "1"}, Span: span("parcels.md", 13)},
		{Name: "note", Type: text, Limits: &model.Limits{MinLength: limit(0), MaxLength: limit(64), Pattern: "^[a-z]*$"}, Span: span("parcels.md", 14)},
		{Name: "extra", Type: in.Intern(model.Type{Kind: model.KindMap, Elem: text}), Span: span("parcels.md", 15)},
	}})
	sizes := in.Intern(model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Open: true, Values: []model.EnumValue{
		{Literal: `"s"`, Doc: "Small.", Deprecated: "Too small."}, {Literal: `"l"`},
	}}})
	cargo := in.Intern(model.Type{Kind: model.KindUnion, Discriminator: "kind", Variants: []*model.Variant{
		{Type: in.Intern(model.Type{Kind: model.KindRef, Ref: "Parcel"}), Doc: "One."}, {Name: "Nothing", Type: in.Scalar(model.KindNull)},
	}})
	return []*model.NamedType{
		{ID: "Cargo", Name: "Cargo", Resource: "parcels", Anonymous: true, Type: cargo, Span: span("parcels.md", 16)},
		{ID: "Parcel", Name: "Parcel", Resource: "parcels", Type: parcel, Doc: "A parcel.", Deprecated: "Never.", Span: span("parcels.md", 10)},
		{ID: "Size", Name: "Size", Type: sizes, Span: span("parcels.md", 17)},
	}
}
