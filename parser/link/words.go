package link

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Slug turns a title into the name that a path would have: lower case words
// joined by underscores.
func Slug(title string) string {
	return shorten(strings.ToLower(strings.Join(words(title), "_")))
}

// maxName is how many bytes a name may have that is made of others. Names go
// into those of all that stands below them, which would let one long heading or
// field grow a reference to its square.
const maxName = 200

// shorten cuts a name that is too long, and tells it from others that start alike.
func shorten(name string) string {
	if len(name) <= maxName {
		return name
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	cut := maxName
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	return fmt.Sprintf("%s%08x", name[:cut], h.Sum32())
}

// Camel joins the words of a wire name or title, each with a capital: the form
// in which pages print the names of types.
func Camel(name string) string {
	var b strings.Builder
	for _, w := range words(name) {
		r, n := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(w[n:])
	}
	return shorten(b.String())
}

// words splits at everything that is no letter or digit, and before capitals
// that follow a small letter.
func words(s string) []string {
	var out []string
	start := -1
	var last rune
	for i, r := range s {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r)
		if start >= 0 && (!inWord || unicode.IsUpper(r) && unicode.IsLower(last)) {
			out = append(out, s[start:i])
			start = -1
		}
		if inWord && start < 0 {
			start = i
		}
		last = r
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return out
}

// Singular is the singular of an English plural, or the word itself.
func Singular(word string) string {
	lower := strings.ToLower(word)
	switch {
	case len(word) < 4 || strings.HasSuffix(lower, "ss") || strings.HasSuffix(lower, "us") || strings.HasSuffix(lower, "is"):
		return word
	case lower == "series" || lower == "species" || strings.HasSuffix(lower, "news") || strings.HasSuffix(lower, "tics"):
		return word
	case strings.HasSuffix(lower, "ies"):
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(lower, "sses") || strings.HasSuffix(lower, "shes") || strings.HasSuffix(lower, "ches") ||
		strings.HasSuffix(lower, "xes") || strings.HasSuffix(lower, "zzes"):
		return word[:len(word)-2]
	case strings.HasSuffix(lower, "s"):
		return word[:len(word)-1]
	}
	return word
}
