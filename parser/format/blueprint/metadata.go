package blueprint

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// metadata matches a line of the metadata that a blueprint begins with.
var metadata = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9 _-]*):[ \t]*(.*)$`)

// versions are those of the format that are read.
var versions = map[string]bool{"1A": true, "X-1A": true, "1A8": true, "1A9": true}

// readMetadata reads what stands above the first heading.
func (s *pageText) readMetadata(h *heading) {
	open := true
	for _, l := range h.lines {
		text := strings.TrimSpace(s.text[l.start:l.end])
		m := metadata.FindStringSubmatch(text)
		if l.blank {
			continue
		}
		if open = open && m != nil; !open {
			s.mark(l.start, l.end, format.Docs)
			s.reportInclude(l)
			if it, _, ok := cutMark(s.text[l.start:l.end]); ok && keywordOf(it) != noKeyword {
				s.mark(l.start, l.end, format.Reported)
				s.report("section-without-action", diag.Error, l.start, l.end, "put it below the heading of an action", "%q stands above all headings: nothing of it is in the model", it)
			}
			continue
		}
		s.mark(l.start, l.end, format.Layout)
		switch name, value := strings.ToUpper(m[1]), strings.TrimSpace(m[2]); name {
		case "FORMAT":
			if !versions[strings.ToUpper(value)] {
				s.report("blueprint-version", diag.Warning, l.start, l.end, "write FORMAT: 1A, if it is of that form", "FORMAT: %s is no version of API Blueprint that docgen knows: the page is read as 1A", value)
			}
		case "HOST":
			s.mark(l.start, l.end, format.Model)
			s.host, s.hostAt = value, l.start+strings.Index(s.text[l.start:l.end], value)
		}
	}
}

// include matches what tools replace by another file before a blueprint is read.
var include = regexp.MustCompile(`<!--\s*include\(([^)]*)\)\s*-->|^\s*:\[[^\]]*\]\(([^)\s]*)[^)]*\)`)

// reportInclude tells of a line that another file stands for.
func (s *pageText) reportInclude(l line) {
	m := include.FindStringSubmatchIndex(s.text[l.start:l.end])
	if m == nil {
		return
	}
	name := ""
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			name = s.text[l.start+m[i] : l.start+m[i+1]]
		}
	}
	s.mark(l.start, l.end, format.Reported)
	s.report("blueprint-include", diag.Warning, l.start+m[0], l.start+m[1], "put in what the file says, as aglio or hercule do, and give docgen the result",
		"%s is not put in here: a page is read as it stands", name)
}
