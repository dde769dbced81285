package docsfs_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/cmd/docgen/internal/pull"
)

// TestIncompleteSnapshot opens snapshots that a limit cut short, a whole one, and
// what is no manifest at all.
func TestIncompleteSnapshot(t *testing.T) {
	const start = "{\n  \"$schema\": \"s\",\n  \"version\": 1,\n  \"url\": \"https://h.test/api/\",\n"
	for name, c := range map[string]struct{ manifest, want string }{
		"cut":    {start + "  \"incomplete\": \"more than 5 pages are linked\",\n  \"pages\": []\n}\n", "docgen-pull.json:5:3: incomplete-snapshot: the pages were pulled in part: more than 5 pages are linked"},
		"whole":  {start + "  \"pages\": []\n}\n", ""},
		"broken": {"{", ""},
	} {
		dir := folder(t)
		if err := os.WriteFile(filepath.Join(dir, pull.ManifestFile), []byte(c.manifest), 0o600); err != nil {
			t.Fatal(err)
		}
		docs, err := docsfs.Open(t.Context(), dir, docsfs.DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		defer docs.Close()
		got := ""
		for _, d := range docs.Found {
			got += d.Span.String() + ": " + string(d.Code) + ": " + d.Message
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
