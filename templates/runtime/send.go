package runtime

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// A transport sends the requests of all services of a client.
type transport struct {
	config *config
	fixed  http.Header // what every request carries
}

// do sends r and returns a response with a status of success, whose body the
// caller closes. Any other status becomes an *Error.
func (t *transport) do(ctx context.Context, r *request, opts []Option) (*http.Response, error) {
	c := t.config.with(opts)
	req, resp, err := t.sendAgain(ctx, c, r)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return nil, newError(req, resp)
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
	resp, err := c.doer.Do(req)
	if req.Body != nil {
		_ = req.Body.Close() // ends a multipart writer that nobody reads any more
	}
	if err != nil {
		return req, nil, err
	}
	if resp.Request == nil {
		resp.Request = req // an *http.Client says it, another Doer may not
	}
	return req, resp, nil
}

// send sends r and reads the JSON of the response. A response without content
// gives the zero value.
func send[T any](ctx context.Context, t *transport, r *request, opts []Option) (T, error) {
	var out T
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return out, fmt.Errorf("%s %s: read response: %w", r.verb, r.path, err)
	}
	if body = bytes.TrimSpace(body); len(body) == 0 {
		return out, nil
	}
	if !json.Valid(body) {
		return out, fmt.Errorf("%s %s: response is not JSON: %.80q", r.verb, r.path, body)
	}
	if err := decodeValue(body, &out); err != nil && err != errNull {
		return out, fmt.Errorf("%s %s: decode response: %w", r.verb, r.path, err)
	}
	return out, nil
}

// sendFor is send for results that are returned by pointer.
func sendFor[T any](ctx context.Context, t *transport, r *request, opts []Option) (*T, error) {
	out, err := send[T](ctx, t, r, opts)
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// sendOnly sends r and drops the content of the response.
func sendOnly(ctx context.Context, t *transport, r *request, opts []Option) error {
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// download sends r and returns the content of the response, which the caller
// closes.
func download(ctx context.Context, t *transport, r *request, opts []Option) (io.ReadCloser, error) {
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}
