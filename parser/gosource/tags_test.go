package gosource_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

// TestTags reads the name of a member on the wire from each key that libraries have for it,
// and what these leave out.
func TestTags(t *testing.T) {
	for _, key := range []string{"json", "url", "query", "form", "schema", "path", "uri", "header", "param"} {
		t.Run(key, func(t *testing.T) {
			client := read(t, `package client

import (
	"bytes"
	"encoding/json"
	"net/http"
)

type Params struct {
	Berth   string `+"`"+key+`:"berth_id,omitempty"`+"`"+`
	Skipped string `+"`"+key+`:"-"`+"`"+`
	Plain   string
	hidden  string
}

func Moor(p Params) (*http.Response, error) {
	text, _ := json.Marshal(p)
	return http.Post("https://quay.example/v1/moorings", "application/json", bytes.NewReader(text))
}
`)
			if len(client.Operations) != 1 || len(client.Operations[0].Params) != 1 {
				t.Fatalf("read %+v", client.Operations)
			}
			var got []string
			for _, f := range client.Operations[0].Params[0].Fields {
				got = append(got, fmt.Sprint(f.Name, " ", slices.Sorted(maps.Keys(f.Tags)), " ", f.Implicit))
			}
			if want := []string{"berth_id [" + key + "] false", "Plain [] true"}; !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
