package runtime

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// locate makes the URL that a member of the page holds that of the next page. An
// empty one ends the list.
func (c *cursor) locate(next []byte) {
	text := textOf(next)
	if text == "" || bytes.Equal(next, null) {
		c.none()
	}
	if c.done {
		return
	}
	if c.url = text; kindOf(next) != kindString {
		c.err = fmt.Errorf("next page %.80s: not a URL", next)
		return
	}
	c.visit(text, text)
}

// link makes the URL of the header Link whose relation is next that of the next
// page.
func (c *cursor) link() {
	next := nextLink(c.header)
	if next == "" {
		c.none()
	}
	if c.done {
		return
	}
	c.url = next
	c.visit(next, next)
}

// nextLink is the URL that the header Link gives with the relation next.
func nextLink(h http.Header) string {
	rest := strings.Join(h.Values("Link"), ",")
	for {
		_, after, ok := strings.Cut(rest, "<")
		target, after, closed := strings.Cut(after, ">")
		if !ok || !closed {
			return ""
		}
		var params string
		params, rest = cutUnquoted(after, ',')
		for params != "" {
			var param string
			param, params = cutUnquoted(params, ';')
			name, value, _ := strings.Cut(param, "=")
			if strings.EqualFold(strings.TrimSpace(name), "rel") && hasWord(strings.Trim(strings.TrimSpace(value), `"`), "next") {
				return target
			}
		}
	}
}

// cutUnquoted cuts text at the first separator that is not within quotes.
func cutUnquoted(text string, separator byte) (before, after string) {
	quoted := false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case text[i] == separator && !quoted:
			return text[:i], text[i+1:]
		}
	}
	return text, ""
}

func hasWord(text, word string) bool {
	for w := range strings.FieldsSeq(text) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// pageAt returns the URL of the next page, which the server gave as next, for
// the request that gets a page at u, with what options add to the query. The
// request stays with its own server, which alone is meant to see its
// credentials: a page that is said to be on another is asked for here if its
// path is that of the list, as behind a proxy.
func pageAt(u *url.URL, next string, extra url.Values) (*url.URL, error) {
	to, err := url.Parse(next)
	if err != nil {
		return nil, errors.New("the URL of the next page cannot be read")
	}
	own, path := u.EscapedPath(), to.EscapedPath()
	near := to.Host == "" || strings.EqualFold(to.Scheme, u.Scheme) && to.Host == u.Host
	page := *u
	switch {
	case strings.HasSuffix(own, path), !near && strings.HasSuffix(path, own):
	case near:
		page = *u.ResolveReference(&url.URL{Path: to.Path, RawPath: to.RawPath})
	default:
		return nil, fmt.Errorf("the next page is on another server, %s://%s", to.Scheme, to.Host)
	}
	query := to.Query()
	for _, more := range []url.Values{extra, u.Query()} { // the base URL can have a query
		for name, values := range more {
			if !query.Has(name) {
				query[name] = values
			}
		}
	}
	page.RawQuery = query.Encode()
	return &page, nil
}
