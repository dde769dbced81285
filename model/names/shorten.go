package names

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shorten returns a name of at most limit bytes, without half a letter at its end,
// and behind it, where something was cut, eight hexadecimal digits that tell it from
// others that start alike. Names go into those of all that stands below them, which
// would let one long heading grow a reference to its square.
func Shorten(name string, limit int) string {
	if len(name) <= limit {
		return name
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	cut := limit
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	return fmt.Sprintf("%s%08x", name[:cut], h.Sum32())
}

// Capitalize joins words, each with a capital.
func Capitalize(words []string) string {
	var b strings.Builder
	for _, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(w[n:])
	}
	return b.String()
}
