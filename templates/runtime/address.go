package runtime

import (
	"errors"
	"net/url"
	"strings"
)

// address is the URL of a path of the API below a base URL, which may have a
// path and a query of its own. Its errors never quote the base URL, because that
// may hold a credential.
func address(base, path string) (*url.URL, error) {
	if base == "" {
		return nil, errors.New("the pages name no server: give NewClient a WithBaseURL")
	}
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || u.Scheme == "" {
		return nil, errors.New("the base URL is none: it needs the form https://host/path?query")
	}
	if u.Fragment != "" {
		return nil, errors.New("the base URL has a fragment, which no server would see")
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, errors.New("the query of the base URL cannot be read")
	}
	path, own, _ := strings.Cut(path, "?")
	for name, values := range parseQuery(own) {
		query[name] = values
	}
	u.RawPath = strings.TrimRight(u.EscapedPath(), "/") + path
	if u.Path, err = url.PathUnescape(u.RawPath); err != nil {
		return nil, errors.New("the path cannot be read")
	}
	u.RawQuery = query.Encode()
	return u, nil
}

// parseQuery reads what can be read of a query that the pages print.
func parseQuery(raw string) url.Values {
	q, _ := url.ParseQuery(raw)
	return q
}

// withoutSecrets is a URL for messages: without user, password and query, which
// may carry a credential.
func withoutSecrets(u *url.URL) string {
	c := *u
	c.User, c.RawQuery, c.ForceQuery, c.Fragment, c.RawFragment = nil, "", false, "", ""
	return c.String()
}

// withoutQuery takes what may carry a credential out of an error of net/http.
func withoutQuery(err error) error {
	var failed *url.Error
	if !errors.As(err, &failed) {
		return err
	}
	text := "the request"
	if u, parseErr := url.Parse(failed.URL); parseErr == nil {
		text = withoutSecrets(u)
	}
	if err == error(failed) {
		return &url.Error{Op: failed.Op, URL: text, Err: failed.Err}
	}
	return &quotedError{strings.ReplaceAll(err.Error(), failed.URL, text), err}
}

// A quotedError is an error with another text.
type quotedError struct {
	text string
	err  error
}

func (e *quotedError) Error() string { return e.text }
func (e *quotedError) Unwrap() error { return e.err }
