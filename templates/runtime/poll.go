package runtime

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"time"
)

// WithPollInterval sets how long a method whose name ends in AndPoll waits before it asks
// again, unless the server says so itself with the header Retry-After. It is one second
// unless set.
func WithPollInterval(d time.Duration) Option {
	return optionFunc(func(c *config) { c.interval = d })
}

// A poller asks for a value until it has a status that is final.
type poller struct {
	transport *transport
	opts      []Option
	header    http.Header // of the last response
	final     []string    // statuses that nothing follows
	passing   []string    // all others that the package knows
}

func newPoller(t *transport, opts []Option, final, passing []string) *poller {
	return &poller{transport: t, opts: opts, final: final, passing: passing}
}

// options are those of the first request, and then those of further ones, which have
// neither the query nor the changes of the body that are for the first.
func (p *poller) options(again bool, params ...Option) []Option {
	return append(append(slices.Clip(p.opts), params...), optionFunc(func(c *config) {
		c.observe = func(resp *http.Response) { p.header = resp.Header }
		if again {
			c.edits, c.query = p.transport.config.edits, maps.Clone(p.transport.config.query)
		}
	}))
}

// poll asks with get for v again until its status is final. What it gave last comes
// with an error, too.
func poll[T any](ctx context.Context, p *poller, v *T, err error, status func(*T) string, get func(*T) (*T, error)) (*T, error) {
	for err == nil {
		var more bool
		if more, err = p.wait(ctx, status(v)); err != nil || !more {
			break
		}
		var next *T
		if next, err = get(v); err == nil {
			v = next
		}
	}
	return v, err
}

// wait reports whether a status is one to ask again after, once it is time to. A status
// that is newer than the package is an error, because nothing says whether another
// follows.
func (p *poller) wait(ctx context.Context, status string) (bool, error) {
	switch {
	case slices.Contains(p.final, status):
		return false, nil
	case !slices.Contains(p.passing, status):
		return false, fmt.Errorf("the status %.80q is newer than this package, so that nothing says whether another follows", status)
	}
	c := p.transport.config.with(p.opts)
	pause := c.interval
	if wish := retryAfter(p.header, time.Now()); wish > 0 {
		pause = wish
	}
	if deadline, limited := ctx.Deadline(); limited && time.Until(deadline) <= pause {
		return false, fmt.Errorf("the status is still %s, and the deadline comes before the next request: %w", status, context.DeadlineExceeded)
	}
	if err := c.sleep(ctx, pause); err != nil {
		return false, fmt.Errorf("the status is still %s: %w", status, err)
	}
	return true, nil
}
