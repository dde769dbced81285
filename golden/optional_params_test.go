package golden_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/golden/harbor"
)

// A recorder is a Doer that notes what is asked and answers with one body.
type recorder struct {
	asked []string
	body  string
}

func (r *recorder) Do(req *http.Request) (*http.Response, error) {
	r.asked = append(r.asked, req.Method+" "+req.URL.RequestURI())
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(r.body))}, nil
}

// TestOptionalParams calls methods whose parameters may all be left out: without them,
// with them among other options, and by a pointer.
func TestOptionalParams(t *testing.T) {
	ctx := t.Context()
	params := harbor.ParcelListParams{Limit: harbor.Int(2)}
	for name, c := range map[string]struct {
		opts []harbor.Option
		want string
	}{
		"none":        {nil, "GET /v1/parcels"},
		"alone":       {[]harbor.Option{params}, "GET /v1/parcels?limit=2"},
		"pointer":     {[]harbor.Option{&params}, "GET /v1/parcels?limit=2"},
		"nil pointer": {[]harbor.Option{(*harbor.ParcelListParams)(nil)}, "GET /v1/parcels"},
		"nil":         {[]harbor.Option{nil, params}, "GET /v1/parcels?limit=2"},
		"among others": {
			[]harbor.Option{harbor.WithQuery("a", "1"), params, harbor.WithQuery("z", "2")}, "GET /v1/parcels?a=1&limit=2&z=2",
		},
	} {
		r := &recorder{body: `{"data": [], "has_more": false}`}
		client := harbor.NewClient(harbor.WithHTTPClient(r))
		before := len(c.opts)
		if _, err := client.Parcels.List(ctx, c.opts...); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, err := range client.Parcels.ListAutoPaging(ctx, c.opts...) {
			t.Errorf("%s: pages: %v", name, err)
		}
		if want := "[" + c.want + " " + c.want + "]"; len(c.opts) != before || "["+strings.Join(r.asked, " ")+"]" != want {
			t.Errorf("%s: asked %q, want %q", name, r.asked, want)
		}
	}
}

// TestMisplacedParams gives parameters to what does not take them, and twice to what
// takes them once: nothing is sent.
func TestMisplacedParams(t *testing.T) {
	ctx := t.Context()
	r := &recorder{body: `{"data": []}`}
	client := harbor.NewClient(harbor.WithHTTPClient(r))
	params := harbor.ParcelListParams{}
	got := map[string]error{}
	_, got["of another method"] = client.Shipments.List(ctx, params)
	_, got["by a pointer"] = client.Shipments.List(ctx, &params)
	_, got["by a nil pointer"] = client.Shipments.List(ctx, (*harbor.ParcelListParams)(nil))
	_, got["without any of its own"] = client.Shipments.Get(ctx, "s", params)
	_, got["beside an argument"] = client.Parcels.Update(ctx, "p", harbor.ParcelUpdateParams{}, params)
	_, got["twice"] = client.Parcels.List(ctx, params, params)
	_, got["download"] = client.Files.Download(ctx, "f", params)
	_, got["client"] = harbor.NewClient(harbor.WithHTTPClient(r), params).Parcels.List(ctx)
	for _, err := range client.Parcels.ListAutoPaging(ctx, params, params) {
		got["pages"] = err
	}
	if len(got) != 9 {
		t.Errorf("got %d answers, want 9", len(got))
	}
	for name, err := range got {
		if err == nil || !strings.Contains(err.Error(), "harbor.ParcelListParams has the parameters of another method, or was given twice") {
			t.Errorf("%s: got error %v, want one that names the parameters", name, err)
		}
	}
	if len(r.asked) > 0 {
		t.Errorf("sent %q", r.asked)
	}
}
