package pull

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestPrivateAddresses has a site whose name leads to one address and then to
// another.
func TestPrivateAddresses(t *testing.T) {
	for _, c := range []struct {
		first, then string
		refused     bool
	}{
		{"93.184.216.34:443", "127.0.0.1:443", true},
		{"93.184.216.34:443", "10.1.2.3:80", true},
		{"93.184.216.34:443", "169.254.169.254:80", true},
		{"93.184.216.34:443", "100.64.0.1:80", true},
		{"93.184.216.34:443", "[::1]:443", true},
		{"93.184.216.34:443", "[::ffff:192.168.0.1]:443", true},
		{"93.184.216.34:443", "[fd00::1]:443", true},
		{"93.184.216.34:443", "0.0.0.0:80", true},
		{"93.184.216.34:443", "93.184.216.35:443", false},
		{"[2606:2800:220:1::1]:443", "93.184.216.35:443", false},
		{"10.1.2.3:80", "10.1.2.4:80", false}, // a site of one's own network
		{"127.0.0.1:80", "93.184.216.35:443", false},
	} {
		g := &addressGuard{}
		if err := g.check(c.first); err != nil {
			t.Errorf("%s: %v", c.first, err)
		}
		var refused *refusal
		if err := g.check(c.then); errors.As(err, &refused) != c.refused || !c.refused && err != nil {
			t.Errorf("%s after %s: %v, want refused: %t", c.then, c.first, err, c.refused)
		}
	}
}

// TestRefusedAddressIsNotAskedAgain demands one attempt, and a reason that says
// what to do.
func TestRefusedAddressIsNotAskedAgain(t *testing.T) {
	var requests atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { requests.Add(1) }))
	defer server.Close()
	o := Options{Concurrency: 1, Timeout: time.Minute, UserAgent: "docgen"}
	o.useSystem()
	c := newClient(o)
	c.guard.known, c.guard.public = true, true
	_, err := c.get(t.Context(), request{url: server.URL, limit: 10})
	var refused *refusal
	if !errors.As(err, &refused) || !strings.Contains(refused.reason, "--allow-private") || requests.Load() > 0 {
		t.Errorf("got %v after %d requests", err, requests.Load())
	}
	o.AllowPrivate = true
	if _, err := newClient(o).get(t.Context(), request{url: server.URL, limit: 10}); err != nil || requests.Load() != 1 {
		t.Errorf("allowed: got %v after %d requests", err, requests.Load())
	}
}

// TestSlowSite has a site that answers each request in time, and never ends.
func TestSlowSite(t *testing.T) {
	var n atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/docs/") {
			http.NotFound(w, r)
			return
		}
		time.Sleep(20 * time.Millisecond)
		fmt.Fprintf(w, "# Page\n\n- [next](/docs/p%d.md)\n", n.Add(1))
	}))
	defer server.Close()
	o := Options{
		URL: server.URL + "/docs/index.md", Dir: t.TempDir(), Concurrency: 1, MaxPages: 1 << 20, MaxPage: 1 << 10, MaxBytes: 1 << 30,
		Timeout: time.Minute, MaxTime: 300 * time.Millisecond, UserAgent: "docgen",
	}
	if _, err := Pull(t.Context(), o); err == nil || !strings.Contains(err.Error(), "--max-time") || n.Load() == 0 {
		t.Errorf("got %v after %d pages", err, n.Load())
	}
}
