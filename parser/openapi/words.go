package openapi

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/names"
)

// maxName is how many bytes a name may have that is made of others.
const maxName = 100

// words splits at everything that is no letter or digit, and before capitals
// that follow a small letter or begin a word after others (HTTPServer).
func words(s string) []string {
	var out []string
	rs := []rune(s)
	start := -1
	for i, c := range rs {
		inWord := unicode.IsLetter(c) || unicode.IsDigit(c)
		if start >= 0 && (!inWord || unicode.IsUpper(c) && (unicode.IsLower(rs[i-1]) || unicode.IsDigit(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1]) && unicode.IsUpper(rs[i-1]))) {
			out = append(out, strings.ToLower(string(rs[start:i])))
			start = -1
		}
		if inWord && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, strings.ToLower(string(rs[start:])))
	}
	return out
}

// snake joins the words of a text by underscores.
func snake(s string) string { return shorten(strings.Join(words(s), "_")) }

// camel joins the words of a text, each with a capital.
func camel(s string) string { return shorten(names.Capitalize(words(s))) }

// letters are the words of a text without what parts them.
func letters(s string) string { return strings.Join(words(s), "") }

func shorten(name string) string { return names.Shorten(name, maxName) }
