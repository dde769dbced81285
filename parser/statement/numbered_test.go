package statement_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/statement"
)

// TestNumberedHeadings demands that lists below numbered headings state endpoints, and those
// below versions tell what changed of them.
func TestNumberedHeadings(t *testing.T) {
	const list = "\n\n- `GET /boats` - Lists the boats.\n- `POST /boats` - Adds a boat.\n- `DELETE /boats/{id}` - Drops a boat.\n"
	for heading, want := range map[string]int{
		"# Boats\n\n## 3.2 Boats": 3, "# Boats\n\n## 3.2. Manage boats": 3,
		"# Boats\n\n## 3.2.0": 0, "# Boats\n\n## v3.2 Boats": 0, "# Boats\n\n## 3.2.0 (2031-05-01)": 0, "# Boats\n\n## 3.2.0-rc1 - 2031-05-01": 0,
	} {
		if got := statement.Find([]byte(heading+list), 0); len(got) != want {
			t.Errorf("below %q are %d statements, want %d: %v", heading, len(got), want, got)
		}
	}
}
