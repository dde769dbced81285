package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// shown is how many findings of one severity a verb prints whose business they
// are not. Thousands of warnings would bury the one error.
const shown = 20

// summarize prints errors, then warnings, and counts what it leaves out.
func summarize(w io.Writer, found diag.List, all bool) {
	color := isTerminal(w)
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		n := 0
		for _, d := range found {
			if d.Severity != severity {
				continue
			}
			if n++; all || n <= shown {
				fmt.Fprintln(w, paint(d, string(severity), color))
			}
		}
		if left := n - shown; left > 0 && !all {
			fmt.Fprintf(w, "and %s (--verbose shows all)\n", count(left, "more "+string(severity)))
		}
	}
	if all {
		printAll(w, found, diag.Info)
	}
}

func printAll(w io.Writer, found diag.List, severity diag.Severity) {
	for _, d := range found {
		if d.Severity == severity {
			fmt.Fprintln(w, paint(d, string(severity), isTerminal(w)))
		}
	}
}

// tally is the findings in one phrase: 1 error, 3 warnings.
func tally(found diag.List) string {
	parts := []string{count(found.Count(diag.Error), "error"), count(found.Count(diag.Warning), "warning")}
	if n := found.Count(diag.Info); n > 0 {
		parts = append(parts, count(n, "note"))
	}
	return strings.Join(parts, ", ")
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
