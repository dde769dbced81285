package docsfs_test

import (
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
)

// TestPartialFiles demands a note about the files that a captured comparison does
// not show from the first line to the last.
func TestPartialFiles(t *testing.T) {
	docs, err := docsfs.Open(t.Context(), "../../../../testdata/captured/harbor.txt", docsfs.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer docs.Close()
	for _, d := range docs.Found {
		if d.Code == "partial-file" && d.Span.File == "harbor.txt" {
			return
		}
	}
	t.Errorf("findings %v, want partial-file", docs.Found)
}
