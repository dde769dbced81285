package openapi_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/emit/openapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/verify"
	reader "github.com/docgen-go/docgen/parser/openapi"
)

// TestRoundTrip writes and reads back what stands in the cases of the reader
// and of the comparison: everything that the model holds must come back.
func TestRoundTrip(t *testing.T) {
	var apis = map[string]*model.API{"parcels": parcels()}
	for _, pattern := range []string{"../../testdata/openapi/*.txtar", "../../testdata/verify/*.txtar"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no cases at %s: %v", pattern, err)
		}
		for _, path := range paths {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range archive.Files {
				if filepath.Ext(f.Name) == ".yaml" {
					apis[filepath.Base(path)+" "+f.Name] = read(t, f.Name, f.Data)
				}
			}
		}
	}
	for name, api := range apis {
		t.Run(name, func(t *testing.T) {
			back := read(t, name, []byte(yamlOf(t, api, openapi.Options{})))
			for _, d := range verify.Compare(api, back, verify.Options{}).Disagreements {
				t.Errorf("%+v", d)
			}
		})
	}
}

func read(t *testing.T, name string, data []byte) *model.API {
	t.Helper()
	api, _, err := reader.Read(t.Context(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return api
}
