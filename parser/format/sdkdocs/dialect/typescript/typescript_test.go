package typescript_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/typescript"
)

var signatures = []dialecttest.Case{
	{"client.parcels.create(ParcelCreateParamsbody, RequestOptionsoptions?): Parcel", "parcels.create(ParcelCreateParams) Parcel"},
	{"client.docks.parcels.list(stringdockID, ParcelListParamsquery?, RequestOptionsoptions?): PageCursor<Parcel>", "docks.parcels.list(ParcelListParams) Parcel, page PageCursor"},
	{"client.parcels.list(params?: ParcelListParams, options?: RequestOptions): Page<Parcel>", "parcels.list(ParcelListParams) Parcel, page Page"},
	{"client.parcels.update(parcelID, params, options?): Parcel | null", "parcels.update() Parcel"},
	{"client.parcels.delete(stringparcelID, RequestOptionsoptions?): void", "parcels.delete()"},
	{"client.tides.watch(TideWatchParamsparams, RequestOptionsoptions?): Tide | Stream<TideEvent>", "tides.watch(TideWatchParams) Tide, stream of TideEvent"},
	{"client.tides.follow(options?): Stream<TideEvent>", "tides.follow() TideEvent, stream of TideEvent"},
	{"client.tides.get(options?): APIPromise<Array<Tide>>", "tides.get() Array<Tide>"},
	{"client.labels.move(Record<string, string>body, options?): Record<string, Label>", "labels.move(Record<string, string>) Record<string, Label>"},
	{"parcels.list(dock_id, **kwargs) -> Page<Parcel>", "prose"},
	{"parcels", "prose"},
	{"see parcels.list()", "prose"},
	{"client.parcels.list(", "prose"},
}

func TestSignature(t *testing.T) { dialecttest.Signatures(t, typescript.Dialect{}, signatures) }

var items = []dialecttest.Case{
	// Fields.
	{"id: string", "field id string"},
	{"weight?: number | null", "field weight? null number"},
	{`"created_at[gte]"?: string`, "field created_at[gte]? string"},
	{`"X-Dock": string`, "field X-Dock string"},
	{"tags: Array<string>", "field tags [string]"},
	{"tags: string[]", "field tags [string]"},
	{"labels: Record<string, string | null>", "field labels {string|null}"},
	{`size: "1024x1024" | "a, b" | 3 more | null`, `field size null "1024x1024"|"a, b"|+3`},
	{"route: SeaRoute | AirRoute | 2 more", "field route SeaRoute|AirRoute|+2"},
	{"stop: Array<Dock | Depot | 4 more> | string", "field stop [Dock|Depot|+4]|string"},
	{"seal: true", "field seal true"},
	{"load: Shared.Load", "field load Load"},
	{"file: Core.Uploadable", "field file file"},
	{"config: { depth, tide, 2 more}", "field config object(depth tide +2)"},
	{"extra: unknown", "field extra unknown"},
	{"chart: Chart<Tide>", "field chart unreadable"},
	{"parcelID: string", "field parcelID string, native parcelID"},
	// Named types.
	{"Parcel", "named Parcel Parcel"},
	{"Route = SeaRoute | AirRoute", "named Route SeaRoute|AirRoute"},
	{`Kind = (string & {}) | "box" | "crate" | 7 more`, `named Kind string|"box"|"crate"|+7`},
	{"Parcels = Array<Parcel> | null", "named Parcels null [Parcel]"},
	{"Crate extends Parcel", "named Crate object"},
	{"Crate extends Parcel { id, size }", "named Crate object"},
	{"interface Crate", "named Crate Crate"},
	{"Crate { id, 2 more }", "named Crate Crate object(id +2)"},
	{"unnamed_schema_1 = Response", "named unnamed_schema_1 file"},
	// The argument that carries the parameters.
	{"params: ParcelListParams", "field wrapper params ParcelListParams"},
	{"query?: ParcelListParams | null | undefined", "field wrapper query? null ParcelListParams"},
	{"body: Array<Parcel>", "field body [Parcel]"},
	{"query: string", "field query string"},
	{"TideParams = TideParamsNow | TideParamsLater >> TideParamsBase", "named wrapper TideParamsBase TideParamsBase"},
	{"TideParams = TideParamsNow | TideParamsLater >> TideParamsNow extends TideParamsBase >> stream?: false", "field stream? true|false"},
	{"parcels: Array<Parcel> >> params: ParcelParams", "field params ParcelParams"},
	// Values, and code in bulleted descriptions.
	{`kind: "box" | "crate" >> "box"`, `variant "box"`},
	{`kind: "box" >> "box"`, `variant "box"`},
	{`kind: "box" >> "crate"`, "prose"},
	{`kind: Kind >> (string & {})`, "variant string"},
	{"name: string >> name", "prose"},
	{`name: string >> "Rotterdam"`, "prose"},
	{"name: string >> city: string", "prose"},
	{"Parcel >> eq", "prose"},
	{"Route = SeaRoute | AirRoute >> Array<SeaRoute>", "variant [SeaRoute]"},
	{"Parcel >> docks.list()", "prose"},
	{`"": string`, "prose"},
	{" ", "prose"},
}

func TestItem(t *testing.T) { dialecttest.Items(t, typescript.Dialect{}, items) }

func FuzzDialect(f *testing.F) { dialecttest.Fuzz(f, typescript.Dialect{}, signatures, items) }
