package runtime

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"slices"
	"time"
)

// A Doer sends one HTTP request. *http.Client is one; tests bring their own.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// A DoerFunc is a function that is a Doer.
type DoerFunc func(*http.Request) (*http.Response, error)

// Do calls the function.
func (f DoerFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

// An Option changes how requests are sent: all requests of a client when given
// to NewClient, one request when given to a method. The parameters of a method that
// requires none besides those of its path are one, too, for that method.
type Option interface{ isOption() }

// An optionFunc is an Option that changes how requests are sent.
type optionFunc func(*config)

func (optionFunc) isOption() {}

// config is what options change. Methods work on a copy of their client's.
type config struct {
	baseURL string
	doer    Doer
	header  http.Header
	added   http.Header // to headers that are lists
	query   url.Values
	secrets map[string]string // by ID of the credential
	retries int
	limit   int64 // of the content of a response that is decoded, in bytes
	sleep   func(context.Context, time.Duration) error
	strict  bool         // misfits are errors
	misfit  func(Misfit) // sees each misfit, unless nil
	sign    signer       // signs each request, unless nil
	// locate returns where a request goes instead of to a URL with a query, and
	// observe sees responses of success. Both may be nil.
	locate  func(u *url.URL, query url.Values) (*url.URL, error)
	observe func(*http.Response)
	around  []Middleware
	timeout time.Duration // of a try
	timed   bool          // timeout was asked for
	into    **http.Response
	raw     *json.RawMessage
	edits   []edit // of the query and the body
	err     error  // a mistake in the options
	// interval is how long to wait for another status.
	interval time.Duration
}

func newConfig(baseURL string, opts []Option) *config {
	c := &config{
		baseURL:  baseURL,
		doer:     defaultDoer,
		header:   http.Header{},
		added:    http.Header{},
		query:    url.Values{},
		secrets:  map[string]string{},
		retries:  defaultRetries,
		limit:    defaultLimit,
		timeout:  defaultTimeout,
		sleep:    sleep,
		interval: defaultPollInterval,
	}
	c.apply(opts)
	return c
}

func (c *config) apply(opts []Option) {
	for _, o := range opts {
		switch o := o.(type) {
		case nil:
		case optionFunc:
			if o != nil {
				o(c)
			}
		default:
			if c.err == nil {
				c.err = errMisplaced(o)
			}
		}
	}
}

// with is a copy of c that opts changed.
func (c *config) with(opts []Option) *config {
	if len(opts) == 0 {
		return c
	}
	d := newConfig(c.baseURL, nil)
	d.doer, d.header, d.added, d.retries, d.limit, d.sleep = c.doer, c.header.Clone(), c.added.Clone(), c.retries, c.limit, c.sleep
	d.strict, d.misfit, d.sign = c.strict, c.misfit, c.sign
	d.around, d.timeout, d.timed, d.into, d.edits, d.err = c.around, c.timeout, c.timed, c.into, slices.Clip(c.edits), c.err
	d.interval, d.raw = c.interval, c.raw
	for name, values := range c.query {
		d.query[name] = append([]string(nil), values...)
	}
	for id, secret := range c.secrets {
		d.secrets[id] = secret
	}
	d.apply(opts)
	return d
}

// WithBaseURL sends requests to another server. The paths of methods are
// appended to the path of the URL, and its query is sent along.
func WithBaseURL(base string) Option { return optionFunc(func(c *config) { c.baseURL = base }) }

// WithHTTPClient sends requests through d. Without it, or where d is nil, they
// go through an http.Client of the package. Headers and cookies do not follow a
// redirect to another server; an *http.Client that has a CheckRedirect of its own
// decides itself.
func WithHTTPClient(d Doer) Option {
	return optionFunc(func(c *config) {
		switch client := d.(type) {
		case nil:
			c.doer = defaultDoer
		case *http.Client:
			c.doer = withRedirects(client)
		default:
			c.doer = d
		}
	})
}

// defaultPollInterval is what a person would wait, see WithPollInterval.
const defaultPollInterval = time.Second

// defaultLimit is far above what APIs answer, and below what ends a program.
const defaultLimit = 256 << 20

// WithMaxResponseBytes sets how much a response may be that is decoded, after it
// was decompressed. It is 256 MiB unless set. A longer one is an error. Downloads
// and streams, which come piece by piece, have no limit.
func WithMaxResponseBytes(n int64) Option { return optionFunc(func(c *config) { c.limit = n }) }

// WithHeader sets a header, in place of what the method would send. To a header
// that the method takes as a list it is added.
func WithHeader(name, value string) Option {
	return optionFunc(func(c *config) { c.header.Set(name, value) })
}

// AddHeader adds to a header that is a list, such as one that switches features
// on, whoever else sets it.
func AddHeader(name, value string) Option {
	return optionFunc(func(c *config) { c.added.Add(name, value) })
}

// WithQuery sets a query parameter, in place of what the method would send.
func WithQuery(name, value string) Option {
	return optionFunc(func(c *config) { c.query.Set(name, value) })
}

// withSecret sets a credential.
func withSecret(id, secret string) Option {
	return optionFunc(func(c *config) { c.secrets[id] = secret })
}

// fromEnv takes each credential from its environment variable, where that is
// set and not empty.
func fromEnv() Option {
	return optionFunc(func(c *config) {
		for _, cred := range credentials {
			if secret := os.Getenv(cred.env); cred.env != "" && secret != "" {
				c.secrets[cred.id] = secret
			}
		}
	})
}
