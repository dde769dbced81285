package dialect

import (
	"regexp"
	"strings"
)

var verbLine = regexp.MustCompile("^\\*\\*([A-Za-z]+)\\*\\*\\s*(?:`([^`]*)`)?\\s*$")

var verbs = map[string]bool{
	"GET": true, "POST": true, "PUT": true, "PATCH": true, "DELETE": true, "HEAD": true, "OPTIONS": true, "TRACE": true,
}

// VerbLine reads the line that names a method's verb and path. Where the line
// is one by its form, fault says what is wrong with it, and ok is false.
func VerbLine(line string) (verb, path string, ok bool, fault string) {
	if !strings.HasPrefix(line, "**") {
		return "", "", false, ""
	}
	m := verbLine.FindStringSubmatch(strings.TrimRight(line, " \t\n"))
	if m == nil {
		return "", "", false, ""
	}
	verb, path = strings.ToUpper(m[1]), m[2]
	switch {
	case !verbs[verb] && !strings.Contains(path, "/"):
		return "", "", false, "" // a word in bold, or a name with its type
	case !verbs[verb]:
		fault = quote(m[1]) + " is no HTTP verb"
	case verbs[verb] && (strings.HasPrefix(path, "https://") || strings.HasPrefix(path, "http://")):
		return "", "", false, "" // a request with its host, as other formats state endpoints
	case !strings.HasPrefix(path, "/"):
		fault = "the path " + quote(path) + " does not start with a slash"
	case !balanced(path):
		fault = "the braces of the path " + quote(path) + " do not match"
	}
	return verb, path, fault == "", fault
}

// balanced reports whether the braces of a path open and close one by one.
func balanced(path string) bool {
	open := false
	for _, c := range path {
		switch {
		case c == '{' && open, c == '}' && !open:
			return false
		case c == '{' || c == '}':
			open = !open
		}
	}
	return !open
}
