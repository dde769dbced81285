package link

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/model/names"
)

// Slug turns a title into the name that a path would have: lower case words
// joined by underscores.
func Slug(title string) string {
	return shorten(strings.ToLower(strings.Join(names.Parts(title), "_")))
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
	for _, w := range names.Parts(name) {
		r, n := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(w[n:])
	}
	return shorten(b.String())
}
