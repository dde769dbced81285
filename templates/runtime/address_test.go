package runtime

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"testing"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct{ base, path, want string }{
		{"https://harbor.example", "/v1/notes", "https://harbor.example/v1/notes?tag=x"},
		{"https://harbor.example/", "/v1/notes", "https://harbor.example/v1/notes?tag=x"},
		{"https://proxy.example/acme?token=abc", "/v1/notes", "https://proxy.example/acme/v1/notes?tag=x&token=abc"},
		{"https://proxy.example/a%2Fb/?token=a%20b", "/v1/n%2F1", "https://proxy.example/a%2Fb/v1/n%2F1?tag=x&token=a+b"},
		{"http://user:pass@proxy.example:8080", "/v1/notes", "http://user:pass@proxy.example:8080/v1/notes?tag=x"},
		{"https://harbor.example", "/v1/notes?beta=true", "https://harbor.example/v1/notes?beta=true&tag=x"},
		{"https://harbor.example/%zz", "/v1", ""},
		{"https://harbor.example?a;b", "/v1", ""},
		{"https://harbor.example#secret", "/v1", ""},
		{"harbor.example/secret", "/v1", ""},
		{"https://user:secret@{host}", "/v1", ""},
		{"https://user:sec/ret", "/v1", ""},
	} {
		rec := new(recorder)
		r := newRequest(http.MethodGet, c.path)
		r.query.Set("tag", "x")
		err := sendOnly(t.Context(), rec.transport(WithBaseURL(c.base)), r, nil)
		if c.want == "" {
			if err == nil || strings.Contains(err.Error(), "sec") {
				t.Errorf("%s: got %v", c.base, err)
			}
		} else if err != nil || rec.got.URL.String() != c.want {
			t.Errorf("%s: got %v, %v, want %s", c.base, rec.got.URL, err, c.want)
		}
	}
}

func TestErrorsOfTheConnectionQuoteNoQuery(t *testing.T) {
	inner := errors.New("connection reset")
	failed := &url.Error{Op: "Get", URL: "https://u:p@harbor.example/v1?key=secret", Err: inner}
	for _, err := range []error{failed, fmt.Errorf("through a proxy: %w", failed)} {
		doer := doerFunc(func(*http.Request) (*http.Response, error) { return nil, err })
		got := sendOnly(t.Context(), new(recorder).transport(WithHTTPClient(doer), WithMaxRetries(0)), newRequest(http.MethodGet, "/v1"), nil)
		if got == nil || strings.Contains(got.Error(), "secret") || !strings.Contains(got.Error(), "https://harbor.example/v1") || !errors.Is(got, inner) {
			t.Errorf("got %v", got)
		}
	}
}

func TestHeadersThatAreLists(t *testing.T) {
	flags, none := Some([]string{"b", "c"}), Opt[[]string]{}
	for _, c := range []struct {
		name  string
		fixed string
		param *Opt[[]string]
		opts  []Option
		want  string
	}{
		{"param alone", "", &flags, nil, "b,c"},
		{"what the method always sends", "a,b", &flags, nil, "a,b,c"},
		{"the method's alone", "a", &none, nil, "a"},
		{"an option", "a", &flags, []Option{WithHeader("harbor-flags", "d")}, "a,b,c,d"},
		{"an option that adds", "a", &none, []Option{AddHeader("harbor-flags", "d"), AddHeader("Harbor-Flags", "a")}, "a,d"},
	} {
		rec := new(recorder)
		r := newRequest(http.MethodGet, "/n")
		if c.fixed != "" {
			r.header.Set("Harbor-Flags", c.fixed)
		}
		r.setHeaderList("harbor-flags", c.param)
		if err := sendOnly(t.Context(), rec.transport(), r, c.opts); err != nil || rec.got.Header.Get("Harbor-Flags") != c.want {
			t.Errorf("%s: sent %q, %v, want %q", c.name, rec.got.Header["Harbor-Flags"], err, c.want)
		}
	}
	rec := new(recorder)
	tr := rec.transport(AddHeader("Harbor-Version", "2"))
	if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), nil); err != nil || rec.got.Header.Get("Harbor-Version") != "1,2" {
		t.Errorf("sent %q, %v", rec.got.Header["Harbor-Version"], err)
	}
}

func TestAgentAndAccept(t *testing.T) {
	rec := &recorder{answer: "{}"}
	tr := rec.transport()
	for want, send := range map[string]func() error{
		"application/json": func() error {
			_, err := send[node](t.Context(), tr, newRequest(http.MethodGet, "/n"), nil)
			return err
		},
		"*/*": func() error { return sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), nil) },
		"image/png": func() error {
			r := newRequest(http.MethodGet, "/n")
			r.header.Set("Accept", "image/png")
			_, err := download(t.Context(), tr, r, nil)
			return err
		},
	} {
		if err := send(); err != nil || rec.got.Header.Get("Accept") != want {
			t.Errorf("Accept is %q, %v, want %q", rec.got.Header.Get("Accept"), err, want)
		}
		if got := rec.got.Header.Get("User-Agent"); !strings.HasPrefix(got, "runtime/devel (go") {
			t.Errorf("User-Agent is %q", got)
		}
	}
	if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), []Option{WithHeader("User-Agent", "mine")}); err != nil || rec.got.Header.Get("User-Agent") != "mine" {
		t.Errorf("User-Agent is %q, %v", rec.got.Header.Get("User-Agent"), err)
	}
}

func TestVersionOf(t *testing.T) {
	info := &debug.BuildInfo{Main: debug.Module{Path: "app.example", Version: "(devel)"}, Deps: []*debug.Module{
		{Path: "harbor.example/go", Version: "v1.2.3"}, {Path: "harbor.example", Version: "v9.0.0"},
	}}
	for path, want := range map[string]string{
		"harbor.example/go": "v1.2.3", "harbor.example/go/harbor": "v1.2.3", "harbor.example/gopher": "v9.0.0", "app.example/harbor": "devel", "other": "devel",
	} {
		if got := versionOf(path, info); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

// What a caller may get wrong is an error, never a panic.
func TestNothingPanics(t *testing.T) {
	var client *http.Client
	for name, d := range map[string]Doer{"nil": nil, "nil client": client} {
		if got := newConfig("", []Option{WithHTTPClient(d)}).doer; got != defaultDoer {
			t.Errorf("%s: got %v", name, got)
		}
	}
	silent := doerFunc(func(*http.Request) (*http.Response, error) { return nil, nil })
	for name, tr := range map[string]*transport{
		"no transport": nil, "no config": {}, "no answer": new(recorder).transport(WithHTTPClient(silent)),
	} {
		if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/n"), nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	var none *Error
	for _, e := range []*Error{none, {}, {StatusCode: 404, Body: []byte("x")}, {Request: &http.Request{}}} {
		if e.Error() == "" {
			t.Errorf("%v has no text", e)
		}
	}
	var ctx context.Context
	if err := sendOnly(ctx, new(recorder).transport(), newRequest(http.MethodGet, "/n"), nil); err == nil {
		t.Error("no context, no error")
	}
}

func TestErrorsQuoteNoSecret(t *testing.T) {
	old := credentials
	t.Cleanup(func() { credentials = old })
	credentials = []credential{{id: "token", scheme: "bearer"}, {id: "login", scheme: "basic"}, {id: "key", scheme: "header", name: "X-Key", prefix: "Key "}, {id: "sig", scheme: "query", name: "sig"}}
	for id, secret := range map[string]string{"token": "sk-1234", "login": "me:pa55word", "key": "key-1234", "sig": "sig-1234"} {
		said := strings.TrimPrefix(secret, "me:")
		rec := &recorder{status: 401, answer: "wrong\x00 credential:\n\t" + said + " \u202e" + strings.Repeat("é", 600)}
		err := sendOnly(t.Context(), rec.transport(withSecret(id, secret)), newRequest(http.MethodGet, "/n", id), nil)
		if err == nil || strings.Contains(err.Error(), said) || !strings.Contains(err.Error(), "wrong credential: *** ") || len(err.Error()) > 700 {
			t.Errorf("%s: got %v", id, err)
		}
	}
}

func TestControlCharacters(t *testing.T) {
	session := Some("a\nb")
	for name, send := range map[string]func(r *request) []Option{
		"header X-Trace": func(*request) []Option { return []Option{WithHeader("x-trace", "secret\r\nX: y")} },
		"header X-Added": func(*request) []Option { return []Option{AddHeader("x-added", "secret\x00")} },
		"cookie session": func(r *request) []Option { r.setCookie("session", &session); return nil },
	} {
		rec := new(recorder)
		r := newRequest(http.MethodGet, "/n")
		opts := send(r)
		err := sendOnly(t.Context(), rec.transport(), r, opts)
		if err == nil || !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), "secret") || rec.got != nil {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestLimitOfResponses(t *testing.T) {
	for _, c := range []struct {
		limit int64
		fails bool
	}{{10, false}, {9, true}, {0, true}, {1<<63 - 1, false}} {
		rec := &recorder{answer: `{"id":"a"}`}
		_, err := send[node](t.Context(), rec.transport(WithMaxResponseBytes(c.limit)), newRequest(http.MethodGet, "/n"), nil)
		if (err != nil) != c.fails || err != nil && !strings.Contains(err.Error(), "WithMaxResponseBytes") {
			t.Errorf("%d bytes: got %v", c.limit, err)
		}
	}
}
