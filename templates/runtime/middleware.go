package runtime

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// A Middleware sees each request that is sent, those that are sent again too, and
// its response. It calls next to send it on. What it changes is not signed.
type Middleware func(r *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error)

// WithMiddleware puts m around what sends requests, the first one outside. They
// add to those of the client.
func WithMiddleware(m ...Middleware) Option {
	return optionFunc(func(c *config) { c.around = append(c.around[:len(c.around):len(c.around)], m...) })
}

// WithLogger writes a line about each request that is sent: what it asks, without
// its query, body and headers, how long it took, and the status and the request
// ID or the error. A response that is none of success has the level Warn, others
// Debug.
func WithLogger(l *slog.Logger) Option {
	return WithMiddleware(func(r *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		begin := time.Now()
		resp, err := next(r)
		level := slog.LevelDebug
		attrs := []slog.Attr{slog.String("method", r.Method), slog.String("url", withoutSecrets(r.URL)), slog.Duration("duration", time.Since(begin))}
		switch {
		case err != nil:
			level, attrs = slog.LevelWarn, append(attrs, slog.String("error", withoutCredentials(withoutQuery(err).Error(), r)))
		case resp != nil:
			if resp.StatusCode > 399 {
				level = slog.LevelWarn
			}
			attrs = append(attrs, slog.Int("status", resp.StatusCode), slog.String("request_id", requestID(resp.Header)))
		}
		l.LogAttrs(r.Context(), level, "request", attrs...)
		return resp, err
	})
}

// defaultTimeout is longer than what APIs take to answer.
const defaultTimeout = 10 * time.Minute

// WithTimeout limits how long each try of a request may take, to the end of its
// response, and 0 takes the limit away. It is 10 minutes unless set, and none for
// downloads and streams unless set. The context of a call limits all tries together.
func WithTimeout(d time.Duration) Option {
	return optionFunc(func(c *config) { c.timeout, c.timed = d, true })
}

// WithResponse keeps the response of a call, whatever its status, for its headers.
// The body has been read, except of a download or a stream. It is for the options
// of one call.
func WithResponse(into **http.Response) Option { return optionFunc(func(c *config) { c.into = into }) }

// WithRawJSON keeps the JSON of a result as the server wrote it, byte for byte, also
// where it does not fit. RawJSON gives that of any object in it. It is for the options of
// one call; the JSON of an error is in Body of *Error.
func WithRawJSON(into *json.RawMessage) Option {
	return optionFunc(func(c *config) { c.raw = into })
}

// WithoutHeader sends no header of that name, whoever sets it.
func WithoutHeader(name string) Option {
	return optionFunc(func(c *config) { c.header[http.CanonicalHeaderKey(name)] = nil })
}

// AddQuery adds a query parameter to what the method sends.
func AddQuery(name, value string) Option {
	return optionFunc(func(c *config) { c.edits = append(c.edits, edit{addQuery, name, value}) })
}

// WithoutQuery sends no query parameter of that name.
func WithoutQuery(name string) Option {
	return optionFunc(func(c *config) { c.edits = append(c.edits, edit{dropQuery, name, nil}) })
}

// WithJSON sets a member of a JSON body in place of what the method would send,
// such as one that is newer than this package. A path leads to it: names and
// numbers of elements with dots between them, as in "tools.0.name".
func WithJSON(path string, value any) Option {
	return optionFunc(func(c *config) { c.edits = append(c.edits, edit{setBody, path, value}) })
}

// WithoutJSON leaves a member out of a JSON body, see WithJSON.
func WithoutJSON(path string) Option {
	return optionFunc(func(c *config) { c.edits = append(c.edits, edit{dropBody, path, nil}) })
}

// An edit changes the query or the body of a request.
type edit struct {
	kind  editKind
	name  string
	value any
}

type editKind int

const (
	addQuery editKind = iota
	dropQuery
	setBody
	dropBody
)

// editQuery changes the query of a URL.
func (c *config) editQuery(req *http.Request) {
	for _, e := range c.edits {
		switch e.kind {
		case addQuery:
			pair := url.QueryEscape(e.name) + "=" + url.QueryEscape(e.value.(string))
			if c.locate != nil && strings.Contains("&"+req.URL.RawQuery+"&", "&"+pair+"&") {
				continue // the server's address of the next page has it
			}
			req.URL.RawQuery = strings.TrimPrefix(req.URL.RawQuery+"&"+pair, "&")
		case dropQuery:
			var kept []string
			for part := range strings.SplitSeq(req.URL.RawQuery, "&") {
				if name, _, _ := strings.Cut(part, "="); name != url.QueryEscape(e.name) {
					kept = append(kept, part)
				}
			}
			req.URL.RawQuery = strings.Join(kept, "&")
		}
	}
}

// editBody changes JSON. Where there is no JSON to change, that is a mistake.
func (r *request) editBody(c *config) error {
	for _, e := range c.edits {
		if e.kind != setBody && e.kind != dropBody {
			continue
		}
		var value json.RawMessage
		var err error
		if e.kind == setBody {
			value, err = marshal(e.value)
		}
		if err == nil && r.json == nil {
			err = fmt.Errorf("%s %s has no JSON body", r.verb, r.path)
		}
		if err == nil {
			r.json, err = withMember(r.json, strings.Split(e.name, "."), value)
		}
		if err != nil {
			return fmt.Errorf("body %s: %w", e.name, err)
		}
		r.setRaw(r.json)
	}
	return nil
}

// withMember is JSON in which a value stands at the end of a path, and none where
// the value is nil.
func withMember(raw json.RawMessage, path []string, value json.RawMessage) (json.RawMessage, error) {
	if len(path) == 0 {
		return value, nil
	}
	if kindOf(raw) == kindArray {
		var list []json.RawMessage
		n, err := strconv.Atoi(path[0])
		if err == nil {
			err = json.Unmarshal(raw, &list)
		}
		switch {
		case err != nil:
			return nil, err
		case n < 0 || n > len(list) || n == len(list) && value == nil:
			return nil, fmt.Errorf("element %d of %d", n, len(list))
		case n == len(list):
			list = append(list, nil)
		case value == nil && len(path) == 1:
			return marshal(append(list[:n], list[n+1:]...))
		}
		if list[n], err = withMember(list[n], path[1:], value); err != nil {
			return nil, err
		}
		return marshal(list)
	}
	members := map[string]json.RawMessage{}
	if kindOf(raw) != 0 {
		if err := json.Unmarshal(raw, &members); err != nil {
			return nil, err
		}
	}
	if value == nil && (len(path) == 1 || members[path[0]] == nil) {
		delete(members, path[0])
		return marshal(members)
	}
	inner, err := withMember(members[path[0]], path[1:], value)
	if err != nil {
		return nil, err
	}
	members[path[0]] = inner
	return marshal(members)
}

// send sends a request through the middleware, and ends it when its time is over.
// Where a response is read piece by piece, only a timeout that was asked for counts.
func (c *config) send(req *http.Request, pieces bool) (*http.Response, error) {
	next := c.sendSigned
	for i := len(c.around) - 1; i >= 0; i-- {
		m, inner := c.around[i], next
		next = func(r *http.Request) (*http.Response, error) { return m(r, inner) }
	}
	if c.timeout <= 0 || pieces && !c.timed {
		return next(req)
	}
	ctx, cancel := context.WithTimeoutCause(req.Context(), c.timeout, errTimeout)
	resp, err := next(req.WithContext(ctx))
	if err != nil || resp == nil || resp.Body == nil {
		if err != nil && context.Cause(ctx) == errTimeout {
			err = fmt.Errorf("no response after %s, see WithTimeout: %w", c.timeout, err)
		}
		cancel()
		return resp, err
	}
	resp.Body = timedBody{resp.Body, cancel}
	return resp, nil
}

var errTimeout = fmt.Errorf("the time of WithTimeout is over: %w", context.DeadlineExceeded)

// A timedBody frees the timer of a response when it is closed.
type timedBody struct {
	io.ReadCloser
	cancel context.CancelFunc
}

func (b timedBody) Close() error {
	defer b.cancel()
	return b.ReadCloser.Close()
}
