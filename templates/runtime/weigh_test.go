package runtime

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

// What follows are alternatives of every kind as generated packages declare them.
type (
	altText    string
	altAuto    struct{}
	altColor   string
	altTime    struct{ time.Time }
	altDay     struct{ Date }
	altInteger int64
	altNumber  float64
	altFlag    bool
	altTexts   []string
	altCircles []altCircle
	altCircle  struct {
		Radius float64                    `json:"radius"`
		Color  Opt[altColor]              `json:"color,omitzero"`
		Extra  map[string]json.RawMessage `json:"-"`
	}
	altSquare struct {
		Side  int64                      `json:"side"`
		Color Opt[altColor]              `json:"color,omitzero"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	altOne struct {
		Type  string                     `json:"type" const:"one"`
		A     int64                      `json:"a"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	altTwo struct {
		Type  string                     `json:"type" const:"two"`
		A     int64                      `json:"a"`
		B     Opt[string]                `json:"b,omitzero"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	altOpen struct {
		Extra map[string]json.RawMessage `json:"-"`
	}
	altAny struct{ json.RawMessage }
)

func (altAuto) MarshalJSON() ([]byte, error)     { return []byte(`"auto"`), nil }
func (*altAuto) UnmarshalJSON(data []byte) error { return wantConstant(data, `"auto"`) }

func (v altColor) IsKnown() bool { return v == "red" || v == "green" }

// chosen is the type of the alternative that JSON fits best.
func chosen(text string, of ...any) string {
	c := &codec{union: &union{rest: of}}
	best, _ := c.heaviest(&decoder{data: []byte(text)}, 0)
	if best == nil {
		return "none"
	}
	return strings.ToLower(strings.TrimPrefix(best.of.Name(), "alt"))
}

func TestHeaviest(t *testing.T) {
	all := []any{(*altText)(nil), (*altAuto)(nil), (*altColor)(nil), (*altTime)(nil), (*altDay)(nil), (*altInteger)(nil), (*altNumber)(nil),
		(*altFlag)(nil), (*altTexts)(nil), (*altCircles)(nil), (*altCircle)(nil), (*altSquare)(nil), (*altOne)(nil), (*altTwo)(nil), (*altOpen)(nil)}
	for text, want := range map[string]string{
		`"hello"`:                        "text",
		`"auto"`:                         "auto",
		`"red"`:                          "color",
		`"2030-01-02T03:04:05Z"`:         "time",
		`"2030-01-02"`:                   "day",
		`"2030-01-02T03:04"`:             "text",
		`"2030-01-02 03:04:05"`:          "text",
		`"7"`:                            "text",
		`7`:                              "integer",
		`7.5`:                            "number",
		`1e3`:                            "number",
		`true`:                           "flag",
		`["a"]`:                          "texts",
		`["a",null]`:                     "texts",
		`[]`:                             "texts",
		`[{"radius":1}]`:                 "circles",
		`[null,{"radius":1}]`:            "circles",
		`{"radius":1}`:                   "circle",
		`{"radius":"wide"}`:              "open",
		`{"side":1,"color":"red"}`:       "square",
		`{"side":1.5}`:                   "open",
		`{"type":"one","a":1}`:           "one",
		`{"type":"two","a":1}`:           "two",
		`{"type":"two"}`:                 "two",
		`{"type":"two","a":"x"}`:         "open",
		`{"a":1,"b":"x"}`:                "two",
		`{"side":1,"radius":1,"more":1}`: "square",
		`{"type":"three","other":true}`:  "open",
		`{"color":"red"}`:                "open",
		`{}`:                             "open",
		`null`:                           "none",
	} {
		if got := chosen(text, all...); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

func TestHeaviestKnowsWhatFitsNone(t *testing.T) {
	some := []any{(*altOne)(nil), (*altCircle)(nil), (*altTexts)(nil), (*altAuto)(nil), (*altInteger)(nil)}
	for _, text := range []string{`{"type":"two"}`, `{"radius":null}`, `{"color":"red"}`, `{"new":1}`, `{}`, `[1]`, `[null]`, `"manual"`, `"7"`, `7.5`, `true`, `null`} {
		if got := chosen(text, some...); got != "none" {
			t.Errorf("%s is %s, want none", text, got)
		}
		if got := chosen(text, append(some, (*altAny)(nil))...); got != "any" {
			t.Errorf("%s is %s, want any", text, got)
		}
	}
	for _, text := range []string{`{"type":"same"}`, `{"type":"same","c":1}`} {
		if got := chosen(text, (*altSameA)(nil), (*altSameB)(nil)); got != "none" {
			t.Errorf("%s is %s, and lacks what tells it", text, got)
		}
	}
}

// Two alternatives that share a constant and require members of their own.
type (
	altSameA struct {
		Type  string                     `json:"type" const:"same"`
		A     int64                      `json:"a"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	altSameB struct {
		Type  string                     `json:"type" const:"same"`
		B     int64                      `json:"b"`
		Extra map[string]json.RawMessage `json:"-"`
	}
)

// A note of a crew has three forms that share their constant: they differ in
// whether their text is one or many, and in what stands in these.
type (
	shortNote struct {
		Text  string                     `json:"text"`
		From  crewRank                   `json:"from"`
		Kind  Opt[string]                `json:"kind,omitzero" only:"note"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	spokenNote struct {
		Text  []spokenLine               `json:"text"`
		From  crewRank                   `json:"from"`
		Kind  Opt[string]                `json:"kind,omitzero" only:"note"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	loggedNote struct {
		Text  []loggedLine               `json:"text"`
		From  string                     `json:"from" const:"bridge"`
		Page  int64                      `json:"page"`
		Kind  string                     `json:"kind" const:"note"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	spokenLine struct {
		As    string                     `json:"as" const:"spoken"`
		Words string                     `json:"words"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	loggedLine struct {
		As    string                     `json:"as" const:"logged"`
		Words string                     `json:"words"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	crewRank string
)

func (v crewRank) IsKnown() bool { return v == "mate" || v == "bridge" }

func TestAlternativesThatShareAConstant(t *testing.T) {
	for text, want := range map[string]string{
		`{"text":"ahoy","from":"mate"}`:                                                       "shortnote",
		`{"kind":"note","text":"ahoy","from":"bridge"}`:                                       "shortnote",
		`{"kind":"note","text":"ahoy","from":"captain"}`:                                      "shortnote",
		`{"kind":"note","text":[{"as":"spoken","words":"x"}],"from":"mate"}`:                  "spokennote",
		`{"text":[{"as":"spoken","words":"x"}],"from":"bridge"}`:                              "spokennote",
		`{"kind":"note","text":[{"as":"logged","words":"x"}],"from":"bridge","page":3}`:       "loggednote",
		`{"kind":"note","text":[{"as":"logged","words":"x"}],"from":"bridge"}`:                "loggednote",
		`{"kind":"note","text":[{"as":"drawn"}],"from":"mate"}`:                               "none",
		`{"kind":"letter","text":"ahoy","from":"mate"}`:                                       "none",
		`{"kind":"note","text":7,"from":"mate"}`:                                              "none",
		`{"kind":"note","text":[{"as":"spoken","words":"x"},{"as":"drawn"}],"from":"mate"}`:   "spokennote",
		`{"kind":"note","text":[{"as":"spoken","words":["x"]}],"from":"mate","more":[1,[2]]}`: "spokennote",
	} {
		if got := chosen(text, (*loggedNote)(nil), (*spokenNote)(nil), (*shortNote)(nil)); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// A knot is a union without a discriminator that contains itself in two ways.
type (
	knot struct {
		Value knotVariant
		raw   json.RawMessage
	}
	knotVariant interface{ isKnot() }
	loop        struct {
		In    knot                       `json:"in"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	bend struct {
		In    knot                       `json:"in"`
		Tight Opt[bool]                  `json:"tight,omitzero"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	knots []knot
)

func (loop) isKnot()  {}
func (bend) isKnot()  {}
func (knots) isKnot() {}

func (v loop) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *loop) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }
func (v bend) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *bend) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }
func (v knot) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *knot) UnmarshalJSON(data []byte) error { return decodeValue(data, v) }
func (*knot) table() *union                     { return &unionOfKnot }

var unionOfKnot = union{rest: []any{(*loop)(nil), (*bend)(nil), (*knots)(nil)}}

// nest is JSON of knots, so many levels deep.
func nest(open, end string, depth int) []byte {
	return []byte(strings.Repeat(open, depth) + "[]" + strings.Repeat(end, depth))
}

// TestNestedUnionsTakeLinearTime compares depths by what is weighed, because the
// clock of a busy machine says little.
func TestNestedUnionsTakeLinearTime(t *testing.T) {
	for _, in := range [][2]string{{`{"pad":["x",{"y":1}],"in":`, `}`}, {`{"tight":true,"in":`, `}`}, {`[`, `]`}} {
		weights := map[int]int{}
		for _, depth := range []int{200, 400, 4000} {
			data := nest(in[0], in[1], depth)
			var v knot
			d := decoder{data: data}
			if end, err := codecOf(reflect.TypeFor[knot]()).decodeAt(&d, 0, reflect.ValueOf(&v).Elem()); err != nil || end != len(data) {
				t.Fatalf("got %d, %v", end, err)
			}
			weights[depth] = len(d.weights)
			if got, err := v.MarshalJSON(); err != nil || len(got) != len(data) {
				t.Errorf("%d of %d bytes are written, %v", len(got), len(data), err)
			}
		}
		if weights[4000] > 21*weights[200] || weights[400] > 2*weights[200]+10 {
			t.Errorf("%s: weighed %v", in[0], weights)
		}
	}
}

func TestDepthHasALimit(t *testing.T) {
	var v knot
	if err := decodeValue(nest("[", "]", maxDepth+1), &v); err != errDepth {
		t.Errorf("reading gives %v", err)
	}
	if err := json.Unmarshal(nest(`{"in":`, "}", maxDepth/2), &v); err != nil {
		t.Error(err)
	}
	if got := fmt.Sprintf("%T", v.Value); got != "runtime.loop" {
		t.Errorf("got a %s", got)
	}
	list := knots{{}}
	list[0].Value = list
	if _, err := encodeValue(&list); err != errDepth {
		t.Errorf("writing a list that contains itself gives %v", err)
	}
	_ = Misfits(list) // comes to an end
}

func FuzzUnion(f *testing.F) {
	for _, seed := range []string{`{"in":[{"in":[]},null,7]}`, `[[],{"tight":1,"in":{}}]`, `{"in":{"in":{"in":{"in":{"in":{"x":[]}}}}}}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var v knot
		_ = v.UnmarshalJSON([]byte(text)) // must not panic, whatever it is
		var object map[string]json.RawMessage
		if json.Unmarshal([]byte(text), &object) != nil || object == nil || repeats(text, object) {
			return
		}
		roundTrip(t, new(knot), text)
		_ = Misfits(&v)
	})
}
