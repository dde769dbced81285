package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harborDocs are the made-up references of this repository, each in another
// generation or layout of pages.
func harborDocs(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	var dirs []string
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), "harbor") {
			dirs = append(dirs, filepath.Join("../../testdata", e.Name()))
		}
	}
	if len(dirs) < 2 {
		t.Fatalf("%d references in testdata", len(dirs))
	}
	return dirs
}

func TestHarborModel(t *testing.T) {
	for _, dir := range harborDocs(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) { checkModel(t, dir) })
	}
}

func TestHarborLint(t *testing.T) {
	for _, dir := range harborDocs(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			docgen(t, "lint", dir).expect(t, exitOK, "\n0 errors, ", "")
			r := docgen(t, "lint", "--format=json", dir)
			checkSchema(t, dir, lintSchema, []byte(r.stdout))
			var report lintReport
			if err := json.Unmarshal([]byte(r.stdout), &report); err != nil {
				t.Fatal(err)
			}
			if report.Total.Unread > 0 || report.Total.Model == 0 {
				t.Errorf("%d bytes unread, %d in the model", report.Total.Unread, report.Total.Model)
			}
		})
	}
}
