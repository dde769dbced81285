package gosource_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// generatedStyle is what generators of clients write.
const generatedStyle = `package client

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

var marks = regexp.MustCompile("%5B")

func send(path string, query url.Values) error {
	u, _ := url.Parse("https://quay.example" + path)
	all := u.Query()
	for k, vs := range query {
		for _, v := range vs {
			all.Add(k, v)
		}
	}
	u.RawQuery = all.Encode()
	r, _ := http.NewRequest("GET", u.String(), nil)
	_, err := http.DefaultClient.Do(r)
	return err
}

func Copied(flag string) error { return send("/v1/ships", url.Values{"flag": {flag}}) }

func Added(flag string) error {
	query := url.Values{}
	query.Add("flag", flag)
	return send("/v1/moorings", query)
}

func Rewritten(flag string) error {
	query := url.Values{}
	query.Add("flag", flag)
	u, _ := url.Parse("https://quay.example/v1/horns")
	u.RawQuery = marks.ReplaceAllStringFunc(query.Encode(), strings.ToLower)
	r, _ := http.NewRequest("GET", u.String(), nil)
	_, err := http.DefaultClient.Do(r)
	return err
}

func written(v any) string {
	if s, ok := v.(fmt.Stringer); ok {
		return s.String()
	}
	if s, ok := v.(string); ok {
		return s
	}
	return ""
}

func Slot(id any) error { return send("/v1/ferries/"+written(id), nil) }
`

// TestGeneratedStyle reads what generators of clients write: queries that are copied key by key and rewritten by a
// pattern, and slots that may have no text.
func TestGeneratedStyle(t *testing.T) {
	var got []string
	for _, op := range read(t, generatedStyle).Operations {
		var keys []string
		for _, f := range op.Query {
			keys = append(keys, f.Name)
		}
		got = append(got, fmt.Sprintf("%s %s [%s] open %v", op.Func, op.Path, strings.Join(keys, " "), op.OpenQuery))
	}
	slices.Sort(got)
	for _, want := range []string{"Added /v1/moorings [flag] open false", "Rewritten /v1/horns [flag] open true"} {
		if !slices.Contains(got, want) {
			t.Errorf("no %s: %s", want, strings.Join(got, "\n"))
		}
	}
	for _, op := range got {
		if strings.HasPrefix(op, "Slot") && !strings.Contains(op, "/v1/ferries/{") {
			t.Errorf("a slot without a text: %s", op)
		}
	}
	t.Log(strings.Join(got, "\n"))
}

// templateStyle is what generators write that fill slots of a template and add parameters by reflection.
const templateStyle = `package client

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strconv"
	"strings"
)

type Server struct{ URL string }

type Client struct {
	servers map[string][]Server
	http    *http.Client
}

func (c *Client) base(ctx context.Context, op string) (string, error) {
	all, ok := c.servers[op]
	if !ok {
		all = c.servers[""]
	}
	if ctx == nil {
		return all[0].URL, nil
	}
	index, ok := ctx.Value(op).(int)
	if !ok || index < 0 {
		return "", fmt.Errorf("no index")
	}
	address := all[index].URL
	for k, v := range ctx.Value("variables").(map[string]string) {
		address = strings.Replace(address, "{"+k+"}", v, -1)
	}
	return address, nil
}

type mapped interface{ ToMap() (map[string]any, error) }

func written(v any, key string) string {
	if reflect.TypeOf(v).Kind() != reflect.Ptr {
		return fmt.Sprintf("%v", v)
	}
	param, ok := v.(mapped)
	if !ok {
		return ""
	}
	data, err := param.ToMap()
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%v", data[key])
}

func add(params any, key string, obj any) {
	v := reflect.ValueOf(obj)
	value := ""
	switch v.Kind() {
	case reflect.Struct:
		if t, ok := obj.(mapped); ok {
			data, err := t.ToMap()
			if err != nil {
				return
			}
			add(params, key, data)
			return
		}
		value = v.Type().String()
	case reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			add(params, key, v.Index(i).Interface())
		}
		return
	case reflect.Map:
		for iter := v.MapRange(); iter.Next(); {
			add(params, fmt.Sprintf("%s[%s]", key, iter.Key().String()), iter.Value().Interface())
		}
		return
	case reflect.Interface:
		fallthrough
	case reflect.Ptr:
		add(params, key, v.Elem().Interface())
		return
	case reflect.Int64:
		value = strconv.FormatInt(v.Int(), 10)
	case reflect.String:
		value = v.String()
	}
	switch m := params.(type) {
	case url.Values:
		m.Add(key, value)
	case map[string]string:
		m[key] = value
	}
}

type BerthAPI interface {
	BerthExecute(r BerthRequest) (*http.Response, error)
	ShipsExecute(r ShipsRequest) (*http.Response, error)
}

type BerthService struct{ client *Client }

type BerthRequest struct {
	ctx        context.Context
	api        BerthAPI
	quay, berth string
}

func (r BerthRequest) Execute() (*http.Response, error) { return r.api.BerthExecute(r) }

func (a *BerthService) Berth(ctx context.Context, quay, berth string) BerthRequest {
	return BerthRequest{ctx: ctx, api: a, quay: quay, berth: berth}
}

func (a *BerthService) BerthExecute(r BerthRequest) (*http.Response, error) {
	base, err := a.client.base(r.ctx, "Berth")
	if err != nil {
		return nil, err
	}
	path := base + "/v1/quays/{quay}/berths/{berth}"
	path = strings.Replace(path, "{"+"quay"+"}", url.PathEscape(written(r.quay, "quay")), -1)
	path = strings.Replace(path, "{"+"berth"+"}", url.PathEscape(written(r.berth, "berth")), -1)
	return a.client.send(path, "GET", map[string]string{}, url.Values{})
}

type ShipsRequest struct {
	ctx   context.Context
	api   BerthAPI
	size  *int64
	token *string
	flag  *string
	owner *string
}

func (r ShipsRequest) Size(size int64) ShipsRequest {
	r.size = &size
	return r
}

func (r ShipsRequest) Token(token string) ShipsRequest {
	r.token = &token
	return r
}

func (r ShipsRequest) Flag(flag string) ShipsRequest {
	r.flag = &flag
	return r
}

func (r ShipsRequest) Owner(owner string) ShipsRequest {
	r.owner = &owner
	return r
}

func (r ShipsRequest) Execute() (*http.Response, error) { return r.api.ShipsExecute(r) }

func (a *BerthService) Ships(ctx context.Context) ShipsRequest {
	return ShipsRequest{ctx: ctx, api: a}
}

func (a *BerthService) ShipsExecute(r ShipsRequest) (*http.Response, error) {
	base, err := a.client.base(r.ctx, "Ships")
	if err != nil {
		return nil, err
	}
	query := url.Values{}
	if r.size != nil {
		add(query, "size", r.size)
	} else {
		var size int64 = 250
		r.size = &size
	}
	if r.token != nil {
		add(query, "token", r.token)
	}
	if r.flag != nil {
		add(query, "flag", r.flag)
	}
	if r.owner != nil {
		add(query, "owner", r.owner)
	}
	return a.client.send(base+"/v1/ships", "GET", map[string]string{}, query)
}

func (c *Client) send(path, method string, headers map[string]string, params url.Values) (*http.Response, error) {
	u, err := url.Parse(path)
	if err != nil {
		return nil, err
	}
	query := u.Query()
	for k, v := range params {
		for _, one := range v {
			query.Add(k, one)
		}
	}
	u.RawQuery = query.Encode()
	req, err := http.NewRequest(method, u.String(), nil)
	if err != nil {
		return nil, err
	}
	if len(headers) > 0 {
		all := http.Header{}
		for k, v := range headers {
			all[k] = []string{v}
		}
		req.Header = all
	}
	return c.http.Do(req)
}
`

// TestTemplateStyle reads builders that fill two slots of a template and write parameters by reflection.
func TestTemplateStyle(t *testing.T) {
	var got []string
	client := read(t, templateStyle)
	for _, op := range client.Operations {
		var keys []string
		for _, f := range op.Query {
			keys = append(keys, f.Name)
		}
		got = append(got, fmt.Sprintf("%s %s %s [%s] open %v", op.Func, op.Verb, op.Path, strings.Join(keys, " "), op.OpenQuery))
	}
	for _, u := range client.Unresolved {
		t.Log(u.Func, u.Why)
	}
	slices.Sort(got)
	const berth, ships = "GET /v1/quays/{quay}/berths/{berth} [] open false", "GET /v1/ships [size token flag owner] open false"
	want := []string{"(*BerthService).BerthExecute " + berth, "(*BerthService).ShipsExecute " + ships, "(BerthRequest).Execute " + berth, "(ShipsRequest).Execute " + ships}
	if !slices.Equal(got, want) {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
}

// TestMissingMethods goes on where a way that is never taken calls a method that the value does not have.
func TestMissingMethods(t *testing.T) {
	ops := read(t, `package client

import "net/http"

type named interface{ Domain() string }

type tag struct{ name string }

func (t tag) String() string { return t.name }

func parse(s string) interface{ String() string } {
	return tag{s}
}

func Inspect(name string) error {
	domain := ""
	ref := parse(name)
	if n, ok := ref.(named); ok {
		domain = n.Domain()
	}
	r, _ := http.NewRequest("GET", "https://quay.example/v1/ships/"+name+"?domain="+domain, nil)
	_, err := http.DefaultClient.Do(r)
	return err
}
`).Operations
	if len(ops) == 0 || !strings.HasPrefix(ops[0].Path, "/v1/ships/{") {
		t.Errorf("got %v", ops)
	}
}

// TestForms reads the keys of a form, which the pages may call the query of a POST.
func TestForms(t *testing.T) {
	ops := read(t, `package client

import (
	"net/http"
	"net/url"
	"strings"
)

func Query(text, at string) error {
	form := url.Values{}
	form.Set("query", text)
	if at != "" {
		form.Set("time", at)
	}
	r, _ := http.NewRequest("POST", "https://quay.example/v1/query", strings.NewReader(form.Encode()))
	_, err := http.DefaultClient.Do(r)
	return err
}
`).Operations
	if len(ops) != 1 || len(ops[0].Query) != 2 || ops[0].Query[0].Name != "query" || ops[0].Query[1].Name != "time" {
		t.Errorf("got %+v", ops)
	}
}

// TestFixedStructs tells which structs cannot have one more member.
func TestFixedStructs(t *testing.T) {
	client := read(t, `package client

import "encoding/json"

type Sent struct { Name string `+"`json:\"name\"`"+` }
type Kept struct { Name string `+"`json:\"name\"`"+` }
type Pair struct { Name string `+"`json:\"name\"`"+` }
type Free struct { Name string `+"`json:\"name\"`"+` }
type Twin struct { Name string `+"`json:\"name\"`"+` }

type twin Twin

func (f Free) MarshalJSON() ([]byte, error) {
	type free Free
	return json.Marshal(free(f))
}

func Convert(s Sent) Kept { return Kept(s) }

var same = twin{"a"}

var pair, free = Pair{"a"}, Free{Name: "b"}
`)
	fixed := map[string]bool{}
	for _, typ := range client.Types {
		fixed[typ.Short] = typ.Fixed
	}
	if !fixed["Sent"] || !fixed["Kept"] || !fixed["Pair"] || !fixed["Twin"] || fixed["Free"] {
		t.Errorf("got %v", fixed)
	}
}

// TestNamesOfParameters names what may be sent in a way that is not known: no single value, whose way is known, unless it is
// a slot.
func TestNamesOfParameters(t *testing.T) {
	ops := read(t, `package client

import "net/http"

type Builder struct { limit int }

func (b Builder) Flag(flag string) Builder { return b }

func Ships(b Builder, port string, after int, filter map[string]string) error {
	_, err := http.Get("https://quay.example/ports/" + port + "/ships")
	return err
}
`).Operations
	if len(ops) != 1 || strings.Join(ops[0].Names, " ") != "b Flag limit port filter" && strings.Join(ops[0].Names, " ") != "b limit Flag port filter" {
		t.Errorf("got %+v", ops)
	}
}

// TestOptions names what options that are functions may set, and sends what options that are data hold.
func TestOptions(t *testing.T) {
	ops := read(t, `package client

import (
	"net/http"
	"net/url"
)

type settings struct { flag *string }

type Option func(*settings)

func WithFlag(flag string) Option { return func(s *settings) { s.flag = &flag } }

func Ships(setters ...Option) error {
	s := &settings{flag: nil}
	for _, set := range setters {
		set(s)
	}
	query := url.Values{}
	if s.flag != nil {
		query.Set("flag", *s.flag)
	}
	_, err := http.Get("https://quay.example/ships?" + query.Encode())
	return err
}

type BerthOptions struct { Port string }

func Berths(options ...BerthOptions) error {
	query := url.Values{}
	if len(options) > 0 {
		if options[0].Port != "" {
			query.Set("port", options[0].Port)
		}
	}
	_, err := http.Get("https://quay.example/berths?" + query.Encode())
	return err
}
`).Operations
	if len(ops) != 2 || len(ops[0].Query) != 1 || ops[0].Query[0].Name != "port" || !slices.Contains(ops[1].Names, "flag") {
		t.Errorf("got %+v", ops)
	}
}
