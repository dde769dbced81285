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

// TestOneOfTwo reads the request of a function that refuses two members of what it takes, of which callers set one.
func TestOneOfTwo(t *testing.T) {
	client := read(t, `package client

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type Cargo struct {
	Crate  *string   `+"`json:\"-\"`"+`
	Crates []*string `+"`json:\"crates\"`"+`
}

func Load(c *Cargo) error {
	if c == nil {
		return errors.New("nothing to load")
	}
	if c.Crate != nil {
		if c.Crates == nil {
			c.Crates = []*string{c.Crate}
		} else {
			return errors.New("a crate and crates")
		}
	}
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(c); err != nil {
		return err
	}
	_, err := http.Post("https://quay.example/v1/cargo", "application/json", &b)
	return err
}

func Never() error {
	if true {
		return errors.New("not yet")
	}
	_, err := http.Get("https://quay.example/v1/never")
	return err
}
`)
	if len(client.Operations) != 1 || client.Operations[0].Path != "/v1/cargo" || client.Operations[0].Body == nil || client.Operations[0].Body.Short != "Cargo" {
		t.Errorf("operations: %+v", client.Operations)
	}
	if len(client.Unresolved) > 1 {
		t.Errorf("unresolved: %v", client.Unresolved)
	}
}
