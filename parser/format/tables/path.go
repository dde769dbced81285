package tables

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/link"
)

var (
	colonSlot = regexp.MustCompile(`(^|[/.,;@-])[:$]([A-Za-z_][A-Za-z0-9_-]*)`)
	angleSlot = regexp.MustCompile(`<([^<>/]+)>`)
	braceSlot = regexp.MustCompile(`\{+([^{}]*)\}+`)
	doubled   = regexp.MustCompile(`/{2,}`)
)

// slotPath is a path with its slots in braces, whatever form the page prints them
// in. The names of slots are words joined by underscores.
func slotPath(path string) string {
	if strings.Contains(path, "<") {
		path = angleSlot.ReplaceAllString(path, "{$1}")
	}
	if strings.ContainsAny(path, ":$") {
		path = colonSlot.ReplaceAllString(path, "$1{$2}")
	}
	return tidyPath(path)
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
	if len(path) > 1 {
		path = strings.TrimSuffix(path, "/")
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return path
}

// slotName is the name of a slot: guild.id and "guild id" are guild_id.
func slotName(printed string) string {
	printed = strings.TrimSpace(strings.TrimLeft(printed, ":$#"))
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' {
			return r
		}
		return '_'
	}, printed)
	return strings.Trim(name, "_")
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

var versionWord = regexp.MustCompile(`^v[0-9][0-9a-z._-]*$`)
