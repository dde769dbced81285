package link

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// FuzzSplit holds members and elements of valid JSON to what the decoder makes of it.
func FuzzSplit(f *testing.F) {
	for _, text := range []string{
		`{}`, `[]`, ` {"a": 1, "b" : [1, {"c": "}\"]"}] , "\u0061\n": null}`, `[ 1 ,"a,]", {"b":[]}, [[ ]], -1.5e3, true ]`, `{"a":{"b":{}},"a":2}`, `"x"`, `[1]`, "{\"\xff\": 1}",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.TrimSpace(text)
		if !json.Valid([]byte(text)) {
			return
		}
		var value any
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&value); err == nil && !reflect.DeepEqual(value, decodeValid(text)) {
			t.Errorf("%q is %#v, want %#v", text, decodeValid(text), value)
		}
		var want []json.RawMessage
		if text[0] == '[' {
			if err := json.Unmarshal([]byte(text), &want); err != nil {
				return // deeper than the decoder goes
			}
		}
		have := elementsOf(json.RawMessage(text))
		if len(have) != len(want) {
			t.Fatalf("%q has %d elements, want %d", text, len(have), len(want))
		}
		for i := range have {
			if string(have[i]) != string(want[i]) {
				t.Errorf("element %d of %q is %q, want %q", i, text, have[i], want[i])
			}
		}
		members := jsonMembers(text)
		split := membersOf(json.RawMessage(text))
		if len(split) != len(members) {
			t.Fatalf("%q has %d members, want %d", text, len(split), len(members))
		}
		for i := range split {
			if split[i].name != members[i].name || string(split[i].value) != string(members[i].value) {
				t.Errorf("member %d of %q is %+v, want %+v", i, text, split[i], members[i])
			}
		}
	})
}
