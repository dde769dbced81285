package runtime

import (
	"encoding/json"
	"iter"
	"reflect"
	"strings"
	"testing"
)

// What follows is what is generated for a talk whose parts arrive as events.

type talkPart struct {
	Value any
	raw   json.RawMessage
}

func (*talkPart) table() *union {
	return &union{by: "type", told: []told{{"text", (*talkText)(nil)}, {"call", (*talkCall)(nil)}}}
}

type talkText struct {
	Text  string                     `json:"text"`
	Type  string                     `json:"type" const:"text"`
	Notes Opt[[]string]              `json:"notes"`
	Extra map[string]json.RawMessage `json:"-"`
}

type talkCall struct {
	ID    string                     `json:"id"`
	Input map[string]json.RawMessage `json:"input"`
	Type  string                     `json:"type" const:"call"`
	Extra map[string]json.RawMessage `json:"-"`
}

type talkUsage struct {
	In    int64                      `json:"in"`
	Out   int64                      `json:"out"`
	Tier  Opt[string]                `json:"tier,omitzero"`
	Extra map[string]json.RawMessage `json:"-"`
}

type talk struct {
	ID    string                     `json:"id"`
	Parts []talkPart                 `json:"parts"`
	Stop  Opt[string]                `json:"stop"`
	Usage talkUsage                  `json:"usage"`
	Type  string                     `json:"type" const:"talk"`
	Extra map[string]json.RawMessage `json:"-"`
}

func eventsOf(t *testing.T, lines string) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		for line := range strings.Lines(lines) {
			if line = strings.TrimSpace(line); line != "" && !yield(json.RawMessage(line), nil) {
				return
			}
		}
	}
}

var talkRule = accumulation{whole: "talk", list: "parts", element: "part", index: "index", delta: "delta", texts: map[string]string{"partial_json": "input"}}

func TestAccumulate(t *testing.T) {
	for name, c := range map[string]struct{ events, want, fail string }{
		"all": {events: `
			{"type":"start","talk":{"id":"t1","parts":[],"stop":null,"usage":{"in":3,"out":1,"tier":"plain"},"type":"talk"}}
			{"type":"part_start","index":0,"part":{"type":"text","text":"","notes":null}}
			{"type":"ping"}
			{"type":"part_delta","index":0,"delta":{"type":"text_delta","text":"Hel"}}
			{"type":"part_start","index":1,"part":{"type":"call","id":"c1","input":{}}}
			{"type":"part_delta","index":0,"delta":{"type":"text_delta","text":"lo"}}
			{"type":"part_delta","index":0,"delta":{"type":"notes_delta","note":"a"}}
			{"type":"part_delta","index":0,"delta":{"type":"notes_delta","note":"b"}}
			{"type":"part_stop","index":0}
			{"type":"part_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"city\": \"Pa"}}
			{"type":"part_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"ris\"}"}}
			{"type":"part_stop","index":1}
			{"type":"delta","id":"e9","delta":{"stop":"end"},"usage":{"out":9,"tier":"plain"}}
			{"type":"stop"}`,
			want: `{"id":"t1","parts":[{"text":"Hello","type":"text","notes":["a","b"]},{"id":"c1","input":{"city":"Paris"},"type":"call"}],"stop":"end","usage":{"in":3,"out":9,"tier":"plain"},"type":"talk"}`},
		"a part that is newer": {events: `
			{"talk":{"id":"t1","parts":[],"stop":null,"usage":{"in":3,"out":1},"type":"talk"}}
			{"index":0,"part":{"type":"song","tune":"do "}}
			{"index":0,"delta":{"type":"tune_delta","tune":"re"}}
			{"index":0}`,
			want: `{"id":"t1","parts":[{"tune":"do re","type":"song"}],"stop":null,"usage":{"in":3,"out":1},"type":"talk"}`},
		"text that is cut short": {events: `
			{"talk":{"id":"t1","parts":[{"type":"call","id":"c1","input":{}}],"stop":null,"usage":{"in":3,"out":1},"type":"talk"}}
			{"index":0,"delta":{"type":"input_json_delta","partial_json":"{\"ci"}}
			{"index":0}`,
			want: `{"id":"t1","parts":[{"id":"c1","input":{},"type":"call","partial_json":"{\"ci"}],"stop":null,"usage":{"in":3,"out":1},"type":"talk"}`},
		"a part that nobody began": {events: `{"index":0,"delta":{"type":"text_delta","text":"x"}}`, fail: "element 0 of parts, of which there are 0"},
		"a part too far":           {events: `{"index":2,"part":{"type":"text","text":""}}`, fail: "element 2 of parts"},
		"no number":                {events: `{"index":"x","part":{"type":"text","text":""}}`, fail: "an event is about element"},
	} {
		t.Run(name, func(t *testing.T) {
			var got talk
			var failed error
			n := 0
			for _, err := range accumulate(&got, talkRule, eventsOf(t, c.events)) {
				n++
				failed = err
			}
			if c.fail != "" {
				if failed == nil || !strings.Contains(failed.Error(), c.fail) {
					t.Errorf("%v", failed)
				}
				return
			}
			if failed != nil || n != strings.Count(strings.TrimSpace(c.events), "\n")+1 {
				t.Fatalf("%d events, %v", n, failed)
			}
			text, err := encodeValue(&got)
			if err != nil || string(text) != c.want {
				t.Errorf("%v\n%s\n%s", err, text, c.want)
			}
		})
	}
}

type talkChoice struct {
	Index   int64                      `json:"index"`
	Finish  Opt[string]                `json:"finish"`
	Message talkMessage                `json:"message"`
	Extra   map[string]json.RawMessage `json:"-"`
}

type talkMessage struct {
	Role    string                     `json:"role" const:"assistant"`
	Content Opt[string]                `json:"content"`
	Calls   []talkToolCall             `json:"calls,omitzero"`
	Extra   map[string]json.RawMessage `json:"-"`
}

type talkToolCall struct {
	ID    string                     `json:"id"`
	Input string                     `json:"input"`
	Extra map[string]json.RawMessage `json:"-"`
}

type talkResult struct {
	ID      string                     `json:"id"`
	Object  string                     `json:"object" const:"talk"`
	Choices []talkChoice               `json:"choices"`
	Usage   Opt[talkUsage]             `json:"usage,omitzero"`
	Extra   map[string]json.RawMessage `json:"-"`
}

func TestAccumulateChunks(t *testing.T) {
	var got talkResult
	rule := accumulation{list: "choices", index: "index", delta: "delta", message: "message"}
	for _, err := range accumulate(&got, rule, eventsOf(t, `
		{"id":"r1","object":"talk.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish":null}],"usage":null}
		{"id":"r1","object":"talk.chunk","choices":[{"index":0,"delta":{"content":"Hel"},"finish":null},{"index":1,"delta":{"content":"Ho"}}]}
		{"id":"r1","object":"talk.chunk","choices":[{"index":0,"delta":{"content":"lo","calls":[{"index":0,"id":"c1","input":"{"}]},"finish":null}]}
		{"id":"r1","object":"talk.chunk","choices":[{"index":0,"delta":{"calls":[{"index":0,"id":"c1","input":"}"}]},"finish":"stop"}]}
		{"id":"r1","object":"talk.chunk","choices":[],"usage":{"in":1,"out":2}}`)) {
		if err != nil {
			t.Fatal(err)
		}
	}
	first := got.Choices[0]
	if text := first.Message.Content.Or(""); got.ID != "r1" || got.Object != "" || text != "Hello" || first.Finish.Or("") != "stop" || len(got.Choices) != 2 ||
		len(first.Message.Calls) != 1 || first.Message.Calls[0].ID != "c1" || first.Message.Calls[0].Input != "{}" || got.Usage.Or(talkUsage{}).Out != 2 {
		text, _ := encodeValue(&got)
		t.Errorf("%s", text)
	}
}

type talkTextParam struct {
	Text  string                     `json:"text"`
	Type  string                     `json:"type" const:"text"`
	Notes []string                   `json:"notes,omitzero"`
	Extra map[string]json.RawMessage `json:"-"`
}

type talkPartParam struct {
	Value any
	raw   json.RawMessage
}

func (*talkPartParam) table() *union {
	return &union{by: "type", told: []told{{"text", (*talkTextParam)(nil)}}}
}

func paramOfPart(v talkPart) (param talkPartParam) { toParam(v, &param); return param }

func TestToParam(t *testing.T) {
	part := talkPart{Value: talkText{Text: "a", Notes: Null[[]string](), Extra: map[string]json.RawMessage{"newer": []byte("1")}}}
	got := paramOfPart(part)
	if want := (talkTextParam{Text: "a", Type: "text"}); !reflect.DeepEqual(got.Value, want) {
		t.Errorf("%#v", got)
	}
	song := talkPart{raw: json.RawMessage(`{"type":"song"}`)}
	if text, err := encodeOwn(paramOfPart(song)); err != nil || string(text) != `{"type":"song"}` {
		t.Errorf("a variant that is newer becomes %s, %v", text, err)
	}
	checkParam(t, func(v talkText) (param talkTextParam) { toParam(v, &param); return param })
}
