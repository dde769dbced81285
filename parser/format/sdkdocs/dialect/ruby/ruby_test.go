package ruby_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/ruby"
)

var signatures = []dialecttest.Case{
	{"docks.parcels.update(parcel_id, **kwargs) -> Parcel", "docks.parcels.update() Parcel"},
	{"parcels.list(**kwargs) -> CursorPage<Parcel>", "parcels.list() Parcel, page CursorPage"},
	{"parcels.send_(parcel_id) -> Parcel", "parcels.send() Parcel"},
	{"parcels.delete(parcel_id) -> void", "parcels.delete()"},
	{"labels.print(label_id) -> StringIO", "labels.print() StringIO"},
	{"tides.all() -> Array[Tide]", "tides.all() Array[Tide]"},
	{"parcels.list(**kwargs)", "prose"},
	{"parcels.list(**kwargs) -> SyncPage[Parcel]", "prose"},
	{"parcels.create(ParcelCreateParams**kwargs) -> Parcel", "prose"},
	{"client.parcels.list(): Page<Parcel>", "prose"},
}

func TestSignature(t *testing.T) { dialecttest.Signatures(t, ruby.Dialect{}, signatures) }

var items = []dialecttest.Case{
	// Fields.
	{"id: String", "field id string"},
	{"count: Integer", "field count integer"},
	{"weight: Float", "field weight float"},
	{"sealed: bool", "field sealed boolean"},
	{"sent_at: Time", "field sent_at date-time"},
	{"format_: String", "field format string, native format_"},
	{"kind: :box", `field kind "box"`},
	{`kind: :box | :"1024x1024" | :"a, b" | 3 more`, `field kind "box"|"1024x1024"|"a, b"|+3`},
	{"labels: Hash[Symbol, untyped]", "field labels {unknown}"},
	{"parcels: Array[Crate | Box | 2 more]", "field parcels [Crate|Box|+2]"},
	{"params: { depth, tide, 2 more}", "field params object(depth tide +2)"},
	{"stops: Array[Stop{ id, dock}]", "field stops [Stop object(id dock)]"},
	{"chart: Chart[Tide]", "field chart unreadable"},
	// Named types.
	{"class Parcel", "named Parcel object"},
	{"class Crate < Parcel", "named Crate object"},
	{"Route = SeaRoute | AirRoute{ id}", "named Route SeaRoute|AirRoute object(id)"},
	{"UnionMember1 = Array[String | Float]", "named UnionMember1 [string|float]"},
	// Titles that say nothing.
	{"name: String | Name >> String = String", "variant string"},
	{"kind: Kind >> Kind = :box | :crate", `variant "box"|"crate"`},
	{"Kind = :box | :crate | String >> Kind = :box | :crate", `variant "box"|"crate"`},
	{"kind: Kind >> String", "variant string"},
	// Values, and code in bulleted descriptions.
	{`kind: :box | :"x-large" >> :"x-large"`, `variant "x-large"`},
	{"kind: :box >> :crate", "prose"},
	{"name: String >> :box", "prose"},
	{"class Parcel >> id: String", "field id string"},
	{"class Parcel >> eq", "prose"},
	{"name: String >> city: String", "prose"},
	{"Route = SeaRoute | AirRoute >> class SeaRoute", "named SeaRoute object"},
	{":", "prose"},
	{"", "prose"},
}

func TestItem(t *testing.T) { dialecttest.Items(t, ruby.Dialect{}, items) }

func FuzzDialect(f *testing.F) { dialecttest.Fuzz(f, ruby.Dialect{}, signatures, items) }
