package runtime

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// A recorder answers every request and keeps the last one.
type recorder struct {
	status int
	answer string
	got    *http.Request
	body   string
}

func (r *recorder) Do(req *http.Request) (*http.Response, error) {
	r.got = req
	if req.Body != nil {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		r.body = string(body)
	}
	return &http.Response{
		StatusCode: max(r.status, 200), Header: http.Header{"X-Trace": {"t"}},
		Body: io.NopCloser(strings.NewReader(r.answer)), Request: req,
	}, nil
}

func (r *recorder) transport(opts ...Option) *transport {
	opts = append([]Option{WithBaseURL("https://harbor.example/v1/"), WithHTTPClient(r)}, opts...)
	return &transport{config: newConfig("", opts), fixed: http.Header{"Harbor-Version": {"1"}}}
}

func TestRequestURL(t *testing.T) {
	at := time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	tags, none, limit, when := Some([]string{"a b", "c&d"}), Opt[[]string]{}, Some[int64](0), Some(at)
	commas, single, nested := Some([]string{"a,b", "c"}), Some([]string{"a,b"}), map[string][]string{"t": {"a b", "c&d"}}
	filter := map[string][]int64{"gte": {1}, "in": {2, 3}}
	raw := MustJSON(map[string]any{"x": true})
	for _, c := range []struct {
		name  string
		build func(*request)
		want  string
	}{
		{"path", func(r *request) { r.setPath("id", "a/b?c#d e%ü") }, "/parcels/a%2Fb%3Fc%23d%20e%25%C3%BC"},
		{"dots", func(r *request) { r.setPath("id", "..") }, "/parcels/%2E%2E"},
		{"braces", func(r *request) { r.setPath("id", "{id}") }, "/parcels/%7Bid%7D"},
		{"integer", func(r *request) { r.setPath("id", int64(-7)) }, "/parcels/-7"},
		{"named string", func(r *request) { r.setPath("id", kindName("x")) }, "/parcels/x"},
		{"repeat", func(r *request) { r.setPath("id", "1"); r.setQuery("t", &tags, repeat) }, "/parcels/1?t=a+b&t=c%26d"},
		{"brackets", func(r *request) { r.setPath("id", "1"); r.setQuery("t", &tags, brackets) }, "/parcels/1?t%5B%5D=a+b&t%5B%5D=c%26d"},
		{"comma", func(r *request) { r.setPath("id", "1"); r.setQuery("t", &tags, comma) }, "/parcels/1?t=a+b,c%26d"},
		{"comma in an item", func(r *request) { r.setPath("id", "1"); r.setQuery("t", &commas, comma) }, "/parcels/1?t=a%2Cb,c"},
		{"one item", func(r *request) { r.setPath("id", "1"); r.setQuery("t", &single, comma) }, "/parcels/1?t=a%2Cb"},
		{"members", func(r *request) { r.setPath("id", "1"); r.setQuery("f", &nested, comma) }, "/parcels/1?f%5Bt%5D=a+b,c%26d"},
		{"absent", func(r *request) { r.setPath("id", "1"); r.setQuery("t", &none, repeat) }, "/parcels/1"},
		{"zero", func(r *request) { r.setPath("id", "1"); r.setQuery("n", &limit, repeat) }, "/parcels/1?n=0"},
		{"time", func(r *request) { r.setPath("id", "1"); r.setQuery("t", &when, repeat) }, "/parcels/1?t=2030-01-02T03%3A04%3A05Z"},
		{"object", func(r *request) { r.setPath("id", "1"); r.setQuery("f", &filter, repeat) }, "/parcels/1?f%5Bgte%5D=1&f%5Bin%5D=2&f%5Bin%5D=3"},
		{"raw", func(r *request) { r.setPath("id", "1"); r.setQuery("f", &raw, repeat) }, "/parcels/1?f%5Bx%5D=true"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rec := new(recorder)
			r := newRequest(http.MethodGet, "/parcels/{id}")
			c.build(r)
			if err := sendOnly(t.Context(), rec.transport(), r, nil); err != nil {
				t.Fatal(err)
			}
			if got := rec.got.URL.String(); got != "https://harbor.example/v1"+c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

type kindName string

func TestRequestMistakes(t *testing.T) {
	broken := func() {}
	for name, build := range map[string]func(*request){
		"path id: must not be empty":           func(r *request) { r.setPath("id", "") },
		"path id: a JSON object cannot be":     func(r *request) { r.setPath("id", map[string]string{}) },
		"query q: json: unsupported type":      func(r *request) { r.setQuery("q", &broken, repeat) },
		"header h: json: unsupported type":     func(r *request) { r.setHeader("h", &broken) },
		"cookie c: json: unsupported type":     func(r *request) { r.setCookie("c", &broken) },
		"body: json: unsupported type: func()": func(r *request) { r.setJSON(&broken) },
		"body: the file has no Reader":         func(r *request) { r.setContent("", File{}) },
		"header X has a control character":     func(r *request) { r.header.Set("x", "a\nb") },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRequest(http.MethodGet, "/parcels/{id}")
			build(r)
			r.path = "/"
			transport := &transport{config: newConfig("http://127.0.0.1:1", []Option{WithMaxRetries(0)})}
			err := sendOnly(t.Context(), transport, r, nil)
			if err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("got %v", err)
			}
		})
	}
	err := sendOnly(t.Context(), &transport{config: newConfig("", nil)}, newRequest("GET", "/"), nil)
	if err == nil || !strings.Contains(err.Error(), "WithBaseURL") {
		t.Errorf("without a server: %v", err)
	}
}

func TestRequestHeaders(t *testing.T) {
	rec := new(recorder)
	r := newRequest(http.MethodPost, "/parcels")
	names, session := Some([]string{"a", "b"}), Some("s")
	r.setHeader("X-Names", &names)
	r.setCookie("session", &session)
	r.header.Set("harbor-version", "2")
	r.setJSON(&node{ID: "<n>"})
	if err := sendOnly(t.Context(), rec.transport(), r, []Option{WithHeader("X-Extra", "e"), WithQuery("beta", "1")}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"X-Names": "a,b", "Cookie": "session=s", "Harbor-Version": "2", "X-Extra": "e", "Content-Type": "application/json",
	} {
		if got := rec.got.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if rec.body != `{"id":"<n>","weight":0,"children":[]}` || rec.got.ContentLength != int64(len(rec.body)) {
		t.Errorf("sent %d bytes: %s", rec.got.ContentLength, rec.body)
	}
	if rec.got.URL.RawQuery != "beta=1" {
		t.Errorf("query is %s", rec.got.URL.RawQuery)
	}
}

func TestOptionsOfARequestStayWithIt(t *testing.T) {
	rec := new(recorder)
	transport := rec.transport(WithHeader("X-A", "client"), WithQuery("q", "client"))
	call := func(opts ...Option) *http.Request {
		if err := sendOnly(t.Context(), transport, newRequest(http.MethodGet, "/"), opts); err != nil {
			t.Fatal(err)
		}
		return rec.got
	}
	call(WithHeader("X-A", "call"), WithHeader("X-B", "call"), WithQuery("q", "call"), withSecret("key", "s"), nil)
	if got := call(); got.Header.Get("X-A") != "client" || got.Header.Get("X-B") != "" || got.URL.RawQuery != "q=client" {
		t.Errorf("got %v, %s", got.Header, got.URL)
	}
	if len(transport.config.secrets) != 0 {
		t.Errorf("the client kept %v", transport.config.secrets)
	}
}

func TestAuthenticate(t *testing.T) {
	old := credentials
	t.Cleanup(func() { credentials = old })
	credentials = []credential{
		{id: "token", scheme: "bearer", env: "HARBOR_TEST_TOKEN"},
		{id: "login", scheme: "basic"},
		{id: "key", scheme: "header", name: "X-Key"},
		{id: "admin", scheme: "header", name: "X-Key", prefix: "Admin "},
		{id: "sig", scheme: "query", name: "sig"},
	}
	t.Setenv("HARBOR_TEST_TOKEN", "from env")
	all := map[string]string{"token": "t", "login": "u:p", "key": "k", "admin": "a", "sig": "s&"}
	for _, c := range []struct {
		secrets           map[string]string
		wanted            []string
		auth, key, rawURL string
	}{
		{all, []string{"token"}, "Bearer t", "", ""},
		{all, []string{"login"}, "Basic dTpw", "", ""},
		{all, []string{"admin"}, "", "Admin a", ""},
		{all, []string{"key", "sig"}, "", "k", "sig=s%26"},
		{all, nil, "", "", ""},
		{map[string]string{"key": "k"}, []string{"admin"}, "", "", ""},
		{nil, []string{"token"}, "", "", ""},
	} {
		r := &http.Request{Header: http.Header{}, URL: new(url.URL)}
		authenticate(r, c.secrets, c.wanted)
		if got := r.Header.Get("Authorization"); got != c.auth {
			t.Errorf("%v: Authorization is %q, want %q", c.wanted, got, c.auth)
		}
		if got := r.Header.Get("X-Key"); got != c.key {
			t.Errorf("%v: X-Key is %q, want %q", c.wanted, got, c.key)
		}
		if got := r.URL.RawQuery; got != c.rawURL {
			t.Errorf("%v: query is %q, want %q", c.wanted, got, c.rawURL)
		}
	}
	if got := newConfig("", []Option{FromEnv()}).secrets; len(got) != 1 || got["token"] != "from env" {
		t.Errorf("FromEnv took %v", got)
	}
}

func TestSend(t *testing.T) {
	for _, c := range []struct{ answer, id, failure string }{
		{`{"id":"a"}`, "a", ""},
		{" \n", "", "the response has no content, where a value is due"},
		{`null`, "", "the response is null, where a value is due: null"},
		{`<html>`, "", "the response is not JSON: <html>"},
		{`["a"]`, "", `decode the response: cannot read a JSON array as an object: ["a"]`},
	} {
		got, err := sendFor(t.Context(), (&recorder{answer: c.answer}).transport(), newRequest(http.MethodGet, "/n"), nil, new(node))
		switch {
		case c.failure == "" && (err != nil || got.ID != c.id):
			t.Errorf("%q: got %v, %v", c.answer, got, err)
		case c.failure != "" && (err == nil || err.Error() != "GET https://harbor.example/v1/n: 200 OK: "+c.failure):
			t.Errorf("%q: got %v", c.answer, err)
		}
	}
	list, err := send[[]node](t.Context(), (&recorder{answer: `[{"id":"a"}]`}).transport(), newRequest(http.MethodGet, "/n"), nil)
	if err != nil || len(list) != 1 || list[0].ID != "a" {
		t.Errorf("got %v, %v", list, err)
	}
}

func TestDownload(t *testing.T) {
	content, err := download(t.Context(), (&recorder{answer: "bytes"}).transport(), newRequest(http.MethodGet, "/n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	sameContent(t, content, "bytes")
}

func TestErrors(t *testing.T) {
	long := `{"error":{"message":"no such parcel"}}` + strings.Repeat(" ", 2*maxErrorBody)
	rec := &recorder{status: 404, answer: long}
	_, err := sendFor(t.Context(), rec.transport(WithQuery("sig", "secret")), newRequest(http.MethodGet, "/n"), nil, new(node))
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v", err)
	}
	if e.StatusCode != 404 || e.Header.Get("X-Trace") != "t" || len(e.Body) != maxErrorBody || e.Request.URL != rec.got.URL {
		t.Errorf("got %d, %v, %d bytes", e.StatusCode, e.Header, len(e.Body))
	}
	text := e.Error()
	if !strings.HasPrefix(text, `GET https://harbor.example/v1/n: 404 Not Found: {"error"`) || strings.Contains(text, "secret") || len(text) > 700 {
		t.Errorf("got %s", text)
	}
	var body struct{ Error struct{ Message string } }
	if err := e.Decode(&body); err != nil || body.Error.Message != "no such parcel" {
		t.Errorf("got %v, %v", body, err)
	}
}

func TestContextEndsARequest(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	c := serve(t, http.MethodGet, "/", 200, "{}")
	cancel()
	if err := sendOnly(ctx, c.transport, newRequest(http.MethodGet, "/"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A form has what multipart forms can hold.
type form struct {
	File  File                       `json:"file"`
	More  Opt[[]File]                `json:"more,omitzero"`
	Note  Opt[string]                `json:"note,omitzero"`
	Kind  string                     `json:"kind" const:"label"`
	Tags  []string                   `json:"tags"`
	Extra map[string]json.RawMessage `json:"-"`
}

func (v form) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *form) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

func TestForm(t *testing.T) {
	rec := new(recorder)
	r := newRequest(http.MethodPost, "/files")
	f := form{
		File: File{Name: "a \"b\"\r\nX: y.pdf", ContentType: "application/pdf", Reader: strings.NewReader("PDF")},
		More: Some([]File{NewFile("1", strings.NewReader("one")), {Reader: strings.NewReader("two")}}),
		Tags: []string{"x", "y"},
	}
	r.setForm(&f, brackets)
	if err := sendOnly(t.Context(), rec.transport(), r, nil); err != nil {
		t.Fatal(err)
	}
	_, params, err := mime.ParseMediaType(rec.got.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for parts := multipart.NewReader(strings.NewReader(rec.body), params["boundary"]); ; {
		p, err := parts.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, _ := io.ReadAll(p)
		got = append(got, strings.Join([]string{p.FormName(), p.FileName(), p.Header.Get("Content-Type"), string(content)}, "|"))
	}
	want := []string{
		`file|a "b"%0D%0AX: y.pdf|application/pdf|PDF`, "more[]|1|application/octet-stream|one",
		"more[]|more[]|application/octet-stream|two", "kind|||label", "tags[]|||x", "tags[]|||y",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFormFailure(t *testing.T) {
	r := newRequest(http.MethodPost, "/files")
	r.setForm(&form{}, repeat)
	err := sendOnly(t.Context(), new(recorder).transport(), r, nil)
	if err == nil || !strings.Contains(err.Error(), "form field file") {
		t.Errorf("got %v", err)
	}
}

// A refuser answers without reading the request.
type refuser struct{}

func (refuser) Do(*http.Request) (*http.Response, error) { return nil, errors.New("refused") }

// TestFormEndsWithItsRequest fails by the race detector or a leak, were the
// writer of a form to outlive a request that nobody reads.
func TestFormEndsWithItsRequest(t *testing.T) {
	closed := make(chan struct{})
	r := newRequest(http.MethodPost, "/files")
	r.setForm(&form{File: NewFile("f", readerFunc(func([]byte) (int, error) {
		close(closed)
		return 0, io.EOF
	}))}, repeat)
	err := sendOnly(t.Context(), new(recorder).transport(WithHTTPClient(refuser{})), r, nil)
	if err == nil || err.Error() != "refused" {
		t.Errorf("got %v", err)
	}
	select {
	case <-closed:
		t.Error("the file was read although nobody took the request")
	case <-time.After(10 * time.Millisecond):
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestContent(t *testing.T) {
	rec := new(recorder)
	r := newRequest(http.MethodPut, "/files/1")
	r.setContent("image/png", File{Reader: bytes.NewReader([]byte{0, 1, 2})})
	if err := sendOnly(t.Context(), rec.transport(), r, nil); err != nil {
		t.Fatal(err)
	}
	if rec.body != "\x00\x01\x02" || rec.got.Header.Get("Content-Type") != "image/png" {
		t.Errorf("sent %q as %s", rec.body, rec.got.Header.Get("Content-Type"))
	}
}

func TestFilesAreNoJSON(t *testing.T) {
	f := NewFile("a", strings.NewReader(""))
	if _, err := encodeValue(&f); err == nil {
		t.Error("a file was written as JSON")
	}
	if decodeValue([]byte(`"a"`), &f) == nil {
		t.Error("a file was read from JSON")
	}
}
