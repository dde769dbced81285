package runtime

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestMiddleware(t *testing.T) {
	var order []string
	note := func(name string) Middleware {
		return func(r *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			order = append(order, name)
			r.Header.Set("X-"+name, "1")
			return next(r)
		}
	}
	rec := &recorder{status: 503}
	tr := rec.transport(WithMiddleware(note("A"), note("B")), WithMaxRetries(1))
	tr.config.sleep = func(context.Context, time.Duration) error { return nil }
	err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), []Option{WithMiddleware(note("C"))})
	if got := strings.Join(order, ""); err == nil || got != "ABCABC" || rec.got.Header.Get("X-C") != "1" {
		t.Errorf("%s, %v", got, err)
	}
	if order = nil; sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), nil) == nil || strings.Join(order, "") != "ABAB" {
		t.Errorf("an option of a call stays: %v", order)
	}
}

func TestResponseOfACall(t *testing.T) {
	var resp *http.Response
	rec := &recorder{answer: `{}`}
	if _, err := sendFor(t.Context(), rec.transport(), newRequest(http.MethodGet, "/n"), []Option{WithResponse(&resp)}, new(node)); err != nil || resp == nil || resp.Header.Get("X-Trace") != "t" {
		t.Errorf("%v, %v", resp, err)
	}
	resp, rec.status = nil, 404
	if err := sendOnly(t.Context(), rec.transport(), newRequest(http.MethodGet, "/n"), []Option{WithResponse(&resp)}); err == nil || resp == nil || resp.StatusCode != 404 {
		t.Errorf("%v, %v", resp, err)
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		name       string
		opts       []Option
		query      string
		body, fail string
	}{
		{name: "nothing", query: "a=1&b=2", body: `{"a":{"b":[1,2]}}`},
		{name: "add a query", opts: []Option{AddQuery("a", "x y")}, query: "a=1&b=2&a=x+y", body: `{"a":{"b":[1,2]}}`},
		{name: "drop a query", opts: []Option{WithoutQuery("a")}, query: "b=2", body: `{"a":{"b":[1,2]}}`},
		{name: "in order", opts: []Option{AddQuery("a", "3"), WithoutQuery("a"), AddQuery("a", "4")}, query: "b=2&a=4", body: `{"a":{"b":[1,2]}}`},
		{name: "set", opts: []Option{WithJSON("new.at", true)}, query: "a=1&b=2", body: `{"a":{"b":[1,2]},"new":{"at":true}}`},
		{name: "element", opts: []Option{WithJSON("a.b.1", "<x>"), WithJSON("a.b.2", 3)}, query: "a=1&b=2", body: `{"a":{"b":[1,"<x>",3]}}`},
		{name: "drop", opts: []Option{WithoutJSON("a.b.0")}, query: "a=1&b=2", body: `{"a":{"b":[2]}}`},
		{name: "drop what is not there", opts: []Option{WithoutJSON("x.y")}, query: "a=1&b=2", body: `{"a":{"b":[1,2]}}`},
		{name: "null", opts: []Option{WithJSON("a", nil)}, query: "a=1&b=2", body: `{"a":null}`},
		{name: "no such element", opts: []Option{WithJSON("a.b.7", 1)}, fail: "element 7 of 2"},
		{name: "into a number", opts: []Option{WithJSON("a.b.0.c", 1)}, fail: "body a.b.0.c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rec := new(recorder)
			r := newRequest(http.MethodPost, "/n")
			a, b, body := "1", "2", MustJSON(map[string]any{"a": map[string]any{"b": []int{1, 2}}})
			r.setQuery("a", &a, repeat)
			r.setQuery("b", &b, repeat)
			r.setJSON(&body)
			err := sendOnly(t.Context(), rec.transport(), r, c.opts)
			if c.fail != "" {
				if err == nil || !strings.Contains(err.Error(), c.fail) {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil || rec.got.URL.RawQuery != c.query || rec.body != c.body || rec.got.ContentLength != int64(len(c.body)) {
				t.Errorf("%s %s %d, %v", rec.got.URL.RawQuery, rec.body, rec.got.ContentLength, err)
			}
		})
	}
	if err := sendOnly(t.Context(), new(recorder).transport(), newRequest(http.MethodGet, "/n"), []Option{WithJSON("a", 1)}); err == nil {
		t.Error("a request without a body has a member set")
	}
}

func TestWithoutHeader(t *testing.T) {
	rec := new(recorder)
	tr := rec.transport(WithoutHeader("user-agent"), WithoutHeader("Harbor-Version"), WithoutHeader("X-Back"))
	if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), []Option{WithHeader("X-Back", "1")}); err != nil {
		t.Fatal(err)
	}
	if h := rec.got.Header; h.Get("User-Agent") != "" || h.Get("Harbor-Version") != "" || h.Get("X-Back") != "1" {
		t.Error(rec.got.Header)
	}
}

func TestTimeoutOfATry(t *testing.T) {
	tries := 0
	block := doerFunc(func(r *http.Request) (*http.Response, error) {
		if tries++; tries == 1 {
			<-r.Context().Done()
			return nil, r.Context().Err()
		}
		return new(recorder).Do(r)
	})
	tr := new(recorder).transport(WithHTTPClient(block), WithTimeout(time.Millisecond), WithMaxRetries(1))
	tr.config.sleep = func(context.Context, time.Duration) error { return nil }
	if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), nil); err != nil || tries != 2 {
		t.Errorf("%d tries, %v", tries, err)
	}
	tries = 0
	err := sendOnly(t.Context(), tr, newRequest(http.MethodPost, "/n"), nil)
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "WithTimeout") || tries != 1 {
		t.Errorf("%d tries, %v", tries, err)
	}
	hasDeadline := doerFunc(func(r *http.Request) (*http.Response, error) {
		_, limited := r.Context().Deadline()
		return &http.Response{StatusCode: 200, Header: http.Header{"X-Limited": {map[bool]string{true: "yes", false: "no"}[limited]}}, Body: http.NoBody}, nil
	})
	for _, c := range []struct {
		opts          []Option
		whole, pieces string
	}{{nil, "yes", "no"}, {[]Option{WithTimeout(time.Hour)}, "yes", "yes"}, {[]Option{WithTimeout(0)}, "no", "no"}} {
		var whole *http.Response
		tr := new(recorder).transport(append(c.opts, WithHTTPClient(hasDeadline))...)
		if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), []Option{WithResponse(&whole)}); err != nil || whole.Header.Get("X-Limited") != c.whole {
			t.Errorf("whole: %v, %v", whole, err)
		}
		got, err := download(t.Context(), tr, newRequest(http.MethodGet, "/n"), nil)
		if err != nil || got.Header.Get("X-Limited") != c.pieces {
			t.Errorf("pieces: %v, %v", got, err)
		}
	}
}

func TestLogger(t *testing.T) {
	defer func(old []credential) { credentials = old }(credentials)
	credentials = []credential{{id: "k", scheme: "header", name: "X-Key"}, {id: "q", scheme: "query", name: "key"}}
	var log bytes.Buffer
	l := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	rec := &recorder{status: 404}
	_ = sendOnly(t.Context(), rec.transport(withSecret("k", "secret-1"), withSecret("q", "secret-2"), WithLogger(l)), newRequest(http.MethodGet, "/n", "k", "q"), nil)
	refuse := doerFunc(func(r *http.Request) (*http.Response, error) { return nil, errors.New("refused secret-1") })
	_ = sendOnly(t.Context(), rec.transport(WithHTTPClient(refuse), WithMaxRetries(0), withSecret("k", "secret-1"), WithLogger(l)), newRequest(http.MethodGet, "/n", "k"), nil)
	text := log.String()
	if strings.Contains(text, "secret") || strings.Count(text, "level=WARN") != 2 || !strings.Contains(text, "status=404") || !strings.Contains(text, "refused") {
		t.Error(text)
	}
}

func TestDownloadFacts(t *testing.T) {
	for disposition, want := range map[string]string{`attachment; filename="../../a b.txt"`: "a b.txt", `attachment; filename=".."`: "", "": "", `attachment; filename*=UTF-8''%c3%bc.txt`: "ü.txt"} {
		d := newDownload(&http.Response{Header: http.Header{"Content-Type": {"text/plain"}, "Content-Disposition": {disposition}}, ContentLength: 7, Body: io.NopCloser(strings.NewReader("content"))})
		if d.Name != want || d.ContentType != "text/plain" || d.Length != 7 {
			t.Errorf("%q: %+v", disposition, d)
		}
	}
}

func TestErrorObject(t *testing.T) {
	for body, want := range map[string][3]string{
		`{"type":"error","error":{"type":"not_found_error","message":"no such thing"}}`: {"not_found_error", "", "no such thing"},
		`{"error":{"message":"m","type":"t","code":"c"}}`:                               {"t", "c", "m"},
		`{"errors":[{"code":7003,"message":"first"},{"message":"second"}]}`:             {"", "7003", "first"},
		`{"title":"T","detail":"D","type":"about:blank"}`:                               {"about:blank", "", "D"},
		`{"error":"invalid_grant","error_description":"d"}`:                             {"", "invalid_grant", "d"},
		`{"error":{"code":404,"status":"NOT_FOUND","message":"m"}}`:                     {"NOT_FOUND", "404", "m"},
		`{"type":"error","error":{"message":"m"}}`:                                      {"", "", "m"},
		`{"error":"plain"}`: {"", "", "plain"},
		`<html>`:            {}, `[]`: {}, ``: {}, `{"message":{}}`: {}, `{"message"`: {},
	} {
		err := sendOnly(t.Context(), (&recorder{status: 400, answer: body}).transport(), newRequest(http.MethodGet, "/n"), nil)
		var failed *Error
		if !errors.As(err, &failed) || [3]string{failed.Type, failed.Code, failed.Message} != want {
			t.Errorf("%s: %+v", body, failed)
		}
	}
}
