package runtime

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// A flaky Doer gives its answers in turn: a status, or 0 for a fault of the
// connection. It keeps what it was sent.
type flaky struct {
	answers []int
	header  http.Header
	bodies  []string
}

func (f *flaky) Do(req *http.Request) (*http.Response, error) {
	body := ""
	if req.Body != nil {
		read, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		body = string(read)
	}
	f.bodies = append(f.bodies, body)
	status := f.answers[min(len(f.bodies), len(f.answers))-1]
	if status == 0 {
		return nil, errors.New("connection reset")
	}
	return &http.Response{StatusCode: status, Header: f.header, Body: io.NopCloser(strings.NewReader(`{"id":"a"}`))}, nil
}

// try sends r through f and returns how long the pauses were.
func (f *flaky) try(ctx context.Context, r *request, opts ...Option) ([]time.Duration, error) {
	var pauses []time.Duration
	c := newConfig("https://harbor.example", append([]Option{WithHTTPClient(f)}, opts...))
	c.sleep = func(ctx context.Context, d time.Duration) error {
		pauses = append(pauses, d)
		return ctx.Err()
	}
	_, err := sendFor(ctx, &transport{config: c}, r, []Option{WithHeader("X-Any", "copies the options")}, new(node))
	return pauses, err
}

func TestRetries(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers []int
		opts    []Option
		sent    int
		fails   bool
	}{
		{"success", []int{200}, nil, 1, false},
		{"connection", []int{0, 200}, nil, 2, false},
		{"408 and 409", []int{408, 409, 200}, nil, 3, false},
		{"429 and 503", []int{429, 503, 200}, nil, 3, false},
		{"500 for ever", []int{500}, nil, 3, true},
		{"connection for ever", []int{0}, nil, 3, true},
		{"400", []int{400, 200}, nil, 1, true},
		{"404", []int{404, 200}, nil, 1, true},
		{"none", []int{500, 200}, []Option{WithMaxRetries(0)}, 1, true},
		{"less than none", []int{500, 200}, []Option{WithMaxRetries(-1)}, 1, true},
		{"five", []int{500, 500, 500, 500, 500, 200}, []Option{WithMaxRetries(5)}, 6, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &flaky{answers: c.answers}
			r := newRequest(http.MethodPut, "/n")
			r.setJSON(&node{ID: "n"})
			pauses, err := f.try(t.Context(), r, c.opts...)
			if len(f.bodies) != c.sent || (err != nil) != c.fails || len(pauses) != c.sent-1 {
				t.Errorf("sent %d times with pauses %v: %v", len(f.bodies), pauses, err)
			}
			for _, body := range f.bodies {
				if !strings.HasPrefix(body, `{"id":"n"`) {
					t.Errorf("sent %q", body)
				}
			}
		})
	}
}

func TestFilesAreSentOnce(t *testing.T) {
	f := &flaky{answers: []int{503, 200}}
	r := newRequest(http.MethodPut, "/files/1")
	r.setContent("", NewFile("a", io.MultiReader(strings.NewReader("content"))))
	if _, err := f.try(t.Context(), r); err == nil || len(f.bodies) != 1 {
		t.Errorf("sent %q: %v", f.bodies, err)
	}
}

// Files that can be read again are, from where they were.
func TestFilesAreSentAgain(t *testing.T) {
	content := strings.NewReader("a content")
	_, _ = content.Seek(2, io.SeekStart)
	for name, set := range map[string]func(*request){
		"content": func(r *request) { r.setContent("", NewFile("a", content)) },
		"form": func(r *request) {
			r.setForm(&form{File: NewFile("a", content), Kind: strings.Repeat("x", 1<<16)}, repeat)
		},
	} {
		f := &flaky{answers: []int{503, 429, 200}}
		r := newRequest(http.MethodPost, "/files")
		set(r)
		if _, err := f.try(t.Context(), r); err != nil || len(f.bodies) != 3 {
			t.Fatalf("%s: sent %d times: %v", name, len(f.bodies), err)
		}
		for _, body := range f.bodies {
			if body != f.bodies[0] || !strings.Contains(body, "content") || strings.Contains(body, "a content") {
				t.Errorf("%s: sent %.200q", name, body)
			}
		}
		_, _ = content.Seek(2, io.SeekStart)
	}
}

// A server that redirects an upload gets it again, although it did not read it
// to the end.
func TestFilesFollowRedirects(t *testing.T) {
	content := strings.Repeat("content ", 1<<17)
	var got string
	mux := http.NewServeMux()
	mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/new", http.StatusTemporaryRedirect)
	})
	mux.HandleFunc("/new", func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseMultipartForm(1 << 24); err != nil {
			t.Error(err)
			return
		}
		f, _, err := r.FormFile("file")
		if err != nil {
			t.Error(err)
			return
		}
		read, _ := io.ReadAll(f)
		got = string(read)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	r := newRequest(http.MethodPost, "/old")
	r.setForm(&form{File: NewFile("a", strings.NewReader(content))}, repeat)
	tr := &transport{config: newConfig(server.URL, []Option{WithMaxRetries(0)})}
	if err := sendOnly(t.Context(), tr, r, nil); err != nil || got != content {
		t.Errorf("got %d of %d bytes: %v", len(got), len(content), err)
	}
}

// A request that changes something is not sent twice by accident.
func TestRetriesOfWrites(t *testing.T) {
	dial := &net.OpError{Op: "dial", Err: errors.New("refused")}
	for _, c := range []struct {
		name  string
		verb  string
		fault error
		key   bool
		sent  int
	}{
		{"a read", http.MethodGet, errors.New("reset"), false, 3},
		{"a write that replaces", http.MethodPut, errors.New("reset"), false, 3},
		{"a write", http.MethodPost, errors.New("reset"), false, 1},
		{"a write with a key", http.MethodPost, errors.New("reset"), true, 3},
		{"a write without a connection", http.MethodPatch, &url.Error{Op: "Patch", URL: "https://harbor.example", Err: dial}, false, 3},
		{"a write to nowhere", http.MethodPost, &net.OpError{Op: "read", Err: errors.New("reset")}, false, 1},
	} {
		sent, keys := 0, map[string]bool{}
		doer := doerFunc(func(r *http.Request) (*http.Response, error) {
			sent++
			keys[r.Header.Get("Idempotency-Key")] = true
			return nil, c.fault
		})
		r := newRequest(c.verb, "/n")
		if c.key {
			key := Opt[string]{}
			r.setKey(&key)
			r.setHeader("Idempotency-Key", &key)
		}
		if _, err := new(flaky).try(t.Context(), r, WithHTTPClient(doer)); err == nil || sent != c.sent || len(keys) != 1 || keys[""] == c.key {
			t.Errorf("%s: sent %d times with keys %v: %v", c.name, sent, keys, err)
		}
	}
}

func TestIdempotencyKeys(t *testing.T) {
	own, text, number := Some("mine"), "", int64(0)
	r := newRequest(http.MethodPost, "/n")
	if r.setKey(&own); own.Or("") != "mine" || !r.keyed {
		t.Errorf("the caller's key became %v", own)
	}
	if r.setKey(&text); len(text) != 36 || text[14] != '4' {
		t.Errorf("got %q", text)
	}
	if r.setKey(&number); number != 0 || r.keyed {
		t.Errorf("a number became %d", number)
	}
}

func TestServersDecideOnRetries(t *testing.T) {
	for _, c := range []struct {
		status int
		says   string
		sent   int
	}{{429, "false", 1}, {503, "false", 1}, {400, "true", 3}, {302, "true", 1}, {500, "maybe", 3}, {404, "", 1}} {
		f := &flaky{answers: []int{c.status}, header: http.Header{"X-Should-Retry": {c.says}}}
		if _, err := f.try(t.Context(), newRequest(http.MethodPost, "/n")); err == nil || len(f.bodies) != c.sent {
			t.Errorf("%d, %q: sent %d times, want %d", c.status, c.says, len(f.bodies), c.sent)
		}
	}
}

func TestPausesGrow(t *testing.T) {
	pauses, _ := (&flaky{answers: []int{500}}).try(t.Context(), newRequest(http.MethodGet, "/n"), WithMaxRetries(70))
	for i, pause := range pauses {
		longest := min(firstPause<<min(i, 10), longestPause)
		if pause > longest || pause < longest*3/4 {
			t.Errorf("pause %d is %v, want up to %v", i, pause, longest)
		}
	}
	if len(pauses) != 70 {
		t.Errorf("%d pauses", len(pauses))
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	for text, want := range map[string]time.Duration{
		"7": 7 * time.Second, "0.5": 500 * time.Millisecond, "0": 0, "-1": 0, "": 0, "soon": 0, "NaN": 0,
		"Wed, 02 Jan 2030 03:04:10 GMT": 5 * time.Second, "1e99": 2 * longestWish,
	} {
		if got := retryAfter(http.Header{"Retry-After": {text}}, now); got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]time.Duration{"2100": 2100 * time.Millisecond, "0.5": 500 * time.Microsecond, "-1": 9 * time.Second, "x": 9 * time.Second} {
		if got := retryAfter(http.Header{"Retry-After-Ms": {text}, "Retry-After": {"9"}}, now); got != want {
			t.Errorf("%q milliseconds are %v, want %v", text, got, want)
		}
	}
	for text, sent := range map[string]int{"3": 2, "61": 1} {
		f := &flaky{answers: []int{429, 200}, header: http.Header{"Retry-After": {text}}}
		pauses, err := f.try(t.Context(), newRequest(http.MethodGet, "/n"))
		if len(f.bodies) != sent || (err == nil) != (sent == 2) || sent == 2 && pauses[0] != 3*time.Second {
			t.Errorf("%s: sent %d times with pauses %v: %v", text, len(f.bodies), pauses, err)
		}
	}
}

func TestRetriesEndWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	f := &flaky{answers: []int{503}}
	pauses, err := f.try(ctx, newRequest(http.MethodGet, "/n"))
	var e *Error
	if !errors.As(err, &e) || len(pauses) != 0 || len(f.bodies) != 1 {
		t.Errorf("a pause past the deadline: %v, %v", pauses, err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	stop := doerFunc(func(*http.Request) (*http.Response, error) { cancel(); return nil, context.Canceled })
	if pauses, err := f.try(ctx, newRequest(http.MethodGet, "/n"), WithHTTPClient(stop)); !errors.Is(err, context.Canceled) || len(pauses) != 0 {
		t.Errorf("got %v after pauses %v", err, pauses)
	}
}

func TestSleepEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(5*time.Millisecond, cancel)
	if err := sleep(ctx, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := sleep(t.Context(), time.Nanosecond); err != nil {
		t.Error(err)
	}
}
