package tables

import "testing"

func TestRelaxed(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": 1}`:                            `{"a": 1}`,
		"{\n \"a\": 1, // one\n \"b\": 2,\n}": `{"a":1,"b":2}`,
		"[{\"a\": 1}, ...]":                   `[{"a":1}]`,
		"[1, 2, …]":                           `[1,2]`,
		"{'a': 'b', /* c */ \"d\": True}":     `{"a":"b","d":true}`,
		"{\"a\": 1\n \"b\": 2}":               `{"a":1,"b":2}`,
		"{\"a\": \"https://x.example/#y\"}":   `{"a": "https://x.example/#y"}`,
		"{\"a\": }}":                          "",
		"{\"a\": <number>, \"b\": [<string>, ...], \"c\": <what it is>}":                                `{"a":0.5,"b":["string"],"c":null}`,
		"{\"a\": \"x\" | \"y\", \"b\": [<an x>] | [<a y>]\n \"c\": {<names and texts>}, <name>: <int>}": `{"a":"x","b":[],"c":{},"name":1}`,
		"{\"a\": <x":             "",
		"[1 | ]":                 "[1]",
		"{\"a\": 1}\n{\"a\": 2}": `{"a":1}`,
	} {
		got, ok := relaxed(text)
		if got != want || ok != (want != "") {
			t.Errorf("relaxed(%q) is %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestSlotPath(t *testing.T) {
	for path, want := range map[string]string{
		"/a/:id/b": "/a/{id}/b", "/a/{guild.id}": "/a/{guild_id}", "/a/<name>": "/a/{name}", "/a/:id.json": "/a/{id}.json", "a//b/": "/a/b/", "/a/{{id}}": "/a/{id}",
	} {
		if got := slotPath(path); got != want {
			t.Errorf("slotPath(%q) is %q, want %q", path, got, want)
		}
	}
}

func TestNumberOf(t *testing.T) {
	for text, want := range map[string]string{"12": "12", "-1": "-1", "`1 << 3`": "8", "0x10": "16", "007": "", "a": "", "8 (1 << 3)": "8", "1.5": ""} {
		if got, ok := numberOf(text); got != want || ok != (want != "") {
			t.Errorf("numberOf(%q) is %q, want %q", text, got, want)
		}
	}
}
