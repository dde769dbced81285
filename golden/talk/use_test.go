package talk_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/golden/talk"
)

// This file is written by hand: how a program talks with tools, and how it is tested
// without a network.

// A server is a talk.Doer that answers with one body after the other and keeps what
// it was asked.
type server struct {
	contentType string
	status      int
	answers     []string
	asked       []string
}

func (s *server) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	s.asked = append(s.asked, string(body))
	answer := s.answers[0]
	s.answers = s.answers[1:]
	return &http.Response{
		StatusCode: max(s.status, 200), Header: http.Header{"Content-Type": {s.contentType}, "X-Request-Id": {"req_1"}, "X-Calls-Left": {"7"}},
		Body: io.NopCloser(strings.NewReader(answer)),
	}, nil
}

func ExampleTalk_ToParam() {
	doer := &server{contentType: "application/json", answers: []string{
		`{"id": "talk_1", "content": [{"type": "call", "id": "call_1", "name": "tides", "input": {"harbor": "Delft"}}], "role": "machine", "stop": "call", "usage": {"in": 3, "out": 9}}`,
		`{"id": "talk_2", "content": [{"type": "text", "text": "High at noon.", "notes": null}], "role": "machine", "stop": "end", "usage": {"in": 20, "out": 4}}`,
	}}
	client := talk.NewClient(talk.WithHTTPClient(doer))
	params := talk.TalkNewParams{
		Turns: []talk.TalkParam{talk.NewTalkUser("When is high tide?")},
		Tools: talk.Some([]talk.Tool{{Name: "tides"}}),
	}
	for {
		answer, err := client.Talks.New(context.Background(), params)
		if err != nil {
			fmt.Println(err)
			return
		}
		var results []talk.PartParam
		for _, part := range answer.Content {
			switch part := part.Value.(type) {
			case talk.TextPart:
				fmt.Println(part.Text)
			case talk.CallPart:
				results = append(results, talk.PartParam{Value: talk.ResultPartParam{CallID: part.ID, Content: talk.Some([]talk.TextPartParam{{Text: "12:00"}})}})
			}
		}
		if len(results) == 0 {
			break
		}
		params.Turns = append(params.Turns, answer.ToParam(), talk.NewTalkUser(results))
	}
	fmt.Println(doer.asked[1])
	// Output:
	// High at noon.
	// {"turns":[{"content":"When is high tide?","role":"user"},{"content":[{"type":"call","id":"call_1","name":"tides","input":{"harbor":"Delft"}}],"role":"machine"},{"content":[{"type":"result","call_id":"call_1","content":[{"type":"text","text":"12:00"}]}],"role":"user"}],"tools":[{"name":"tides"}]}
}

const events = `data: {"type": "talk_start", "talk": {"id": "talk_1", "content": [], "role": "machine", "stop": null, "usage": {"in": 3, "out": 0}}}

data: {"type": "part_start", "index": 0, "part": {"type": "text", "text": "", "notes": null}}

data: {"type": "part_delta", "index": 0, "delta": {"type": "text_delta", "text": "Let me "}}

data: {"type": "part_delta", "index": 0, "delta": {"type": "text_delta", "text": "look."}}

data: {"type": "part_stop", "index": 0}

data: {"type": "part_start", "index": 1, "part": {"type": "call", "id": "call_1", "name": "tides", "input": {}}}

data: {"type": "part_delta", "index": 1, "delta": {"type": "input_json_delta", "partial_json": "{\"harbor\": \"De"}}

data: {"type": "part_delta", "index": 1, "delta": {"type": "input_json_delta", "partial_json": "lft\"}"}}

data: {"type": "part_stop", "index": 1}

data: {"type": "talk_delta", "delta": {"stop": "call"}, "usage": {"in": 3, "out": 9}}

data: {"type": "talk_stop"}

`

func ExampleTalk_Accumulate() {
	client := talk.NewClient(talk.WithHTTPClient(&server{contentType: "text/event-stream", answers: []string{events}}))
	stream, err := client.Talks.NewStreaming(context.Background(), talk.TalkNewParams{Turns: []talk.TalkParam{talk.NewTalkUser("When is high tide?")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var answer talk.Talk
	for event, err := range answer.Accumulate(stream.All()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		if delta, ok := event.Value.(talk.PartDeltaEvent); ok {
			if text, ok := delta.Delta.Value.(talk.TextDelta); ok {
				fmt.Print(text.Text)
			}
		}
	}
	text, err := json.Marshal(answer)
	fmt.Printf("\n%s %v\n", text, err)
	// Output:
	// Let me look.
	// {"id":"talk_1","content":[{"type":"text","text":"Let me look.","notes":null},{"type":"call","id":"call_1","name":"tides","input":{"harbor":"Delft"}}],"role":"machine","stop":"call","usage":{"in":3,"out":9}} <nil>
}

func ExampleWithResponse() {
	answer := `{"id": "talk_1", "content": [], "role": "machine", "stop": "end", "usage": {"in": 3, "out": 0}}`
	client := talk.NewClient(talk.WithHTTPClient(&server{contentType: "application/json", answers: []string{answer}}))
	var resp *http.Response
	if _, err := client.Talks.New(context.Background(), talk.TalkNewParams{}, talk.WithResponse(&resp)); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(resp.Header.Get("X-Calls-Left"))
	// Output: 7
}

func ExampleError() {
	problem := `{"error": {"type": "not_found", "message": "There is no such talk."}}`
	client := talk.NewClient(talk.WithHTTPClient(&server{contentType: "application/json", status: 404, answers: []string{problem}}))
	_, err := client.Talks.New(context.Background(), talk.TalkNewParams{})
	var failed *talk.Error
	if errors.As(err, &failed) {
		fmt.Println(failed.StatusCode, failed.Type, failed.Message, failed.RequestID())
	}
	// Output: 404 not_found There is no such talk. req_1
}

func ExampleWithLogger() {
	doer := &server{contentType: "application/json", status: 404, answers: []string{`{}`}}
	plain := func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "time" || a.Key == "duration" {
			return slog.Attr{}
		}
		return a
	}
	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: plain}))
	client := talk.NewClient(talk.WithHTTPClient(doer), talk.WithTalkKey("secret"), talk.WithLogger(logger))
	_, _ = client.Talks.New(context.Background(), talk.TalkNewParams{})
	// Output: level=WARN msg=request method=POST url=https://api.talk.example/v1/talks status=404 request_id=req_1
}

// TestOptions are options of a call that change what the method sends.
func TestOptions(t *testing.T) {
	doer := &server{contentType: "application/json", answers: []string{`{"id": "talk_1"}`}}
	client := talk.NewClient(talk.WithHTTPClient(doer), talk.WithMiddleware(
		func(r *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			if r.URL.RawQuery != "beta=true" || r.Header.Get("User-Agent") != "" {
				t.Errorf("%s, %s", r.URL, r.Header)
			}
			return next(r)
		}))
	_, err := client.Talks.New(t.Context(), talk.TalkNewParams{Mood: talk.Some(talk.TalkNewParamsMoodCalm)},
		talk.WithJSON("voice.speed", 2), talk.WithoutJSON("mood"), talk.AddQuery("beta", "true"), talk.WithoutHeader("User-Agent"))
	if err != nil || doer.asked[0] != `{"turns":[],"voice":{"speed":2}}` {
		t.Errorf("%s, %v", doer.asked, err)
	}
}
