// Package golden_test holds generated packages to the pages that they are made
// of. The packages are ordinary ones of this module, so vetting and testing the
// module compiles them and runs their own tests.
package golden_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// packages are the generated packages, by the folder in testdata that each is
// made of.
var packages = map[string]string{
	"harbor":      "harbor",
	"harbor-next": "harbornext",
	"orchard":     "orchard",
	"ferry":       "ferry",   // an OpenAPI document in two files
	"talk":        "talk",    // turns, tools and events
	"foundry":     "foundry", // work that takes its time, and errors with a structure
	"radio":       "radio",   // events of another form, and webhooks
	"beacon":      "beacon",  // what a generator wrote beside a client
	"bakery":      "bakery",  // API Blueprint, with structures, schemas and bodies
}

// told is what docgen.yaml would say of packages.
var told = map[string]emit.Options{
	"foundry": {ClientVersion: "1.2.0", Interfaces: []string{"castings"}},
	"radio": {
		Accumulations: map[string]golang.Accumulation{"calls.create": {
			Whole: "call", List: "heard", Element: "sound", Index: "at", Texts: map[string]string{"encoded": "fields"}, Replaced: []string{"speaker"},
		}},
		Webhooks: &golang.Webhooks{
			SignatureHeader: "Radio-Sign", TimestampHeader: "Radio-Sign", TimestampPrefix: "t=", SignaturePrefix: "v1=", Signed: "{timestamp}.{body}",
		},
	},
}

// optionsOf returns what a package is made with.
func optionsOf(pkg string) emit.Options {
	o := told[pkg]
	o.Package = pkg
	return o
}

func TestGolden(t *testing.T) {
	for docs, pkg := range packages {
		t.Run(pkg, func(t *testing.T) {
			set := generate(t, filepath.Join("..", "testdata", docs), pkg)
			if os.Getenv("DOCGEN_UPDATE") != "" {
				update(t, set, pkg)
				return
			}
			changes, err := set.Compare(t.Context(), pkg)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range withoutManifest(changes) {
				t.Errorf("%s/%s is %s: look at it after DOCGEN_UPDATE=1 go test ./golden", pkg, c.Path, c.Kind)
			}
		})
	}
}

func generate(t *testing.T, docs, pkg string) output.Set {
	t.Helper()
	api, found, err := parser.Parse(t.Context(), os.DirFS(docs), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, more, err := emit.Go(t.Context(), api, optionsOf(pkg))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range append(found, more...) {
		if d.Severity == diag.Error {
			t.Error(d)
		}
	}
	return set
}

// withoutManifest leaves out the file of digests, which would only make these
// packages hard to merge.
func withoutManifest(changes []output.Change) []output.Change {
	return slices.DeleteFunc(changes, func(c output.Change) bool { return c.Path == output.ManifestName })
}

// update rewrites a package. The run fails where that changed anything, so that
// no check passes by rewriting what it checks.
func update(t *testing.T, set output.Set, pkg string) {
	t.Helper()
	changes, err := set.Overwrite(t.Context(), pkg)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(pkg, output.ManifestName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, c := range withoutManifest(changes) {
		t.Errorf("%s/%s was %s: rewritten", pkg, c.Path, c.Kind)
	}
}
