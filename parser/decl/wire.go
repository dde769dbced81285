package decl

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/names"
)

// WireName guesses the wire name of a field from the name that a client gives
// it, in the style that APIs use most: AfterID and afterId are after_id,
// Tokens5m is tokens_5m, Sha256 is sha256.
func WireName(printed string) string {
	runes := []rune(printed)
	var b strings.Builder
	for i, r := range runes {
		if i > 0 && startsWord(runes, i) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// startsWord reports whether a word starts at i: with a capital behind a small
// letter or a digit, with the last capital of several before a small letter,
// and with a number that is long or goes on with a small letter.
func startsWord(runes []rune, i int) bool {
	before, r := runes[i-1], runes[i]
	switch {
	case before == '_' || r == '_':
		return false
	case unicode.IsUpper(r):
		return names.StartsWord(runes, i)
	case unicode.IsDigit(r) && !unicode.IsDigit(before):
		end := i
		for end < len(runes) && unicode.IsDigit(runes[end]) {
			end++
		}
		return end-i > 3 || end < len(runes) && unicode.IsLower(runes[end])
	}
	return false
}
