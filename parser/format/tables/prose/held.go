package prose

import "strings"

// holdsAny reports whether a text holds one of a few words.
func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// isWide reports whether a text has letters or marks beyond ASCII.
func isWide(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return true
		}
	}
	return false
}
