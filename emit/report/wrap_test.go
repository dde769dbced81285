package report_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/docgen-go/docgen/emit/report"
)

// textOf is a report as text of a width.
func textOf(t *testing.T, r *report.Report, width int) string {
	t.Helper()
	r.Width = width
	var b strings.Builder
	if err := r.Text(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTextWraps demands lines no wider than a terminal, but for words that are wider
// themselves, and the same words as without.
func TestTextWraps(t *testing.T) {
	r := many(3, 300)
	whole := textOf(t, r, 0)
	for _, width := range []int{20, 40, 72, 100} {
		got := textOf(t, r, width)
		if a, b := strings.Fields(got), strings.Fields(whole); strings.Join(a, " ") != strings.Join(b, " ") {
			t.Errorf("at %d columns other words:\n%s", width, got)
		}
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if utf8.RuneCountInString(line) > width && len(strings.Fields(line)) > 1 {
				t.Errorf("at %d columns: %q", width, line)
			}
		}
	}
	if strings.Count(textOf(t, r, 40), "\n") <= strings.Count(whole, "\n") {
		t.Error("nothing was wrapped")
	}
	colored := *r
	colored.Color = true
	if a, b := textOf(t, &colored, 40), textOf(t, r, 40); strings.Count(a, "\n") != strings.Count(b, "\n") {
		t.Errorf("colors change where lines end:\n%s\n%s", a, b)
	}
}
