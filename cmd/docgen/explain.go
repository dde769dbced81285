package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// explain prints what the catalogue says of a code.
func (c *lintCmd) explain(s *session) error {
	e, ok := lookupCode(c.Explain)
	if !ok {
		return usageError{fmt.Errorf("no finding has the code %q%s", c.Explain, suggestCode(c.Explain))}
	}
	return s.print(func(w *bufio.Writer) error {
		if c.Format == "json" {
			return printJSON(w, newRulesReport(nil, []diag.Entry{e}))
		}
		return codeText(w, e)
	})
}

// codeText prints an entry of the catalogue: what happened, why it matters, what
// to do, and an example.
func codeText(w *bufio.Writer, e diag.Entry) error {
	_, err := fmt.Fprintf(w, "%s (%s): %s\n\n%s\n\nWhat to do: %s\n\nExample:\n\n%s",
		e.Code, e.Severity, e.Title, e.Why, e.Help, indent(plainLines(e.Example)))
	return err
}

// plainLines returns a text with what steers a terminal escaped, line by line.
func plainLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(diag.Plain(strings.TrimSuffix(line, "\n")) + "\n")
	}
	return b.String()
}
