// Package script brings texts in Chinese to one spelling, so that what knows words has to
// know each only once.
//
// It is not part of the compatibility promise.
package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed traditional.txt
var traditional string

// simple are the simplified forms of traditional characters.
var simple = sync.OnceValue(func() map[rune]rune {
	out := map[rune]rune{}
	for line := range strings.Lines(traditional) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for pair := range strings.FieldsSeq(line) {
			r, n := utf8.DecodeRuneInString(pair)
			out[r], _ = utf8.DecodeRuneInString(pair[n:])
		}
	}
	return out
})

// Simplified returns a text with its traditional characters in their simplified form. Each
// takes as many bytes as before, so that offsets in the text stay.
func Simplified(text string) string {
	if !hasHan(text) {
		return text
	}
	forms := simple()
	return strings.Map(func(r rune) rune {
		if to, ok := forms[r]; ok {
			return to
		}
		return r
	}, text)
}

// hasHan reports whether a text may have a Chinese character: such begin with bytes that no
// letters of Latin, Greek or Cyrillic script begin with.
func hasHan(text string) bool {
	for i := range len(text) {
		if text[i] >= 0xe4 && text[i] <= 0xe9 {
			return true
		}
	}
	return false
}
