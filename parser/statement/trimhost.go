package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// pathVariable begins a path that servers may put their own words before: what stands for
// these is no host.
var pathVariable = prefilter.MustCompile(`(?i)^(?:<[a-z_-]*(?:prefix|mount)(?:[_-]path)?>|\{[a-z_-]*(?:prefix|mount)(?:[_-]path)?\})(?:/|$)`)

// trimHost takes scheme and host, or the variable that stands for them, off a
// path, and query and fragment.
func trimHost(s string) string {
	if strings.Contains(s, "{?") || strings.Contains(s, "{&") {
		s = queryTemplate.ReplaceAllString(s, "")
	}
	if i := strings.IndexAny(s, "?#"); i >= 0 {
		s = withoutOpening(s[:i])
	}
	if _, rest, ok := strings.Cut(s, "://"); ok {
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			return rest[i:]
		}
		return "/"
	}
	if variable, rest, ok := strings.Cut(s, "}}"); ok && strings.HasPrefix(variable, "{{") && rest != "" && !strings.Contains(variable, "/") {
		return "/" + strings.TrimPrefix(rest, "/") // {{ base }}boats
	}
	if name, rest, ok := strings.Cut(s, "/"); ok && hostWord.MatchString(name) {
		return "/" + rest // base-url/boats
	}
	if name, rest, ok := strings.Cut(s, "]/"); ok && bracketedHost.MatchString(name) {
		return "/" + rest
	}
	if s != "" && strings.IndexByte("{$<%", s[0]) >= 0 {
		if pathVariable.MatchString(s) {
			return "/" + s // <http-prefix>/boats
		}
		return afterVariable(s)
	}
	if first, rest, ok := strings.Cut(s, "/"); ok && isHost(first) {
		return "/" + rest
	}
	return s
}

// bracketedHost is a variable for a host in square brackets, before the last of them:
// [host]/boats.
var bracketedHost = prefilter.MustCompile(`^\[[A-Za-z\p{Han}][A-Za-z0-9\p{Han}_. -]{0,30}$`)

// withoutOpening is a path without the bracket at its end that opens what may be left out of the
// query: /boats[?size=3], /boats(?size=3).
func withoutOpening(path string) string {
	if n := len(path) - 1; n > 0 && (path[n] == '[' || path[n] == '(') {
		return path[:n]
	}
	return path
}
