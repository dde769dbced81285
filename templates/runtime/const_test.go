package runtime

import (
	"encoding/json"
	"testing"
)

// A coin is an object with constants of three kinds.
type coin struct {
	Kind  Const                      `json:"kind" const:"coin"`
	Level Const                      `json:"level" const:"2" as:"integer"`
	Round Const                      `json:"round" const:"true" as:"boolean"`
	Extra map[string]json.RawMessage `json:"-"`
}

func (v coin) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *coin) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

// TestConstIsWrittenByItself reads objects, and writes them again as they were read.
func TestConstIsWrittenByItself(t *testing.T) {
	made, err := json.Marshal(coin{})
	if want := `{"kind":"coin","level":2,"round":true}`; err != nil || string(made) != want {
		t.Errorf("%s, %v; want %s", made, err, want)
	}
	for _, c := range []struct {
		json, kind string
		misfits    int
	}{
		{`{"kind":"coin","level":2,"round":true}`, "coin", 0},
		{`{"kind":"note","level":3,"round":false}`, "note", 0},       // newer than the package
		{`{"kind":"\u0063oin","level":2.0,"round":true}`, "coin", 0}, // spelled otherwise
		{`{"kind":"","level":0,"round":false}`, "", 0},
		{`{"kind":7,"level":"2","round":null}`, "", 3},
		{`{"level":2,"round":true}`, "", 1},
		{`{"kind":{"a":1},"level":2,"round":true}`, "", 1},
	} {
		var v coin
		if err := json.Unmarshal([]byte(c.json), &v); err != nil {
			t.Errorf("%s: %v", c.json, err)
		}
		if got := v.Kind.String(); got != c.kind {
			t.Errorf("%s: the kind is %q", c.json, got)
		}
		if got := Misfits(v); len(got) != c.misfits {
			t.Errorf("%s: %v", c.json, got)
		}
		if again, err := json.Marshal(v); err != nil || string(again) != c.json {
			t.Errorf("%s becomes %s, %v", c.json, again, err)
		}
	}
}

// TestConstAlone is a constant outside of its object.
func TestConstAlone(t *testing.T) {
	var v coin
	if err := json.Unmarshal([]byte(`{"kind":"coin","level":2,"round":true}`), &v); err != nil {
		t.Fatal(err)
	}
	alone, err := json.Marshal([]Const{v.Kind, v.Level, {}})
	if want := `["coin",2,null]`; err != nil || string(alone) != want {
		t.Errorf("%s, %v; want %s", alone, err, want)
	}
	if v.Kind.String() != "coin" || v.Level.String() != "2" || (coin{}).Kind.String() != "" {
		t.Error("the text is not what was read")
	}
}
