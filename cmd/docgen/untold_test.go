package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestUntoldPages demands that a page of which the report has nothing is named, unless it
// differs in layout or front matter only.
func TestUntoldPages(t *testing.T) {
	const page = "---\ndate: 2026-01-01\n---\n# Cranes\n\nAll calls need the key of a harbor.\n\n## Lift\n\n`POST /cranes/{id}/lift`\n\n| Field | Type | Description |\n|---|---|---|\n| `height` | integer | How high. |\n"
	for name, c := range map[string]struct{ old, now, want string }{
		"prose":        {"the key of a harbor", "two keys", "1 page differs without an entry or a reworded text of its own: cranes.md"},
		"layout":       {"| Field | Type |", "| Field  |  Type |", ""},
		"front matter": {"2026-01-01", "2026-02-01", ""},
		"description":  {"How high.", "How high it goes.", ""},
		"a fact":       {"integer", "string", ""},
	} {
		dir := t.TempDir()
		for side, text := range map[string]string{"old": page, "new": strings.Replace(page, c.old, c.now, 1)} {
			if err := os.MkdirAll(filepath.Join(dir, side), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, side, "cranes.md"), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		out := docgen(t, "diff", filepath.Join(dir, "old"), filepath.Join(dir, "new"), "--fail-on", "never").stdout
		if told := strings.Contains(out, "of its own"); told != (c.want != "") || !strings.Contains(out, c.want) {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// TestGuidesOfCredentials demands that a guide which tells something else of credentials is
// named although no facts are read of guides, and one that tells of other things is not.
func TestGuidesOfCredentials(t *testing.T) {
	docs := func(guide string) string {
		return docsOf(t, map[string][]byte{
			"cranes/get.md":     []byte("## Get\n\n**get** `/v1/crane`\n\n### Returns\n\n- `id: string`\n"),
			"authentication.md": []byte("# Before you begin\n\n" + guide),
		})
	}
	const named = "1 page differs without an entry or a reworded text of its own: authentication.md"
	before := docs("All requests need a token in the header `Authorization: Bearer TOKEN`.\n")
	docgen(t, "diff", before, docs("All requests need the header `X-Api-Key: KEY`.\n")).expect(t, exitOK, named, "")
	r := docgen(t, "diff", docs("Cranes are tall.\n"), docs("Cranes are very tall.\n"))
	if r.expect(t, exitOK, "0 entries", ""); strings.Contains(r.stdout, "differs without") {
		t.Errorf("a guide is named that says nothing of credentials:\n%s", r.stdout)
	}
}
