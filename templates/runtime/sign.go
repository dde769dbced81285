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
	"sync"
	"time"
)

// WithSigner has sign add a signature to each request, as APIs want it that take a keyed
// hash of the time and the request. r has all that is sent besides, also what middleware
// changed, so that sign sets headers or adds to the query; body is the content, nil for
// none, and now the time of this try. An error ends the call. Where r goes, sign must not
// change; it may give r another Body, for APIs that want the signature in there.
//
// sign is called anew for each try and for each redirect within the server. A redirect to
// another server is not signed and takes no header along that sign set. An *http.Client
// with a CheckRedirect of its own signs no redirect. Content that can only be read once,
// such as a pipe, is read into memory for sign.
func WithSigner(sign func(r *http.Request, body []byte, now time.Time) error) Option {
	return optionFunc(func(c *config) { c.sign = sign })
}

// A signer is what WithSigner takes.
type signer = func(r *http.Request, body []byte, now time.Time) error

// A signature is what a signer added to a request that is about to be sent.
type signature struct {
	sign signer
	body []byte      // before it was signed
	had  http.Header // what the headers were that it set, nil for none
	// query are the parameters that it added.
	query []string
	told  *secretTexts
}

// signatureKey is where the context of a signed request has its signature, secretsKey
// where that of a call has what its signatures were.
type (
	signatureKey struct{}
	secretsKey   struct{}
)

// secretTexts are what the signatures of one call are, to keep them out of errors.
type secretTexts struct {
	mu    sync.Mutex
	texts []string
}

// signing is a context for the requests of a call that are signed.
func signing(ctx context.Context, sign signer) context.Context {
	if sign == nil {
		return ctx
	}
	return context.WithValue(ctx, secretsKey{}, new(secretTexts))
}

// sendSigned signs a copy of a request that all else was done to, and sends it.
func (c *config) sendSigned(req *http.Request) (*http.Response, error) {
	if c.sign == nil {
		return c.doer.Do(req)
	}
	s := &signature{sign: c.sign}
	s.told, _ = req.Context().Value(secretsKey{}).(*secretTexts)
	signed := req.Clone(context.WithValue(req.Context(), signatureKey{}, s))
	if req.Body != nil {
		body, err := io.ReadAll(req.Body)
		if err := errors.Join(err, req.Body.Close()); err != nil {
			return nil, &unsigned{fmt.Errorf("read the content to sign it: %w", err)}
		}
		s.body = append([]byte{}, body...) // also what is empty is content
	}
	if err := s.add(signed); err != nil {
		return nil, err
	}
	return c.doer.Do(signed)
}

// signAgain signs a request that a redirect of the same server asks for.
func signAgain(req *http.Request) error {
	s, ok := req.Context().Value(signatureKey{}).(*signature)
	if !ok {
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
		return &unsigned{err}
	}
	if req.URL == nil || !isSameOrigin(&target, req.URL) || req.URL.EscapedPath() != target.EscapedPath() {
		return &unsigned{errors.New("the signer changed where it goes")}
	}
	switch {
	case req.Body == nil || req.Body == http.NoBody:
		req.Body, req.GetBody, req.ContentLength = nil, nil, 0
	case req.Body == given:
		replaceBody(req, s.body) // the signer may have read it
	default:
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return &unsigned{fmt.Errorf("read the content of the signer: %w", err)}
		}
		replaceBody(req, body)
	}
	s.note(req, before, query)
	if err := checkHeaders(req.Header); err != nil {
		return &unsigned{err}
	}
	return nil
}

// An unsigned error is why a request was not signed, which no other try changes.
type unsigned struct{ err error }

func (e *unsigned) Error() string { return "sign the request: " + e.err.Error() }
func (e *unsigned) Unwrap() error { return e.err }

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
	s.tell(req)
}

// tell notes what the signature of a request is.
func (s *signature) tell(req *http.Request) {
	if s.told == nil {
		return
	}
	s.told.mu.Lock()
	defer s.told.mu.Unlock()
	for name := range s.had {
		s.told.texts = append(s.told.texts, req.Header[name]...)
	}
	query := parseQuery(req.URL.RawQuery)
	for _, name := range s.query {
		s.told.texts = append(s.told.texts, query[name]...)
	}
}

// signatures are what the signatures of the call of a request were, the longest first.
func signatures(req *http.Request) []string {
	told, ok := req.Context().Value(secretsKey{}).(*secretTexts)
	if !ok {
		return nil
	}
	told.mu.Lock()
	defer told.mu.Unlock()
	out := slices.Clone(told.texts)
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
