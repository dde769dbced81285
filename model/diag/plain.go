package diag

import (
	"strconv"
	"strings"
	"unicode"
)

// Plain returns text of pages, or the name of a file, as it can stand in a line
// that people, terminals and the logs of CI jobs read: what would end the line,
// steer a terminal or change the direction of writing is escaped as Go does it,
// and so is what GitHub takes for a command where it stands in a log.
func Plain(text string) string {
	if !needsEscape(text) {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch {
		case !unicode.IsPrint(r), r == '\\', r == unicode.ReplacementChar:
			quoted := strconv.QuoteRuneToASCII(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		case strings.HasPrefix(text[i:], "##["), strings.HasPrefix(text[i:], "::") && strings.TrimSpace(text[:i]) == "":
			b.WriteString(`\u00` + strconv.FormatInt(int64(r), 16))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func needsEscape(text string) bool {
	return strings.Contains(text, "##[") || strings.HasPrefix(strings.TrimSpace(text), "::") ||
		strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) })
}
