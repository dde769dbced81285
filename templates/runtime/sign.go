package runtime

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// WithSigner has sign add a signature to each request, as APIs want it that take a keyed
// hash of the time and the request. r has all that is sent besides, so that sign sets
// headers or adds to the query; body is the content, nil for none, and now the time of
// this try. An error ends the call. Where r goes, sign must not change; it may give r
// another Body, for APIs that want the signature in there.
//
// sign is called anew for each try and for each redirect within the server. A redirect to
// another server is not signed and takes no header along that sign set. An *http.Client
// with a CheckRedirect of its own signs no redirect. Content that can only be read once,
// such as a pipe, is read into memory for sign.
func WithSigner(sign func(r *http.Request, body []byte, now time.Time) error) Option {
	return func(c *config) { c.sign = sign }
}

// A signer is what WithSigner takes.
type signer = func(r *http.Request, body []byte, now time.Time) error

// signatureKey is where the context of a request has its signature.
type signatureKey struct{}

// A signature is what a signer added to a request.
type signature struct {
	sign signer
	body []byte      // before it was signed
	had  http.Header // what the headers were that it set, nil for none
	// query are the parameters that it added.
	query []string
}

// signatureOf is the signature of a request and of those that it was redirected
// from, nil where there is no signer.
func signatureOf(req *http.Request) *signature {
	s, _ := req.Context().Value(signatureKey{}).(*signature)
	return s
}

// signing is a context for requests that sign signs.
func signing(ctx context.Context, sign signer) context.Context {
	if sign == nil {
		return ctx
	}
	return context.WithValue(ctx, signatureKey{}, &signature{sign: sign})
}

// signFirst signs a request that is complete but for its signature.
func signFirst(req *http.Request) error {
	s := signatureOf(req)
	if s == nil {
		return nil
	}
	if req.Body != nil {
		body, err := io.ReadAll(req.Body)
		if err := errors.Join(err, req.Body.Close()); err != nil {
			return fmt.Errorf("read the content to sign it: %w", err)
		}
		s.body = append([]byte{}, body...) // also what is empty is content
	}
	return s.add(req)
}

// signAgain signs a request that a redirect of the same server asks for.
func signAgain(req *http.Request) error {
	s := signatureOf(req)
	if s == nil {
		return nil
	}
	for name, values := range s.had {
		if req.Header.Del(name); values != nil {
			req.Header[name] = slices.Clone(values)
		}
	}
	req.URL.RawQuery = withoutParams(req.URL.RawQuery, s.query)
	if req.Body == nil {
		s.body = nil
	} else {
		_ = req.Body.Close()
	}
	return s.add(req)
}

// add has the signer sign, and notes what that added.
func (s *signature) add(req *http.Request) error {
	before, query := req.Header.Clone(), parseQuery(req.URL.RawQuery)
	target, given := *req.URL, io.ReadCloser(nil)
	if s.body != nil {
		replaceBody(req, s.body)
		given = req.Body
	}
	if err := s.sign(req, bytes.Clone(s.body), time.Now()); err != nil {
		return fmt.Errorf("sign the request: %w", err)
	}
	if req.URL == nil || !isSameOrigin(&target, req.URL) || req.URL.EscapedPath() != target.EscapedPath() {
		return errors.New("sign the request: the signer changed where it goes")
	}
	switch {
	case req.Body == nil || req.Body == http.NoBody:
		req.Body, req.GetBody, req.ContentLength = nil, nil, 0
	case req.Body == given:
		replaceBody(req, s.body) // the signer may have read it
	default:
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return fmt.Errorf("read the content of the signer: %w", err)
		}
		replaceBody(req, body)
	}
	s.note(req, before, query)
	return checkHeaders(req.Header)
}

// replaceBody makes bytes the content of a request.
func replaceBody(req *http.Request, body []byte) {
	req.ContentLength = int64(len(body))
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	req.Body, _ = req.GetBody()
}

// note keeps what a request had before it was signed.
func (s *signature) note(req *http.Request, before http.Header, query url.Values) {
	s.had, s.query = http.Header{}, nil
	for name, values := range req.Header {
		if !slices.Equal(values, before[name]) {
			s.had[name] = before[name]
		}
	}
	for name := range parseQuery(req.URL.RawQuery) {
		if _, ok := query[name]; !ok {
			s.query = append(s.query, name)
		}
	}
}

// secrets are what a signed request has of its signature, the longest first.
func (s *signature) secrets(req *http.Request) []string {
	var out []string
	for name := range s.had {
		out = append(out, req.Header[name]...)
	}
	query := req.URL.Query()
	for _, name := range s.query {
		out = append(out, query[name]...)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	return out
}

// withoutParams takes parameters out of a query and leaves the others as they are.
func withoutParams(raw string, names []string) string {
	parts := strings.Split(raw, "&")
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool {
		name, _, _ := strings.Cut(part, "=")
		name, err := url.QueryUnescape(name)
		return err == nil && slices.Contains(names, name)
	}), "&")
}
