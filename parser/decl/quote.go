package decl

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// notInNames are the marks that no name of a type holds.
const notInNames = " \t:;=&\"'`?!/\\*+-{}[](),<>|"

// IsTypeName reports whether a word can be the name of a type: it starts with
// a capital letter or is of another script, and holds no mark.
func IsTypeName(word string) bool {
	if i := strings.LastIndexByte(word, '.'); i >= 0 {
		word = word[i+1:]
	}
	if word == "" || strings.ContainsAny(word, notInNames) {
		return false
	}
	return word[0] >= 'A' && word[0] <= 'Z' || word[0] >= 0x80
}

// Quote prints a string as a JSON literal, with <, > and & as they are.
func Quote(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return strings.TrimSuffix(b.String(), "\n")
}

// Unquote returns the value of a printed string. Escapes are JSON's where the
// whole reads as JSON, and plain characters otherwise.
func Unquote(printed string) string {
	if !strings.HasPrefix(printed, `"`) {
		return printed
	}
	if v, err := strconv.Unquote(printed); err == nil && utf8.ValidString(v) {
		return v
	}
	return strings.TrimSuffix(printed[1:], `"`)
}
