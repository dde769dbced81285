package main

import (
	"bufio"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// parcelAPI is small and has every kind of type.
func parcelAPI() *model.API {
	text := &model.Type{Kind: model.KindString}
	ref := func(id string) *model.Type { return &model.Type{Kind: model.KindRef, Ref: id} }
	named := func(id string, t *model.Type) *model.NamedType { return &model.NamedType{ID: id, Name: id, Type: t} }
	size := &model.Enum{Base: model.KindString, Open: true, Values: []model.EnumValue{{Literal: `"s"`}, {Literal: `"l"`}}}
	create := &model.Method{
		ID: "parcels.create", Name: "create", Verb: "POST", Path: "/parcels/{berth}", Deprecated: "Use book.",
		Params:  []*model.Param{{Location: model.LocationPath, Field: model.Field{Name: "berth", Type: text, Required: true}}},
		Body:    &model.Body{ContentType: "application/json", Type: &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "size", Type: ref("Size"), Nullable: true, Default: `"s"`}}}},
		Returns: &model.Response{Type: &model.Type{Kind: model.KindArray, Elem: ref("Parcel")}},
	}
	return &model.API{
		Servers: []model.Server{{URL: "https://api.harbor.test/v1"}},
		Auth:    []model.Auth{{ID: "harbor", Scheme: model.AuthBearer}},
		Headers: []model.Constant{{Name: "Harbor-Version", Value: "1"}},
		Resources: []*model.Resource{{
			ID: "parcels", Name: "parcels", Methods: []*model.Method{create}, Types: []string{"Parcel"},
			Resources: []*model.Resource{{ID: "parcels.labels", Name: "labels", Methods: []*model.Method{{ID: "parcels.labels.list", Name: "list", Verb: "GET", Path: "/labels"}}}},
		}},
		Types: []*model.NamedType{
			named("Cargo", &model.Type{Kind: model.KindUnion, Discriminator: "kind", Variants: []*model.Variant{{Type: ref("Parcel")}, {Type: &model.Type{Kind: model.KindNull}}}}),
			named("Parcel", &model.Type{Kind: model.KindObject, Fields: []*model.Field{
				{Name: "kind", Type: &model.Type{Kind: model.KindConst, Literal: `"parcel"`}, Required: true},
				{Name: "weight", Type: &model.Type{Kind: model.KindInteger, Format: "int32"}, Deprecated: "Ask the scale."},
				{Name: "notes", Type: &model.Type{Kind: model.KindMap, Elem: text}},
			}}),
			named("Size", &model.Type{Kind: model.KindEnum, Enum: size}),
		},
		Pages: []*model.Page{
			{Path: "index.md", Kind: model.PageIndex, Bytes: model.Bytes{Total: 10, Layout: 10}},
			{Path: "parcels.md", Kind: model.PageReference, Dialect: "http", Bytes: model.Bytes{Total: 100, Model: 60, Docs: 20, Examples: 15, Layout: 3, Unread: 2}},
		},
	}
}

const parcelTree = `server https://api.harbor.test/v1
auth harbor bearer
header Harbor-Version: 1
parcels
  create POST /parcels/{berth} (deprecated)
    path berth: string
    body application/json object
      size: optional Size or null = "s"
    returns array of Parcel
  type Parcel = object
    kind: "parcel"
    weight: optional integer int32 (deprecated)
    notes: optional map[string]
  labels
    list GET /labels
type Cargo = Parcel or null by kind
type Size = string or "s" or "l"
`

func TestPrintTree(t *testing.T) {
	var out strings.Builder
	if err := printTree(bufio.NewWriter(&out), parcelAPI(), false); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(parcelTree, out.String()); d != "" {
		t.Errorf("tree (-want +got):\n%s", d)
	}
}

// TestPrintEvidence shows who said what of methods, parameters and fields.
func TestPrintEvidence(t *testing.T) {
	at := func(line int32) source.Span {
		return source.Span{File: "parcels.md", Start: source.Pos{Line: line, Column: 3}}
	}
	api := &model.API{Resources: []*model.Resource{{ID: "parcels", Name: "parcels", Methods: []*model.Method{{
		ID: "parcels.list", Name: "list", Verb: "GET", Path: "/parcels", Span: at(1),
		Params: []*model.Param{{Location: model.LocationQuery, Field: model.Field{
			Name: "page", Type: &model.Type{Kind: model.KindInteger}, Span: at(7),
			Evidence: model.Evidence{{Fact: model.FactNullable, Source: "typescript"}, {Fact: model.FactType, Source: "go"}},
		}}},
		Body: &model.Body{ContentType: "application/json", Type: &model.Type{Kind: model.KindObject, Fields: []*model.Field{{
			Name: "sent_at", Required: true, Type: &model.Type{Kind: model.KindDateTime},
			Evidence: model.Evidence{{Fact: model.FactType, Source: model.SourceExample}},
		}}}},
		Paging: &model.Paging{Form: model.PagingNumber, Type: "ParcelPage", Items: "data", Param: "page", Evidence: model.Evidence{{Fact: model.FactType, Source: "go"}}},
		Streaming: &model.Streaming{
			Type: &model.Type{Kind: model.KindString}, Field: "watch", Evidence: model.Evidence{{Fact: model.FactType, Source: model.SourceName}},
		},
	}}}}}
	want := `parcels
  list GET /parcels <- parcels.md:1:3
    query page: optional integer <- parcels.md:7:3, nullable of typescript, type of go
    body application/json object
      sent_at: date-time <- type from example
    pages ParcelPage of data, page takes the next number <- type of go
    streams string with watch <- type from name
`
	var out strings.Builder
	if err := printTree(bufio.NewWriter(&out), api, true); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Errorf("tree (-want +got):\n%s", d)
	}
}

func TestEvidenceFlag(t *testing.T) {
	docgen(t, "inspect", "../../testdata/harbor", "--evidence").expect(t, exitOK, " <- ", "")
	docgen(t, "inspect", "../../testdata/harbor", "--evidence", "--format", "json").expect(t, exitUsage, "", "--evidence is for --format tree")
}
