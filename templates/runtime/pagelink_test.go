package runtime

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestNextLink(t *testing.T) {
	for _, c := range []struct {
		name   string
		header []string
		want   string
	}{
		{"one", []string{`<https://a.example/x?page=2>; rel="next"`}, "https://a.example/x?page=2"},
		{"without quotes, in any case", []string{`</x?page=2>;REL=Next`}, "/x?page=2"},
		{"among others", []string{`</x?page=1>; rel="prev", </x?page=3>; rel="next", </x?page=9>; rel="last"`}, "/x?page=3"},
		{"several relations", []string{`</x?page=9>; rel="last next"`}, "/x?page=9"},
		{"several headers", []string{`</x?page=1>; rel=prev`, `</x?page=3>; rel=next`}, "/x?page=3"},
		{"a comma in a URL and in a title", []string{`</x?a=1,2>; title="a, <b>; rel=next"; rel=prev, </y>; rel=next`}, "/y"},
		{"last page", []string{`</x?page=1>; rel="prev"`}, ""},
		{"a word that only begins alike", []string{`</x>; rel="nextish"`}, ""},
		{"cut off", []string{`</x?page=2; rel="next"`}, ""},
		{"none", nil, ""},
	} {
		if got := nextLink(http.Header{"Link": c.header}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPageAt(t *testing.T) {
	for _, c := range []struct{ name, from, next, want string }{
		{"the same server", "https://a.example/v1/x", "https://a.example/v1/x?page=2", "https://a.example/v1/x?page=2&trace=1"},
		{"another path there", "https://a.example/v1/x", "https://a.example/v1/x/pages/2", "https://a.example/v1/x/pages/2?trace=1"},
		{"only a query", "https://a.example/v1/x", "?page=2", "https://a.example/v1/x?page=2&trace=1"},
		{"only a path", "https://a.example/v1/x", "/v1/x?page=2", "https://a.example/v1/x?page=2&trace=1"},
		{"an option that the URL has", "https://a.example/v1/x", "?trace=0", "https://a.example/v1/x?trace=0"},
		{"through a proxy", "http://localhost:1/proxy/v1/x", "https://a.example/v1/x?page=2", "http://localhost:1/proxy/v1/x?page=2&trace=1"},
		{"through a proxy that has the prefix", "http://localhost:1/x", "https://a.example/v1/x?page=2", "http://localhost:1/x?page=2&trace=1"},
		{"escaped", "https://a.example/v1/a%2Fb", "https://a.example/v1/a%2Fb?page=2", "https://a.example/v1/a%2Fb?page=2&trace=1"},
		{"elsewhere", "https://a.example/v1/x", "https://b.example/v1/y", ""},
		{"no URL", "https://a.example/v1/x", "http://[", ""},
	} {
		from, err := url.Parse(c.from)
		if err != nil {
			t.Fatal(err)
		}
		got, err := pageAt(from, c.next, url.Values{"trace": {"1"}})
		if c.want == "" {
			if err == nil {
				t.Errorf("%s: goes to %v", c.name, got)
			}
		} else if err != nil || got.String() != c.want {
			t.Errorf("%s: got %v, %v, want %s", c.name, got, err, c.want)
		}
	}
}

// walkURLs goes through the pages of /x, whose next ones are told by tell.
func walkURLs(t *testing.T, client *Client, tell func(c *cursor, p *urlPage)) (string, error) {
	t.Helper()
	return collect(eachItem(noParams{}, func(_ *noParams, c *cursor) ([]string, error) {
		r := newRequest(http.MethodGet, "/x")
		r.query.Set("filter", "new")
		page, err := send[urlPage](t.Context(), client.transport, r, c.options(nil))
		if err != nil {
			return nil, err
		}
		tell(c, &page)
		return page.Items, nil
	}))
}

type urlPage struct {
	Items []string
	Next  string
}

// A server that gives URLs in the body and in the header, once another one's.
func TestPagesByURL(t *testing.T) {
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		next := map[string]string{"": "http://" + r.Host + "/x?filter=new&at=2", "2": "/x?at=3", "4": "https://b.example/y"}[r.URL.Query().Get("at")]
		if next != "" {
			w.Header().Set("Link", "<"+next+`>; rel="next"`)
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"items": ["` + r.URL.Query().Get("at") + `."], "next": "` + next + `"}`))
	}))
	defer server.Close()
	client := NewClient(WithBaseURL(server.URL), WithQuery("key", "k"))
	for name, tell := range map[string]func(c *cursor, p *urlPage){
		"body":   func(c *cursor, p *urlPage) { c.locate(c.read(nil, "next", &p.Next)) },
		"header": func(c *cursor, _ *urlPage) { c.link() },
	} {
		asked = nil
		got, err := walkURLs(t, client, tell)
		want := "/x?filter=new&key=k /x?at=2&filter=new&key=k /x?at=3&key=k"
		if got != ".2.3." || err != nil || strings.Join(asked, " ") != want {
			t.Errorf("%s: got %s, %v by %q", name, got, err, asked)
		}
		got, err = walkURLs(t, NewClient(WithBaseURL(server.URL), WithQuery("at", "4")), tell)
		if got != "4.!" || err == nil || !strings.Contains(err.Error(), "b.example") {
			t.Errorf("%s: got %s, %v of a page on another server", name, got, err)
		}
	}
}
