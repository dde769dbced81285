package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model/diag"
)

// colors are those in which terminals show severities, as compilers do.
var colors = map[string]string{
	string(diag.Error): "\x1b[31m", string(diag.Warning): "\x1b[33m", string(diag.Info): "\x1b[36m", config.Accepted: "\x1b[32m",
}

// isTerminal reports whether a stream understands colors and its user wants them (see
// no-color.org).
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb" && os.Getenv("NO_COLOR") == ""
}

// paint returns a finding as it is printed, its severity in color where that is wanted.
func paint(finding fmt.Stringer, severity string, color bool) string {
	text := finding.String()
	if !color {
		return text
	}
	first, rest, more := strings.Cut(text, "\n")
	// The place comes before the severity; a finding without one begins with it.
	at := strings.Index(first, ": "+severity+": ") + len(": ")
	if strings.HasPrefix(first, severity+": ") {
		at = 0
	}
	if at == 1 { // no severity where one is expected
		return text
	}
	first = first[:at] + colors[severity] + severity + "\x1b[0m" + first[at+len(severity):]
	if more {
		first += "\n" + rest
	}
	return first
}

// leastWidth is how many columns a terminal has to have, so that broken lines are easier to
// read than those that it breaks itself.
const leastWidth = 40

// terminalWidth is how many columns a stream has, 0 where it is no terminal.
func terminalWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width >= leastWidth {
			return width
		}
	}
	return 0
}
