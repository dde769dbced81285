package model

import (
	"strings"
	"unicode"
)

// SameWords reports whether two texts say the same, whatever lines they are set
// in and whichever mark stands before their bullets.
func SameWords(a, b string) bool {
	if a == b {
		return true
	}
	for {
		var v, w string
		v, a = nextWord(a)
		w, b = nextWord(b)
		if v != w {
			return false
		}
		if v == "" {
			return true
		}
	}
}

// nextWord cuts the first word off a text. The mark of a bullet is always "-".
func nextWord(text string) (word, rest string) {
	trimmed := strings.TrimLeftFunc(text, unicode.IsSpace)
	gap := text[:len(text)-len(trimmed)]
	end := strings.IndexFunc(trimmed, unicode.IsSpace)
	if end < 0 {
		end = len(trimmed)
	}
	word, rest = trimmed[:end], trimmed[end:]
	if (word == "*" || word == "+") && strings.Contains(gap, "\n") {
		word = "-"
	}
	return word, rest
}
