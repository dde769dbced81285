package http_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
)

func TestSignature(t *testing.T) {
	dialecttest.Signatures(t, http.Dialect{}, []dialecttest.Case{
		{"client.parcels.list(): Page<Parcel>", "prose"},
		{"parcels.update(parcel_id, **kwargs) -> Parcel", "prose"},
		{"get /parcels", "prose"},
	})
}

var items = []dialecttest.Case{
	// Fields.
	{"id: string", "field id string"},
	{"weight: optional number", "field weight? number"},
	{"optional: optional string", "field optional? string"},
	{`"harbor-edition": optional string`, "field harbor-edition? string"},
	{`"created[gte]": string`, "field created[gte] string"},
	{`"a: b": string`, "field a: b string"},
	{"note: string or null", "field note null string"},
	{"stops: array of Stop or null", "field stops null [Stop]"},
	{`mode: "sea" or "rail" or 2 more`, `field mode "sea"|"rail"|+2`},
	{"labels: map[string]", "field labels {string}"},
	{"crate: Crate { id, size, 2 more }", "field crate Crate object(id size +2)"},
	{"count: 12", "field count 12"},
	{"tide: chart(", "field tide unreadable"},
	{`"": number`, "field number"},
	// Named types and titled alternatives.
	{"Crate object { id, size }", "named Crate object(id size)"},
	{"Crate = object { id }", "named Crate object(id)"},
	{"Crates = array of Crate", "named Crates [Crate]"},
	// Alternatives and values.
	{`"sea"`, `variant "sea"`},
	{"array of string", "variant [string]"},
	{"Crate", "variant Crate"},
	{"mode: Mode >> \"sea\"", `variant "sea"`},
	// What descriptions speak of.
	{"", "prose"},
	{"name: string >> sea", "prose"},
	{`name: string >> "sea"`, "prose"},
	{"name: string >> size: number", "prose"},
}

func TestItem(t *testing.T) { dialecttest.Items(t, http.Dialect{}, items) }

func FuzzDialect(f *testing.F) { dialecttest.Fuzz(f, http.Dialect{}, items) }
