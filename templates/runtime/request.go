package runtime

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// A request is what a method wants to send, before a client's options. The
// first mistake is kept and returned by build.
type request struct {
	verb, path  string
	query       url.Values
	commas      map[string]string // what query holds of lists with commas, escaped
	header      http.Header
	cookies     []*http.Cookie
	auth        []string // IDs of credentials
	contentType string
	body        func() (io.ReadCloser, error)
	length      int64 // of body in bytes, -1 where only reading it tells
	err         error
}

// newRequest begins a request. path has its parameters in braces.
func newRequest(verb, path string, auth ...string) *request {
	return &request{verb: verb, path: path, auth: auth, query: url.Values{}, commas: map[string]string{}, header: http.Header{}}
}

// setPath fills a parameter into the path. An empty one is a mistake: without
// it the path would be that of another method.
func (r *request) setPath(name string, value any) {
	text, err := plainText(value)
	if err == nil && text == "" {
		err = errors.New("must not be empty")
	}
	if err != nil {
		r.fail("path", name, err)
		return
	}
	r.path = strings.ReplaceAll(r.path, "{"+name+"}", escapeSegment(text))
}

// escapeSegment escapes what a path gives a meaning, dots on their own included.
func escapeSegment(text string) string {
	if text == "." || text == ".." {
		return strings.ReplaceAll(text, ".", "%2E")
	}
	return url.PathEscape(text)
}

// setQuery adds a parameter to the query. Absent values add nothing.
func (r *request) setQuery(name string, value any, style listStyle) {
	emit := func(name, text string) { r.query.Add(name, text) }
	if style == comma {
		emit = func(name, text string) {
			r.query.Set(name, text)
			r.commas[name] = text
		}
	}
	err := flatten(name, value, style, emit)
	if err != nil {
		r.fail("query", name, err)
	}
}

// setHeader sets a header. Absent values set nothing; lists are joined by commas.
func (r *request) setHeader(name string, value any) {
	var texts []string
	err := flatten(name, value, repeat, func(_, text string) { texts = append(texts, text) })
	if err != nil {
		r.fail("header", name, err)
	} else if texts != nil {
		r.header.Set(name, strings.Join(texts, ","))
	}
}

// setCookie adds a cookie. Absent values add nothing.
func (r *request) setCookie(name string, value any) {
	err := flatten(name, value, repeat, func(name, text string) {
		r.cookies = append(r.cookies, &http.Cookie{Name: name, Value: text})
	})
	if err != nil {
		r.fail("cookie", name, err)
	}
}

// setJSON makes the JSON of what at points at the body.
func (r *request) setJSON(at any) {
	raw, err := encodeValue(at)
	if err != nil {
		r.fail("body", "", err)
		return
	}
	r.contentType, r.length = "application/json", int64(len(raw))
	r.body = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
}

func (r *request) fail(place, name string, err error) {
	if r.err == nil {
		r.err = fmt.Errorf("%s: %w", strings.TrimSpace(place+" "+name), err)
	}
}

// build makes the HTTP request that c sends.
func (r *request) build(ctx context.Context, c *config, fixed http.Header) (*http.Request, error) {
	if r.err != nil {
		return nil, r.err
	}
	if c.baseURL == "" {
		return nil, errors.New("the pages name no server: give NewClient a WithBaseURL")
	}
	req, err := http.NewRequestWithContext(ctx, r.verb, strings.TrimRight(c.baseURL, "/")+r.path, nil)
	if err != nil {
		return nil, err
	}
	if err := r.attachBody(req); err != nil {
		return nil, err
	}
	if c.locate == nil {
		r.addQuery(req, c.query)
	} else if req.URL, err = c.locate(req.URL, c.query); err != nil {
		return nil, err
	}
	maps.Copy(req.Header, fixed)
	maps.Copy(req.Header, r.header)
	for _, cookie := range r.cookies {
		req.AddCookie(cookie)
	}
	maps.Copy(req.Header, c.header)
	authenticate(req, c.secrets, r.auth)
	return req, nil
}

func (r *request) attachBody(req *http.Request) error {
	req.Header.Set("Accept", "application/json, */*;q=0.9")
	if r.body == nil {
		return nil
	}
	body, err := r.body()
	if err != nil {
		return err
	}
	req.Body, req.ContentLength = body, r.length
	if r.length >= 0 {
		req.GetBody = r.body // lets a redirect send it again
	}
	req.Header.Set("Content-Type", r.contentType)
	return nil
}

// addQuery adds the method's query, then what options set in its place. Only the
// commas of lists stay as they are.
func (r *request) addQuery(req *http.Request, extra url.Values) {
	q := req.URL.Query()
	for _, values := range []url.Values{r.query, extra} {
		for _, name := range slices.Sorted(maps.Keys(values)) {
			q[name] = values[name]
		}
	}
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(q)) {
		list, ok := r.commas[name]
		if _, replaced := extra[name]; ok && !replaced {
			parts = append(parts, url.QueryEscape(name)+"="+list)
			continue
		}
		parts = append(parts, url.Values{name: q[name]}.Encode())
	}
	req.URL.RawQuery = strings.Join(parts, "&")
}
