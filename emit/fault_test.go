package emit

import (
	"errors"
	"testing"

	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/openapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// brokenAPI has a method that no generator can render: a parameter is missing.
func brokenAPI() (*model.API, source.Span) {
	at := source.Span{File: "files/list.md", Start: source.Pos{Line: 3, Column: 1}}
	text := &model.Type{Kind: model.KindString}
	method := func(name string, params ...*model.Param) *model.Method {
		return &model.Method{
			ID: "files." + name, Name: name, Verb: "GET", Path: "/" + name, Span: at,
			Returns: &model.Response{Type: text}, Params: params,
		}
	}
	files := &model.Resource{ID: "files", Name: "files", Methods: []*model.Method{method("good"), method("list", nil)}}
	return &model.API{Resources: []*model.Resource{files}}, at
}

// namesOfBroken returns the names of an API that cannot be named as it is.
func namesOfBroken(t *testing.T, api *model.API) *naming.Names {
	t.Helper()
	broken := api.Resources[0].Methods[1]
	params := broken.Params
	broken.Params = nil
	names, _, err := Names(api)
	if err != nil {
		t.Fatal(err)
	}
	broken.Params = params
	return names
}

// What cannot be rendered is an error that names the operation and its page, and
// no file comes of it.
func TestRenderingThatPanics(t *testing.T) {
	api, at := brokenAPI()
	_, _, err := Go(t.Context(), api, Options{Package: "broken"})
	wantFault(t, err, "files.list", at)
	set, _, err := Go(t.Context(), api, Options{Package: "broken", Names: namesOfBroken(t, api)})
	wantFault(t, err, "files.list", at)
	if len(set) > 0 {
		t.Errorf("%d files come with it, want none", len(set))
	}
}

func TestComparingThatPanics(t *testing.T) {
	api, at := brokenAPI()
	names := namesOfBroken(t, api)
	err := diag.Guard("comparing", source.Span{}, func() error {
		_, err := golang.Surface(names, nil, golang.Options{})
		return err
	})
	wantFault(t, err, "files.list", at)
}

func TestExportingThatPanics(t *testing.T) {
	api, at := brokenAPI()
	err := diag.Guard("exporting", source.Span{}, func() error {
		openapi.Export(api, openapi.Options{})
		return nil
	})
	wantFault(t, err, "files.list", at)
}

func wantFault(t *testing.T, err error, method string, at source.Span) {
	t.Helper()
	var fault *diag.Fault
	if !errors.As(err, &fault) {
		t.Fatalf("%v, want a fault", err)
	}
	if doing := fault.Doing; fault.Span != at || len(doing) < len(method) || doing[len(doing)-len(method):] != method {
		t.Errorf("%v, want it to name %s at %v", fault, method, at)
	}
}
