package runtime

import (
	"context"
	"reflect"
	"strings"
)

// DoRequest sends a request that no method sends, such as one that is newer than this
// package, and reads the JSON of the response as a T: a type of this package, one of the
// program, json.RawMessage for the JSON as it is, or struct{} where none is due. path
// follows the address of the server and is sent as it is, so that what it names has to be
// escaped. body is written as JSON, unless it is nil. The request has the credentials that
// most methods take; all else, such as retries, errors and options, is as in methods.
func DoRequest[T any](ctx context.Context, c *Client, verb, path string, body any, opts ...Option) (T, error) {
	var out T
	return out, doRequest(ctx, c, verb, path, body, opts, &out)
}

// doRequest is DoRequest into what out points at. It is not generic, so that it is compiled
// once.
func doRequest(ctx context.Context, c *Client, verb, path string, body any, opts []Option, out any) error {
	r := newRequest(verb, "/"+strings.TrimLeft(path, "/"), usualCredentials...)
	if body != nil {
		r.setJSON(addressOf(reflect.ValueOf(body)))
	}
	var t *transport
	if c != nil {
		t = c.transport
	}
	if reflect.TypeOf(out).Elem() == reflect.TypeFor[struct{}]() {
		return sendOnly(ctx, t, r, opts)
	}
	return sendInto(ctx, t, r, opts, out)
}
