package tables

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	angleSlot = prefilter.MustCompile(`<([^<>/]+)>`)
	braceSlot = prefilter.MustCompile(`\{+([^{}]*)\}+`)
	doubled   = prefilter.MustCompile(`/{2,}`)
)

// slotPath is a path with its slots in braces, whatever form the page prints them
// in. The names of slots are words joined by underscores.
func slotPath(path string) string {
	path, _ = statement.Whole(statement.WithBraces(path))
	if strings.Contains(path, ":") {
		path = unconstrained(path)
	}
	if strings.Contains(path, "<") {
		path = angleSlot.ReplaceAllString(path, "{$1}")
	}
	if strings.Contains(path, "/*") {
		path = starSlot.ReplaceAllString(path, "/{$1}")
	}
	if strings.ContainsAny(path, ":$") {
		path = braced(path)
	}
	return tidyPath(path)
}

// converters are the types that stand before the names of slots: <int:id>.
var converters = map[string]bool{"int": true, "integer": true, "str": true, "string": true, "float": true, "number": true, "path": true, "uuid": true, "slug": true, "any": true, "guid": true, "bool": true, "long": true}

// unconstrained is a path whose slots have names only, without the types or patterns that
// values of them keep to: {user:uuid}, {id:[0-9]{3}}, <int:id>.
func unconstrained(path string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(path); i++ {
		if path[i] != '{' && path[i] != '<' {
			continue
		}
		end := statement.Closing(path[i:])
		if end < 0 {
			break
		}
		first, second, found := strings.Cut(path[i+1:i+end], ":")
		name := first
		if converters[strings.ToLower(first)] && isPlainName(second) && !converters[strings.ToLower(second)] {
			name = second
		}
		if found && isPlainName(name) {
			b.WriteString(path[done:i] + "{" + name + "}")
			done = i + end + 1
		}
		i += end
	}
	return b.String() + path[done:]
}

// braced is a path in which slots that a colon or a dollar marks, at the start or behind
// a mark that parts segments, are in braces.
func braced(path string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(path); i++ {
		at := i
		if strings.IndexByte("/.,;@-", path[i]) >= 0 {
			at++
		} else if i > 0 {
			continue
		}
		if at >= len(path) || path[at] != ':' && path[at] != '$' {
			continue
		}
		end := at + 1
		for end < len(path) && isSlotByte(path[end], end == at+1) {
			end++
		}
		if end > at+1 {
			b.WriteString(path[done:at] + "{" + path[at+1:end] + "}")
			if end < len(path) && path[end] == '(' { // :id(\d+)
				end += max(statement.Closing(path[end:]), -1) + 1
			}
			done, i = end, end-1
		}
	}
	if done == 0 {
		return path
	}
	return b.String() + path[done:]
}

func isSlotByte(c byte, first bool) bool {
	return c == '_' || c|0x20 >= 'a' && c|0x20 <= 'z' || !first && (c == '-' || c >= '0' && c <= '9')
}

// tidyPath is a path whose slots are in braces with their names, and nothing else, in
// the form of the model.
func tidyPath(path string) string {
	if strings.Contains(path, "{") {
		path = braceSlot.ReplaceAllStringFunc(path, func(m string) string { return "{" + slotName(strings.Trim(m, "{}")) + "}" })
	}
	if strings.Contains(path, "//") {
		path = doubled.ReplaceAllString(path, "/")
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return path
}

// slotName is the name of a slot: guild.id and "guild id" are guild_id.
func slotName(printed string) string {
	if isPlainName(printed) {
		return printed
	}
	printed = strings.TrimSpace(strings.TrimLeft(printed, ":$#"))
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' {
			return r
		}
		return '_'
	}, printed)
	return strings.Trim(name, "_")
}

// isPlainName reports whether a name is letters, digits and underscores of ASCII, the
// latter only within.
func isPlainName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_' && i > 0 && i < len(s)-1) {
			return false
		}
	}
	return s != ""
}

// segments are the parts of a path that are no slots and no version, as words.
func segments(path string) []string {
	var out []string
	for s := range strings.SplitSeq(path, "/") {
		if s == "" || strings.Contains(s, "{") || versionWord.MatchString(s) || s == "api" || s == "-" {
			continue
		}
		s, _, _ = strings.Cut(s, ".json")
		if w := link.Slug(s); w != "" {
			out = append(out, w)
		}
	}
	return out
}

var versionWord = prefilter.MustCompile(`^(?:v[0-9][0-9a-z._-]*|[0-9]+\.[0-9]+)$`)
