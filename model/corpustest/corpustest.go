// Package corpustest finds the published reference pages that tests and
// benchmarks count and measure. The pages belong to their vendors and are no
// part of this repository.
//
// It is not part of the compatibility promise.
package corpustest

import (
	"cmp"
	"os"
	"path/filepath"
	"testing"
)

// HTTP are the folders of the corpus whose http pages hold no fault.
var HTTP = []string{"anthropic/2026-04-24", "anthropic/2026-06-11", "anthropic-next", "cloudflare"}

// Dir returns a folder of the corpus, "" for its root. The corpus is at
// $DOCGEN_CORPUS, ../shared/corpus by default, both seen from the root of the
// module. Where it is missing the test is skipped, or fails if
// $DOCGEN_CORPUS_REQUIRED is set, as in CI. A run with -short skips it in any case.
func Dir(tb testing.TB, name string) string {
	tb.Helper()
	if testing.Short() {
		tb.Skip("reads published pages; run without -short")
	}
	root := cmp.Or(os.Getenv("DOCGEN_CORPUS"), "../shared/corpus")
	if !filepath.IsAbs(root) {
		root = filepath.Join(moduleRoot(tb), root)
	}
	dir := filepath.Join(root, filepath.FromSlash(name))
	info, err := os.Stat(dir)
	switch {
	case err == nil && info.IsDir():
		return dir
	case os.Getenv("DOCGEN_CORPUS_REQUIRED") != "":
		tb.Fatalf("no corpus at %s; set DOCGEN_CORPUS", dir)
	}
	tb.Skipf("no corpus at %s; set DOCGEN_CORPUS to run this", dir)
	return ""
}

// moduleRoot is the nearest folder above the test with a go.mod.
func moduleRoot(tb testing.TB) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			tb.Fatal("no go.mod above the test")
		}
		dir = up
	}
}
