package embedded

import (
	"path"
	"strings"
	"time"

	"github.com/docgen-go/docgen/parser/page"
)

// A pointer is what front matter names: an operation, and the file that has its
// specification, or "".
type pointer struct{ file, verb, path string }

// pointerOf reads the front matter of a page that is the source of one: `openapi:
// spec.yaml GET /parcels`, with or without the file.
func pointerOf(f page.Front) (pointer, bool) {
	words := strings.Fields(f.Fields["openapi"])
	if n := len(words); n == 2 || n == 3 {
		if verb, at := words[n-2], words[n-1]; isVerb(verb) && strings.HasPrefix(at, "/") {
			p := pointer{verb: strings.ToUpper(verb), path: at}
			if n == 3 {
				p.file = cleanFile(words[0])
			}
			return p, true
		}
	}
	return pointer{}, false
}

// specFile is the file that an info string names, or "": `yaml /openapi.yaml get
// /parcels`, where any of it may be missing.
func specFile(info string) string {
	words := strings.Fields(info)
	if n := len(words); n > 2 && isVerb(words[n-2]) && strings.HasPrefix(words[n-1], "/") {
		words = words[:n-2]
		if len(words) == 2 {
			return cleanFile(words[1])
		}
	}
	for _, word := range words[min(1, len(words)):] {
		if strings.ContainsAny(word, "./") && !strings.ContainsAny(word, "={}") {
			return cleanFile(word)
		}
	}
	return ""
}

// cleanFile is the name of a file however it is spelled.
func cleanFile(name string) string {
	if strings.Contains(name, "://") {
		return name
	}
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// changes are the keys of front matter that say when a page was changed last, in
// lower case without the marks between words.
var changes = []string{"lastmod", "lastmodified", "lastupdated", "lastupdate", "updatedat", "updated", "modified", "datemodified", "date"}

var layouts = []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02", "2006/01/02", "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006"}

// changed returns when a page was changed last, or the zero time where it does not
// say so.
func changed(f page.Front) time.Time {
	words := map[string]string{}
	for k, v := range f.Fields {
		words[strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(k))] = v
	}
	for _, key := range changes {
		for _, layout := range layouts {
			if t, err := time.Parse(layout, words[key]); err == nil {
				return t.UTC()
			}
		}
	}
	return time.Time{}
}
