package runtime

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	signedKey    = "grove-key"
	signedSecret = "grove-secret"
	signedWindow = 5000
)

// keyedHash is the hash that the server of the tests demands.
func keyedHash(stamp, payload string) string {
	mac := hmac.New(sha256.New, []byte(signedSecret))
	_, _ = fmt.Fprint(mac, stamp, signedKey, signedWindow, payload)
	return hex.EncodeToString(mac.Sum(nil))
}

// signHeaders signs as the server of the tests demands.
func signHeaders(r *http.Request, body []byte, now time.Time) error {
	stamp := strconv.FormatInt(now.UnixMilli(), 10)
	payload := r.URL.RawQuery
	if body != nil {
		payload = string(body)
	}
	r.Header.Set("X-Grove-Key", signedKey)
	r.Header.Set("X-Grove-Window", strconv.Itoa(signedWindow))
	r.Header.Set("X-Grove-Time", stamp)
	r.Header.Set("X-Grove-Sign", keyedHash(stamp, payload))
	return nil
}

// verify is what is wrong with the signature of a request, or "".
func verify(r *http.Request, body string) string {
	payload := r.URL.RawQuery
	if r.Method == http.MethodPost {
		payload = body
	}
	stamp, err := strconv.ParseInt(r.Header.Get("X-Grove-Time"), 10, 64)
	switch age := time.Since(time.UnixMilli(stamp)); {
	case err != nil || age > signedWindow*time.Millisecond || age < -time.Second:
		return "no time, or one long ago"
	case r.Header.Get("X-Grove-Key") != signedKey:
		return "no key"
	case !hmac.Equal([]byte(r.Header.Get("X-Grove-Sign")), []byte(keyedHash(r.Header.Get("X-Grove-Time"), payload))):
		return "the hash is of something else than " + payload
	}
	return ""
}

// A signedServer verifies every request, and refuses a signature that comes again.
type signedServer struct {
	*httptest.Server
	seen     map[string]bool
	requests int
}

func newSignedServer(t *testing.T, handle http.HandlerFunc) *signedServer {
	t.Helper()
	s := &signedServer{seen: map[string]bool{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.requests++
		body, err := io.ReadAll(r.Body)
		wrong := verify(r, string(body))
		if err != nil || wrong != "" {
			http.Error(w, wrong, http.StatusUnauthorized)
			return
		}
		sign := r.Header.Get("X-Grove-Sign")
		if s.seen[sign] {
			http.Error(w, "this signature was used", http.StatusUnauthorized)
			return
		}
		s.seen[sign] = true
		r.Body = io.NopCloser(strings.NewReader(string(body)))
		handle(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *signedServer) transport(opts ...Option) *transport {
	pause := optionFunc(func(c *config) {
		c.sleep = func(context.Context, time.Duration) error { time.Sleep(2 * time.Millisecond); return nil }
	})
	return &transport{config: newConfig(s.URL, append([]Option{WithSigner(signHeaders), pause}, opts...))}
}

// TestSigner demands that each try carries a signature of its own of what it sends.
func TestSigner(t *testing.T) {
	sent := ""
	fail := 0
	server := newSignedServer(t, func(w http.ResponseWriter, r *http.Request) {
		if fail--; fail >= 0 {
			http.Error(w, "busy", http.StatusServiceUnavailable)
			return
		}
		body, _ := io.ReadAll(r.Body)
		sent = r.Method + " " + r.URL.RequestURI() + " " + string(body)
	})
	tags, tree := Some([]string{"a b", "c"}), map[string]string{"kind": "plum"}
	for _, c := range []struct {
		name  string
		verb  string
		build func(*request)
		fails int
		opts  []Option
		want  string
	}{
		{"query", "GET", func(r *request) { r.setQuery("t", &tags, comma) }, 0, nil, "GET /trees?t=a+b,c "},
		{"options", "GET", func(*request) {}, 0, []Option{WithQuery("page", "2")}, "GET /trees?page=2 "},
		{"body", "POST", func(r *request) { r.setJSON(&tree) }, 0, nil, `POST /trees {"kind":"plum"}`},
		{"no body", "POST", func(*request) {}, 0, nil, "POST /trees "},
		{"retries", "GET", func(r *request) { r.setQuery("t", &tags, repeat) }, 2, nil, "GET /trees?t=a+b&t=c "},
		{"retries with a body", "POST", func(r *request) { r.setJSON(&tree) }, 2, nil, `POST /trees {"kind":"plum"}`},
		{"content that is read once", "POST", func(r *request) {
			r.setContent("text/plain", File{Name: "a", Reader: io.MultiReader(strings.NewReader("plum"))})
		}, 0, nil, "POST /trees plum"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server.requests, sent, fail = 0, "", c.fails
			r := newRequest(c.verb, "/trees")
			c.build(r)
			if err := sendOnly(t.Context(), server.transport(), r, c.opts); err != nil {
				t.Fatal(err)
			}
			if sent != c.want || server.requests != c.fails+1 {
				t.Errorf("%d requests, the last one %q, want %q", server.requests, sent, c.want)
			}
		})
	}
}

// TestSignerOfRedirects demands a signature of what a redirect asks for, and none for
// another server.
func TestSignerOfRedirects(t *testing.T) {
	tree := map[string]string{"kind": "plum"}
	var away http.Header
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { away = r.Header }))
	defer other.Close()
	arrived := ""
	server := newSignedServer(t, func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(2 * time.Millisecond)
		switch r.URL.Path {
		case "/moved":
			http.Redirect(w, r, "/found?kind=plum", http.StatusFound)
		case "/kept":
			http.Redirect(w, r, "/found?a=1", http.StatusTemporaryRedirect)
		case "/away":
			http.Redirect(w, r, other.URL, http.StatusTemporaryRedirect)
		default:
			body, _ := io.ReadAll(r.Body)
			arrived = r.Method + " " + r.URL.RequestURI() + " " + string(body)
		}
	})
	for path, want := range map[string]string{"/moved": "GET /found?kind=plum ", "/kept": `POST /found?a=1 {"kind":"plum"}`} {
		for name, opts := range map[string][]Option{"our client": nil, "a client of the caller": {WithHTTPClient(&http.Client{})}} {
			arrived = ""
			r := newRequest(http.MethodPost, path)
			r.setJSON(&tree)
			if err := sendOnly(t.Context(), server.transport(opts...), r, nil); err != nil || arrived != want {
				t.Errorf("%s with %s: %v, %q arrived", path, name, err, arrived)
			}
		}
	}
	r := newRequest(http.MethodPost, "/away")
	r.setJSON(&tree)
	if err := sendOnly(t.Context(), server.transport(), r, nil); err != nil {
		t.Fatal(err)
	}
	for name := range away {
		if strings.HasPrefix(name, "X-Grove") {
			t.Errorf("another server was sent %s", name)
		}
	}
}

// TestSignerInQuery takes the old signature out of what a redirect repeats.
func TestSignerInQuery(t *testing.T) {
	var got []url.Values
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.URL.Query())
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new?"+r.URL.RawQuery, http.StatusFound)
		}
	}))
	defer server.Close()
	sign := func(r *http.Request, _ []byte, _ time.Time) error {
		r.URL.RawQuery += "&sign=" + keyedHash("", r.URL.RawQuery)
		return nil
	}
	tr := &transport{config: newConfig(server.URL, []Option{WithSigner(sign), WithQuery("a", "1")})}
	if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/old"), nil); err != nil {
		t.Fatal(err)
	}
	for _, q := range got {
		if len(got) != 2 || len(q["sign"]) != 1 || q.Get("sign") != keyedHash("", "a=1") {
			t.Errorf("got %v", q)
		}
	}
}

// TestSignerInBody sends the content that the signer gives a request, also again.
func TestSignerInBody(t *testing.T) {
	var got []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if got = append(got, string(body)); r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusPermanentRedirect)
		}
	}))
	defer server.Close()
	sign := func(r *http.Request, body []byte, _ time.Time) error {
		if read, err := io.ReadAll(r.Body); err != nil || string(read) != string(body) {
			return fmt.Errorf("the body is %q and not %q: %w", read, body, err)
		}
		r.Body = io.NopCloser(strings.NewReader(string(body) + "+signed"))
		return nil
	}
	tr := &transport{config: newConfig(server.URL, []Option{WithSigner(sign)})}
	r := newRequest(http.MethodPost, "/old")
	r.setBytes([]byte("plum"))
	if err := sendOnly(t.Context(), tr, r, nil); err != nil || len(got) != 2 || got[0] != "plum+signed" || got[1] != got[0] {
		t.Errorf("%v: got %q", err, got)
	}
}

// TestSignerFails demands that nothing is sent unsigned, nor to where the caller never
// wanted it.
func TestSignerFails(t *testing.T) {
	for name, sign := range map[string]func(*http.Request, []byte, time.Time) error{
		"no key":   func(*http.Request, []byte, time.Time) error { return errors.New("no key") },
		"goes":     func(r *http.Request, _ []byte, _ time.Time) error { r.URL.Host = "else.example"; return nil },
		"path":     func(r *http.Request, _ []byte, _ time.Time) error { r.URL.Path = "/else"; return nil },
		"control":  func(r *http.Request, _ []byte, _ time.Time) error { r.Header["X-Sign"] = []string{"a\nb"}; return nil },
		"no place": func(r *http.Request, _ []byte, _ time.Time) error { r.URL = nil; return nil },
	} {
		rec, calls := new(recorder), 0
		counted := func(r *http.Request, body []byte, now time.Time) error { calls++; return sign(r, body, now) }
		err := sendOnly(t.Context(), rec.transport(WithSigner(counted)), newRequest(http.MethodGet, "/trees"), nil)
		if err == nil || !strings.Contains(err.Error(), "sign the request: ") || rec.got != nil || calls != 1 {
			t.Errorf("%s: %v after %d calls, sent %v", name, err, calls, rec.got)
		}
	}
}

// TestSignatureIsNotTold keeps what was added out of the text of errors.
func TestSignatureIsNotTold(t *testing.T) {
	sign := func(r *http.Request, _ []byte, _ time.Time) error {
		r.Header.Set("X-Sign", "abcdef")
		r.URL.RawQuery = "token=fedcba"
		return nil
	}
	rec := &recorder{status: 400, answer: "wrong: abcdef fedcba"}
	err := sendOnly(t.Context(), rec.transport(WithSigner(sign)), newRequest(http.MethodGet, "/trees"), nil)
	if err == nil || strings.Contains(err.Error(), "abcdef") || strings.Contains(err.Error(), "fedcba") {
		t.Errorf("got %v", err)
	}
}

// TestSignerSeesMiddleware signs what middleware made of a request, and signs anew what
// middleware sends again.
func TestSignerSeesMiddleware(t *testing.T) {
	bodies := 0
	server := newSignedServer(t, func(_ http.ResponseWriter, r *http.Request) {
		if body, _ := io.ReadAll(r.Body); string(body) == "pear" {
			bodies++
		}
	})
	twice := func(r *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		for range 2 {
			again := r.Clone(r.Context())
			again.Body, again.ContentLength = io.NopCloser(strings.NewReader("pear")), -1
			resp, err := next(again)
			if err != nil {
				return nil, err
			}
			if resp.StatusCode != http.StatusOK {
				return resp, nil
			}
			_ = resp.Body.Close()
			time.Sleep(2 * time.Millisecond)
		}
		return next(r)
	}
	r := newRequest(http.MethodPost, "/trees")
	r.setBytes([]byte("plum"))
	if err := sendOnly(t.Context(), server.transport(WithMiddleware(twice)), r, nil); err != nil || bodies != 2 || server.requests != 3 {
		t.Errorf("%v: %d requests, %d with the body of the middleware", err, server.requests, bodies)
	}
}
