// Package names takes the names of an API apart: words, singulars, letters and
// the slots of paths. Whoever compares or makes names does it here, so that one
// name has the same words everywhere.
//
// It is not part of the compatibility promise.
package names

import (
	"strings"
	"unicode"
)

// Words returns the words of a name: it is split at everything that is no letter
// and no digit, and at the capitals of camel case, of which several in a row are
// one word: userIDs is user and IDs, HTTPServer is HTTP and Server.
func Words(name string) []string {
	return split(name, false)
}

// Parts returns the coarser words that IDs are made of: a capital begins one only
// behind a small letter, so that HTTPServer is one. IDs stand in files of users,
// which is why this splits as it always did.
func Parts(name string) []string {
	return split(name, true)
}

// split cuts a text at what is no letter and no digit, and where a word or a coarser
// part starts. The words share the memory of the text.
func split(text string, coarse bool) []string {
	if isSnake(text) {
		return snakeWords(text)
	}
	if !coarse && isASCII(text) {
		return asciiWords(text)
	}
	var buf [64]rune // most names are shorter
	rs := buf[:0]
	for _, r := range text {
		rs = append(rs, r)
	}
	var out []string
	start, n := -1, 0 // n counts runes, start and at bytes
	flush := func(end int) {
		if start >= 0 {
			if out == nil {
				out = make([]string, 0, 4) // most names have no more
			}
			out = append(out, text[start:end])
		}
		start = -1
	}
	for at, r := range text {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(at)
		case start < 0:
			start = at
		case !coarse && StartsWord(rs, n), coarse && unicode.IsUpper(r) && unicode.IsLower(rs[n-1]):
			flush(at)
			start = at
		}
		n++
	}
	flush(len(text))
	return out
}

// isSnake reports whether a text is small letters, digits and marks of ASCII, in which
// only marks part words.
func isSnake(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= 0x80 || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// snakeWords are the words of such a text.
func snakeWords(text string) []string {
	words, within := 0, false
	for i := 0; i < len(text); i++ {
		if inWord(text[i]) {
			within = true
		} else if within {
			words, within = words+1, false
		}
	}
	if within {
		words++
	}
	if words == 0 {
		return nil
	}
	out, start := make([]string, 0, words), -1
	for i := 0; i < len(text); i++ {
		switch {
		case inWord(text[i]):
			if start < 0 {
				start = i
			}
		case start >= 0:
			out, start = append(out, text[start:i]), -1
		}
	}
	if start >= 0 {
		out = append(out, text[start:])
	}
	return out
}

func inWord(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// StartsWord reports whether a word of camel case starts at an index above 0: aB,
// 1B, and the last capital of ABc.
func StartsWord(rs []rune, i int) bool {
	if !unicode.IsUpper(rs[i]) {
		return false
	}
	if !unicode.IsUpper(rs[i-1]) {
		return true
	}
	return i+1 < len(rs) && unicode.IsLower(rs[i+1]) && !pluralOfInitialism(rs, i)
}

// pluralOfInitialism reports whether rs[i:] is the end of IDs or URLs, whose s
// begins no word.
func pluralOfInitialism(rs []rune, i int) bool {
	ends := i+2 == len(rs) || !unicode.IsLower(rs[i+2])
	return rs[i+1] == 's' && ends
}

// Letters returns the letters and digits of a name in lower case: what all
// spellings of it share.
func Letters(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// asciiWords are the words of a text of ASCII: what split gives, which most names are too
// short to take the runes of.
func asciiWords(text string) []string {
	words := 0
	eachASCIIWord(text, func(int, int) { words++ })
	if words == 0 {
		return nil
	}
	out := make([]string, 0, words)
	eachASCIIWord(text, func(start, end int) { out = append(out, text[start:end]) })
	return out
}

func eachASCIIWord(text string, visit func(start, end int)) {
	start := -1
	for i := 0; i < len(text); i++ {
		c := text[i]
		isCapital := c >= 'A' && c <= 'Z'
		switch {
		case !isCapital && !inWord(c):
			if start >= 0 {
				visit(start, i)
			}
			start = -1
		case start < 0:
			start = i
		case isCapital && startsASCIIWord(text, i):
			visit(start, i)
			start = i
		}
	}
	if start >= 0 {
		visit(start, len(text))
	}
}

// startsASCIIWord is StartsWord for a capital of a text of ASCII.
func startsASCIIWord(text string, i int) bool {
	isLower := func(at int) bool { return at < len(text) && text[at] >= 'a' && text[at] <= 'z' }
	if before := text[i-1]; before < 'A' || before > 'Z' {
		return true
	}
	isPlural := i+1 < len(text) && text[i+1] == 's' && !isLower(i+2)
	return isLower(i+1) && !isPlural
}
