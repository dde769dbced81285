package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// ledBy is an item that begins with an endpoint in code and goes on with what it does:
	// `GET /boats/1.json` will return the boat.
	ledBy = prefilter.MustCompile("^`([A-Z]{3,7} +/[^`\\s]+)`,? +[a-z]")
	// itemBegins is an item that begins with a verb in code.
	itemBegins = prefilter.MustCompile("^[-*+] +`[A-Z]{3,7} +/")
)

// led reads the item at text[i:end], the first of what stands below a heading, whose sentence
// begins with the endpoint that the section is about; on a page with such an item, paragraphs are
// read so, too. An item behind it that begins so makes a
// list of endpoints of it. Numbers that are a segment of the path stand for others.
func (w *walker) led(rest string, i, end int) bool {
	m := ledBy.FindStringSubmatch(rest)
	if m == nil || len(w.headings) == 0 || strings.TrimSpace(string(w.text[w.headed:i])) != "" {
		return false
	}
	next := strings.TrimLeft(string(w.text[end:min(len(w.text), end+longest)]), " \t\n")
	ops := alone("`"+m[1]+"`", false)
	if len(ops) != 1 || itemBegins.MatchString(next) {
		return false
	}
	w.ledItems++
	path, example := slotted(ops[0].Path)
	w.found = append(w.found, Finding{Form: Stated, Operations: []Operation{{ops[0].Verb, path}}, Example: example, Start: i, End: end})
	return true
}

// slotted is a path with slots for the segments that are numbers, each called after the
// segment before it. A number that begins the path, or stands behind a word such as api, is
// a version.
func slotted(path string) (with string, changed bool) {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		file, ext, dotted := strings.Cut(s, ".")
		if i == 0 || !digits.MatchString(file) || i+1 < len(segments) && (i == 1 || prefixWords[segments[i-1]]) {
			continue
		}
		segments[i], changed = "{"+slotAfter(segments[i-1])+"}", true
		if dotted {
			segments[i] += "." + ext
		}
	}
	return strings.Join(segments, "/"), changed
}
