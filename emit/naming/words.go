package naming

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/model/names"
)

// words are the words of a wire name.
func words(s string) []string { return names.Words(s) }

// Words are the words of a name in CamelCase.
func Words(name string) []string { return names.Words(name) }

// symbols are the names of what is neither letter nor digit.
var symbols = map[rune]string{
	'$': "dollar", '+': "plus", '-': "dash", '.': "dot", '_': "underscore", '/': "slash",
	'\\': "backslash", '*': "star", '%': "percent", '#': "hash", '@': "at", '!': "not",
	'?': "question", '&': "and", '|': "or", '=': "equal", '<': "less", '>': "greater",
	'~': "tilde", '^': "caret", ':': "colon", ';': "semicolon", ',': "comma", '\'': "quote",
	'"': "doublequote", '`': "backquote", '(': "open", ')': "close", '[': "openbracket",
	']': "closebracket", '{': "openbrace", '}': "closebrace", ' ': "space",
}

// withSymbols is words with every symbol as a word of its own, for names that
// differ in nothing else.
func withSymbols(s string) []string {
	var b strings.Builder
	for _, r := range s {
		switch name, ok := symbols[r]; {
		case ok:
			b.WriteString(" " + name + " ")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, " u%04x ", r)
		}
	}
	return words(b.String())
}

// signed is words with a sign before a number spelled out, because +1 and -1
// mean nothing without it. A text without words is spelled, and the empty text
// is called empty.
func signed(s string) []string {
	if s == "" {
		return []string{"empty"}
	}
	out := words(s)
	if len(out) == 0 {
		return withSymbols(s)
	}
	if len(s) > 1 && unicode.IsDigit(rune(s[1])) {
		switch s[0] {
		case '+':
			return append([]string{"plus"}, out...)
		case '-':
			return append([]string{"minus"}, out...)
		}
	}
	return out
}

// camel joins words to CamelCase. Words that meet at digits are kept apart, so
// that 3.5 does not read as 35.
func camel(ws []string) string {
	var b strings.Builder
	n := 0
	for _, w := range ws {
		n += len(w) + 1
	}
	b.Grow(n)
	shout := len(ws) > 1 && !slices.ContainsFunc(ws, func(w string) bool { return strings.ContainsFunc(w, unicode.IsLower) })
	last := ' '
	for _, w := range ws {
		t := title(w, shout)
		if first, _ := utf8.DecodeRuneInString(t); unicode.IsDigit(last) && unicode.IsDigit(first) {
			b.WriteByte('_')
		}
		b.WriteString(t)
		last, _ = utf8.DecodeLastRuneInString(t)
	}
	return b.String()
}

// title writes one word as a part of CamelCase. Codes of up to three capitals
// such as USD stay; longer ones are words that somebody shouted.
func title(w string, shout bool) string {
	if len(w) <= longestInitialism {
		if known, ok := initialisms[strings.ToLower(w)]; ok {
			return known
		}
	}
	if c := w[0]; !shout && 'a' <= c && c <= 'z' { // as most words are
		return string(c-'a'+'A') + w[1:]
	}
	rs := []rune(w)
	if shout || len(rs) > 3 && !strings.ContainsFunc(w, unicode.IsLower) {
		rs = []rune(strings.ToLower(w))
	}
	rs[0] = unicode.ToUpper(rs[0])
	return string(rs)
}

// lowerCamel joins words to camelCase.
func lowerCamel(ws []string) string {
	if len(ws) == 0 {
		return ""
	}
	rest := camel(ws[1:])
	first := strings.ToLower(ws[0])
	if rest != "" && unicode.IsDigit(rune(rest[0])) && unicode.IsDigit(rune(first[len(first)-1])) {
		first += "_"
	}
	return first + rest
}
