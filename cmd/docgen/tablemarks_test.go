package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTableMarks has docgen.yaml say by which words tables tell their facts: whoever
// looks at the pages sees them as the package does.
func TestTableMarks(t *testing.T) {
	dir := t.TempDir()
	docs, file := filepath.Join(dir, "docs"), filepath.Join(dir, "docgen.yaml")
	if err := os.Mkdir(docs, 0o700); err != nil {
		t.Fatal(err)
	}
	page := "# Trees\n\n## Plant a tree\n\n`POST /trees`\n\n### Request Body\n\n| Zutat | Type | Required |\n|---|---|---|\n| kind | string | jawohl |\n| age | integer | nimmer |\n"
	config := "version: 1\ntargets:\n  - docs: docs\n    output: trees\n    package: trees\n    base_url: https://api.orchard.example\n" +
		"    tables: {words: {name: [Zutat], \"yes\": [jawohl], \"no\": [nimmer]}}\n"
	for name, text := range map[string]string{filepath.Join(docs, "trees.md"): page, file: config} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if r := docgen(t, "inspect", docs, "--config", file, "--format", "stats"); r.code != exitOK || !strings.Contains(r.stdout, `"tables.yes": "jawohl, yes"`) {
		t.Errorf("inspect: %d %s %s", r.code, r.stdout, r.stderr)
	}
	if r := docgen(t, "generate", "--config", file); r.code != exitOK {
		t.Fatalf("generate: %d %s", r.code, r.stderr)
	}
	code, err := os.ReadFile(filepath.Join(dir, "trees", "api_trees.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Kind string `json:\"kind\"`", "Age Opt[int64] `json:\"age,omitzero\"`"} {
		if !strings.Contains(strings.Join(strings.Fields(string(code)), " "), want) {
			t.Errorf("the package has no %s", want)
		}
	}
}
