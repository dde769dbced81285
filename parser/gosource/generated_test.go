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
