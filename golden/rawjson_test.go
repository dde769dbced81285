package golden_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/golden/harbor"
	"github.com/docgen-go/docgen/golden/talk"
)

// answerOf is a Doer that answers each request with one text.
func answerOf(contentType, body string) harbor.DoerFunc {
	return func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {contentType}}, Body: io.NopCloser(strings.NewReader(body))}, nil
	}
}

// A part is an object that was read, with the text that it was read from.
type part struct {
	value any
	want  string
}

func checkParts(t *testing.T, parts map[string]part, rawJSON func(any) json.RawMessage) {
	t.Helper()
	for name, p := range parts {
		if got := string(rawJSON(p.value)); got != p.want {
			t.Errorf("%s: got %s, want %s", name, got, p.want)
		}
	}
}

// TestRawJSONOfAllParts reads objects of every place, in spellings that encoding would
// change, and asks each for its JSON.
func TestRawJSONOfAllParts(t *testing.T) {
	const (
		size   = `{ "length_mm":1e2,"width_mm" : 2 }`
		paper  = `{"pages":2, "type":"paper" , "newer": [ 1 ]}`
		crate  = `{"type": "crate",  "planks":9}`
		person = `{"first_name":"Aino", "last_name" :"V\u00e4in\u00f6"}`
		parcel = `{ "recipient": ` + person + `, "contents" :[` + paper + ` , ` + crate + `], "dimensions":` + size + `, "id":"p" }`
	)
	client := harbor.NewClient(harbor.WithHTTPClient(answerOf("application/json", ` {"data":[`+parcel+`, {"id":"q"}],"has_more":false} `)))
	page, err := client.Parcels.List(t.Context())
	if err != nil || len(page.Data) != 2 || len(page.Data[0].Contents) != 2 {
		t.Fatal(page, err)
	}
	first := page.Data[0]
	first.ID = "another"
	checkParts(t, map[string]part{
		"result":          {page, `{"data":[` + parcel + `, {"id":"q"}],"has_more":false}`},
		"element":         {first, parcel},
		"by pointer":      {&page.Data[1], `{"id":"q"}`},
		"member":          {first.Dimensions, size},
		"union":           {first.Recipient, person},
		"variant":         {first.Recipient.Value, person},
		"union in a list": {first.Contents[0], paper},
		"unknown variant": {first.Contents[1], crate},
		"made":            {harbor.Parcel{ID: "r"}, ""},
		"no object":       {first.ID, ""},
		"nothing":         {nil, ""},
		"nil pointer":     {(*harbor.Parcel)(nil), ""},
		"no variant":      {harbor.Recipient{}, ""},
	}, harbor.RawJSON)
	if got := string(first.Recipient.RawJSON()); got != person {
		t.Errorf("the method of a union gives %s, want %s", got, person)
	}
	harbor.RawJSON(first)[0] = 'x'
	if got := string(harbor.RawJSON(first)); got != parcel {
		t.Errorf("a change of the copy changed %s", got)
	}
}

// TestRawJSONOfMapsAndBuffers reads values of a map from a buffer that is used again.
func TestRawJSONOfMapsAndBuffers(t *testing.T) {
	const able = `{"max_weight_grams" :  1.50e3}`
	text := []byte(`{"capabilities":{"sea":` + able + `,"air":{}}}`)
	var carrier harbor.Carrier
	if err := json.Unmarshal(text, &carrier); err != nil {
		t.Fatal(err)
	}
	whole := string(text)
	clear(text)
	checkParts(t, map[string]part{
		"sea":  {carrier.Capabilities["sea"], able},
		"air":  {carrier.Capabilities["air"], "{}"},
		"none": {carrier.Capabilities["road"], ""},
		"all":  {carrier, whole},
	}, harbor.RawJSON)
}

// TestRawJSONOfEvents reads a stream, and what its events add up to, which no server
// wrote.
func TestRawJSONOfEvents(t *testing.T) {
	const scanned = `{"depot" : "AMS-2", "type":"parcel.scanned"}`
	client := harbor.NewClient(harbor.WithHTTPClient(answerOf("text/event-stream", "data: "+scanned+"\n\n")))
	stream, err := client.Parcels.Events.Stream(t.Context(), "p", harbor.ParcelEventStreamParams{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for event, err := range stream.All() {
		if n++; err != nil || string(harbor.RawJSON(event)) != scanned {
			t.Errorf("got %s, %v", harbor.RawJSON(event), err)
		}
	}
	if n != 1 {
		t.Errorf("%d events", n)
	}
	const events = "data: {\"type\": \"talk_start\", \"talk\": {\"id\": \"t\", \"content\": [], \"role\": \"machine\"}}\n\n" +
		"data: {\"type\": \"part_start\", \"index\": 0, \"part\": {\"type\": \"text\", \"text\": \"\"}}\n\n" +
		"data: {\"type\": \"part_delta\", \"index\": 0, \"delta\": {\"type\": \"text_delta\", \"text\": \"a\"}}\n\n"
	talks := talk.NewClient(talk.WithHTTPClient(answerOf("text/event-stream", events)))
	heard, err := talks.Talks.NewStreaming(t.Context(), talk.TalkNewParams{Turns: []talk.TalkParam{talk.NewTalkUser("?")}})
	if err != nil {
		t.Fatal(err)
	}
	var sum talk.Talk
	if err := json.Unmarshal([]byte(`{"id":"before"}`), &sum); err != nil || talk.RawJSON(sum) == nil {
		t.Fatal(sum, err)
	}
	for _, err := range sum.Accumulate(heard.All()) {
		if err != nil || talk.RawJSON(sum) != nil {
			t.Errorf("a sum was read from %s, %v", talk.RawJSON(sum), err)
		}
	}
	if len(sum.Content) != 1 || talk.RawJSON(sum.Content[0]) != nil {
		t.Errorf("got %d parts", len(sum.Content))
	}
	if got := talk.RawJSON(sum.ToParam()); got != nil {
		t.Errorf("what a request takes was read from %s", got)
	}
}
