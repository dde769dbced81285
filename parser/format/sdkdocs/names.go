package sdkdocs

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/link"
)

// deriveVerb names a method whose page's path does not: from its title where
// that is just a name, as on older pages, and from verb and path elsewhere.
func deriveVerb(title, verb, path, resource string) string {
	words := strings.Fields(title)
	if name := link.Slug(title); name != "" && len(words) <= 2 && !isSentence(words) {
		return name
	}
	segments := strings.Split(strings.Trim(path, "/"), "/")
	last := segments[len(segments)-1]
	if of, custom, ok := strings.Cut(last, ":"); ok && of != "" && link.Slug(custom) != "" {
		return link.Slug(custom) // documents:index, a verb that HTTP does not have
	}
	if onItem := strings.HasPrefix(last, "{"); onItem {
		return itemVerb(verb)
	}
	slug := link.Slug(last)
	first, _, _ := strings.Cut(title, " ")
	first = link.Slug(first)
	if slug != "" && !sameWord(slug, resource) && (hasSlot(segments) || slug == first) {
		return slug
	}
	if name := collectionVerb(verb, title); name != "create" || first == "" || plainVerbs[first] {
		return name
	}
	return first
}

// isSentence tells "List Models" from a name such as "Count Tokens": its first
// word is one of the words that titles of the newer pages start with.
func isSentence(words []string) bool {
	switch strings.ToLower(words[0]) {
	case "list", "get", "create", "delete", "update", "retrieve", "add", "remove":
		return len(words) > 1
	}
	return false
}

// plainVerbs are first words of titles that say no more than the verb does.
var plainVerbs = map[string]bool{"create": true, "add": true, "new": true, "post": true, "make": true}

func itemVerb(verb string) string {
	switch verb {
	case "GET":
		return "retrieve"
	case "DELETE":
		return "delete"
	}
	return "update"
}

func collectionVerb(verb, title string) string {
	switch verb {
	case "GET":
		if word, _, _ := strings.Cut(strings.ToLower(title), " "); word == "get" || word == "retrieve" {
			return "retrieve"
		}
		return "list"
	case "DELETE":
		return "delete"
	case "PUT", "PATCH":
		return "update"
	}
	return "create"
}

func hasSlot(segments []string) bool {
	for _, s := range segments {
		if strings.HasPrefix(s, "{") {
			return true
		}
	}
	return false
}

// sameWord compares a path segment with the last name of a resource.
func sameWord(slug, resource string) bool {
	name := resource[strings.LastIndexByte(resource, '.')+1:]
	return slug == name || names.SingularName(slug) == names.SingularName(name)
}
