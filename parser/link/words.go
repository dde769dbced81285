package link

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// Slug turns a title into the name that a path would have: lower case words
// joined by underscores.
func Slug(title string) string {
	return shorten(strings.ToLower(strings.Join(names.Parts(title), "_")))
}

// maxName is how many bytes a name may have that is made of others.
const maxName = 200

func shorten(name string) string { return names.Shorten(name, maxName) }

// Camel joins the words of a wire name or title, each with a capital: the form
// in which pages print the names of types.
func Camel(name string) string {
	return shorten(names.Capitalize(names.Parts(name)))
}
