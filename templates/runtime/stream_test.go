package runtime

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// readMessages reads all messages as name, data, ID and retry.
func readMessages(r io.Reader) ([]string, error) {
	var out []string
	for events := newEventReader(r); ; {
		m, err := events.next()
		if err == io.EOF {
			return out, nil
		}
		if fault := (*streamFault)(nil); errors.As(err, &fault) {
			return append(out, fmt.Sprintf("%s: %q", fault.why, m.data)), nil
		}
		if err != nil {
			return out, err
		}
		out = append(out, fmt.Sprintf("%s|%s|%s|%d", m.name, m.data, m.id, m.retry.Milliseconds()))
	}
}

func TestEvents(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"data", "data: a\n\n", "|a||0"},
		{"name", "event: moved\ndata: a\n\n", "moved|a||0"},
		{"name after data", "data: a\nevent: moved\n\n", "moved|a||0"},
		{"several lines", "data: a\ndata:\ndata: b\n\n", "|a\n\nb||0"},
		{"one space is cut", "data:  a \n\n", "| a ||0"},
		{"no space", "data:a\n\n", "|a||0"},
		{"no colon", "data\n\n", "|||0"},
		{"colons in data", "data: a: b:c\n\n", "|a: b:c||0"},
		{"CR", "data: a\r\rdata: b\r\r", "|a||0, |b||0"},
		{"CR LF", "event: x\r\ndata: a\r\n\r\ndata: b\r\n\r\n", "x|a||0, |b||0"},
		{"CR, LF, CR LF", "data: a\rdata: b\ndata: c\r\n\r\n", "|a\nb\nc||0"},
		{"byte order mark", "\ufeffdata: a\n\n", "|a||0"},
		{"a second one", "\ufeff\ufeffdata: a\ndata: b\n\n", "|b||0"},
		{"comments", ": hello\ndata: a\n:\n\n", "|a||0"},
		{"no data", "event: ping\n\ndata: a\n\n", "|a||0"},
		{"unknown fields", "Data: x\nfoo: y\n data: z\ndata: a\n\n", "|a||0"},
		{"ID stays", "id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", "|a|7|0, |b|7|0, |c||0"},
		{"ID with NUL", "id: 7\ndata: a\nid: 8\x00\n\n", "|a|7|0"},
		{"retry", "retry: 1500\ndata: a\n\nretry: 2s\nretry: -1\nretry: 99999999999999999999\ndata: b\n\n", "|a||1500, |b||1500"},
		{"cut off", "data: a\n\ndata: b\n", "|a||0, the stream ends inside an event: \"b\\n\""},
		{"cut off in a line", "data: a\n\nevent: x\ndata: {", "|a||0, the stream ends inside an event: \"{\\n\""},
		{"cut off after a name", "event: x\n", "the stream ends inside an event: \"\""},
		{"cut off after the end", "data: a\n\ndata: [DONE]", "|a||0, |[DONE]||0"},
		{"a page", "<html>\n\n<p>down\n", "the stream has lines that are of no event: \"<html>\\n\""},
		{"an object", "data: a\n\n{\"error\":1}", "|a||0, the stream has lines that are of no event: \"{\\\"error\\\":1}\\n\""},
		{"only comments", ": one\n\n: two", ""},
		{"not UTF-8", "data: a\xffb\n\n", "|a\ufffdb||0"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for how, r := range map[string]io.Reader{"at once": strings.NewReader(c.text), "byte by byte": iotest.OneByteReader(strings.NewReader(c.text))} {
				got, err := readMessages(r)
				if err != nil || strings.Join(got, ", ") != c.want {
					t.Errorf("%s: got %q, %v, want %q", how, strings.Join(got, ", "), err, c.want)
				}
			}
		})
	}
}

// endless never ends and never ends a line unless told how.
type endless string

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = e[i%len(e)]
	}
	return len(p) / len(e) * len(e), nil
}

func TestStreamsAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("reads endless streams up to their limits; run without -short")
	}
	for name, text := range map[string]endless{"line": "xxxx", "event": endless("data: " + strings.Repeat("x", 1000) + "\n")} {
		if _, err := readMessages(text); !errors.Is(err, errTooLong) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := newJSONLines(endless("x")).next(); !errors.Is(err, errTooLong) {
		t.Errorf("lines: got %v", err)
	}
}

func FuzzEvents(f *testing.F) {
	for _, seed := range []string{"data: a\n\n", "\ufeffevent: x\r\ndata: a\r\r", "id: 1\nretry: 5\ndata\n\n", ":\n\n\x00\r\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		whole, err := readMessages(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		pieces, err := readMessages(iotest.OneByteReader(strings.NewReader(text)))
		if err != nil || strings.Join(whole, "\x00") != strings.Join(pieces, "\x00") {
			t.Errorf("got %q at once and %q byte by byte, %v", whole, pieces, err)
		}
		lines := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
		if unix, _ := readMessages(strings.NewReader(lines)); strings.Join(whole, "\x00") != strings.Join(unix, "\x00") {
			t.Errorf("got %q, and %q with other ends of lines", whole, unix)
		}
	})
}

// openStreamOf calls for a stream that a server answers with text.
func openStreamOf[T any](t *testing.T, contentType, text string) *Stream[T] {
	t.Helper()
	rec := &recorder{answer: text}
	c := rec.transport()
	c.config.doer = doerFunc(func(r *http.Request) (*http.Response, error) {
		resp, err := rec.Do(r)
		resp.Header.Set("Content-Type", contentType)
		return resp, err
	})
	s, err := sendEvents[T](t.Context(), c, newRequest(http.MethodGet, "/events"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if accept := rec.got.Header.Get("Accept"); !strings.HasPrefix(accept, "text/event-stream") {
		t.Errorf("accepts %s", accept)
	}
	return s
}

type doerFunc func(*http.Request) (*http.Response, error)

func (f doerFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

// drainStream reads a stream to its end and returns the IDs of its values.
func drainStream(s *Stream[node]) (ids string, err error) {
	for v, failed := range s.All() {
		if failed != nil {
			return ids, failed
		}
		ids += v.ID
	}
	return ids, nil
}

func TestStream(t *testing.T) {
	for _, c := range []struct{ name, text, ids, failure string }{
		{"values", "data: {\"id\":\"a\"}\n\nevent: node\ndata: {\"id\":\ndata: \"b\"}\n\n", "ab", ""},
		{"unknown events", "event: ping\ndata: \"pong\"\n\nevent: tick\ndata: 7\n\ndata: {\"id\":\"a\"}\n\n", "a", ""},
		{"unknown members", "data: {\"id\":\"a\",\"new\":[1]}\n\n", "a", ""},
		{"empty data", "data\n\ndata: \n\ndata: {\"id\":\"a\"}\n\n", "a", ""},
		{"null", "data: null\n\ndata: {\"id\":\"a\",\"error\":null}\n\n", "a", ""},
		{"end", "data: {\"id\":\"a\"}\n\ndata: [DONE]\n\ndata: {\"id\":\"b\"}\n\n", "a", ""},
		{"error event", "data: {\"id\":\"a\"}\n\nevent: error\ndata: {\"why\":\"full\"}\n\ndata: {}\n\n", "a", `error in the stream: {"why":"full"}`},
		{"error without a name", "data: {\"id\":\"a\"}\n\ndata: {\"error\":{\"why\":\"full\"}}\n\n", "a", `error in the stream: {"error":{"why":"full"}}`},
		{"error with another name", "event: node\ndata: {\"error\":\"full\"}\n\n", "", `error in the stream: {"error":"full"}`},
		{"not JSON", "data: <html>\n\n", "", "200 OK: a message of the stream is not JSON: <html>"},
		{"not JSON with a name", "event: ping\ndata: pong\n\n", "", "200 OK: a message of the stream is not JSON: pong"},
		{"no object", "data: [1]\n\n", "", "200 OK: decode the stream: cannot read a JSON array as an object: [1]"},
		{"cut off", "data: {\"id\":\"a\"}\n\ndata: {\"id\":", "a", `200 OK: the stream ends inside an event: {"id":`},
		{"a page", "<html>\n", "", "200 OK: the stream has lines that are of no event: <html>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ids, err := drainStream(openStreamOf[node](t, "text/event-stream; charset=utf-8", c.text))
			if ids != c.ids || c.failure == "" && err != nil || c.failure != "" && (err == nil || err.Error() != "GET https://harbor.example/v1/events: "+c.failure) {
				t.Errorf("got %q, %v", ids, err)
			}
		})
	}
}

// TestMisfitsOfStreams has events of another kind than the values.
func TestMisfitsOfStreams(t *testing.T) {
	s := openStreamOf[node](t, "text/event-stream", "event: tick\ndata: 7\n\ndata: {\"id\":\"a\"}\n\nevent: node\ndata: [{\"id\":\"b\"}]\n\ndata: null\n\n")
	var told []string
	s.config = s.config.with([]Option{WithMisfitHook(func(m Misfit) { told = append(told, m.String()) })})
	if got := misfitsOf(s); got != "" {
		t.Errorf("got %s before the first", got)
	}
	ids, err := drainStream(s)
	const want = `$: an object is due, not 7; $: an object is due, not [{"id":"b"}]; $: an object is due, not null`
	told = slices.DeleteFunc(told, func(m string) bool { return strings.Contains(m, "missing") })
	if got := misfitsOf(s); got != want || ids != "a" || err != nil || strings.Join(told, "; ") != want {
		t.Errorf("got %s, told %s, values %q, %v", got, told, ids, err)
	}
	var none *Stream[node]
	if got := Misfits(none); got != nil {
		t.Errorf("got %v", got)
	}
}

// TestStreamsOfMisfits end where more is left out than anybody keeps.
func TestStreamsOfMisfits(t *testing.T) {
	event := "event: tick\ndata: \"" + strings.Repeat("x", 1<<16) + "\"\n\n"
	s := openStreamOf[node](t, "text/event-stream", strings.Repeat(event, 20))
	ids, err := drainStream(s)
	var e *Error
	if n := len(Misfits(s)); ids != "" || !errors.As(err, &e) || !strings.Contains(err.Error(), "more than 1048576 bytes are left out: $: an object is due, not \"xxx") || n != 15 {
		t.Errorf("got %q, %v, %d", ids, err, n)
	}
}

func TestStreamOfLines(t *testing.T) {
	text := "{\"id\":\"a\"}\r\n\n  {\"id\":\"b\"}\n{\"id\":\"c\"}"
	if ids, err := drainStream(openStreamOf[node](t, "application/x-jsonl", text)); ids != "abc" || err != nil {
		t.Errorf("got %s, %v", ids, err)
	}
	if ids, err := drainStream(openStreamOf[node](t, "application/octet-stream", text)); ids != "abc" || err != nil {
		t.Errorf("got %s, %v by its first character", ids, err)
	}
	if ids, err := drainStream(openStreamOf[node](t, "", "data: {\"id\":\"a\"}\n\n")); ids != "a" || err != nil {
		t.Errorf("got %s, %v by its first character", ids, err)
	}
	s, err := sendLines[node](t.Context(), (&recorder{answer: text}).transport(), newRequest(http.MethodGet, "/n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if ids, err := drainStream(s); ids != "abc" || err != nil {
		t.Errorf("got %s, %v", ids, err)
	}
}

func TestStreamTellsWhereItIs(t *testing.T) {
	s := openStreamOf[node](t, "text/event-stream", "id: 7\nretry: 20\ndata: {}\n\ndata: {}\n\n")
	for range s.All() {
		break
	}
	if s.LastEventID() != "7" || s.Retry() != 20*time.Millisecond {
		t.Errorf("got %q, %v", s.LastEventID(), s.Retry())
	}
	for v, err := range s.All() {
		t.Errorf("got %v, %v after the loop", v, err)
	}
}

func TestStreamErrorStatus(t *testing.T) {
	_, err := sendEvents[node](t.Context(), (&recorder{status: 404, answer: "{}"}).transport(), newRequest(http.MethodGet, "/n"), nil)
	var e *Error
	if !errors.As(err, &e) || e.StatusCode != 404 {
		t.Errorf("got %v", err)
	}
}

// stall serves one event and keeps the connection until the client leaves.
func stall(t *testing.T, ctx context.Context) *Stream[node] {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, "data: {\"id\":\"a\"}\n\n")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
	t.Cleanup(server.Close)
	s, err := sendEvents[node](ctx, NewClient(WithBaseURL(server.URL)).transport, newRequest(http.MethodGet, "/"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestContextEndsAStream(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	got := ""
	for v, err := range stall(t, ctx).All() {
		if err != nil {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
			got += "!"
			break
		}
		got += v.ID
		cancel()
	}
	if got != "a!" {
		t.Errorf("got %s", got)
	}
}

func TestCloseEndsAStream(t *testing.T) {
	s := stall(t, t.Context())
	time.AfterFunc(20*time.Millisecond, func() { _ = s.Close() })
	if ids, err := drainStream(s); ids != "a" || err != nil {
		t.Errorf("got %s, %v", ids, err)
	}
}

func TestStreamThatBreaks(t *testing.T) {
	broken := io.MultiReader(strings.NewReader("data: {\"id\":\"a\"}\n\ndata: {"), iotest.ErrReader(io.ErrUnexpectedEOF))
	s := openStreamOf[node](t, "text/event-stream", "")
	s.messages = &eventReader{lines: lineReader{r: bufio.NewReader(broken), ends: "\r\n"}}
	if ids, err := drainStream(s); ids != "a" || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %s, %v", ids, err)
	}
}
