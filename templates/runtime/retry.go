package runtime

import (
	"context"
	cryptorand "crypto/rand"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"
)

const (
	defaultRetries = 2
	firstPause     = 500 * time.Millisecond
	longestPause   = 8 * time.Second
	// longestWish bounds how long a server can make a call wait.
	longestWish = time.Minute
)

// WithMaxRetries sets how often a request is sent again after a fault of the
// connection or a status that a later try may change: 408, 409, 429 and 5xx,
// unless the server's header x-should-retry says otherwise. It is 2 unless set; 0
// switches it off. After a fault of the connection a request that changes
// something is sent again only if it has an idempotency key or never left.
// Bodies that can only be read once, such as pipes, are sent once.
func WithMaxRetries(n int) Option { return optionFunc(func(c *config) { c.retries = n }) }

// sendAgain sends r until there is an answer to stay with.
func (t *transport) sendAgain(ctx context.Context, c *config, r *request) (*http.Request, *http.Response, error) {
	for try := 0; ; try++ {
		req, resp, err := t.sendOnce(ctx, c, r)
		if try >= c.retries || r.body != nil && r.once || !isPassing(req, resp, err) {
			return req, resp, err
		}
		pause, ok := pauseBefore(ctx, resp, try)
		if !ok {
			return req, resp, err
		}
		if resp != nil {
			drain(resp.Body)
		}
		if err := c.sleep(ctx, pause); err != nil {
			return req, nil, fmt.Errorf("%s %s: wait to send it again: %w", r.verb, r.path, err)
		}
	}
}

// isPassing reports whether another try may do better.
func isPassing(req *http.Request, resp *http.Response, err error) bool {
	switch {
	case req == nil: // a mistake in the request
		return false
	case errors.As(err, new(*unsigned)):
		return false
	case err != nil:
		stopped := req.Context().Err() != nil || errors.Is(err, context.Canceled)
		return !stopped && (isRepeatable(req) || neverLeft(err))
	}
	switch says := resp.Header.Get("X-Should-Retry"); {
	case resp.StatusCode < 400 || says == "false":
		return false
	case says == "true":
		return true
	}
	switch resp.StatusCode {
	case http.StatusRequestTimeout, http.StatusConflict, http.StatusTooManyRequests:
		return true
	}
	return resp.StatusCode >= 500
}

// isRepeatable reports whether a request may reach the server twice: it changes
// nothing, it leaves the same behind each time, or its key tells the second from
// another one.
func isRepeatable(req *http.Request) bool {
	switch req.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions, http.MethodTrace, http.MethodPut, http.MethodDelete:
		return true
	}
	return req.Context().Value(keyed{}) != nil || req.Header.Get("Idempotency-Key") != ""
}

// keyed marks the context of a request that has an idempotency key.
type keyed struct{}

// neverLeft reports whether a fault came before anything was sent: there was no
// connection.
func neverLeft(err error) bool {
	var dns *net.DNSError
	var op *net.OpError
	return errors.As(err, &dns) || errors.As(err, &op) && op.Op == "dial"
}

// setKey gives a parameter that tells one request from another a value, unless
// the caller did, and keeps it over the tries.
func (r *request) setKey(at any) {
	r.keyed = true
	if !reflect.ValueOf(at).Elem().IsZero() {
		return
	}
	if err := decodeValue([]byte(strconv.Quote(newKey())), at); err != nil {
		r.keyed = false // it is no text: the caller has to choose it
	}
}

// newKey is a UUID of version 4.
func newKey() string {
	var b [16]byte
	_, _ = cryptorand.Read(b[:]) // never fails
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// pauseBefore is how long to wait before the next try: as long as the server
// wishes, or a time that doubles and is never quite the same, so that clients
// do not come back all at once. It is not ok where the server wishes too long a
// time, or one after the deadline.
func pauseBefore(ctx context.Context, resp *http.Response, try int) (pause time.Duration, ok bool) {
	pause = min(firstPause<<min(try, 10), longestPause)
	pause -= rand.N(pause / 4)
	if resp != nil {
		if wish := retryAfter(resp.Header, time.Now()); wish > 0 {
			pause = wish
		}
	}
	deadline, limited := ctx.Deadline()
	return pause, pause <= longestWish && (!limited || time.Until(deadline) > pause)
}

// retryAfter is how long the server asks to wait, or 0: in milliseconds, or in
// seconds or as a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	if wait := waitOf(h.Get("Retry-After-Ms"), time.Millisecond); wait > 0 {
		return wait
	}
	text := h.Get("Retry-After")
	if at, err := http.ParseTime(text); err == nil {
		return max(at.Sub(now), 0)
	}
	return waitOf(text, time.Second)
}

// waitOf is a number of units, or 0 where the text is none. It is bounded, so
// that it never overflows.
func waitOf(text string, unit time.Duration) time.Duration {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if !(n > 0) || err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0
	}
	return time.Duration(min(n*float64(unit), float64(2*longestWish)))
}

// drain reads what is left of a short response, so that its connection can be
// used again.
func drain(body io.ReadCloser) {
	_, _ = io.CopyN(io.Discard, body, 64<<10)
	_ = body.Close()
}

// sleep waits, or returns early when ctx is done.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
