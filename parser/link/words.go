package link

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// Slug turns a title into the name that a path would have: lower case words
// joined by underscores.
func Slug(title string) string {
	if isSlug(title) {
		return shorten(title)
	}
	return shorten(strings.ToLower(strings.Join(names.Parts(title), "_")))
}

// isSlug reports whether a title is words of small letters and digits joined by one
// underscore each, as names of the wire mostly are.
func isSlug(title string) bool {
	joint := true // nothing, or an underscore, is before
	for i := 0; i < len(title); i++ {
		switch c := title[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			joint = false
		case c == '_' && !joint:
			joint = true
		default:
			return false
		}
	}
	return !joint
}

// maxName is how many bytes a name may have that is made of others.
const maxName = 200

func shorten(name string) string { return names.Shorten(name, maxName) }

// Camel joins the words of a wire name or title, each with a capital: the form
// in which pages print the names of types.
func Camel(name string) string {
	return shorten(names.Capitalize(names.Parts(name)))
}
