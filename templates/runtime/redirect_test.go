package runtime

import (
	"net/http"
	"net/http/httptest"
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
		{"/away", []string{"", "", "1", ""}},
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
