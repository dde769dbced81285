package curl_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/curl"
)

func pairs(list ...string) []model.Constant {
	var out []model.Constant
	for i := 0; i < len(list); i += 2 {
		out = append(out, model.Constant{Name: list[i], Value: list[i+1]})
	}
	return out
}

func TestRead(t *testing.T) {
	for name, tc := range map[string]struct {
		text string
		want model.Request
	}{
		"plain":  {"curl https://a.example/v1/crates", model.Request{Verb: "GET", URL: "https://a.example/v1/crates"}},
		"a link": {"curl '[https://a.example/v1/crates/](https://a.example/v1/crates/){id}?deep=1'", model.Request{Verb: "GET", URL: "https://a.example/v1/crates/{id}", Query: pairs("deep", "1")}},
		"prompt": {"$ curl https://a.example/v1/crates -X DELETE", model.Request{Verb: "DELETE", URL: "https://a.example/v1/crates"}},
		"headers and data": {
			"curl https://a.example/v1/crates \\\n  -H \"X-Key: $A_KEY\" \\\n  --header 'Edition: 2'   \\  \n  -d '{\"a\": \"it'\\''s\"}'",
			model.Request{Verb: "POST", URL: "https://a.example/v1/crates", Headers: pairs("X-Key", "$A_KEY", "Edition", "2"), Body: `{"a": "it's"}`},
		},
		"query in quotes": {
			"curl 'https://a.example/v1/crates?limit=2&sort=up'",
			model.Request{Verb: "GET", URL: "https://a.example/v1/crates", Query: pairs("limit", "2", "sort", "up")},
		},
		"form": {
			"curl https://a.example/v1/files -F purpose=scan -F file=@a.pdf",
			model.Request{Verb: "POST", URL: "https://a.example/v1/files", Form: pairs("purpose", "scan", "file", "@a.pdf")},
		},
		"a here-document": {
			"curl https://a.example/v1/crates -H 'Edition: 2' --data @- <<-'EOF'\n{\"a\": \"<b>\"}\nEOF\n",
			model.Request{Verb: "POST", URL: "https://a.example/v1/crates", Headers: pairs("Edition", "2"), Body: `{"a": "<b>"}`},
		},
		"a here-document without an end": {
			"curl https://a.example/v1/crates --data @- << EOF\n{}",
			model.Request{Verb: "POST", URL: "https://a.example/v1/crates", Body: "@-"},
		},
		// What no shell would take for the request that the page means.
		"a slot in angle brackets": {"curl https://a.example/v1/crates/<crate_id>", model.Request{Verb: "GET", URL: "https://a.example/v1/crates/<crate_id>"}},
		"a line end without its backslash": {
			"curl https://a.example/v1/crates\n  -H 'Edition: 2'\ncurl https://a.example/v1/docks",
			model.Request{Verb: "GET", URL: "https://a.example/v1/crates", Headers: pairs("Edition", "2")},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := curl.Read(tc.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(&tc.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestReadFails(t *testing.T) {
	for text, want := range map[string]error{"": curl.ErrNotCurl, "wget https://a.example": curl.ErrNotCurl, "echo curl": curl.ErrNotCurl, "curl -v": nil, "curl 'https://a.example": nil} {
		got, err := curl.Read(text)
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%q: %+v, error %v", text, got, err)
		}
	}
}

func TestSaves(t *testing.T) {
	for text, want := range map[string]bool{
		"curl https://a.example/v1/files/f1 -o f1.pdf":       true,
		"curl https://a.example/v1/files/f1 --output f1.pdf": true,
		"curl https://a.example/v1/files/f1 -o -":            false,
		"curl https://a.example/v1/files/f1 -o /dev/null":    false,
		"curl https://a.example/v1/files/f1":                 false,
		"wget -o f1.pdf https://a.example/v1/files/f1":       false,
	} {
		if got := curl.Saves(text); got != want {
			t.Errorf("%q saves: %v, want %v", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{"curl https://a.example -d @- <<E\n{}\nE", "curl 'a\\'b\" $'\\n' <(x (y))", "curl a\\\n-H\n-H"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if req, err := curl.Read(text); err == nil && (req.Verb == "" || req.URL == "") {
			t.Errorf("%q gives %+v", text, req)
		}
	})
}
