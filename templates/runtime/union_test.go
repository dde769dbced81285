package runtime

import (
	"encoding/json"
	"testing"
)

var sampleShapes = []shape{
	{variant: "text", kinds: kindString},
	{variant: "auto", kinds: kindString, values: []string{"auto"}, closed: true},
	{variant: "color", kinds: kindString, values: []string{"red", "green"}},
	{variant: "time", kinds: kindString, format: "date-time"},
	{variant: "day", kinds: kindString, format: "date"},
	{variant: "integer", kinds: kindInteger},
	{variant: "number", kinds: kindNumber},
	{variant: "flag", kinds: kindBoolean},
	{variant: "texts", kinds: kindArray, items: []shape{{kinds: kindString}}},
	{variant: "circles", kinds: kindArray, items: []shape{{kinds: kindObject, required: []string{"radius"}}}},
	{variant: "circle", kinds: kindObject, required: []string{"radius"}, known: []string{"color"}},
	{variant: "square", kinds: kindObject, required: []string{"side"}, known: []string{"color"}},
	{variant: "one", kinds: kindObject, consts: []constMember{{"type", "one"}}, required: []string{"a"}},
	{variant: "two", kinds: kindObject, consts: []constMember{{"type", "two"}}, required: []string{"a"}},
	{variant: "open", kinds: kindObject},
}

func TestChooseVariant(t *testing.T) {
	for text, want := range map[string]string{
		`"hello"`:                        "text",
		`"auto"`:                         "auto",
		`"red"`:                          "color",
		`"2030-01-02T03:04:05Z"`:         "time",
		`"2030-01-02"`:                   "day",
		`"2030-01-02T03:04"`:             "text",
		`7`:                              "integer",
		`7.5`:                            "number",
		`1e3`:                            "number",
		`true`:                           "flag",
		`["a"]`:                          "texts",
		`[]`:                             "texts",
		`[{"radius":1}]`:                 "circles",
		`{"radius":1}`:                   "circle",
		`{"side":1,"color":"red"}`:       "square",
		`{"type":"one","a":1}`:           "one",
		`{"type":"two","a":1}`:           "two",
		`{"type":"two"}`:                 "two",
		`{"a":1}`:                        "one",
		`{"side":1,"radius":1,"more":1}`: "circle",
		`{"type":"three","other":true}`:  "open",
		`{}`:                             "open",
		`null`:                           "",
	} {
		if got := chooseVariant([]byte(text), sampleShapes); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}

func TestChooseVariantKnowsWhatFitsNone(t *testing.T) {
	shapes := []shape{
		{variant: "one", kinds: kindObject, consts: []constMember{{"type", "one"}}},
		{variant: "numbers", kinds: kindArray, items: []shape{{kinds: kindNumber}}},
		{variant: "auto", kinds: kindString, values: []string{"auto"}, closed: true},
	}
	for _, text := range []string{`{"type":"two"}`, `["a"]`, `"manual"`, `7`, `null`} {
		if got := chooseVariant([]byte(text), shapes); got != "" {
			t.Errorf("%s is %q, want none", text, got)
		}
	}
	anything := append(shapes, shape{variant: "any", kinds: kindAny})
	if got := chooseVariant([]byte(`7`), anything); got != "any" {
		t.Errorf("7 is %q, want any", got)
	}
}

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
		if got := discriminator([]byte(text), "type"); got != want {
			t.Errorf("%s has %q, want %q", text, got, want)
		}
	}
}

func TestEncodeUnion(t *testing.T) {
	type texts []string
	for _, c := range []struct {
		variant any
		raw     json.RawMessage
		want    string
	}{
		{nil, nil, `null`},
		{nil, json.RawMessage(`{"new":1}`), `{"new":1}`},
		{node{ID: "a"}, json.RawMessage(`"dropped"`), `{"id":"a","weight":0,"children":[]}`},
		{texts(nil), nil, `[]`},
		{texts{"a"}, nil, `["a"]`},
		{kind(2), nil, `2`},
	} {
		got, err := encodeUnion(c.variant, c.raw)
		if err != nil || string(got) != c.want {
			t.Errorf("%v, %s: got %s, %v, want %s", c.variant, c.raw, got, err, c.want)
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

func TestKeepRawCopies(t *testing.T) {
	data := []byte(`{"a":1}`)
	raw := keepRaw(data)
	clear(data)
	if string(raw) != `{"a":1}` {
		t.Errorf("got %s", raw)
	}
}
