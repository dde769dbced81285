package main

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// TestReadSummary counts what pages of several kinds say, leave open and contradict.
func TestReadSummary(t *testing.T) {
	inferred := model.Evidence{}.With(model.FactType, model.SourceExample).With(model.FactNullable, "go")
	any := &model.Type{Kind: model.KindAny}
	api := &model.API{
		Pages: []*model.Page{
			{Kind: model.PageReference, Format: "sdkdocs", Dialect: "http"}, {Kind: model.PageReference, Format: "sdkdocs", Dialect: "http"},
			{Kind: model.PageReference, Format: "tables"}, {Kind: model.PageGuide},
		},
		Resources: []*model.Resource{{ID: "tugs", Methods: []*model.Method{
			{ID: "tugs.sink", Examples: []*model.Example{{}}},
			{ID: "tugs.get", Returns: &model.Response{Type: any, Evidence: model.Evidence{}.With(model.FactType, model.SourceName)}, Examples: []*model.Example{{Conflict: "no"}, {Conflict: "no"}}},
			{ID: "tugs.watch", Streaming: &model.Streaming{}, Params: []*model.Param{{Field: model.Field{Evidence: inferred}}}},
		}}},
	}
	var found diag.List
	found.Add("unpaged-list", diag.Info, api.Resources[0].Methods[0].Span, "whole")
	var b strings.Builder
	newReadSummary(api).print(&b, "docs", found, false)
	const want = `pages: 2 reference (sdkdocs, http), 1 guide, 1 reference (tables)
read: 3 methods, 0 types, 3 examples
inferred, stated on no page: 2 facts (1 type from examples, 1 type from names); "docgen inspect --evidence docs" shows where
without a result on the pages: 1 method (tugs.sink)
with a result of which nothing is known: 1 method (tugs.get)
examples that contradict their page: 2 of 3 (tugs.get)
notes: 1 unpaged-list; --verbose lists them
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestNextStep(t *testing.T) {
	var found diag.List
	found.Add("unpaged-list", diag.Info, model.Method{}.Span, "a note asks for nothing")
	if next := nextStep(found); next != "" {
		t.Error(next)
	}
	for _, code := range []diag.Code{"b", "a", "b"} {
		found.Add(code, diag.Warning, model.Method{}.Span, "odd")
	}
	if next := nextStep(found); !strings.Contains(next, "--explain b") || !strings.Contains(next, "most frequent warning") || !strings.Contains(next, "{code: b, as: accepted") {
		t.Error(next)
	}
	found.Add("c", diag.Error, model.Method{}.Span, "wrong")
	if next := nextStep(found); !strings.Contains(next, "--explain c") {
		t.Error(next)
	}
}

// TestGenerateSaysWhatWasRead tells it where something changed, from the cache too, and is
// short where nothing did.
func TestGenerateSaysWhatWasRead(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "docs/berths.md", harborPage)
	write(t, "docgen.yaml", configHead+"  - {docs: docs, output: out, package: harbor}\n")
	r := docgen(t, "generate")
	r.expect(t, exitOK, "", "pages: 1 reference (sdkdocs, http)\nread: 1 method, ")
	r.expect(t, exitOK, "", "\nnext: \"go test ./out\" runs the examples")
	if r := docgen(t, "generate"); strings.Count(r.stderr, "\n") != 1 {
		t.Errorf("a run that changes nothing says %q", r.stderr)
	}
	docgen(t, "generate", "-v").expect(t, exitOK, "", "pages: 1 reference")
}
