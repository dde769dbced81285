package pull

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

const (
	attempts  = 5
	firstWait = 500 * time.Millisecond // doubled each time
	maxWait   = 2 * time.Minute
)

// temporary are the answers after which it is worth asking again.
var temporary = map[int]bool{
	http.StatusRequestTimeout: true, http.StatusTooEarly: true, http.StatusTooManyRequests: true,
	http.StatusInternalServerError: true, http.StatusBadGateway: true,
	http.StatusServiceUnavailable: true, http.StatusGatewayTimeout: true,
}

// A trouble may have passed when one asks again.
type trouble struct {
	err   error
	after time.Duration // the server's wish, 0 if it has none
}

func (t *trouble) Error() string { return t.err.Error() }
func (t *trouble) Unwrap() error { return t.err }

// wait is the time after the n-th attempt. There is no chance in it: one client
// with few requests at a time is no herd.
func (t *trouble) wait(n int) time.Duration {
	return max(t.after, firstWait<<(n-1))
}

// networkTrouble leaves out the URL, which is shown anyway.
func networkTrouble(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return &trouble{err: context.Cause(ctx)}
	}
	var refused *refusal
	if errors.As(err, &refused) {
		return refused // by the guard: asking again changes nothing
	}
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	return &trouble{err: err}
}

// retryAfter reads seconds or a date; what is malformed or over is no wish.
func retryAfter(h http.Header, now time.Time) time.Duration {
	text := h.Get("Retry-After")
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}
