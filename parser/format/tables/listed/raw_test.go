package listed

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestRawNames holds that what stands for an item without a name ends in a whole letter.
func TestRawNames(t *testing.T) {
	table := tableOf([]item{{raw: "-" + strings.Repeat("é", longestRaw)}}, 0, 1)
	if name := table.Rows[0].Cells[0]; !utf8.ValidString(name) || len(name) != longestRaw-1 {
		t.Errorf("%q has %d bytes", name, len(name))
	}
}
