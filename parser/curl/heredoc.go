package curl

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// hereOperator begins a here-document: << EOF, <<-'EOF'.
var hereOperator = prefilter.MustCompile(`<<-?[ \t]*(?:"([A-Za-z_][A-Za-z0-9_]*)"|'([A-Za-z_][A-Za-z0-9_]*)'|([A-Za-z_][A-Za-z0-9_]*))`)

// cutHere cuts the here-document that a command reads as its standard input off the
// text of the command: the lines up to one that is nothing but its word. Text without
// one is returned as it is.
func cutHere(text string) (command, document string) {
	if !strings.Contains(text, "@-") {
		return text, ""
	}
	m := hereOperator.FindStringSubmatchIndex(text)
	if m == nil {
		return text, ""
	}
	word := strings.Trim(strings.TrimLeft(text[m[0]:m[1]], "<- \t"), `"'`)
	line, lines, ok := strings.Cut(text[m[1]:], "\n")
	if !ok {
		return text, ""
	}
	at := 0
	for l := range strings.Lines(lines) {
		if strings.TrimSpace(l) == word {
			return text[:m[0]] + line, lines[:at]
		}
		at += len(l)
	}
	return text, ""
}
