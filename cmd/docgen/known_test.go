package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/testutil"
)

// TestPageOfReferences holds the table of docs/references.md to the list.
func TestPageOfReferences(t *testing.T) {
	name := filepath.Join("..", "..", "docs", "references.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	const head = "|---|---|---|---|---|\n"
	before, _, ok := strings.Cut(string(text), head)
	if !ok {
		t.Fatal("no table in ", name)
	}
	want := before + head
	for _, r := range knownReferences() {
		want += "| `" + r.Name + "` | " + r.Vendor + " | " + r.Format + " | `" + strings.Join(append([]string{r.URL}, r.With...), " ") + "` | " + r.Seen + ": " + r.SeenAt + " |\n"
	}
	if want == string(text) {
		return
	}
	if testutil.Updating() {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("%s is not what references.yaml says", name)
}
