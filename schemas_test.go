package docgen_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The one style of keys in what docgen prints, and that of docgen.yaml, which people
// write: its keys are words with underscores, as in other such files.
var (
	outputKey = regexp.MustCompile(`^([a-z][A-Za-z0-9]*|\$schema)$`)
	configKey = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)
)

// TestSchemas holds the keys of all JSON outputs to one style, and schemas to
// references that lead to files of the same release.
func TestSchemas(t *testing.T) {
	files, err := filepath.Glob("cmd/docgen/schemas/*.json")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, "model/schema.json", "emit/report/schema.json")
	if len(files) < 8 {
		t.Fatalf("only %v were found", files)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var schema map[string]any
		if err := json.Unmarshal(text, &schema); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, ok := schema["$id"]; ok {
			t.Errorf("%s says where it is published; what it refers to would not be of the same release", name)
		}
		style := outputKey
		if filepath.Base(name) == "config.json" {
			style = configKey
		}
		checkKeys(t, name, schema, style)
	}
}

func checkKeys(t *testing.T, name string, node any, style *regexp.Regexp) {
	switch node := node.(type) {
	case []any:
		for _, n := range node {
			checkKeys(t, name, n, style)
		}
	case map[string]any:
		properties, _ := node["properties"].(map[string]any)
		for key := range properties {
			if !style.MatchString(key) {
				t.Errorf("%s: the key %q is not of the form %s", name, key, style)
			}
		}
		if ref, ok := node["$ref"].(string); ok && !strings.HasPrefix(ref, "#") {
			file, _, _ := strings.Cut(ref, "#")
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), filepath.FromSlash(file))); err != nil {
				t.Errorf("%s refers to %s: %v", name, ref, err)
			}
		}
		for _, n := range node {
			checkKeys(t, name, n, style)
		}
	}
}
