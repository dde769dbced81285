package gosource_test

import "testing"

// retrySource is a client that asks again.
const retrySource = `package client

import (
	"io"
	"net/http"
)

type Option func(*http.Request) error

type Client struct {
	http.Client
	Retries   uint
	OnRequest []Option
	OnAnswer  []func(*http.Response) error
	Rounds    int
}

func WithQuery(key, value string) Option {
	return func(r *http.Request) error {
		q := r.URL.Query()
		q.Set(key, value)
		r.URL.RawQuery = q.Encode()
		return nil
	}
}

func (c *Client) request(verb, url string, body io.Reader, opts []Option) (res *http.Response, failed error) {
	var answered error
	for i := uint(0); c.Retries < 1 || i < c.Retries; i++ {
		req, err := http.NewRequest(verb, url, body)
		if err != nil {
			return nil, err
		}
		for _, o := range append(c.OnRequest, opts...) {
			if err := o(req); err != nil {
				failed = err
			}
		}
		c.Rounds++
		res, failed = c.Do(req)
		for _, f := range c.OnAnswer {
			if err := f(res); err != nil {
				answered = err
			}
		}
		if answered != nil || failed != nil {
			continue
		}
		if res.StatusCode == 429 || res.StatusCode >= 500 {
			continue
		}
		break
	}
	return res, failed
}

func (c *Client) Ships(flag string) (*http.Response, error) {
	return c.request("GET", "https://quay.example/v1/ships", nil, []Option{WithQuery("flag", flag)})
}

// Tugs asks for each of some kinds: all that is done in rounds whose number is known counts.
func (c *Client) Tugs(port string, idle, big bool) (*http.Response, error) {
	q := "?port=" + port
	for _, kind := range []string{"idle", "big", "old"} {
		if idle {
			q += "&" + kind + "=1"
		} else if big {
			continue
		}
		if q == "" {
			break
		}
	}
	return c.request("GET", "https://quay.example/v1/tugs"+q, nil, nil)
}
`

// TestRetries reads a client that asks again as often as it was told to, which is not known: a round more says nothing
// new. Rounds whose number is known are all run.
func TestRetries(t *testing.T) {
	client := read(t, retrySource)
	got := map[string]string{}
	for _, op := range client.Operations {
		got[op.Func] += op.Verb + " " + op.Path
		for _, f := range op.Query {
			got[op.Func] += " " + f.Name
		}
	}
	for fn, want := range map[string]string{"(*Client).Ships": "GET /v1/ships flag", "(*Client).Tugs": "GET /v1/tugs port idle big old"} {
		if got[fn] != want {
			t.Errorf("%s calls %q, want %q", fn, got[fn], want)
		}
	}
	if len(client.Unresolved) > 0 {
		t.Errorf("unresolved: %v", client.Unresolved)
	}
}

// TestReturnedVariable holds that return ship, get(&ship) gives what the call reads, as compilers of Go have it.
func TestReturnedVariable(t *testing.T) {
	client := read(t, `package client

import (
	"encoding/json"
	"net/http"
)

type Ship struct {
	ID string `+"`json:\"id\"`"+`
}

func get(to any, url string) error {
	res, err := http.Get(url)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	return json.NewDecoder(res.Body).Decode(to)
}

func Pointed(id string) (*Ship, error) {
	var ship *Ship
	return ship, get(&ship, "https://quay.example/v1/ships/"+id)
}

func Listed() ([]Ship, error) {
	var ships []Ship
	return ships, get(&ships, "https://quay.example/v1/ships")
}

func Counted() (int, error) {
	var all struct {
		Count int `+"`json:\"count\"`"+`
	}
	return all.Count, get(&all, "https://quay.example/v1/ships")
}

func Kept(known []Ship) (int, []Ship, error) {
	ships := known
	err := get(&ships, "https://quay.example/v1/ships")
	return len(known), known, err
}
`)
	got := map[string]string{}
	for _, op := range client.Operations {
		if op.Result != nil {
			got[op.Func] = string(op.Result.Kind)
		}
	}
	for fn, want := range map[string]string{"Pointed": "struct", "Listed": "list", "Counted": "struct", "Kept": ""} {
		if got[fn] != want {
			t.Errorf("%s gives %q, want %q", fn, got[fn], want)
		}
	}
}

// TestPipe reads a body that is written into a pipe by a function of its own.
func TestPipe(t *testing.T) {
	client := read(t, `package client

import (
	"encoding/json"
	"io"
	"net/http"
)

func with(v any) func(*http.Request) {
	return func(r *http.Request) {
		out, in := io.Pipe()
		go func() { in.CloseWithError(json.NewEncoder(in).Encode(v)) }()
		r.Body = out
	}
}

func send(verb, url string, options ...func(*http.Request)) error {
	req, err := http.NewRequest(verb, url, nil)
	if err != nil {
		return err
	}
	for _, o := range options {
		o(req)
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func Moor(ship string, berth int) error {
	var body struct {
		Berth int `+"`json:\"berth\"`"+`
	}
	body.Berth = berth
	return send("POST", "https://quay.example/v1/ships/"+ship+"/moorings", with(body))
}
`)
	if len(client.Operations) != 1 || client.Operations[0].Body == nil || len(client.Operations[0].Body.Fields) != 1 || client.Operations[0].Body.Fields[0].Name != "berth" {
		t.Errorf("the body is not known: %+v", client.Operations)
	}
}

// encoderSource is a client whose queries are written by a method of an encoder, behind interfaces.
const encoderSource = `package client

import (
	"net/http"
	"net/url"
)

type Encoder interface {
	Encode(v any) (url.Values, error)
}

type library struct{}

func (*library) Encode(v any) (url.Values, error) {
	out := url.Values{}
	return out, nil
}

type Request interface {
	AddQuery(url.Values)
}

type request http.Request

func (r *request) AddQuery(values url.Values) {
	q := r.URL.Query()
	for k, v := range values {
		q[k] = append(q[k], v...)
	}
	r.URL.RawQuery = q.Encode()
}

// Client has the methods of what it embeds, which are no further ones.
type Client struct{ Encoder }

type Logged struct{ Client }

type Bare struct{ Encoder }

var _ = []Encoder{Client{}, Logged{}, &Logged{}, Bare{}}

func New() *Client { return &Client{&library{}} }

func with(e Encoder, v any) func(Request) error {
	return func(r Request) error {
		var params url.Values
		if p, ok := v.(url.Values); ok {
			params = p
		} else {
			p, err := e.Encode(v)
			if err != nil {
				return err
			}
			params = p
		}
		r.AddQuery(params)
		return nil
	}
}

func (c *Client) send(verb, url string, options ...func(Request) error) error {
	req, err := http.NewRequest(verb, url, nil)
	if err != nil {
		return err
	}
	for _, o := range options {
		if err := o((*request)(req)); err != nil {
			return err
		}
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func (c *Client) Ships(page int) error {
	var p struct {
		Page int ` + "`schema:\"page,omitempty\"`" + `
	}
	p.Page = page
	return c.send("GET", "https://quay.example/v1/ships", with(c, p))
}
`

// TestEncoderOfQueries reads keys that a method of an encoder writes, which are copied into a query.
func TestEncoderOfQueries(t *testing.T) {
	client := read(t, encoderSource)
	if len(client.Operations) != 1 || len(client.Operations[0].QueryFrom) != 1 || client.Operations[0].OpenQuery {
		t.Fatalf("the query is not known: %+v", client.Operations[0])
	}
}
