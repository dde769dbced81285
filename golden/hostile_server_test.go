package golden_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/golden/harbor"
)

const (
	hostileLimit  = 1 << 20 // what the client of these tests reads of a response
	hostileMemory = 64      // what a call may allocate, in times of that
	// A line of a stream has a limit of its own, which does not go by that of responses.
	hostileLine = 400
	hostileTime = 3 * time.Second
)

// whileRead repeats a text until the client has had enough.
func whileRead(start, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, err := io.WriteString(w, start)
		for chunk := strings.Repeat(text, 1+4096/len(text)); err == nil && r.Context().Err() == nil; {
			_, err = io.WriteString(w, chunk)
		}
	}
}

func answers(status int, body string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func deep(open, middle, end string, n int) string {
	return strings.Repeat(open, n) + middle + strings.Repeat(end, n)
}

func bomb() string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	zeros := bytes.Repeat([]byte(" "), 1<<20)
	for range 64 {
		_, _ = z.Write(zeros)
	}
	_ = z.Close()
	return b.String()
}

// hostileAnswers are what a server may send instead of a parcel. No call may take
// the program with it, and those that say so must fail.
var hostileAnswers = map[string]struct {
	handler http.HandlerFunc
	fails   bool
}{
	"an endless object":       {whileRead(`{"a0":1`, `,"a":1`), true},
	"an endless text":         {whileRead(`{"id":"`, `aaaaaaaa`), true},
	"endless blanks":          {whileRead(``, "    \n"), true},
	"an endless list":         {whileRead(`[`, `{},`), true},
	"an endless error":        {func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(400); whileRead("<", "a")(w, r) }, true},
	"lists, 400,000 deep":     {answers(200, `{"id":`+deep("[", "", "]", 400_000)+`}`), true},
	"an unknown member, deep": {answers(200, `{"owned":`+deep("[", "", "]", 400_000)+`}`), true},
	"objects, 200,000 deep":   {answers(200, deep(`{"a":`, "1", "}", 150_000)), true},
	"unions, 20,000 deep":     {answers(200, `{"contents":[`+deep(`{"type":"carton","items":[`, "", "]}", 20_000)+`]}`), true},
	"brackets that never end": {answers(200, strings.Repeat("[", 900_000)), true},
	"a list":                  {answers(200, `[]`), true},
	"null":                    {answers(200, `null`), false},
	"a number":                {answers(200, `1`), true},
	"nothing":                 {answers(200, ``), false},
	"half":                    {answers(200, `{"id":"a`), true},
	"two":                     {answers(200, `{} {}`), true},
	"a page":                  {answers(200, `<!doctype html>`, "Content-Type", "text/html"), true},
	"a large number":          {answers(200, `{"weight":1e999999}`), false},
	"no text":                 {answers(200, "{\"id\":\"\xff\xfe\"}"), false},
	"half a character":        {answers(200, `{"id":"\ud800"}`), false},
	"one name many times":     {answers(200, "{"+strings.Repeat(`"id":"a",`, 100_000)+`"id":"b"}`), false},
	"a short body":            {answers(200, `{}`, "Content-Length", "1000"), true},
	"a bomb":                  {answers(200, bomb(), "Content-Encoding", "gzip"), true},
	"no bomb":                 {answers(200, `{}`, "Content-Encoding", "gzip"), true},
	"large headers":           {answers(200, `{}`, "X-Owned", strings.Repeat("a", 4<<20)), false},
	"a redirect in a circle":  {answers(302, ``, "Location", "/"), true},
	"a redirect to a file":    {answers(302, ``, "Location", "file:///etc/passwd"), true},
	"a redirect to nowhere":   {answers(302, ``, "Location", "http://%zz/"), true},
	"a redirect without an end": {func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path+"a", http.StatusTemporaryRedirect)
	}, true},
	"no content":                   {answers(204, ``), false},
	"not modified":                 {answers(304, ``), true},
	"an unknown status":            {answers(999, `{}`), true},
	"an error that steers":         {answers(400, "{\"error\":{\"message\":\"\x1b[2J\\n::error::owned\"}}"), true},
	"retry in a thousand years":    {answers(429, `{}`, "Retry-After", "99999999999"), true},
	"retry with a negative number": {answers(503, `{}`, "Retry-After", "-1"), true},
	"a slow body": {func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(200)
		for r.Context().Err() == nil {
			_, _ = io.WriteString(w, " ")
			_ = http.NewResponseController(w).Flush()
			time.Sleep(50 * time.Millisecond)
		}
	}, true},
	"a connection that breaks": {func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"id":`)
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}, true},
}

// TestHostileServer calls servers that answer all sorts of things.
func TestHostileServer(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for slow servers")
	}
	for name, c := range hostileAnswers {
		for kind, call := range hostileCalls {
			t.Run(kind+", "+name, func(t *testing.T) {
				server := httptest.NewUnstartedServer(c.handler)
				server.Config.ErrorLog = nil
				server.Start()
				defer server.Close()
				defer server.CloseClientConnections()
				client := harbor.NewClient(harbor.WithBaseURL(server.URL), harbor.WithHarborAPIKey("secret"), harbor.WithMaxResponseBytes(hostileLimit), harbor.WithMaxRetries(1))
				ctx, cancel := context.WithTimeout(t.Context(), hostileTime)
				defer cancel()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				start := time.Now()
				err := call(ctx, client)
				took := time.Since(start)
				runtime.ReadMemStats(&after)
				most := uint64(hostileMemory)
				if kind == "stream" {
					most = hostileLine
				}
				if used := (after.TotalAlloc - before.TotalAlloc) / hostileLimit; used > most {
					t.Errorf("the call allocates %d MB", used)
				}
				if took > 3*hostileTime {
					t.Errorf("the call takes %v", took)
				}
				if err == nil && c.fails && kind == "get" {
					t.Error("the call succeeds")
				}
				if err != nil && strings.Contains(err.Error(), "secret") {
					t.Errorf("the error has the credentials: %v", err)
				}
				if err != nil && len(err.Error()) > 8<<10 {
					t.Errorf("the error has %d bytes", len(err.Error()))
				}
			})
		}
	}
}

// hostileCalls are the kinds of calls that read responses in their own ways.
var hostileCalls = map[string]func(ctx context.Context, c *harbor.Client) error{
	"get": func(ctx context.Context, c *harbor.Client) error {
		_, err := c.Parcels.Get(ctx, "p", harbor.ParcelGetParams{})
		return err
	},
	"delete": func(ctx context.Context, c *harbor.Client) error { return c.Parcels.Delete(ctx, "p") },
	"pages": func(ctx context.Context, c *harbor.Client) error {
		n := 0
		for _, err := range c.Parcels.ListAutoPaging(ctx, harbor.ParcelListParams{}) {
			if n++; err != nil || n > 100_000 {
				return err
			}
		}
		return nil
	},
	"stream": func(ctx context.Context, c *harbor.Client) error {
		stream, err := c.Parcels.Events.Stream(ctx, "p", harbor.ParcelEventStreamParams{})
		if err != nil {
			return err
		}
		n := 0
		for _, err := range stream.All() {
			if n++; err != nil || n > 100_000 {
				return err
			}
		}
		return nil
	},
}

// TestHostileStreams and pages that never end: the caller can leave, and no single
// event grows without a bound.
func TestHostileStreams(t *testing.T) {
	for name, text := range map[string]string{
		"a line": "data: aaaaaaaa", "lines of one event": "data: a\n", "comments": ": a\n", "names": "event: a\n", "blanks": "\n", "unknown fields": "owned: a\n", "no colons": "aaaa\n",
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "text/event-stream")
				whileRead("", text)(w, r)
			}))
			defer server.Close()
			defer server.CloseClientConnections()
			client := harbor.NewClient(harbor.WithBaseURL(server.URL), harbor.WithHarborAPIKey("secret"), harbor.WithMaxResponseBytes(hostileLimit))
			ctx, cancel := context.WithTimeout(t.Context(), hostileTime)
			defer cancel()
			start := time.Now()
			err := hostileCalls["stream"](ctx, client)
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			if took := time.Since(start); err == nil || took > 3*hostileTime {
				t.Errorf("after %v: %v", took, err)
			}
			if m.HeapInuse > 1<<30 {
				t.Errorf("%d MB are in use", m.HeapInuse>>20)
			}
		})
	}
}

// TestHostilePaging has a server that always has one more page, and the same one.
func TestHostilePaging(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		fmt.Fprint(w, `{"data":[],"has_more":true,"first_id":"a","last_id":"a"}`)
	}))
	defer server.Close()
	client := harbor.NewClient(harbor.WithBaseURL(server.URL), harbor.WithHarborAPIKey("secret"))
	ctx, cancel := context.WithTimeout(t.Context(), hostileTime)
	defer cancel()
	err := hostileCalls["pages"](ctx, client)
	if asked > 10 && ctx.Err() != nil {
		t.Errorf("one page is asked for %d times; %v", asked, err)
	}
}
