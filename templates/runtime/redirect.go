package runtime

import (
	"fmt"
	"net/http"
)

// maxRedirects is the number at which http.DefaultClient gives up, too.
const maxRedirects = 10

// defaultDoer follows redirects as http.DefaultClient does, but keeps
// credentials from every other server than the one they were meant for.
var defaultDoer Doer = &http.Client{CheckRedirect: checkRedirect}

// checkRedirect takes the credentials out of a request that a redirect leads to
// another origin. net/http does so for the headers that it knows, and APIs have
// their own.
func checkRedirect(next *http.Request, before []*http.Request) error {
	if len(before) >= maxRedirects {
		return fmt.Errorf("stopped after %d redirects", maxRedirects)
	}
	first := before[0].URL
	upgraded := first.Scheme == "http" && next.URL.Scheme == "https" && first.Hostname() == next.URL.Hostname()
	if upgraded || first.Scheme == next.URL.Scheme && first.Host == next.URL.Host {
		return nil
	}
	next.Header.Del("Authorization")
	next.Header.Del("Referer") // whose query may carry one
	for _, c := range credentials {
		if c.scheme == "header" {
			next.Header.Del(c.name)
		}
	}
	return nil
}
