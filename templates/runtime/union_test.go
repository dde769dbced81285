package runtime

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

func TestDiscriminator(t *testing.T) {
	for text, want := range map[string]string{
		`{"type":"a"}`:             "a",
		`{"type":{},"t":1}`:        "{}",
		`{"x":{"type":"b"}}`:       "",
		`{"type":"\u0061"}`:        "a",
		`{"ty\u0070e":"a"}`:        "a",
		`{"type":true}`:            "true",
		`{"type":"a","type":"b"}`:  "b",
		`["type","a"]`:             "",
		`"type"`:                   "",
		`{"type":null}`:            "null",
		`{"a":[1,"]"],"type":"z"}`: "z",
	} {
		if got := (&decoder{data: []byte(text)}).discriminator(0, "type"); got != want {
			t.Errorf("%s has %q, want %q", text, got, want)
		}
	}
}

// A load is a union as generated packages declare them.
type load struct {
	Value loadVariant
	raw   json.RawMessage
}

type loadVariant interface{ isLoad() }

type crate struct {
	Type  string                     `json:"type" const:"crate"`
	Inner Opt[load]                  `json:"inner,omitzero"`
	Extra map[string]json.RawMessage `json:"-"`
}

type (
	loadTexts []string
	loadKind  string
	loadTime  struct{ time.Time }
)

func (crate) isLoad()     {}
func (loadTexts) isLoad() {}
func (loadKind) isLoad()  {}
func (loadTime) isLoad()  {}

func (v crate) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *crate) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

func (v load) RawJSON() json.RawMessage         { return v.raw }
func (v load) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *load) UnmarshalJSON(data []byte) error { return decodeValue(data, v) }
func (*load) table() *union                     { return &unionOfLoad }

var unionOfLoad = union{
	by:   "type",
	told: []told{{"crate", (*crate)(nil)}},
	rest: []any{(*loadTexts)(nil), (*loadTime)(nil), (*loadKind)(nil)},
}

func TestDecodeUnion(t *testing.T) {
	for text, want := range map[string]any{
		`{"type":"crate"}`:       crate{},
		`["a","b"]`:              loadTexts{},
		`"loose"`:                loadKind(""),
		`"tight"`:                loadKind(""),
		`"2030-01-02T03:04:05Z"`: loadTime{},
		`{"type":"barrel"}`:      nil,
		`[1]`:                    nil,
		`7`:                      nil,
		`null`:                   nil,
		`{"type":"crate","inner":{"type":"crate","inner":["x"]},"more":[null]}`: crate{},
		`{"type":"crate","inner":{"type":"barrel"}}`:                            crate{},
		` { "type" : "crate" , "inner" : null } `:                               crate{},
	} {
		v := load{Value: loadKind("before"), raw: json.RawMessage(`"before"`)}
		roundTrip(t, &v, text)
		if reflect.TypeOf(v.Value) != reflect.TypeOf(want) {
			t.Errorf("%s is a %T, want a %T", text, v.Value, want)
		}
		if (v.Value == nil) != (v.RawJSON() != nil) {
			t.Errorf("%s: raw is %q beside %v", text, v.RawJSON(), v.Value)
		}
	}
}

func TestDecodeUnionKeepsNothingOfItsInput(t *testing.T) {
	data := []byte(`{"type":"barrel"}`)
	var v load
	if err := v.UnmarshalJSON(data); err != nil {
		t.Fatal(err)
	}
	clear(data)
	if string(v.RawJSON()) != `{"type":"barrel"}` {
		t.Errorf("got %s", v.RawJSON())
	}
}

func TestEncodeUnion(t *testing.T) {
	var gone *crate
	for _, c := range []struct {
		of   load
		want string
	}{
		{load{}, `null`},
		{load{raw: json.RawMessage(`{"new":1}`)}, `{"new":1}`},
		{load{crate{}, json.RawMessage(`"dropped"`)}, `{"type":"crate"}`},
		{load{&crate{Type: "x"}, nil}, `{"type":"x"}`},
		{load{gone, nil}, `null`},
		{load{loadTexts(nil), nil}, `[]`},
		{load{loadTexts{"a"}, nil}, `["a"]`},
		{load{loadKind("a"), nil}, `"a"`},
		{load{loadTime{time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)}, nil}, `"2030-01-02T03:04:05Z"`},
	} {
		got, err := c.of.MarshalJSON()
		if err != nil || string(got) != c.want {
			t.Errorf("%v: got %s, %v, want %s", c.of, got, err, c.want)
		}
	}
}

func TestWantConstant(t *testing.T) {
	if err := wantConstant([]byte(`"a"`), `"a"`); err != nil {
		t.Error(err)
	}
	for _, other := range []string{`"b"`, `true`, `{}`, `1`} {
		if wantConstant([]byte(other), `"a"`) == nil {
			t.Errorf("%s was taken for \"a\"", other)
		}
	}
	if wantConstant([]byte(`"1"`), `1`) == nil {
		t.Error("a string was taken for a number")
	}
}
