package curl_test

import (
	"fmt"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/curl"
)

func constants(cs []model.Constant) string { return fmt.Sprint(append([]model.Constant{}, cs...)) }

func TestMessages(t *testing.T) {
	for text, want := range map[string]string{
		"GET /boats?size=3 HTTP/1.1":                                          "GET /boats [{size 3 }] [] ",
		"POST /boats HTTP/1.1\nHost: x.example\nX-Tide: 4\n\n{\"a\": 1}":      "POST /boats [] [{X-Tide 4 }] {\"a\": 1}",
		"  PUT https://x.example/boats/1\n  Content-Type: text/plain\n\n  on": "PUT https://x.example/boats/1 [] [{Content-Type text/plain }] on",
		"DELETE /boats/1 HTTP/1.1\n{\"why\": \"old\"}":                        "DELETE /boats/1 [] [] {\"why\": \"old\"}",
		"GET /boats and more":                                                 "",
		"GET /boats HTTP/1.1\nno header at all":                               "",
		"HTTP/1.1 200 OK\n\n{}":                                               "",
		"":                                                                    "",
	} {
		if curl.IsMessage(text) != (want != "") {
			t.Errorf("IsMessage(%q) = %v", text, want == "")
		}
		if want == "" {
			continue
		}
		req, err := curl.Read(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := req.Verb + " " + req.URL + " " + constants(req.Query) + " " + constants(req.Headers) + " " + req.Body; got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}
