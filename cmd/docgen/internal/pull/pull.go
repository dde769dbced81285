// Package pull takes a snapshot of the Markdown pages that a site publishes. It
// follows the links of index pages and llms.txt files, stays on the site and
// below the address where it starts, and keeps a folder that is at any time
// either the snapshot before or the one after.
package pull

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull/robots"
)

// Options say what to pull and how much of it at most.
type Options struct {
	URL string // http or https, of a page, a folder, an index page, an llms.txt or a sitemap
	// Under is the folder whose pages are taken, as a path or a URL of the same
	// site; if empty, it follows from the URL.
	Under string
	// Include and Exclude are patterns of paths, in which a star stands for any
	// text. What is not selected is neither taken nor followed.
	Include, Exclude []string
	Dir              string
	// Dated gives each day's snapshot a folder of its own, Dir/2006-01-02, by
	// the date in UTC.
	Dated bool

	Concurrency int           // requests at a time
	Rate        float64       // requests in a second at most; 0 means no limit but that of robots.txt
	MaxPages    int           // addresses asked for
	MaxPage     int64         // bytes of one page, unpacked
	MaxBytes    int64         // bytes of all pages together, unpacked
	Timeout     time.Duration // of one request with its body
	MaxTime     time.Duration // of the whole pull; 0 means no limit
	// AllowPrivate lets a pull that began at a public address connect to private
	// ones.
	AllowPrivate bool
	UserAgent    string // its product token is what robots.txt is read for

	// Now and Sleep are the clock; nil means that of the system.
	Now   func() time.Time
	Sleep func(ctx context.Context, d time.Duration) error
	// Progress, if not nil, is called as pages are done, one call at a time.
	Progress func(done, total int)

	transport http.RoundTripper         // for tests
	step      func(change string) error // before each change of the disk, for tests
	flush     func(*os.File) error      // for tests, which need not wait for the disk
}

// Validate says what is wrong with the options, if anything is.
func (o Options) Validate() error {
	for _, limit := range []struct {
		name  string
		value int64
	}{
		{"concurrency", int64(o.Concurrency)}, {"max-pages", int64(o.MaxPages)}, {"max-page", o.MaxPage},
		{"max-bytes", o.MaxBytes}, {"timeout", int64(o.Timeout)},
	} {
		if limit.value <= 0 {
			return fmt.Errorf("%s must be more than 0", limit.name)
		}
	}
	if strings.ContainsFunc(o.UserAgent, func(r rune) bool { return r < ' ' || r > '~' }) || robots.Token(o.UserAgent) == "" {
		return fmt.Errorf("the user agent %q does not begin with a name such as docgen/1.0", o.UserAgent)
	}
	if o.Rate < 0 || math.IsNaN(o.Rate) || math.IsInf(o.Rate, 0) || o.Rate > 0 && o.Rate < 1e-4 {
		return errors.New("rate must be 0 or a number of requests in a second, such as 2 or 0.1")
	}
	st, err := newStart(o)
	if err != nil {
		return err
	}
	_, err = newSelection(st.scope.base, o.Include, o.Exclude)
	return err
}

// A Kind says what became of a page that could not be had.
type Kind string

// The kinds of findings.
const (
	Missing Kind = "missing" // a page that is linked is not there
	Refused Kind = "refused" // what the site offers must or should not be stored
	Failed  Kind = "failed"  // the server did not answer properly, however often it was asked
)

// A Finding is a page that could not be had, or a link that cannot be followed.
type Finding struct {
	URL    string
	Kind   Kind
	Reason string
}

// A Report is what a pull has done. An interrupted pull that went on later
// reports the same as one in a single run.
type Report struct {
	Dir string // where the pages are
	// Pages are in the snapshot. Kept ones of them could not be had this time
	// and are as they were; each has a Finding.
	Pages, Kept int
	// Fetched pages are new or have changed, Unchanged ones are the same as
	// before, and Removed ones were there before.
	Fetched, Unchanged, Removed int
	Findings                    []Finding // sorted by URL
	Notes                       []string  // how the address was understood, and what was left out
}

// Pull brings the snapshot in the folder up to date. On an error, an
// interruption included, the folder has the pages of before, and the next call
// goes on with what has been fetched.
func Pull(ctx context.Context, o Options) (_ *Report, err error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	if o.Dir == "" {
		return nil, errors.New("name a folder for the pages")
	}
	o.useSystem()
	if o.MaxTime > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, o.MaxTime,
			fmt.Errorf("not finished after %v; pull again to go on from here, or allow more with --max-time", o.MaxTime))
		defer cancel()
		defer func() {
			if errors.Is(err, context.DeadlineExceeded) {
				err = context.Cause(ctx)
			}
		}()
	}
	c, st, err := prepared(ctx, o)
	if err != nil {
		return nil, withCloneHint(err, o.URL)
	}
	s, err := openStore(o, c.scope.String())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	c.store = s
	if err := c.crawl(ctx, st); err != nil {
		return nil, withCloneHint(err, o.URL)
	}
	m := c.manifest()
	if err := s.commit(m); err != nil {
		return nil, err
	}
	return c.report(m), nil
}

// prepared is a crawler that knows the rules of the site and the folder to take.
func prepared(ctx context.Context, o Options) (*crawler, start, error) {
	st, err := newStart(o)
	if err != nil {
		return nil, start{}, err
	}
	c := newCrawler(o)
	c.scope = st.scope
	if err := c.readRobots(ctx); err != nil {
		return nil, start{}, err
	}
	if st, err = c.discover(ctx, st); err != nil {
		return nil, start{}, err
	}
	c.selection, err = newSelection(c.scope.base, o.Include, o.Exclude)
	return c, st, err
}

func (o *Options) useSystem() {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	if o.step == nil {
		o.step = func(string) error { return nil }
	}
	if o.flush == nil {
		o.flush = (*os.File).Sync
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
