package runtime

import (
	"bytes"
	"context"
	"encoding/json"
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
	auth        []string        // IDs of credentials
	lists       map[string]bool // the headers that are lists, by canonical name
	contentType string
	body        func() (io.ReadCloser, error)
	length      int64            // of body in bytes, -1 where only reading it tells
	once        bool             // body can only be read once
	keyed       bool             // it has an idempotency key
	errors      []errorCase      // what errors carry
	limit       int64            // of what is read of the response, in bytes
	pieces      bool             // the response is read piece by piece
	json        []byte           // the body, where it is JSON
	raw         *json.RawMessage // gets the JSON of the response
	err         error
}

// newRequest begins a request. path has its parameters in braces. Like what sets
// constants it is not inlined, because the compiler would repeat it in each method.
//
//go:noinline
func newRequest(verb, path string, auth ...string) *request {
	return &request{verb: verb, path: path, auth: auth, query: url.Values{}, commas: map[string]string{}, header: http.Header{}}
}

// fixHeader sets a header that each request of a method has.
//
//go:noinline
func (r *request) fixHeader(name, value string) { r.header.Set(name, value) }

// fixQuery sets a parameter of the query that each request of a method has.
//
//go:noinline
func (r *request) fixQuery(name, value string) { r.query.Set(name, value) }

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

// setHeaderList adds to a header that is a list what is not in it yet. What
// options set for it is added as well.
func (r *request) setHeaderList(name string, value any) {
	name = http.CanonicalHeaderKey(name)
	if r.lists == nil {
		r.lists = map[string]bool{}
	}
	r.lists[name] = true
	before := r.header[name]
	r.setHeader(name, value)
	if before != nil {
		r.header[name] = addToList(before, r.header[name])
	}
}

// addToList joins the elements of two headers that are lists, each once.
func addToList(before, more []string) []string {
	var all []string
	for _, values := range [][]string{before, more} {
		for element := range strings.SplitSeq(strings.Join(values, ","), ",") {
			if element = strings.TrimSpace(element); element != "" && !slices.Contains(all, element) {
				all = append(all, element)
			}
		}
	}
	return []string{strings.Join(all, ",")}
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
	r.contentType = "application/json"
	r.setRaw(raw)
}

func (r *request) setRaw(raw []byte) {
	r.json, r.length = raw, int64(len(raw))
	r.body = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
}

func (r *request) fail(location, name string, err error) {
	if r.err == nil {
		r.err = fmt.Errorf("%s: %w", strings.TrimSpace(location+" "+name), err)
	}
}

// build makes the HTTP request that c sends.
func (r *request) build(ctx context.Context, c *config, fixed http.Header) (*http.Request, error) {
	if r.err != nil {
		return nil, r.err
	}
	if r.keyed {
		ctx = context.WithValue(ctx, keyed{}, true)
	}
	ctx = signing(ctx, c.sign)
	u, err := address(c.baseURL, r.path)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, r.verb, u.String(), nil)
	if err != nil {
		return nil, withoutQuery(err)
	}
	if c.locate == nil {
		r.addQuery(req, c.query)
	} else if req.URL, err = c.locate(req.URL, c.query); err != nil {
		return nil, err
	}
	c.editQuery(req)
	if err := r.addHeaders(req, c, fixed); err != nil {
		return nil, err
	}
	if err := r.attachBody(req); err != nil {
		return nil, err
	}
	return req, nil
}

// addHeaders adds what the API always wants, then the method's headers, then
// those of options in their place. Headers that are lists are added to.
func (r *request) addHeaders(req *http.Request, c *config, fixed http.Header) error {
	if r.body != nil {
		req.Header.Set("Content-Type", r.contentType)
	}
	for _, header := range []http.Header{fixed, r.header, c.header} {
		for name, values := range header {
			if name = http.CanonicalHeaderKey(name); r.lists[name] && req.Header[name] != nil {
				values = addToList(req.Header[name], values)
			}
			req.Header[name] = slices.Clone(values)
		}
	}
	for name, values := range c.added {
		req.Header[name] = addToList(req.Header[name], values)
	}
	for _, cookie := range r.cookies {
		if err := cookie.Valid(); err != nil {
			return fmt.Errorf("cookie %s cannot be sent: %w", cookie.Name, err)
		}
		req.AddCookie(cookie)
	}
	authenticate(req, c.secrets, r.auth)
	if _, set := req.Header["User-Agent"]; !set {
		req.Header.Set("User-Agent", userAgent())
	}
	setDefault(req.Header, "Accept", "application/json")
	for name, values := range c.header {
		if values == nil { // see WithoutHeader; nil keeps net/http from its own default
			req.Header[name] = nil
		}
	}
	return checkHeaders(req.Header)
}

// checkHeaders refuses values with control characters, which would begin another
// header or another request. They are not quoted, because they may be secret.
func checkHeaders(h http.Header) error {
	for _, name := range slices.Sorted(maps.Keys(h)) {
		for _, value := range h[name] {
			if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
				return fmt.Errorf("header %s has a control character, such as the end of a line", name)
			}
		}
	}
	return nil
}

func (r *request) attachBody(req *http.Request) error {
	if r.body == nil {
		return nil
	}
	body, err := r.body()
	if err != nil {
		return err
	}
	req.Body, req.ContentLength = body, r.length
	if !r.once {
		req.GetBody = r.body // lets a redirect send it again
	}
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
