package golden_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/golden/harbor"
)

// TestDoRequest sends what no method sends: a request with a body of the program, one whose
// result is of the package, one without a result, and one that fails.
func TestDoRequest(t *testing.T) {
	var asked []string
	status, answer := 200, `{"id": "p", "newer": 1}`
	client := harbor.NewClient(harbor.WithHarborAPIKey("key"), harbor.WithHTTPClient(harbor.DoerFunc(func(r *http.Request) (*http.Response, error) {
		text := ""
		if r.Body != nil {
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return nil, err
			}
			text = " " + string(body)
		}
		asked = append(asked, r.Method+" "+r.URL.String()+" "+r.Header.Get("X-Harbor-Key")+" "+r.Header.Get("Harbor-Version")+text)
		return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(answer))}, nil
	})))
	ctx := t.Context()
	parcel, err := harbor.DoRequest[harbor.Parcel](ctx, client, http.MethodPost, "/v2/parcels/a%2Fb?deep=true", map[string]any{"note": harbor.Some("x")}, harbor.WithQuery("page", "2"))
	if err != nil || parcel.ID != "p" || string(harbor.RawJSON(parcel)) != answer {
		t.Errorf("got %v, %v", parcel, err)
	}
	raw, err := harbor.DoRequest[json.RawMessage](ctx, client, http.MethodGet, "v2/odd", nil)
	if err != nil || string(raw) != answer {
		t.Errorf("got %s, %v", raw, err)
	}
	answer = ""
	if _, err := harbor.DoRequest[struct{}](ctx, client, http.MethodDelete, "//elsewhere.example/v2", nil); err != nil {
		t.Error(err)
	}
	status, answer = 422, `{"message": "no"}`
	_, err = harbor.DoRequest[harbor.Parcel](ctx, client, http.MethodPut, "/v2", harbor.ParcelUpdateParams{Metadata: harbor.Null[map[string]string]()})
	if failure := (*harbor.Error)(nil); !errors.As(err, &failure) || failure.Message != "no" {
		t.Errorf("got %v", err)
	}
	want := []string{
		`POST https://api.harbor.example/v2/parcels/a%2Fb?deep=true&page=2 key 2026-01-01 {"note":"x"}`,
		`GET https://api.harbor.example/v2/odd key 2026-01-01`,
		`DELETE https://api.harbor.example/elsewhere.example/v2 key 2026-01-01`,
		`PUT https://api.harbor.example/v2 key 2026-01-01 {"metadata":null}`,
	}
	if got := strings.Join(asked, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("asked\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	for name, c := range map[string]*harbor.Client{"nil": nil, "zero": {}} {
		if _, err := harbor.DoRequest[struct{}](ctx, c, http.MethodGet, "/", nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
