package runtime

import (
	"context"
	"errors"
	"io"
	"net/http"
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
	_, err := sendFor[node](ctx, &transport{config: c}, r, []Option{WithHeader("X-Any", "copies the options")})
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
			r := newRequest(http.MethodPost, "/n")
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
	r.setContent("", NewFile("a", strings.NewReader("content")))
	if _, err := f.try(t.Context(), r); err == nil || len(f.bodies) != 1 {
		t.Errorf("sent %q: %v", f.bodies, err)
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
