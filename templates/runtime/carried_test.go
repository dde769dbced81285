package runtime

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
)

// roundTrip reads text into what into points at and wants to get it back.
func roundTrip(t *testing.T, into any, text string) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
	sameJSON(t, into, text)
}

// fits wants every member to have found its field and every union its variant.
func fits(t *testing.T, v any) {
	t.Helper()
	for _, what := range Misfits(v) {
		t.Error(what)
	}
}

// serve answers one operation with body and returns a client that calls it.
func serve(t *testing.T, verb, path string, status int, body string) *Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != verb || r.URL.EscapedPath() != path {
			t.Errorf("got %s %s, want %s %s", r.Method, r.URL.EscapedPath(), verb, path)
		}
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			t.Errorf("read request: %v", err)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	return NewClient(WithBaseURL(server.URL), WithHTTPClient(server.Client()))
}

// serveEvents answers one operation with a stream of events that have data,
// and returns a client that calls it.
func serveEvents(t *testing.T, verb, path string, data ...string) *Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != verb || r.URL.EscapedPath() != path {
			t.Errorf("got %s %s, want %s %s", r.Method, r.URL.EscapedPath(), verb, path)
		}
		w.Header().Set("Content-Type", "text/event-stream")
		for _, text := range data {
			_, _ = fmt.Fprintf(w, "data: %s\n\n", strings.ReplaceAll(text, "\n", "\ndata: "))
		}
	}))
	t.Cleanup(server.Close)
	return NewClient(WithBaseURL(server.URL), WithHTTPClient(server.Client()))
}

// serveLines answers one operation with a value on each line.
func serveLines(t *testing.T, verb, path string, data ...string) *Client {
	t.Helper()
	var body bytes.Buffer
	for _, text := range data {
		if err := json.Compact(&body, []byte(text)); err != nil {
			t.Fatal(err)
		}
		body.WriteByte('\n')
	}
	return serve(t, verb, path, 200, body.String())
}

// A turn is how the second page of a list is asked for: by the query, by a
// member of the body, or by the query of a URL that the header Link gives.
type turn struct {
	query string
	body  []string
	value string
	link  bool
}

// asked returns what a request says in the place of the turn.
func (t turn) asked(r *http.Request) (string, error) {
	if t.body == nil {
		return r.URL.Query().Get(t.query), nil
	}
	var v any
	err := json.NewDecoder(r.Body).Decode(&v)
	for _, name := range t.body {
		members, _ := v.(map[string]any)
		v = members[name]
	}
	return fmt.Sprint(v), err
}

// servePages answers with one page after the other, each asked for as the page
// before says.
func servePages(t *testing.T, verb, path string, turn turn, pages ...string) *Client {
	t.Helper()
	calls := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != verb || r.URL.EscapedPath() != path || calls >= len(pages) {
			t.Errorf("got call %d, %s %s, want %s %s", calls+1, r.Method, r.URL.EscapedPath(), verb, path)
			return
		}
		if got, err := turn.asked(r); calls > 0 && (got != turn.value || err != nil) {
			t.Errorf("page %d is asked for with %q, %v, want %q", calls+1, got, err, turn.value)
		}
		if turn.link && calls < len(pages)-1 {
			w.Header().Set("Link", "<"+path+"?"+turn.query+"="+turn.value+">; rel=\"next\"")
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, pages[calls])
		calls++
	}))
	t.Cleanup(server.Close)
	return NewClient(WithBaseURL(server.URL), WithHTTPClient(server.Client()))
}

// sameAll wants a sequence to give values that encode to equal JSON.
func sameAll[T any](t *testing.T, values iter.Seq2[T, error], want ...string) {
	t.Helper()
	n := 0
	for v, err := range values {
		if err != nil {
			t.Fatal(err)
		}
		if n < len(want) {
			sameJSON(t, &v, want[n])
		}
		n++
	}
	if n != len(want) {
		t.Errorf("got %d values, want %d", n, len(want))
	}
}

// sameJSON wants v to encode to JSON equal to text.
func sameJSON(t *testing.T, v any, text string) {
	t.Helper()
	got, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if where := differ("", generic(t, got), generic(t, []byte(text))); where != "" {
		t.Errorf("%s\ngot  %s\nwant %s", where, got, text)
	}
}

// sameContent wants r to hold text, and closes it.
func sameContent(t *testing.T, r io.ReadCloser, text string) {
	t.Helper()
	defer r.Close()
	if got, err := io.ReadAll(r); err != nil || string(got) != text {
		t.Errorf("got %q, %v, want %q", got, err, text)
	}
}

func generic(t *testing.T, data []byte) (v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// differ says where two JSON values differ, and "" where they are equal:
// numbers by value and times by instant.
func differ(at string, a, b any) string {
	switch x := a.(type) {
	case map[string]any:
		if y, ok := b.(map[string]any); ok {
			return differObjects(at, x, y)
		}
	case []any:
		if y, ok := b.([]any); ok && len(x) == len(y) {
			for i := range x {
				if where := differ(fmt.Sprintf("%s[%d]", at, i), x[i], y[i]); where != "" {
					return where
				}
			}
			return ""
		}
	default:
		if a == b || sameNumber(a, b) || sameTime(a, b) {
			return ""
		}
	}
	return fmt.Sprintf("%s is %v, want %v", at, a, b)
}

func differObjects(at string, a, b map[string]any) string {
	for name := range a {
		if _, ok := b[name]; !ok {
			return at + "." + name + " was added"
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			return at + "." + name + " was lost"
		}
		if where := differ(at+"."+name, a[name], b[name]); where != "" {
			return where
		}
	}
	return ""
}

func sameNumber(a, b any) bool {
	x, ok1 := a.(json.Number)
	y, ok2 := b.(json.Number)
	if !ok1 || !ok2 {
		return false
	}
	f, err1 := strconv.ParseFloat(x.String(), 64)
	g, err2 := strconv.ParseFloat(y.String(), 64)
	return err1 == nil && err2 == nil && f == g
}

func sameTime(a, b any) bool {
	x, ok1 := a.(string)
	y, ok2 := b.(string)
	if !ok1 || !ok2 {
		return false
	}
	f, err1 := time.Parse(time.RFC3339, x)
	g, err2 := time.Parse(time.RFC3339, y)
	return err1 == nil && err2 == nil && f.Equal(g)
}

// A client signs what it sends with a keyed hash of the time, the key, how long the
// request may be on its way, and the query or the content.
func ExampleWithSigner() {
	const key, secret, window = "key", "secret", "5000"
	sign := func(r *http.Request, body []byte, now time.Time) error {
		stamp, payload := strconv.FormatInt(now.UnixMilli(), 10), r.URL.RawQuery
		if body != nil {
			payload = string(body)
		}
		mac := hmac.New(sha256.New, []byte(secret))
		_, _ = io.WriteString(mac, stamp+key+window+payload)
		r.Header.Set("X-Key", key)
		r.Header.Set("X-Timestamp", stamp)
		r.Header.Set("X-Window", window)
		r.Header.Set("X-Signature", hex.EncodeToString(mac.Sum(nil)))
		return nil
	}
	_ = NewClient(WithSigner(sign)) // whose requests are signed

	r := httptest.NewRequest(http.MethodGet, "https://api.example/items?limit=5", nil)
	if err := sign(r, nil, time.UnixMilli(1700000000000)); err != nil {
		fmt.Println(err)
	}
	fmt.Println(r.Header.Get("X-Timestamp"), r.Header.Get("X-Signature")[:16])
	// Output: 1700000000000 1d209c01c7591a73
}

// checkParam converts samples of what a response has. The result is all that the
// request knows of them, and fits its type.
func checkParam[R, P any](t *testing.T, convert func(R) P) {
	t.Helper()
	for n := range max(1, variantsOf(reflect.TypeFor[R]())) {
		var v R
		sampleValue(reflect.ValueOf(&v).Elem(), n, 0)
		converted := convert(v)
		fits(t, converted)
		from, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		to, err := json.Marshal(converted)
		if err != nil {
			t.Fatal(err)
		}
		if string(to) == "null" {
			t.Errorf("%s becomes null", from)
		}
		for name, raw := range membersOf(to) {
			if _, had := membersOf(from)[name]; !had {
				t.Errorf("%s has %s: %s, which is not in %s", reflect.TypeFor[P](), name, raw, from)
			}
		}
	}
}

// variantsOf is how many alternatives a union has, and 0 for other types.
func variantsOf(t reflect.Type) int {
	c := codecOf(t)
	c.once.Do(c.make)
	if c.union == nil {
		return 0
	}
	return len(c.union.told) + len(c.union.rest)
}

// sampleValue fills what is required with values, unions with alternative n.
func sampleValue(v reflect.Value, n, depth int) {
	c := codecOf(v.Type())
	c.once.Do(c.make)
	switch {
	case depth > 8:
	case c.object != nil:
		for _, m := range c.object.members {
			if m.required && m.fill == nil {
				sampleValue(v.Field(m.index), 0, depth+1)
			}
		}
	case c.union != nil && len(c.union.told) > n:
		sampleVariant(v, c.union.told[n].is, depth)
	case c.union != nil:
		sampleVariant(v, c.union.rest[n-len(c.union.told)], depth)
	case v.Kind() == reflect.Slice && v.Type() == rawType:
		v.SetBytes([]byte("{}"))
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		sampleValue(v.Index(0), 0, depth+1)
	case v.Kind() == reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
	}
}

func sampleVariant(union reflect.Value, is any, depth int) {
	variant := reflect.New(reflect.TypeOf(is).Elem()).Elem()
	sampleValue(variant, 0, depth+1)
	union.Field(0).Set(variant)
}

// An exampleServer answers each request with a body and prints what it was asked. It is
// a Doer, as programs take one to test code without a network.
type exampleServer struct {
	status int
	body   string
}

func (s exampleServer) Do(r *http.Request) (*http.Response, error) {
	fmt.Println(r.Method, r.URL.EscapedPath())
	return &http.Response{
		StatusCode: s.status, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(s.body)),
	}, nil
}
