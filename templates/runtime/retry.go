package runtime

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
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
// connection or a status that a later try may change: 408, 409, 429 and 5xx.
// It is 2 unless set; 0 switches it off. Bodies that are read while they are
// sent, such as files, are sent once.
func WithMaxRetries(n int) Option { return func(c *config) { c.retries = n } }

// sendAgain sends r until there is an answer to stay with.
func (t *transport) sendAgain(ctx context.Context, c *config, r *request) (*http.Request, *http.Response, error) {
	for try := 0; ; try++ {
		req, resp, err := t.sendOnce(ctx, c, r)
		if try >= c.retries || !r.canRepeat() || !isPassing(req, resp, err) {
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

// canRepeat reports whether the body can be read more than once.
func (r *request) canRepeat() bool { return r.body == nil || r.length >= 0 }

// isPassing reports whether another try may do better.
func isPassing(req *http.Request, resp *http.Response, err error) bool {
	switch {
	case req == nil: // a mistake in the request
		return false
	case err != nil:
		return req.Context().Err() == nil && !errors.Is(err, context.Canceled)
	}
	switch resp.StatusCode {
	case http.StatusRequestTimeout, http.StatusConflict, http.StatusTooManyRequests:
		return true
	}
	return resp.StatusCode >= 500
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

// retryAfter is what the header Retry-After says, in seconds or as a date, or 0.
func retryAfter(h http.Header, now time.Time) time.Duration {
	text := h.Get("Retry-After")
	if seconds, err := strconv.ParseFloat(text, 64); err == nil && seconds > 0 {
		return time.Duration(min(seconds, 2*longestWish.Seconds()) * float64(time.Second))
	}
	if at, err := http.ParseTime(text); err == nil {
		return at.Sub(now)
	}
	return 0
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
