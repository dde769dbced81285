package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
)

func TestReadProse(t *testing.T) {
	for doc, want := range map[string]prose{
		"":                                    {},
		"The weight of a parcel.":             {},
		"Defaults to `20`.":                   {hasDefault: true, defaultValue: "20", quoted: true},
		`The default is "sea".`:               {hasDefault: true, defaultValue: "sea", quoted: true},
		"How many (default: 5).":              {hasDefault: true, defaultValue: "5"},
		"By default true.":                    {hasDefault: true, defaultValue: "true"},
		"**Default:** `sea`.":                 {hasDefault: true, defaultValue: "sea", quoted: true},
		"Default=7":                           {hasDefault: true, defaultValue: "7"},
		"Default value of 1,000.":             {hasDefault: true, defaultValue: "1,000"},
		"The default is 20, at most 100.":     {hasDefault: true, defaultValue: "20", maximum: "100"},
		"Defaulting to 5 if omitted.":         {hasDefault: true, defaultValue: "5"},
		"If True (default), floats.":          {hasDefault: true, defaultValue: "True"},
		"One of 'sea' (default) and 'air'.":   {hasDefault: true, defaultValue: "sea", quoted: true},
		"Defaults to 5 for ships.":            {},
		"Defaults to 5 when it is cold.":      {},
		"`other` defaults to 5.":              {},
		"Ranges from `1` to `1,000`.":         {minimum: "1", maximum: "1000"},
		"A value between 0 and 1.5.":          {minimum: "0", maximum: "1.5"},
		"Maximum of 64.":                      {maximum: "64"},
		"Must be at least 3.":                 {minimum: "3"},
		"An RFC 3339 datetime.":               {time: true},
		"A timestamp (ISO 8601).":             {time: true},
		"Per ISO 8601 durations.":             {},
		"Formatted YYYY-MM-DD.":               {date: true},
		"Like YYYY-MM-DDTHH:MM:SS.":           {},
		"A Unix timestamp.":                   {unixTime: true},
		"Number of parcels.":                  {integer: true},
		"Dates in RFC 3339, not YYYY-MM-DD.":  {time: true},
		"Defaults\nto `20`.":                  {hasDefault: true, defaultValue: "20", quoted: true},
		"The default\n\nqueue.":               {},
		"The default\n- queue.":               {},
		"The default\n2. queue.":              {},
		"The default queue takes the parcel.": {hasDefault: true, defaultValue: "queue"},
	} {
		if diff := cmp.Diff(want, readProse("", doc, model.KindNumber), cmp.AllowUnexported(prose{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", doc, diff)
		}
	}
}

// A default is taken where it is a value of the type, and from nothing else.
func TestDefaultLiteral(t *testing.T) {
	modes := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"sea"`}, {Literal: `2`}}}}
	kind := func(k model.Kind) *model.Type { return &model.Type{Kind: k} }
	for _, tc := range []struct {
		doc  string
		typ  *model.Type
		want model.Literal
	}{
		{"Defaults to `1,000`.", kind(model.KindInteger), "1000"},
		{"Defaults to `-2.5`.", kind(model.KindNumber), "-2.5"},
		{"Defaults to `many`.", kind(model.KindNumber), ""},
		{"Defaults to true.", kind(model.KindBoolean), "true"},
		{"Defaults to yes.", kind(model.KindBoolean), ""},
		{"Defaults to False.", kind(model.KindBoolean), "false"},
		{"If True (default), does so.", kind(model.KindBoolean), "true"},
		{"`own` defaults to 1,000.", kind(model.KindInteger), "1000"},
		{"Default 3.", kind(model.KindNumber), "3"},
		{"Options: 'name' (default), 'age'", kind(model.KindString), `"name"`},
		{"Defaults to `north`.", kind(model.KindString), `"north"`},
		{"Defaults to north.", kind(model.KindString), ""}, // may be a part of a sentence
		{"Defaults to `null`.", kind(model.KindString), ""},
		{"Defaults to `<dock>`.", kind(model.KindString), ""},
		{"Defaults to sea.", modes, `"sea"`},
		{"Defaults to 2.", modes, "2"},
		{"Defaults to air.", modes, ""},
		{"Defaults to `sea`.", &model.Type{Kind: model.KindConst, Literal: `"sea"`}, `"sea"`},
		{"Defaults to `air`.", &model.Type{Kind: model.KindConst, Literal: `"sea"`}, ""},
		{"Defaults to `[]`.", kind(model.KindArray), ""},
	} {
		f := &model.Field{Type: tc.typ}
		inferDefault(f, tc.typ, readProse("own", tc.doc, tc.typ.Kind))
		if f.Default != tc.want || (f.Evidence.Of(model.FactDefault) == model.SourceProse) != (tc.want != "") {
			t.Errorf("%q of %s: %q by %q, want %q", tc.doc, tc.typ.Kind, f.Default, f.Evidence.Of(model.FactDefault), tc.want)
		}
	}
}

// Bounds are taken for numbers; those of text or lists may count anything.
func TestInferLimits(t *testing.T) {
	for _, tc := range []struct {
		kind     model.Kind
		doc      string
		min, max model.Literal
	}{
		{model.KindInteger, "Ranges from 1 to 50.", "1", "50"},
		{model.KindNumber, "At most 2.5.", "", "2.5"},
		{model.KindString, "Maximum of 64.", "", ""},
		{model.KindArray, "Between 1 and 3.", "", ""},
		{model.KindInteger, "A count.", "", ""},
	} {
		f := &model.Field{Type: &model.Type{Kind: tc.kind}}
		inferLimits(f, readProse("own", tc.doc, tc.kind))
		if tc.min == "" && tc.max == "" {
			if f.Limits != nil {
				t.Errorf("%q of %s has limits %+v", tc.doc, tc.kind, *f.Limits)
			}
			continue
		}
		if f.Limits == nil || f.Limits.Minimum != tc.min || f.Limits.Maximum != tc.max {
			t.Errorf("%q of %s: %+v, want %q to %q", tc.doc, tc.kind, f.Limits, tc.min, tc.max)
		}
	}
}

func TestCountName(t *testing.T) {
	for name, want := range map[string]bool{
		"parcel_count": true, "maxTokens": true, "page": true, "size_bytes": true, "top_k": true,
		"length": false, "total": false, "count_rate": false, "": false,
	} {
		if countName(name) != want {
			t.Errorf("countName(%q) is %v", name, !want)
		}
	}
}

func TestTimeBound(t *testing.T) {
	for name, want := range map[string]bool{
		"created_at[gte]": true, "created_at.lt": true, "sent_at_before": true, "sent_at[lte]": true,
		"created_at": false, "weight[gte]": false, "chat[gt]": false,
	} {
		if timeBound.MatchString(name) != want {
			t.Errorf("timeBound of %q is %v", name, !want)
		}
	}
}
