package blueprint

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// body reads the lines of a section.
func (w *walk) body(h *heading) {
	s, in := w.s, w.here()
	if in.structure != nil {
		s.readStructureLines(in, h.lines)
		return
	}
	root := s.items(h.lines, false)
	first := len(root.items)
	for i, it := range root.items {
		if it.keyword != noKeyword {
			first = i
			break
		}
	}
	end := len(s.text)
	if first < len(root.items) {
		end = root.items[first].start
	}
	w.describe(in, s.describedBy(h.lines, end))
	for _, it := range root.items[:first] {
		if in.action != nil && s.looksLikeSection(it) {
			s.unknownItem(it, "parts of an action are Parameters, Attributes, Request and Response")
		}
	}
	if in.action != nil && len(h.lines) > 0 {
		in.action.end = h.lines[len(h.lines)-1].end
	}
	if in.resource != nil && len(h.lines) > 0 {
		in.resource.end = h.lines[len(h.lines)-1].end
	}
	for _, it := range root.items[first:] {
		w.item(in, it)
	}
	s.readLoose(in, root)
}

// answer matches the head of an item that names a status.
var answer = regexp.MustCompile(`^[A-Za-z]+ [1-5][0-9][0-9](?:\s*\([^()]*\))?$`)

// looksLikeSection reports whether an item of a description may be meant as a section, of
// which nobody knows the word: it names a status, or it holds code or items.
func (s *pageText) looksLikeSection(it *item) bool {
	if !strings.HasPrefix(strings.TrimLeft(s.text[it.start:it.headAt], " \t"), "+") {
		return false
	}
	if answer.MatchString(it.head) || len(it.items) > 0 && len(it.head) < 20 {
		return true
	}
	for i, l := range it.body {
		if !l.blank && l.indent >= it.column+codeColumns && i > 0 && it.body[i-1].blank {
			return true
		}
	}
	return false
}

// describedBy is the text of lines up to an offset.
func (s *pageText) describedBy(lines []line, end int) string {
	n := 0
	for n < len(lines) && lines[n].start < end {
		n++
	}
	s.markLines(lines[:n], format.Docs)
	for _, l := range lines[:n] {
		s.reportInclude(l)
		s.reportUnmarked(l)
	}
	return s.prose(lines[:n])
}

// reportUnmarked tells of a line that announces a message and has no mark of an item.
func (s *pageText) reportUnmarked(l line) {
	text := strings.TrimSpace(s.text[l.start:l.end])
	if l.indent > 3 || !unmarked.MatchString(text) {
		return
	}
	s.mark(l.start, l.end, format.Reported)
	s.report("unmarked-section", diag.Error, l.start, l.end, "write + before it", "%q is no item of a list: nothing of it is in the model", text)
}

// item reads an item that announces something, or tells of one that nobody knows.
func (w *walk) item(in section, it *item) {
	s := w.s
	switch {
	case it.keyword == noKeyword:
		s.unknownItem(it, "parts of a resource and of an action are Parameters, Attributes, Request and Response")
	case in.action != nil:
		w.ofAction(in.action, it)
	case in.resource != nil:
		w.ofResource(in.resource, it)
	default:
		s.mark(it.start, it.end, format.Reported)
		s.report("section-without-action", diag.Error, it.start, it.headEnd(), "put it below the heading of an action, such as ## List cranes [GET]",
			"%q belongs to no resource and to no action: nothing of it is in the model", it.head)
	}
}

// unknownItem tells of an item that announces nothing known.
func (s *pageText) unknownItem(it *item, help string) {
	s.mark(it.start, it.end, format.Reported)
	s.report("unknown-part", diag.Warning, it.start, it.headEnd(), help, "%q is no section of API Blueprint that is known here: nothing was read of it", it.head)
}

// ofAction reads a part of an action.
func (w *walk) ofAction(a *action, it *item) {
	s := w.s
	switch it.keyword {
	case parametersWord:
		a.params = s.readParams(it, a.params)
	case attributesWord:
		a.attributes = s.readAttributes(it)
	case requestWord, responseWord:
		a.messages = append(a.messages, s.readPayload(it))
	case headersWord:
		a.headers = append(a.headers, s.readHeaders(it)...)
	case relationWord:
		s.mark(it.start, it.end, format.Docs) // a name for crawlers of hypermedia
	default:
		s.misplaced(it, "an action")
	}
}

// ofResource reads a part of a resource.
func (w *walk) ofResource(r *resource, it *item) {
	s := w.s
	switch it.keyword {
	case parametersWord:
		r.params = s.readParams(it, r.params)
	case attributesWord:
		r.attributes = s.readAttributes(it)
		s.declareResource(r)
	case modelWord:
		r.model = s.readPayload(it)
	default:
		s.misplaced(it, "a resource")
	}
}

func (s *pageText) misplaced(it *item, where string) {
	s.mark(it.start, it.end, format.Reported)
	s.report("section-without-action", diag.Error, it.start, it.headEnd(), "put it below the heading of an action, or into the message that it belongs to",
		"%q is no part of %s: nothing of it is in the model", it.head, where)
}

// readLoose tells of what stands between the items of a section, and in none of them. A
// value there is the body of the message above it.
func (s *pageText) readLoose(in section, root *item) {
	messages := map[int]*payload{}
	if in.action != nil {
		for _, m := range in.action.messages {
			messages[m.at] = m
		}
	}
	first := true
	for i, it := range root.items {
		if first = first && it.keyword == noKeyword; first {
			continue // in the description
		}
		end := len(s.text)
		if i+1 < len(root.items) {
			end = root.items[i+1].start
		}
		if lines := linesBetween(root.body, it.end, end); s.prose(lines) != "" {
			s.readBehind(messages[it.start], lines)
		}
	}
}

// readBehind reads lines behind an item, which may be a message.
func (s *pageText) readBehind(of *payload, lines []line) {
	text := s.prose(lines)
	if of != nil && of.body == nil && looksLikeValue(text) {
		of.body = s.assetOf(lines)
		s.report("dangling-body", diag.Warning, of.body.start, of.body.start, "indent it by eight columns below its message", "this value stands in no item: it is read as the body of the message above it")
		return
	}
	s.markLines(lines, format.Docs)
	if of != nil {
		of.doc = joined(of.doc, text)
	}
	for _, l := range lines {
		s.reportUnmarked(l)
		s.reportInclude(l)
	}
}
