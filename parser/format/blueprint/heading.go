package blueprint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/page"
)

// A heading opens a section: its title, what it announces, and the lines up to the next
// one.
type heading struct {
	level      int
	title      string
	start, end int
	kind       headingKind
	// name, verb and uri are what the title of a resource or an action says.
	name, verb, uri string
	lines           []line
}

// A headingKind says what a heading announces.
type headingKind uint8

const (
	plainHeading headingKind = iota
	groupHeading
	structuresHeading
	resourceHeading
	actionHeading // with a verb, and perhaps a URI
)

// verbs are the methods of HTTP that headings name.
var verbs = []string{
	"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "LINK", "UNLINK", "COPY", "MOVE", "LOCK", "UNLOCK", "PURGE",
	"SEARCH", "PROPFIND", "PROPPATCH", "MKCOL", "REPORT", "VIEW", "LIST", "QUERY",
}

var (
	groupTitle  = regexp.MustCompile(`(?i)^group\s+(.+)$`)
	structTitle = regexp.MustCompile(`(?i)^data\s+structures?$`)
	bracketed   = regexp.MustCompile(`^(.*?)\s*\[([^\[\]]*)\]$`)
)

// isURI reports whether a text is a template of a URI.
func isURI(text string) bool {
	return strings.HasPrefix(text, "/") || strings.HasPrefix(text, "{") || strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://")
}

// classify reads the title of a heading.
func (h *heading) classify() {
	title := strings.ReplaceAll(h.title, `\_`, "_")
	if m := groupTitle.FindStringSubmatch(title); m != nil {
		h.kind, h.name = groupHeading, strings.TrimSpace(m[1])
		return
	}
	if structTitle.MatchString(title) {
		h.kind = structuresHeading
		return
	}
	name, request := "", strings.Trim(title, "`")
	if m := bracketed.FindStringSubmatch(title); m != nil {
		name, request = m[1], strings.TrimSpace(m[2])
	}
	verb, uri, _ := strings.Cut(request, " ")
	uri = strings.TrimSpace(uri)
	switch {
	case isURI(request):
		h.kind, h.name, h.uri = resourceHeading, name, request
	case slices.Contains(verbs, verb) && (uri == "" || isURI(uri)):
		h.kind, h.name, h.verb, h.uri = actionHeading, name, verb, uri
	}
}

// headings cuts the page at its headings. What stands before the first one is the lines of
// one of level 0.
func (s *pageText) headings() []*heading {
	out := []*heading{{}}
	text := []byte(s.text)
	lines := cutLines(s.text, s.page.Front.End)
	fenced, fresh := 0, true
	unclosed := map[byte]int{} // the width from which on nothing closes a fence of a mark
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		last := out[len(out)-1]
		if l.start < fenced {
			last.lines = append(last.lines, l)
			continue
		}
		if marker, width, indent, _ := page.FenceMark(text[l.start:l.end]); width > 0 && indent == 0 && (unclosed[marker] == 0 || width < unclosed[marker]) {
			f := page.FenceAt(text, l.start, l.end, marker, width, indent)
			if f.Closed {
				fenced = f.End
			} else {
				unclosed[marker] = width
				s.report("unclosed-fence", diag.Warning, l.start, l.end, "end it with the marks that begin it", "nothing ends this fence: what follows is read as if it did not begin")
			}
		}
		level, title, next := headingAt(text, l, fresh && fenced <= l.start)
		fresh = l.blank
		if level == 0 {
			last.lines = append(last.lines, l)
			continue
		}
		h := &heading{level: level, title: title, start: l.start, end: next}
		h.classify()
		out = append(out, h)
		for i+1 < len(lines) && lines[i+1].start < next {
			i++
		}
		fresh = true
	}
	return out
}

// headingAt reads the heading that begins with a line: level is 0 where none does. The
// blank behind the marks may be missing.
func headingAt(text []byte, l line, fresh bool) (level int, title string, next int) {
	if text[l.start] != '#' {
		return page.HeadingAt(text, l.start, l.end, fresh)
	}
	rest := string(text[l.start:l.end])
	for level < len(rest) && rest[level] == '#' {
		level++
	}
	title = strings.TrimRight(strings.TrimSpace(rest[level:]), "#")
	return min(level, 6), strings.TrimSpace(title), l.end
}
