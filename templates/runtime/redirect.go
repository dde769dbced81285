package runtime

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// maxRedirects is the number at which http.DefaultClient gives up, too.
const maxRedirects = 10

// defaultDoer follows redirects as http.DefaultClient does, but keeps headers
// from every other server than the one they were meant for.
var defaultDoer Doer = &http.Client{CheckRedirect: checkRedirect}

// withRedirects is a client that follows redirects as defaultDoer does, unless it
// has a way of its own.
func withRedirects(client *http.Client) Doer {
	if client == nil {
		return defaultDoer
	}
	if client.CheckRedirect != nil {
		return client
	}
	c := *client
	c.CheckRedirect = checkRedirect
	return &c
}

// harmless are the headers that another server may see: those that say what is
// sent and asked for, and never who asks.
var harmless = []string{"Accept", "Content-Type", "User-Agent"}

// checkRedirect takes out of a request what is only meant for the server that
// was asked, once a redirect leads to another origin: credentials, cookies and
// what callers set. net/http does so for the headers that it knows. What stays with the
// server is signed anew.
func checkRedirect(next *http.Request, before []*http.Request) error {
	if len(before) >= maxRedirects {
		return fmt.Errorf("stopped after %d redirects", maxRedirects)
	}
	first := before[0].URL
	for _, r := range append(slices.Clip(before[1:]), next) {
		if !isSameOrigin(first, r.URL) {
			maps.DeleteFunc(next.Header, func(name string, _ []string) bool { return !slices.Contains(harmless, name) })
			return nil
		}
	}
	return signAgain(next)
}

// isSameOrigin reports whether two URLs are of one server. A server that moves
// from http to https stays itself.
func isSameOrigin(a, b *url.URL) bool {
	if !strings.EqualFold(a.Hostname(), b.Hostname()) {
		return false
	}
	upgraded := a.Scheme == "http" && b.Scheme == "https" && a.Port() == "" && b.Port() == ""
	return upgraded || a.Scheme == b.Scheme && portOf(a) == portOf(b)
}

func portOf(u *url.URL) string {
	if u.Port() == "" && u.Scheme == "https" {
		return "443"
	}
	if u.Port() == "" && u.Scheme == "http" {
		return "80"
	}
	return u.Port()
}
