package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/ci"
)

// TestAnnotationsAreCapped demands as many annotations of each level as GitHub shows,
// the rest as lines of the log, and a summary that says so.
func TestAnnotationsAreCapped(t *testing.T) {
	for n, says := range map[int]string{2: "", 40: "; 29 of 120 entries are annotated, the others are in the log"} {
		r := many(n, 3)
		var b strings.Builder
		if err := r.GitHub(&b); err != nil {
			t.Fatal(err)
		}
		commands, lines, last := map[string]int{}, 0, ""
		for line := range strings.Lines(b.String()) {
			last = strings.TrimSuffix(line, "\n")
			if rest, ok := strings.CutPrefix(line, "::"); ok {
				level, _, _ := strings.Cut(rest, " ")
				commands[level]++
			} else {
				lines++
			}
		}
		want := map[string]int{"error": min(n, ci.AnnotationLimit), "warning": min(n, ci.AnnotationLimit), "notice": min(n+1, ci.AnnotationLimit)}
		if fmt.Sprint(commands) != fmt.Sprint(want) || lines+commands["error"]+commands["warning"]+commands["notice"] != 3*n+1 {
			t.Errorf("%d entries give %v and %d lines, want %v", 3*n, commands, lines, want)
		}
		if !strings.HasPrefix(last, "::notice title=docgen diff::") || !strings.HasSuffix(last, r.OneLine()+says) {
			t.Errorf("the last line is %q", last)
		}
	}
}
