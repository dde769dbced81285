package runtime

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// TestRedirect demands that credentials stay with the server they are for.
func TestRedirect(t *testing.T) {
	credentials = []credential{{id: "key", scheme: "header", name: "X-Harbor-Key"}, {id: "token", scheme: "bearer"}, {id: "sig", scheme: "query", name: "sig"}}
	t.Cleanup(func() { credentials = nil })
	var got []http.Header
	keep := func(w http.ResponseWriter, r *http.Request) { got = append(got, r.Header) }
	other := httptest.NewServer(http.HandlerFunc(keep))
	defer other.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/inside", keep)
	mux.HandleFunc("/home", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/inside", http.StatusFound) })
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL, http.StatusFound) })
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	server := httptest.NewServer(mux)
	defer server.Close()
	secrets := []Option{withSecret("key", "k"), withSecret("token", "t"), withSecret("sig", "s"), WithHeader("X-Trace", "1"), WithMaxRetries(0)}
	for _, c := range []struct {
		path string
		want []string
	}{
		{"/home", []string{"k", "Bearer t", "1", server.URL + "/home?sig=s"}},
		{"/away", []string{"", "", "", ""}},
	} {
		got = nil
		tr := &transport{config: newConfig(server.URL, secrets)}
		if err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, c.path, "key", "token", "sig"), nil); err != nil {
			t.Fatal(err)
		}
		h := got[0]
		if sent := []string{h.Get("X-Harbor-Key"), h.Get("Authorization"), h.Get("X-Trace"), h.Get("Referer")}; !slices.Equal(sent, c.want) {
			t.Errorf("%s: sent %q, want %q", c.path, sent, c.want)
		}
	}
	tr := &transport{config: newConfig(server.URL, secrets)}
	err := sendOnly(t.Context(), tr, newRequest(http.MethodGet, "/circle"), nil)
	if err == nil || !strings.Contains(err.Error(), "10 redirects") {
		t.Errorf("a circle of redirects: %v", err)
	}
}

// Once away, nothing comes back with what was left behind, and a client of the
// caller's own follows by the same rule unless it has one.
func TestRedirectOfOtherClients(t *testing.T) {
	var got http.Header
	var origin *httptest.Server
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, origin.URL+"/back", http.StatusFound)
	}))
	defer away.Close()
	origin = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/back" {
			got = r.Header
			return
		}
		http.Redirect(w, r, away.URL, http.StatusFound)
	}))
	defer origin.Close()
	session := Some("s")
	for name, client := range map[string]*http.Client{"plain": {}, "own": {CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}} {
		r := newRequest(http.MethodGet, "/start")
		r.setCookie("session", &session)
		tr := &transport{config: newConfig(origin.URL, []Option{WithHTTPClient(client), WithHeader("X-Trace", "1")})}
		if err := sendOnly(t.Context(), tr, r, nil); err != nil {
			t.Fatal(err)
		}
		if kept := got.Get("X-Trace") != ""; kept != (name == "own") || !kept && got.Get("Cookie") != "" || got.Get("User-Agent") == "" {
			t.Errorf("%s: sent %v", name, got)
		}
		if client.CheckRedirect != nil && name == "plain" {
			t.Error("the caller's client was changed")
		}
	}
}

func TestSameOrigin(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"https://a.example", "https://a.example:443/x", true},
		{"http://a.example", "https://A.example", true},
		{"https://a.example", "http://a.example", false},
		{"http://a.example:80", "http://a.example", true},
		{"http://a.example:8080", "https://a.example", false},
		{"https://a.example", "https://b.a.example", false},
	} {
		a, errA := url.Parse(c.a)
		b, errB := url.Parse(c.b)
		if errA != nil || errB != nil || isSameOrigin(a, b) != c.want {
			t.Errorf("%s and %s: want %t", c.a, c.b, c.want)
		}
	}
}
