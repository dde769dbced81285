// The programs of this folder make the same calls through a generated package and
// through the vendor's own client, and print the requests that each sends.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"sort"
	"strings"
)

// A request is what was sent: headers by name, and the body in a form that does
// not depend on the order of members or on a boundary.
type request struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Headers map[string]string `json:"headers"`
	Body    any               `json:"body,omitempty"`
}

// A recorder keeps the first request and answers each with an empty object.
type recorder struct{ got *request }

func (r *recorder) Do(req *http.Request) (*http.Response, error) {
	if r.got == nil {
		got, err := recorded(req)
		if err != nil {
			return nil, err
		}
		r.got = got
	}
	return &http.Response{
		StatusCode: 200, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader("{}")), Request: req,
	}, nil
}

func recorded(req *http.Request) (*request, error) {
	query := req.URL.Query()
	got := &request{Method: req.Method, URL: req.URL.Scheme + "://" + req.URL.Host + req.URL.EscapedPath(), Headers: map[string]string{}}
	if len(query) > 0 {
		got.URL += "?" + strings.ReplaceAll(query.Encode(), "+", "%20")
	}
	for name, values := range req.Header {
		name = http.CanonicalHeaderKey(name)
		got.Headers[name] = strings.Join(values, ",")
	}
	var body []byte
	if req.Body != nil {
		var err error
		if body, err = io.ReadAll(req.Body); err != nil {
			return nil, err
		}
	}
	media, params, _ := mime.ParseMediaType(req.Header.Get("Content-Type"))
	switch {
	case len(body) == 0:
	case strings.HasPrefix(media, "multipart/"):
		got.Headers["Content-Type"] = media
		got.Body = parts(body, params["boundary"])
	case media == "application/json":
		if err := json.Unmarshal(body, &got.Body); err != nil {
			return nil, err
		}
	default:
		got.Body = string(body)
	}
	return got, nil
}

// parts are those of a form, each with its headers.
func parts(body []byte, boundary string) []string {
	var out []string
	r := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		p, err := r.NextRawPart()
		if err != nil {
			return out
		}
		content, _ := io.ReadAll(p)
		_, disposition, _ := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
		text := disposition["name"]
		if name := disposition["filename"]; name != "" {
			text += " file " + name + " " + p.Header.Get("Content-Type")
		}
		out = append(out, text+": "+string(content))
	}
}

// A pair is one call in both clients.
type pair struct {
	name      string
	ours, sdk func(ctx context.Context) error
}

// run makes the calls, each with recorders of its own, which use hands to the
// clients.
func run(calls []pair, ours, sdk *recorder) {
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	sort.SliceStable(calls, func(i, j int) bool { return calls[i].name < calls[j].name })
	for _, c := range calls {
		ours.got, sdk.got = nil, nil
		// What the clients make of the empty answer is not the matter here.
		_ = c.ours(context.Background())
		_ = c.sdk(context.Background())
		if ours.got == nil || sdk.got == nil {
			fmt.Fprintf(os.Stderr, "%s: sent by ours: %t, by the vendor's: %t\n", c.name, ours.got != nil, sdk.got != nil)
			os.Exit(1)
		}
		if err := out.Encode(map[string]any{"name": c.name, "ours": ours.got, "sdk": sdk.got}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// from is a value made of its JSON.
func from[T any](text string) (v T) {
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return v
}

// drop drops a result.
func drop[T any](_ T, err error) error { return err }

func file() io.Reader { return strings.NewReader("a line\n") }
