package main

import (
	"os"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// usageText returns what is wrong with a command line, and what was likely meant where a verb is
// missing.
func usageText(args []string, err error) string {
	text := err.Error()
	rest := args[1:]
	switch {
	case args[0] == "export" && !slices.Contains(rest, "openapi"):
		if len(rest) == 0 {
			rest = []string{"DOCS"}
		}
		text = "the format is missing: write \"docgen export openapi " + strings.Join(rest, " ") + "\""
	case strings.HasPrefix(text, "unexpected argument "+args[0]):
		if _, missing := os.Stat(args[0]); missing == nil {
			text = "a verb comes first: \"docgen inspect " + args[0] + "\" shows what docgen reads there"
		}
	}
	return diag.Plain(strings.Replace(text, `,"" but got`, " but got", 1)) // that a flag may be left out is no value of it
}
