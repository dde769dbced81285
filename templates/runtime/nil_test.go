package runtime

import (
	"encoding/json"
	"errors"
	"net/http"
	"testing"
)

// A hold has unions in all places that a program sets.
type hold struct {
	Load  load                       `json:"load"`
	Maybe Opt[load]                  `json:"maybe,omitzero"`
	Loads []load                     `json:"loads"`
	Named map[string]load            `json:"named"`
	Extra map[string]json.RawMessage `json:"-"`
}

func (v hold) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *hold) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

// TestNilPointerAsVariant wants a nil pointer to be written as null wherever it
// stands, also over what was read there, and to be no variant for As.
func TestNilPointerAsVariant(t *testing.T) {
	none := load{Value: (*crate)(nil)}
	const want = `{"load":null,"maybe":null,"loads":[null],"named":{"a":null}}`
	full := hold{Load: none, Maybe: Some(none), Loads: []load{none}, Named: map[string]load{"a": none}}
	if text, err := json.Marshal(full); err != nil || string(text) != want {
		t.Errorf("got %s, %v", text, err)
	}
	if got := misfitsOf(full); got != "" {
		t.Errorf("got %s", got)
	}
	for _, text := range []string{
		`{"load":{"type":"crate"},"maybe":{"type":"crate"},"loads":[{"type":"crate"}],"named":{"a":{"type":"crate"}}}`,
		`{"load":["a",null],"maybe":["a",null],"loads":[["a",null]],"named":{"a":["a",null]}}`,
		`{"load":{"type":"crate","inner":7},"maybe":{"type":"crate","inner":7},"loads":[{"type":"crate","inner":7}],"named":{"a":{"type":"crate","inner":7}}}`,
		`{"load":7,"maybe":7,"loads":[7],"named":{"a":7}}`,
	} {
		var v hold
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		v.Load.Value, v.Loads[0].Value = none.Value, none.Value
		inner := v.Maybe.Or(load{})
		inner.Value = none.Value
		named := v.Named["a"]
		named.Value = none.Value
		v.Maybe, v.Named["a"] = Some(inner), named
		if back, err := json.Marshal(v); err != nil || string(back) != want {
			t.Errorf("%s: got %s, %v", text, back, err)
		}
		if got := misfitsOf(v); got != "" {
			t.Errorf("%s: got %s", text, got)
		}
	}
	if v, ok := As[crate](none.Value); ok || v.Type != "" {
		t.Errorf("got %v", v)
	}
	if at, ok := As[*crate](none.Value); !ok || at != nil {
		t.Errorf("got %v, %v as what it is", at, ok)
	}
	err := flatten("load", &none, repeat, func(name, text string) { t.Errorf("got %s=%s", name, text) })
	parts, formErr := partsOf(&full, repeat)
	if err != nil || formErr != nil || len(parts) != 0 {
		t.Errorf("got %v, %v, %v", err, formErr, parts)
	}
}

// TestZeroValues calls what a program has before it has a client.
func TestZeroValues(t *testing.T) {
	for name, tr := range map[string]*transport{"none": nil, "zero": {}} {
		if _, err := send[node](t.Context(), tr, newRequest(http.MethodGet, "/n"), nil); err == nil || err.Error() != "GET /n: no client: make one with NewClient" {
			t.Errorf("%s: got %v", name, err)
		}
		if _, err := sendEvents[node](t.Context(), tr, newRequest(http.MethodGet, "/n"), nil); err == nil {
			t.Errorf("%s: got no error", name)
		}
		for _, err := range eachItem(noParams{}, func(_ *noParams, c *cursor) ([]node, error) {
			return send[[]node](t.Context(), tr, newRequest(http.MethodGet, "/n"), c.options(nil))
		}) {
			if err == nil {
				t.Errorf("%s: got no error", name)
			}
		}
	}
	for want, e := range map[string]*Error{"no error": nil, "0": {}, "0: null does not fit": {Err: errNull}, "404 Not Found": {StatusCode: 404, Request: &http.Request{}}} {
		if got := e.Error(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if e.RequestID() != "" || e != nil && !errors.Is(e, e.Err) && e.Err != nil {
			t.Errorf("got %q, %v", e.RequestID(), e.Unwrap())
		}
		if err := e.Decode(new(any)); err == nil {
			t.Errorf("%s has a body", want)
		}
	}
}
