package runtime

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// A sample has a field of every kind that generated objects have.
type sample struct {
	Name  string                     `json:"name"`
	Count int64                      `json:"count"`
	Ratio float64                    `json:"ratio"`
	Flag  bool                       `json:"flag"`
	When  time.Time                  `json:"when"`
	Type  string                     `json:"type" const:"sample"`
	Raw   json.RawMessage            `json:"raw"`
	Note  Opt[string]                `json:"note"`
	Tags  []string                   `json:"tags"`
	Map   map[string]int64           `json:"map"`
	Next  *sample                    `json:"next"`
	Kids  Opt[[]sample]              `json:"kids,omitzero"`
	Extra map[string]json.RawMessage `json:"-"`
}

func (v sample) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *sample) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

func TestObjectsLoseNothing(t *testing.T) {
	full := `{"name":"n","count":1,"ratio":0.5,"flag":true,"when":"2030-01-02T03:04:05Z","type":"sample","raw":{"a":1},
		"note":"x","tags":["a"],"map":{"k":2},"next":null,"kids":[]}`
	for name, text := range map[string]string{
		"all members":             full,
		"nested":                  `{"name":"n","next":` + full + `,"kids":[` + full + `,` + full + `]}`,
		"missing members":         `{}`,
		"unknown members":         `{"name":"n","zeta":[1,{"a":null}],"alpha":"x"}`,
		"null everywhere":         `{"name":null,"count":null,"ratio":null,"flag":null,"when":null,"type":null,"raw":null,"note":null,"tags":null,"map":null,"next":null,"kids":null}`,
		"another kind everywhere": `{"name":1,"count":"1","ratio":"x","flag":0,"when":"soon","type":7,"raw":7,"note":[],"tags":{},"map":[],"next":"x","kids":"x"}`,
		"zero values":             `{"name":"","count":0,"ratio":0,"flag":false,"when":"0001-01-01T00:00:00Z","type":"","raw":"","note":"","tags":[],"map":{},"next":null}`,
		"another constant":        `{"type":"other"}`,
		"an element that is null": `{"tags":["a",null],"map":{"a":null}}`,
		"fraction for an integer": `{"count":1.5}`,
		"too large an integer":    `{"count":12345678901234567890}`,
		"exponents":               `{"count":1e3,"ratio":1e300}`,
		"escapes":                 `{"na\u006de":"a\n\u2028<&>\u0000","\"\\":1}`,
		"space":                   " {\n\t\"name\" : \"n\" ,\r\n\"tags\":[ \"a\" , \"b\" ] } ",
	} {
		t.Run(name, func(t *testing.T) { roundTrip(t, new(sample), text) })
	}
}

func TestFieldsWinOverExtra(t *testing.T) {
	var v sample
	if err := json.Unmarshal([]byte(`{"name":null,"count":"many","more":1}`), &v); err != nil {
		t.Fatal(err)
	}
	if got := string(v.Extra["count"]); got != `"many"` {
		t.Errorf("Extra[count] is %s", got)
	}
	if raw, ok := v.Extra["tags"]; !ok || raw != nil {
		t.Errorf("Extra[tags] is %q, %v, want nil, true", raw, ok)
	}
	v.Name, v.Count, v.Tags = "set", 3, []string{}
	sameJSON(t, v, `{"name":"set","count":3,"tags":[],"more":1}`)
}

func TestEncodeOfALiteral(t *testing.T) {
	v := sample{Note: Null[string](), Kids: Some([]sample(nil))}
	sameJSON(t, v, `{"name":"","count":0,"ratio":0,"flag":false,"when":"0001-01-01T00:00:00Z","type":"sample","raw":null,
		"note":null,"tags":[],"map":{},"next":null,"kids":[]}`)
	v.Ratio /= v.Ratio
	if _, err := json.Marshal(v); err == nil {
		t.Error("NaN was written as JSON")
	}
}

func TestDecodeReplacesWhatWasRead(t *testing.T) {
	var v sample
	for _, text := range []string{`{"name":"a","unknown":1}`, `{"name":"b","tags":["x"]}`} {
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
	}
	if _, kept := v.Extra["unknown"]; kept || v.Name != "b" {
		t.Errorf("got %+v", v)
	}
}

func TestDecodeKeepsNothingOfItsInput(t *testing.T) {
	data := []byte(`{"name":"plain","tags":["tag"],"unknown":"kept","raw":{"a":"b"}}`)
	var v sample
	if err := v.UnmarshalJSON(data); err != nil {
		t.Fatal(err)
	}
	clear(data)
	if v.Name != "plain" || v.Tags[0] != "tag" || string(v.Extra["unknown"]) != `"kept"` || string(v.Raw) != `{"a":"b"}` {
		t.Errorf("got %+v", v)
	}
}

// TestDecodeOfNonsense calls UnmarshalJSON with what encoding/json never would.
func TestDecodeOfNonsense(t *testing.T) {
	for _, text := range []string{
		`{`, `{"`, `{"name`, `{"name"`, `{"name":`, `{"name":"`, `{"name":"x`, `{"name":"x"`, `{"name":"x",`, `{"name" "x"}`,
		`{"tags":[`, `{"tags":["a"`, `{"tags":["a",`, `{"map":{"a"`, `{"map":{"a":`, `{"next":{`, `{"kids":[{`, `{"unknown":[`,
		`[`, `[]`, `"x"`, `7`, `{,}`, `{"a":,}`, `{:1}`, `{"\uZZZZ":1}`,
	} {
		if err := new(sample).UnmarshalJSON([]byte(text)); err == nil {
			t.Errorf("%s was read without an error", text)
		}
	}
	for _, text := range []string{``, `null`} {
		if err := new(sample).UnmarshalJSON([]byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestMisfitsAreFound(t *testing.T) {
	var v sample
	if err := json.Unmarshal([]byte(`{"name":1,"kids":[{"count":"x"}]}`), &v); err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(Misfits(&v))
	for _, want := range []string{"$.name: a string is due, not 1", "$.count: an integer is required and missing", `$.kids[0].count: an integer is due, not "x"`} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}

func FuzzObject(f *testing.F) {
	f.Add(`{"name":"n","count":1,"when":"2030-01-02T03:04:05+02:00","kids":[{"tags":["a",null]}],"x":{}}`)
	f.Add(`{"name":null,"map":{"":1},"next":{"ratio":1e-9},"raw":[]}`)
	f.Fuzz(func(t *testing.T, text string) {
		var v sample
		_ = v.UnmarshalJSON([]byte(text)) // must not panic, whatever it is
		var object map[string]json.RawMessage
		if json.Unmarshal([]byte(text), &object) != nil || object == nil || repeats(text, object) {
			return
		}
		roundTrip(t, new(sample), text)
	})
}

// repeats reports whether a member occurs twice, so that there is no one object
// to compare with, or holds what only Go's strings tell apart.
func repeats(text string, object map[string]json.RawMessage) bool {
	compact, err := json.Marshal(object)
	return err != nil || strings.Count(text, `"`) != strings.Count(string(compact), `"`) || strings.Contains(text, `\u`) ||
		strings.ToValidUTF8(text, "") != text
}
