package radio_test

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/golden/radio"
)

// This file is written by hand: how a program adds up events whose form docgen.yaml says,
// and how it reads webhooks.

// heard answers each request with signals.
type heard string

func (h heard) Do(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {"text/event-stream"}}, Body: io.NopCloser(strings.NewReader(string(h)))}, nil
}

const signals = `data: {"event": "begin", "call": {"id": "call_1", "channel": "16", "heard": []}}

data: {"event": "sound", "at": 0, "sound": {"kind": "speech", "words": ""}}

data: {"event": "more", "at": 0, "words": "Dover, ", "speaker": "Pilot"}

data: {"event": "more", "at": 0, "words": "come in.", "speaker": "Mate"}

data: {"event": "sound", "at": 1, "sound": {"kind": "signature", "fields": {}}}

data: {"event": "more", "at": 1, "encoded": "{\"mmsi\": \"24"}

data: {"event": "more", "at": 1, "encoded": "4\"}"}

data: {"event": "end", "at": 1}

`

func ExampleCall_Accumulate() {
	client := radio.NewClient(radio.WithHTTPClient(heard(signals)))
	stream, err := client.Calls.NewStreaming(context.Background(), radio.CallNewParams{Channel: radio.Channel16})
	if err != nil {
		fmt.Println(err)
		return
	}
	var call radio.Call
	for _, err := range call.Accumulate(stream.All()) {
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println(string(radio.MustJSON(call)))
	// Output:
	// {"id":"call_1","channel":"16","heard":[{"kind":"speech","words":"Dover, come in.","speaker":"Mate"},{"kind":"signature","fields":{"mmsi":"244"}}]}
}

// TestChannel gives a field of an open enum a constant and a text.
func TestChannel(t *testing.T) {
	name := "ferry"
	for _, p := range []radio.CallNewParams{{Channel: radio.Channel70}, {Channel: radio.Channel(name)}, {Channel: "6"}} {
		if got := string(radio.MustJSON(p)); !strings.Contains(got, `"channel":"`+string(p.Channel)+`"`) {
			t.Errorf("got %s", got)
		}
	}
}

func sign(secret, stamp, body string) http.Header {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(stamp + "." + body))
	return http.Header{"Radio-Sign": {"t=" + stamp + ",v1=" + hex.EncodeToString(mac.Sum(nil))}}
}

func TestWebhook(t *testing.T) {
	const body = `{"type": "ship.lost", "ship": "Elbe"}`
	now, old := fmt.Sprint(time.Now().Unix()), fmt.Sprint(time.Now().Add(-time.Hour).Unix())
	event, err := radio.UnwrapWebhookEvent([]byte(body), sign("sea", now, body), "sea")
	if lost, ok := event.Value.(radio.ShipLostEvent); err != nil || !ok || lost.Ship != "Elbe" {
		t.Errorf("got %v, %v", event, err)
	}
	if _, err := radio.UnwrapWebhookEvent([]byte(body), sign("old", now, body), "sea", "old"); err != nil {
		t.Errorf("the second secret: %v", err)
	}
	event, err = radio.UnwrapWebhookEvent([]byte(`{"type": "ship.found"}`), sign("sea", now, `{"type": "ship.found"}`), "sea")
	if err != nil || event.Value != nil || !bytes.Contains(event.RawJSON(), []byte("ship.found")) {
		t.Errorf("an event that is newer: %v, %v", event, err)
	}
	for name, c := range map[string]struct {
		body, secret string
		header       http.Header
	}{
		"replayed":                 {body, "sea", sign("sea", old, body)},
		"replayed, new time":       {body, "sea", http.Header{"Radio-Sign": {"t=" + now + strings.TrimPrefix(sign("sea", old, body).Get("Radio-Sign"), "t="+old)}}},
		"a wrong secret":           {body, "lake", sign("sea", now, body)},
		"another body":             {body + " ", "sea", sign("sea", now, body)},
		"no header":                {body, "sea", http.Header{}},
		"no secret":                {body, "", sign("", now, body)},
		"the start of a signature": {body, "sea", http.Header{"Radio-Sign": {sign("sea", now, body).Get("Radio-Sign")[:30]}}},
	} {
		if event, err := radio.UnwrapWebhookEvent([]byte(c.body), c.header, c.secret); err == nil || event.Value != nil {
			t.Errorf("%s: %v", name, event)
		}
	}
}
