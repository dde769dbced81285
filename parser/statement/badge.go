package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// emphasisTag is a tag that marks a part of a path: <code>/boats/<em>&lt;id&gt;</em></code>.
var emphasisTag = prefilter.MustCompile(`</?(?:em|i|b|strong|var|u|mark)>`)

// A badge is a verb alone in tags, and where its line begins and ends.
type badge struct {
	verb       string
	start, end int
}

// tagged reads an endpoint whose verb and path stand in tags of two lines:
//
//	<small>GET</small>
//	<b><code>boats/{id}</code></b>
//
// A path that begins with a slash needs no tag for code.
func (w *walker) tagged(line string, i, end int) bool {
	text := strings.TrimSpace(untagged(line))
	if verb := verbOf(text); verb != "" && text == verb {
		w.badge = badge{verb, i, end}
		return false // its tag may hold the path
	}
	b := w.badge
	w.badge = badge{}
	if b.verb == "" || b.end != i {
		return false
	}
	coded := strings.Contains(line, "<code>")
	if coded {
		text = strings.TrimSpace(untagged(emphasisTag.ReplaceAllString(line, "")))
	}
	text = plain(text)
	path, rest := cutPath(text, coded)
	if path == "" && coded && isSegment(text) {
		path, rest = text, ""
	}
	if path == "" || strings.TrimSpace(rest) != "" {
		return false
	}
	w.add(Stated, b.start, end, Operation{b.verb, path})
	return true
}

// isSegment reports whether a text is a path of one segment without a slash before it.
func isSegment(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789_-") == ""
}
