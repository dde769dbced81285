package emit_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// rich is an API with everything that the generator tells apart, and with the
// names and texts of somebody who wants to break it.
func rich(t *testing.T) *model.API {
	t.Helper()
	b := builder{API: &model.API{
		Title:   "Harbor API",
		Servers: []model.Server{{URL: "https://api.harbor.example/v2"}},
		Auth: []model.Auth{
			{ID: "harbor_token", Scheme: model.AuthBearer, Env: "HARBOR_TOKEN"},
			{ID: "harbor_admin_key", Scheme: model.AuthHeader, Name: "X-Admin-Key", Env: "HARBOR_ADMIN_KEY"},
		},
		Headers: []model.Constant{{Name: "harbor-version", Value: "2030-01-01"}},
		Pages:   []*model.Page{{Path: "parcels.md", URL: "https://docs.harbor.example/parcels"}},
	}}
	b.scalars()
	b.parcels()
	b.unions()
	b.hostile()
	b.methods()
	b.iterators()
	sortTypes(b.Types)
	return b.API
}

type builder struct{ *model.API }

func (b *builder) named(id string, t *model.Type) *model.NamedType {
	n := &model.NamedType{ID: id, Name: id, Type: t, Resource: "parcels"}
	b.Types = append(b.Types, n)
	return n
}

func kind(k model.Kind) *model.Type   { return &model.Type{Kind: k} }
func ref(id string) *model.Type       { return &model.Type{Kind: model.KindRef, Ref: id} }
func list(t *model.Type) *model.Type  { return &model.Type{Kind: model.KindArray, Elem: t} }
func byKey(t *model.Type) *model.Type { return &model.Type{Kind: model.KindMap, Elem: t} }

func constant(literal model.Literal) *model.Type {
	return &model.Type{Kind: model.KindConst, Literal: literal}
}

func enum(literals ...model.Literal) *model.Type {
	e := &model.Enum{}
	for _, l := range literals {
		e.Values = append(e.Values, model.EnumValue{Literal: l})
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

func object(fields ...*model.Field) *model.Type {
	return &model.Type{Kind: model.KindObject, Fields: fields}
}

func union(discriminator string, types ...*model.Type) *model.Type {
	u := &model.Type{Kind: model.KindUnion, Discriminator: discriminator}
	for _, t := range types {
		u.Variants = append(u.Variants, &model.Variant{Type: t})
	}
	return u
}

func req(name string, t *model.Type) *model.Field {
	return &model.Field{Name: name, Type: t, Required: true}
}

func opt(name string, t *model.Type) *model.Field { return &model.Field{Name: name, Type: t} }

func nullable(f *model.Field) *model.Field {
	f.Nullable = true
	return f
}

var (
	text    = kind(model.KindString)
	integer = kind(model.KindInteger)
	number  = kind(model.KindNumber)
	boolean = kind(model.KindBoolean)
	anyJSON = kind(model.KindAny)
)

func (b *builder) scalars() {
	b.named("Alias", text)
	b.named("AliasOfAlias", ref("Alias"))
	b.named("Loop", ref("Pool"))
	b.named("Pool", ref("Loop"))
	b.named("Anything", anyJSON)
	b.named("Moment", kind(model.KindDateTime))
	b.named("Grid", list(list(number)))
	b.named("Forest", list(ref("Forest")))
	b.named("Prices", byKey(number))
	b.named("Status", enum(`"in_transit"`, `"delivered"`, `""`, `"+1"`, `"-1"`, `"1"`, `"1024x1024"`, `"a-b"`, `"a_b"`, `"A_B"`, `"in_transit"`))
	b.named("Level", enum(`1`, `2`, `-3`))
	b.named("Ratio", enum(`1`, `0.5`, `1.0`))
	b.named("Mixed", enum(`1`, `"one"`, `null`))
	b.named("Switch", enum(`true`, `false`))
}

func (b *builder) parcels() {
	b.named("Parcel", object(
		req("id", text), req("type", constant(`"parcel"`)), req("version", constant(`2`)), req("tracked", constant(`true`)),
		nullable(req("note", text)), opt("weight", number), nullable(opt("count", integer)),
		req("created_at", kind(model.KindDateTime)), opt("due", kind(model.KindDate)),
		req("status", ref("Status")), opt("level", ref("Level")), req("tags", list(text)),
		req("labels", byKey(text)), req("meta", anyJSON), opt("hint", anyJSON), opt("parent", ref("Parcel")),
		opt("mixed", ref("Mixed")), opt("kind", constant(`"box"`)), opt("alias", ref("AliasOfAlias")),
		opt("events", list(ref("Event"))), opt("loop", ref("Loop")), opt("grid", ref("Grid")),
	)).Doc = "A parcel on its way.\n\n- one\n- two\n\n```\ncode()\n```\n\nSee [the guide](https://harbor.example/guide)."
	b.named("Chicken", object(req("egg", ref("Egg"))))
	b.named("Egg", object(req("chicken", ref("Chicken")), req("self", ref("Egg"))))
	b.named("Empty", object())
	page := b.named("ParcelListResponse", object(req("data", list(ref("Parcel"))), req("has_more", boolean)))
	page.Anonymous = true
}

func (b *builder) unions() {
	b.named("Scanned", object(req("type", constant(`"scanned"`)), req("at", text)))
	b.named("Lost", object(req("type", constant(`"lost"`)), opt("since", text)))
	b.named("Event", union("type", ref("Scanned"), ref("Lost"), ref("Lost"), kind(model.KindNull)))
	b.named("Crane", object(req("type", constant(`"crane"`)), req("lifts", number)))
	b.named("Truck", object(opt("type", constant(`"truck"`)), req("wheels", integer)))
	b.named("Tool", union("", ref("Crane"), ref("Truck"), ref("Tool")))
	b.named("Machine", union("type", ref("Tool"), ref("Scanned"), text))
	b.named("Circle", object(req("radius", number)))
	b.named("Square", object(req("side", number), opt("color", text)))
	b.named("Shape", union("", ref("Circle"), ref("Square")))
	b.named("Content", union("", text, list(ref("Event")), list(number), byKey(integer), ref("Shape"), integer,
		number, boolean, kind(model.KindDateTime), constant(`"auto"`), constant(`"none"`), ref("Alias"), ref("Status"), anyJSON))
	b.named("Deep", union("", ref("Deep"), list(ref("Deep")), text))
	b.named("Ambiguous", union("type", ref("Scanned"), ref("Scanned2")))
	b.named("Scanned2", object(req("type", constant(`"scanned"`)), req("port", text)))
}

// hostile has what would break out of a comment, a literal, a tag or a name.
func (b *builder) hostile() {
	evil := "//go:build ignore\n+build ignore\n*/ package evil /*\n\u2028//line x.go:1\n`\x00\ufeff\u202e\r//export X"
	b.named("type", object(req("func", text), req("Extra", text), req("extra", text), req("MarshalJSON", text), req("fields", text)))
	b.named("Error", object(req("message", text)))
	b.named("Client", object(req("a`b", text), req(`a"b`, text), req(`a\b`, text), req("a,b", text), req("", text), req("-", text),
		req("$client", text), req("client", text), req("+1", text), req("-1", text), req("日本", text), req("a.b", text),
		req("a\nb", text), req("2fa", text), req("ids", text), req("imageURLs", text), req("a.b", integer)))
	n := b.named("Evil`\n//go:embed", object(&model.Field{Name: "x", Type: constant(model.Literal(`"\u0060\n*/"`)), Required: true, Doc: evil, Deprecated: evil, Default: `"` + "`" + `"`}))
	n.Doc, n.Deprecated = evil, evil
	b.named("parcels.Parcel", object(req("id", text))).Name = "Parcel"
	b.named("admin.Parcel", object(req("id", text))).Name = "Parcel"
}

func at(line int32) source.Span {
	return source.Span{File: "parcels.md", Start: source.Pos{Line: line, Column: 1}}
}

func response(line int32, text string) *model.Example {
	return &model.Example{Kind: model.ExampleResponse, Text: text, Span: at(line)}
}

func request(line int32, body string) *model.Example {
	return &model.Example{Kind: model.ExampleRequest, Span: at(line), Request: &model.Request{Body: body}}
}

func param(location model.Location, style string, f *model.Field) *model.Param {
	return &model.Param{Location: location, Style: style, Field: *f}
}

func returns(t *model.Type) *model.Response { return &model.Response{Type: t} }

const parcelJSON = `{"id":"p_1","type":"parcel","version":2,"tracked":true,"note":null,"weight":1.50,"count":null,
	"created_at":"2030-01-02T03:04:05.6+02:00","due":"2030-01-02","status":"brand_new","level":1,"tags":[],"labels":{"a":"b"},
	"meta":{"big":12345678901234567890,"n":null},"parent":{"id":"p_0","type":"parcel","version":2,"tracked":true,"note":"<&>",
	"created_at":"2030-01-02T03:04:05Z","status":"","tags":["x"],"labels":{},"meta":null},
	"events":[{"type":"scanned","at":"x"},{"type":"lost","since":"y","more":[1]}],"grid":[[1,2.5],[]],"unknown":{"a":[1,null]}}`

func (b *builder) methods() {
	get := &model.Method{ID: "parcels.retrieve", Name: "retrieve", Title: "Retrieve a parcel", Verb: "GET", Path: "/parcels/{parcel_id}",
		Params: []*model.Param{param(model.LocationPath, "", req("parcel_id", text))}, Returns: returns(ref("Parcel")), Span: at(1),
		Auth: []string{"harbor_token"}, Examples: []*model.Example{response(10, parcelJSON),
			{Kind: model.ExampleResponse, Text: `{"id":7}`, Conflict: "id is a number", Span: at(20)},
			response(30, `{"id":"p","type":"parcel","version":2,"tracked":true,"note":"n","created_at":"2030-01-02T03:04:05Z","status":"+1","tags":["`+"`"+`"],"labels":{},"meta":0}`)}}
	create := &model.Method{ID: "parcels.create", Name: "create", Verb: "POST", Path: "/parcels", Deprecated: "Use something else.",
		Body: &model.Body{ContentType: "application/json", Required: true, Type: object(req("weight", number), req("fragile", constant(`true`)),
			req("mode", constant(`"sea"`)), opt("note", text), nullable(opt("limit", integer)), req("content", ref("Content")))},
		Params: []*model.Param{param(model.LocationQuery, "", opt("limit", integer)), param(model.LocationHeader, "", opt("x-trace", list(text))),
			param(model.LocationCookie, "", opt("session", text)), param(model.LocationHeader, "", req("x-fixed", constant(`"on"`)))},
		Returns: returns(ref("Parcel")), Examples: []*model.Example{request(40, `{"weight":0,"fragile":true,"mode":"sea","note":"","content":[{"type":"lost"}],"more":1}`)}}
	find := &model.Method{ID: "parcels.list", Name: "list", Verb: "GET", Path: "/parcels", Query: []model.Constant{{Name: "beta", Value: "true"}},
		Params: []*model.Param{param(model.LocationQuery, "brackets", opt("tags", list(text))), param(model.LocationQuery, "comma", opt("ids", list(text))),
			param(model.LocationQuery, "", opt("filter", ref("Prices"))), param(model.LocationQuery, "", opt("status", ref("Status")))},
		Headers: []model.Constant{{Name: "X-Beta", Value: "1"}}, Returns: returns(ref("ParcelListResponse"))}
	replace := &model.Method{ID: "parcels.labels", Name: "labels", Verb: "PUT", Path: "/parcels/{type}/labels/{level}/{}",
		Params: []*model.Param{param(model.LocationPath, "", req("type", ref("Status"))), param(model.LocationPath, "", req("level", ref("Level")))},
		Body:   &model.Body{ContentType: "application/json", Type: ref("Prices")}, Returns: returns(byKey(ref("Event")))}
	remove := &model.Method{ID: "parcels.delete", Name: "delete", Verb: "DELETE", Path: "/parcels/{parcel_id}"}
	labels := &model.Resource{ID: "parcels.labels", Name: "labels", Methods: []*model.Method{
		{ID: "parcels.labels.list", Name: "list", Verb: "GET", Path: "/labels", Returns: returns(list(ref("Shape"))),
			Examples: []*model.Example{response(50, `[{"radius":1},{"side":2,"color":"red"}]`)}},
		{ID: "parcels.labels.latest", Name: "latest", Verb: "GET", Path: "/labels/latest", Returns: returns(ref("Content")),
			Examples: []*model.Example{response(60, `"auto"`), response(61, `"2030-01-02T03:04:05Z"`), response(62, `7`), response(63, `[]`),
				response(64, `[1]`), response(65, `{"side":1}`), response(66, `{"x":1}`), response(67, `null`), response(68, `false`), response(69, `"free"`)}},
		{ID: "parcels.labels.machines", Name: "machines", Verb: "GET", Path: "/machines", Returns: returns(list(ref("Machine"))),
			Examples: []*model.Example{response(80, `[{"type":"truck","wheels":4},{"wheels":6},{"type":"crane","lifts":1.5},{"type":"scanned","at":"x"},"none"]`)}},
		{ID: "parcels.labels.count", Name: "count", Verb: "GET", Path: "/labels/count", Returns: returns(integer)},
		{ID: "parcels.labels.raw", Name: "raw", Verb: "GET", Path: "/labels/raw", Returns: returns(anyJSON)},
	}}
	upload := &model.Method{ID: "files.upload", Name: "upload", Verb: "POST", Path: "/files", Returns: returns(ref("Empty")),
		Body: &model.Body{ContentType: "multipart/form-data", Required: true, Type: object(req("file", kind(model.KindFile)),
			opt("more", list(kind(model.KindFile))), opt("purpose", ref("Status")), opt("options", ref("Square")))}}
	put := &model.Method{ID: "files.put", Name: "put", Verb: "PUT", Path: "/files/{id}",
		Body: &model.Body{ContentType: "application/octet-stream", Type: kind(model.KindFile)}}
	download := &model.Method{ID: "files.content", Name: "content", Verb: "GET", Path: "/files/{file_id}/content"}
	b.Resources = []*model.Resource{
		{ID: "parcels", Name: "parcels", Title: "Parcels", Methods: []*model.Method{get, create, find, replace, remove}, Resources: []*model.Resource{labels}},
		{ID: "files", Name: "files", Methods: []*model.Method{upload, put, download}},
		{ID: "windows", Name: "windows", Methods: []*model.Method{{ID: "windows.test", Name: "test", Verb: "PURGE", Path: "/w"}}},
	}
}
