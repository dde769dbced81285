package gosource_test

import "testing"

// TestEmbeddedInterfaces holds that structs which embed an interface are no further implementations of it: each of
// their methods calls the others again, and what is done to the request would be lost.
func TestEmbeddedInterfaces(t *testing.T) {
	client := read(t, `package client

import "net/http"

type Driver interface {
	NewRequest(verb, url string) (*http.Request, error)
	Do(*http.Request) (*http.Response, error)
}

type plain struct{ http.Client }

func (*plain) NewRequest(verb, url string) (*http.Request, error) { return http.NewRequest(verb, url, nil) }

type Client struct {
	Driver
	Token string
}

type Logged struct{ *Client }

type Bare struct{ Driver }

func New() *Logged { return &Logged{&Client{Driver: Bare{&plain{}}}} }

var _ = []Driver{Client{}, Logged{}, Bare{}, &Bare{}}

func (c *Client) send(verb, url, flag string) error {
	req, err := c.Driver.NewRequest(verb, url)
	if err != nil {
		return err
	}
	q := req.URL.Query()
	q.Set("flag", flag)
	req.URL.RawQuery = q.Encode()
	req.Header.Set("X-Token", c.Token)
	_, err = c.Driver.Do(req)
	return err
}

func (l *Logged) Ships(flag string) error { return l.send("GET", "https://quay.example/v1/ships", flag) }
`)
	found := false
	for _, op := range client.Operations {
		if op.Func == "(*Logged).Ships" {
			found = op.Path == "/v1/ships" && len(op.Query) == 1 && len(op.Headers) == 1
		}
	}
	if !found {
		t.Errorf("%+v %+v", client.Operations, client.Unresolved)
	}
}
