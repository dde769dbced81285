package gosource_test

import (
	"slices"
	"testing"
)

// TestOptionKeys finds the headers and keys that options of a function write.
func TestOptionKeys(t *testing.T) {
	client := read(t, `package client

import "net/http"

type Client struct{ http http.Client }

// An Option changes a request.
type Option func(*http.Request) error

// Other is for something else.
type Other func(*http.Request)

func As(user string) Option {
	return func(r *http.Request) error { r.Header.Set("Quay-As", user); return nil }
}

func Page(n string) (Option, bool) {
	return func(r *http.Request) error {
		q := r.URL.Query()
		q.Add("page", n)
		r.URL.RawQuery = q.Encode()
		return nil
	}, n != ""
}

func Trace(id string) Other { return func(r *http.Request) { r.Header.Set("Trace", id) } }

func (c *Client) Ships(options ...Option) error { return c.get("https://quay.example/v1/ships", options) }

func (c *Client) Ferries() error { return c.get("https://quay.example/v1/ferries", nil) }

func (c *Client) get(url string, options []Option) error {
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return err
	}
	for _, o := range options {
		if err := o(req); err != nil {
			return err
		}
	}
	_, err = c.http.Do(req)
	return err
}
`)
	if len(client.Operations) != 2 {
		t.Fatalf("%+v", client)
	}
	for i, want := range [][]string{nil, {"Quay-As", "page"}} {
		if op := client.Operations[i]; !slices.Equal(op.ByOptions, want) {
			t.Errorf("%s: %q", op.Path, op.ByOptions)
		}
	}
}
