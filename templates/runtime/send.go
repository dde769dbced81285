package runtime

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
)

// A transport sends the requests of all services of a client.
type transport struct {
	config *config
	fixed  http.Header // what every request carries
}

// do sends r and returns a response with a status of success, whose body the
// caller closes. Any other status becomes an *Error.
func (t *transport) do(ctx context.Context, r *request, opts []Option) (*http.Response, error) {
	if t == nil || t.config == nil {
		return nil, fmt.Errorf("%s %s: no client: make one with NewClient", r.verb, r.path)
	}
	c := t.config.with(opts)
	if c.err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.verb, r.path, c.err)
	}
	r.limit, r.raw = c.limit, c.raw
	if err := r.editBody(c); err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.verb, r.path, err)
	}
	req, resp, err := t.sendAgain(ctx, c, r)
	if err != nil {
		return nil, err
	}
	if c.into != nil {
		*c.into = resp
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		failed := newError(req, resp)
		failed.readDetail(r.errors)
		return nil, failed
	}
	if c.observe != nil {
		c.observe(resp)
	}
	return resp, nil
}

// sendOnce sends r. The request is nil where r cannot be sent at all.
func (t *transport) sendOnce(ctx context.Context, c *config, r *request) (*http.Request, *http.Response, error) {
	req, err := r.build(ctx, c, t.fixed)
	if err != nil {
		return nil, nil, fmt.Errorf("%s %s: %w", r.verb, r.path, err)
	}
	resp, err := c.send(req, r.pieces)
	if req.Body != nil {
		_ = req.Body.Close() // ends a multipart writer that nobody reads any more
	}
	if err != nil {
		return req, nil, withoutQuery(err)
	}
	if resp == nil || resp.Body == nil {
		return req, nil, fmt.Errorf("%s %s: the Doer gave neither a response nor an error", r.verb, r.path)
	}
	if resp.Request == nil {
		resp.Request = req // an *http.Client says it, another Doer may not
	}
	return req, resp, nil
}

// send sends r and reads the JSON of the response.
func send[T any](ctx context.Context, t *transport, r *request, opts []Option) (T, error) {
	var out T
	err := sendInto(ctx, t, r, opts, &out)
	return out, err
}

// sendInto is send into what out points at. It is not generic, so that it is
// compiled once. Its errors have the response.
func sendInto(ctx context.Context, t *transport, r *request, opts []Option, out any) error {
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := r.read(resp.Body)
	if err != nil {
		return errorIn(resp, nil, fmt.Errorf("read the response: %w", err))
	}
	if r.raw != nil {
		*r.raw = bytes.Clone(body)
	}
	if err := decodeContent(body, out); err != nil {
		return errorIn(resp, body, err)
	}
	if err := t.config.with(opts).check(out); err != nil {
		return errorIn(resp, body, err)
	}
	return nil
}

// decodeContent reads a response into what out points at.
func decodeContent(body []byte, out any) error {
	switch body = bytes.TrimSpace(body); {
	case len(body) == 0:
		return errors.New("the response has no content, where a value is due")
	case !json.Valid(body):
		return errors.New("the response is not JSON")
	}
	err := decodeValue(body, out)
	if err == errNull || err == nil && bytes.Equal(body, null) && !takesNull(out) {
		return errors.New("the response is null, where a value is due")
	}
	if err != nil {
		return fmt.Errorf("decode the response: %w", err)
	}
	return nil
}

// takesNull reports whether null is a value of what out points at.
func takesNull(out any) bool {
	t := reflect.TypeOf(out).Elem()
	return isOpt(t) || t == rawType || t.Kind() == reflect.Pointer
}

// read reads the content of a response up to the limit.
func (r *request) read(content io.Reader) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(content, max(r.limit, r.limit+1)))
	if err == nil && int64(len(body)) > r.limit {
		return nil, fmt.Errorf("it is longer than %d bytes, see WithMaxResponseBytes", r.limit)
	}
	return body, err
}

// sendFor is send for results that are returned by pointer, into one. Its type
// parameter is the pointer, because it is compiled once for all of them.
func sendFor[P any](ctx context.Context, t *transport, r *request, opts []Option, into P) (P, error) {
	if err := sendInto(ctx, t, r, opts, into); err != nil {
		var none P
		return none, err
	}
	return into, nil
}

// sendOnly sends r and drops the content of the response.
func sendOnly(ctx context.Context, t *transport, r *request, opts []Option) error {
	setDefault(r.header, "Accept", "*/*")
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// download sends r and returns the content of the response, which the caller
// closes.
func download(ctx context.Context, t *transport, r *request, opts []Option) (*Download, error) {
	setDefault(r.header, "Accept", "*/*")
	r.pieces = true
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return nil, err
	}
	return newDownload(resp), nil
}
