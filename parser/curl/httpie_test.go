package curl

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestHTTPie(t *testing.T) {
	req, err := Read("$ http --auth user:key PUT \"https://api.harbor.example/v1/cranes/$crane\" \\\n    \"X-Key: abc\" \\\n    page==2 \\\n    name=tall load:=10 parts:=[1,2]")
	if err != nil {
		t.Fatal(err)
	}
	if req.Verb != "PUT" || req.URL != "https://api.harbor.example/v1/cranes/$crane" {
		t.Errorf("request is %s %s", req.Verb, req.URL)
	}
	if want := `{"name": "tall", "load": 10, "parts": [1,2]}`; req.Body != want {
		t.Errorf("body is %s, want %s", req.Body, want)
	}
	if len(req.Query) != 1 || req.Query[0] != (model.Constant{Name: "page", Value: "2"}) {
		t.Errorf("query is %v", req.Query)
	}
	if len(req.Headers) != 3 || req.Headers[1] != (model.Constant{Name: "X-Key", Value: "abc"}) {
		t.Errorf("headers are %v", req.Headers)
	}
	form, err := Read("http --form https://api.harbor.example/v1/cranes name=tall picture@crane.png")
	if err != nil || form.Verb != "POST" || len(form.Form) != 2 || form.Body != "" {
		t.Errorf("form is %+v, %v", form, err)
	}
	plain, err := Read("http -f POST https://api.harbor.example/v1/cranes name=tall load=1")
	if err != nil || len(plain.Form) != 2 || plain.Form[1] != (model.Constant{Name: "load", Value: "1"}) || plain.Body != "" || plain.Headers[0].Value != "application/x-www-form-urlencoded" {
		t.Errorf("form without files is %+v, %v", plain, err)
	}
}

func TestNoHTTPie(t *testing.T) {
	for _, text := range []string{"http is a protocol", "https://api.harbor.example/v1", "http:\n  port: 80", "http {\n  server {", "http GET requests are safe"} {
		if IsCommand(text) {
			t.Errorf("%q is a command", text)
		}
	}
}
