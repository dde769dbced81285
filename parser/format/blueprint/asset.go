package blueprint

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// An asset is a text that stands in an item as it travels, or as JSON Schema.
type asset struct {
	// start and end enclose it; indent is how many columns its lines are indented by.
	start, end, indent int
	text               string
}

// readAsset reads what stands in an item, nil where nothing does.
func (s *pageText) readAsset(it *item) *asset {
	lines := it.body
	for _, sub := range it.items { // which a mark further left has made one
		lines = append(lines, cutLines(s.text[:sub.end], sub.start)...)
	}
	return s.assetOf(lines)
}

// assetOf is the text of lines, without the fence around it.
func (s *pageText) assetOf(lines []line) *asset {
	for len(lines) > 0 && lines[0].blank {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].blank {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 0 {
		return nil
	}
	s.markLines(lines, format.Examples)
	first := lines[0]
	if marker, width, _, _ := page.FenceMark([]byte(s.text[first.start:first.end])); width > 0 {
		s.mark(first.start, first.end, format.Layout)
		lines = lines[1:]
		for i, l := range lines {
			if m, n, _, bare := page.FenceMark([]byte(s.text[l.start:l.end])); m == marker && n >= width && bare {
				s.mark(l.start, l.end, format.Layout)
				if rest := lines[i+1:]; s.prose(rest) != "" {
					s.reportLines("dangling-text", diag.Warning, rest, "put it into the fence, or above the part", "this text stands behind the fence: nothing was read of it")
				}
				lines = lines[:i]
				break
			}
		}
	}
	if len(lines) == 0 {
		return nil
	}
	a := &asset{start: lines[0].start, end: lines[len(lines)-1].end, indent: -1}
	kept := lines[:0:0]
	for _, l := range lines {
		if include.MatchString(s.text[l.start:l.end]) {
			s.reportInclude(l)
			continue
		}
		kept = append(kept, l)
		if !l.blank && (a.indent < 0 || l.indent < a.indent) {
			a.indent = l.indent
		}
	}
	a.start += len(s.text[a.start:lines[0].end]) - len(strings.TrimLeft(s.text[a.start:lines[0].end], " \t"))
	a.indent = max(a.indent, 0)
	if s.prose(kept) == "" {
		return nil // what is put in here is not known
	}
	a.text = strings.Trim(s.dedented(kept), "\n")
	return a
}

// headerLine matches a header.
var headerLine = regexp.MustCompile("^([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*:\\s*(.*)$")

// readHeaders reads a section of headers.
func (s *pageText) readHeaders(it *item) []header {
	s.mark(it.start, it.headEnd()+1, format.Model)
	lines := it.body
	for _, sub := range it.items {
		lines = append(lines, cutLines(s.text[:sub.end], sub.start)...)
	}
	return s.headersOf(lines)
}

// headersOf reads headers, one a line.
func (s *pageText) headersOf(lines []line) []header {
	var out []header
	for _, l := range lines {
		if l.blank {
			continue
		}
		text := strings.TrimSpace(s.text[l.start:l.end])
		if strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~") {
			s.mark(l.start, l.end, format.Layout)
			continue
		}
		m := headerLine.FindStringSubmatch(strings.TrimLeft(text, "+-* "))
		if m == nil {
			s.mark(l.start, l.end, format.Reported)
			s.report("unreadable-header", diag.Warning, l.start+l.indent, l.end, "write Name: value", "%q is no header: nothing was read of it", text)
			continue
		}
		s.mark(l.start, l.end, format.Examples)
		out = append(out, header{m[1], m[2], l.start + len(s.text[l.start:l.end]) - len(strings.TrimLeft(s.text[l.start:l.end], " \t"))})
	}
	return out
}
