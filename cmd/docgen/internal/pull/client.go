package pull

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// A client asks a site, again where that may help.
type client struct {
	http    *http.Client
	guard   *addressGuard
	agent   string
	timeout time.Duration // of one attempt
	now     func() time.Time
	sleep   func(ctx context.Context, d time.Duration) error
	pace    pace

	mu    sync.Mutex
	known map[string]*reply // by URL, what was asked for to be remembered
}

func newClient(o Options) *client {
	transport, guard := o.transport, &addressGuard{}
	if transport == nil {
		t := http.DefaultTransport.(*http.Transport).Clone()
		if !o.AllowPrivate {
			guard.guarded(t)
		}
		t.MaxIdleConnsPerHost = o.Concurrency
		t.MaxResponseHeaderBytes = 64 << 10
		transport = t
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	c := &client{
		known: map[string]*reply{},
		http:  &http.Client{Transport: transport, CheckRedirect: stay},
		guard: guard,
		agent: o.UserAgent, timeout: o.Timeout, now: o.Now, sleep: o.Sleep,
	}
	if o.Rate > 0 {
		c.pace.slower(time.Duration(float64(time.Second) / o.Rate))
	}
	return c
}

// A request is one GET.
type request struct {
	url            string
	etag, modified string // what is there already, to be told if it is the same
	limit          int64  // bytes of the body, unpacked
	cut            bool   // a longer body is cut, not refused
	// wanted checks a successful answer before its body is read.
	wanted   func(http.Header) error
	remember bool // the next request for the URL is answered from memory
}

// A reply is an answer that is no trouble of the moment. Only a success has a
// body.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// get asks, but for what is remembered. A question that is a condition is always
// asked.
func (c *client) get(ctx context.Context, r request) (*reply, error) {
	c.mu.Lock()
	known := c.known[r.url]
	c.mu.Unlock()
	if known != nil && r.etag == "" && r.modified == "" {
		if known.status == http.StatusOK && r.wanted != nil {
			if err := r.wanted(known.header); err != nil {
				return nil, err
			}
		}
		return known, nil
	}
	answer, err := c.retry(ctx, r)
	if err == nil && r.remember {
		c.mu.Lock()
		c.known[r.url] = answer
		c.mu.Unlock()
	}
	return answer, err
}

// retry asks until there is a reply, or until there is no hope. The error is a
// *refusal for what is there and not wanted, and a trouble of the network or of
// the server otherwise.
func (c *client) retry(ctx context.Context, r request) (*reply, error) {
	for n := 1; ; n++ {
		answer, err := c.try(ctx, r)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		var t *trouble
		if !errors.As(err, &t) {
			return answer, err
		}
		wait := t.wait(n)
		switch {
		case wait > maxWait:
			return nil, fmt.Errorf("%w, and asks to wait for %v", err, wait)
		case n == attempts:
			return nil, fmt.Errorf("%w, %d times", err, n)
		}
		if err := c.sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// try asks once, when it is its turn.
func (c *client) try(ctx context.Context, r request) (*reply, error) {
	if err := c.pace.wait(ctx, c.now(), c.sleep); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.timeout, fmt.Errorf("no whole answer within %v", c.timeout))
	defer cancel()
	req, err := c.request(ctx, r)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, networkTrouble(ctx, err)
	}
	defer resp.Body.Close()
	if temporary[resp.StatusCode] {
		return nil, &trouble{err: statusError(resp.StatusCode), after: retryAfter(resp.Header, c.now())}
	}
	answer := &reply{status: resp.StatusCode, header: resp.Header}
	if resp.StatusCode != http.StatusOK {
		return answer, nil
	}
	if r.wanted != nil {
		if err := r.wanted(resp.Header); err != nil {
			return nil, err
		}
	}
	answer.body, err = readBody(ctx, resp, r)
	return answer, err
}

func (c *client) request(ctx context.Context, r request) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url, nil)
	if err != nil {
		return nil, err
	}
	for key, value := range map[string]string{
		"User-Agent": c.agent, "Accept": "text/markdown, text/plain;q=0.9, */*;q=0.1",
		"If-None-Match": r.etag, "If-Modified-Since": r.modified,
	} {
		if value != "" {
			req.Header.Set(key, value)
		}
	}
	return req, nil
}

// readBody reads a body that is as long as it was said to be, which net/http
// watches over, and not too long.
func readBody(ctx context.Context, resp *http.Response, r request) ([]byte, error) {
	if resp.ContentLength > r.limit && !r.cut {
		return nil, tooLong(r.limit)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, r.limit+1))
	switch {
	case err != nil:
		return nil, networkTrouble(ctx, err)
	case int64(len(body)) <= r.limit:
		return body, nil
	case r.cut:
		return body[:r.limit], nil
	}
	return nil, tooLong(r.limit)
}

func tooLong(limit int64) error {
	return &refusal{reason: fmt.Sprintf("more than %d bytes; allow more with --max-page", limit)}
}

func statusError(status int) error {
	return fmt.Errorf("the server answers %d %s", status, http.StatusText(status))
}
