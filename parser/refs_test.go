package parser_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// A watchedFS notes which files are opened.
type watchedFS struct {
	fstest.MapFS
	opened *[]string
}

func (w watchedFS) Open(name string) (fs.File, error) {
	*w.opened = append(*w.opened, name)
	return w.MapFS.Open(name)
}

// TestRefsStayInTheDocs holds that no $ref opens what lies outside of the docs, however
// it writes the way there.
func TestRefsStayInTheDocs(t *testing.T) {
	for _, ref := range []string{
		"../secret.yaml", "../../secret.yaml", "/etc/passwd", "a/../../secret.yaml", "%2e%2e/%2e%2e/secret.yaml", `..\\..\\secret.yaml`,
		"file:///etc/passwd", "https://harbor.example/a.yaml", "//harbor.example/a.yaml", "HTTP://harbor.example", `a\u0000b.yaml`, ".", "..", "./", "missing.yaml",
	} {
		t.Run(ref, func(t *testing.T) {
			var opened []string
			docs := watchedFS{fstest.MapFS{
				"api/openapi.json": {Data: []byte(`{"openapi":"3.1.0","info":{"title":"Harbor"},"paths":{},"components":{"schemas":{"A":{"$ref":"` + ref + `#/A"}}}}`)},
			}, &opened}
			_, found, err := parser.Parse(t.Context(), docs, parser.Options{Workers: 1})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
				return d.Code == "openapi-ref" && d.Severity == diag.Error && d.Span.Start.Line == 1
			}) {
				t.Errorf("no finding says that the ref is not followed: %v", found)
			}
			for _, name := range opened {
				if !fs.ValidPath(name) || strings.Contains(name, "..") {
					t.Errorf("%q was opened", name)
				}
			}
		})
	}
}
