package sdkdocs

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/page"
)

// A unitKind says what a stretch of a page is.
type unitKind uint8

const (
	groupUnit  unitKind = iota // the heading of a resource and the prose below it
	methodUnit                 // a method with all its sections
	typeUnit                   // one entry below "Domain Types"
	eventUnit                  // what one event of a stream, a socket or a webhook carries
)

// A unit is a stretch of a page that stands for itself. The same unit is
// printed on the page of its method and on those of all resources above it;
// equal bytes are read once.
type unit struct {
	kind       unitKind
	headings   []page.Heading
	start, end int
	// size is how many bytes of a rendered copy the unit was rebuilt from, if it was.
	size    int
	rebuilt bool
	hash    uint64
	// wording is that of a method, see wordingOf.
	wording uint64
	// group is the index of the group unit that it stands below, or -1.
	group int
	// verb and path are those of a method.
	verb, path string
}

// bytes are how many bytes of the page the unit is.
func (u *unit) bytes() int64 {
	if u.rebuilt {
		return int64(u.size)
	}
	return int64(u.end - u.start)
}

func (u *unit) title() string { return u.headings[0].Title }

// A scanner finds the units of pages. Hashes are comparable within a scanner.
type scanner struct {
	seed        maphash.Seed
	unflattener *unflattener
}

// units cuts the text of a page at its headings into units without gap.
func (s *scanner) units(text []byte, hs []page.Heading) []unit {
	var out []unit
	var groups []int // the headings that are open, outermost first
	domain, entry := 0, typeUnit
	for i := 0; i < len(hs); {
		h := hs[i]
		u := unit{kind: groupUnit, headings: hs[i : i+1], group: above(out, groups, h.Level)}
		section, _ := dialect.SectionOf(h.Title)
		switch {
		case section == dialect.DomainTypes:
			domain, entry = h.Level, typeUnit
		case section == dialect.EventTypes:
			domain, entry = h.Level, eventUnit
		case domain > 0 && (h.Level > domain || h.Level == domain && startsWithItem(text[h.Body:h.End])):
			u.kind, u.group = entry, above(out, groups, domain)
		default:
			domain = 0
			if verb, path, ok := findVerb(text[h.Body:h.End]); ok {
				u.kind, u.verb, u.path = methodUnit, verb, path
				u.headings = hs[i : i+methodEnd(text, hs[i:])]
			} else if h.Level > 0 {
				groups = append(closeGroups(out, groups, h.Level), len(out))
			}
		}
		i += len(u.headings)
		u.start, u.end = h.Start, u.headings[len(u.headings)-1].End
		if u.kind == methodUnit {
			u.wording = wordingOf(s.seed, text[u.start:u.end])
		}
		u.hash = maphash.Bytes(s.seed, bytes.TrimRight(text[u.start:u.end], "\n"))
		out = append(out, u)
	}
	return out
}

// closeGroups drops the headings that a new one of the level ends. The first
// one of the page stays, because it rules a page that has but one level.
func closeGroups(units []unit, groups []int, level int) []int {
	for len(groups) > 1 && units[groups[len(groups)-1]].headings[0].Level >= level {
		groups = groups[:len(groups)-1]
	}
	return groups
}

// above returns the last heading that rules one of the given level: a heading of
// a higher level, or the first of the page where all are on one level.
func above(units []unit, groups []int, level int) int {
	for _, g := range slices.Backward(groups) {
		if units[g].headings[0].Level < level {
			return g
		}
	}
	if len(groups) > 0 && units[groups[0]].headings[0].Level == level {
		return groups[0]
	}
	return -1
}

// methodEnd is how many headings the method of the first one rules: those of a
// lower level, sections of its own level, which newer pages print, and the
// headings of a description before the first section, whatever their level.
func methodEnd(text []byte, hs []page.Heading) int {
	described, leads := false, false
	for i, h := range hs[1:] {
		section, _ := dialect.SectionOf(h.Title)
		switch {
		case section == dialect.DomainTypes || section == dialect.NoSection && hasVerb(text, h):
			return i + 1
		case section != dialect.NoSection && h.Level >= hs[0].Level:
			described = true
		case h.Level <= hs[0].Level:
			leads = leads || !described && leadsToSection(text, hs[i+1:])
			if described || !leads {
				return i + 1
			}
		}
	}
	return len(hs)
}

// leadsToSection reports whether a section of a method follows the headings
// that no method owns, rather than another method.
func leadsToSection(text []byte, hs []page.Heading) bool {
	for _, h := range hs {
		if section, _ := dialect.SectionOf(h.Title); section != dialect.NoSection {
			return section != dialect.DomainTypes
		}
		if hasVerb(text, h) {
			return false
		}
	}
	return false
}

func hasVerb(text []byte, h page.Heading) bool {
	_, _, ok := findVerb(text[h.Body:h.End])
	return ok
}

// startsWithItem reports whether the text below a heading starts with an item:
// some pages print the entries of "Domain Types" on the level of that heading.
func startsWithItem(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(body), []byte("- `"))
}

// findVerb finds the line that names a method's verb and path.
func findVerb(body []byte) (verb, path string, ok bool) {
	if !bytes.Contains(body, []byte("**")) {
		return "", "", false
	}
	for line := range bytes.Lines(body) {
		if bytes.HasPrefix(line, []byte("**")) {
			if verb, path, ok, _ = dialect.VerbLine(string(line)); ok {
				return verb, path, true
			}
		}
	}
	return "", "", false
}

// fenceLanguage is the language that the first fence of a method names.
func fenceLanguage(text []byte) string {
	_, rest, ok := bytes.Cut(text, []byte("\n```"))
	if !ok {
		return ""
	}
	info, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.ToLower(string(bytes.TrimSpace(info[:min(len(info), 40)])))
}

// signature returns the code span that announces a method in the dialects that
// have one, and "" in the http dialect. Nothing need stand between it and what
// follows, and it may be set in several lines.
func signature(text []byte, h page.Heading) string {
	body := bytes.TrimLeft(text[h.Body:h.End], " \t\n")
	if len(body) == 0 || body[0] != '`' {
		return ""
	}
	line, _, _ := bytes.Cut(body, []byte("\n"))
	code, ok := page.CodeSpan(string(bytes.TrimSpace(line)))
	if !ok {
		code, _ = page.CodeSpan(string(bytes.TrimSpace(paragraph(body))))
	}
	return code
}

// paragraph is the text up to the first blank line.
func paragraph(text []byte) []byte {
	end := 0
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		end += len(line)
	}
	return text[:end]
}
