package blueprint

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A payload is a message: a request, a response, or the model of a resource.
type payload struct {
	page *pageText
	kind keyword
	// name is that of a request, status that of a response.
	name, status string
	media        string
	doc          string
	at, end      int
	params       []*param
	headers      []header
	attributes   *member
	body, schema *asset
	// ref is the resource whose model the message is, at refAt.
	ref   string
	refAt int
	// model is the name of the resource whose model says what the message carries.
	model string
}

// A header is a line of a section of headers.
type header struct {
	name, value string
	at          int
}

var (
	messageHead = regexp.MustCompile(`(?i)^(?:request|response|model)\s*(.*?)\s*(?:\(([^()]*)\))?\s*:?$`)
	statusCode  = regexp.MustCompile(`^[1-5][0-9][0-9]$`)
	modelRef    = regexp.MustCompile(`^\[([^\[\]]+)\]\[\s*\]$`)
	// unmarked matches the head of a message.
	unmarked = regexp.MustCompile(`^(?:Response\s+[1-5][0-9][0-9]|Request)(?:\s+[^()]*)?\s*(?:\([a-z]+/[^()]*\))?$`)
)

// readPayload reads a message.
func (s *pageText) readPayload(it *item) *payload {
	p := &payload{page: s, kind: it.keyword, at: it.start, end: it.end}
	s.mark(it.start, it.headEnd()+1, format.Model)
	s.readMessageHead(p, it)
	content := linesBetween(it.body, it.start, firstPart(it))
	for i, sub := range it.items {
		s.readPart(p, sub)
		end := it.end
		if i+1 < len(it.items) {
			end = it.items[i+1].start
		}
		s.readAfter(p, sub, linesBetween(it.body, sub.end, end))
	}
	s.readContent(p, it, content)
	return p
}

// firstPart is where the first part of a message begins.
func firstPart(it *item) int {
	if len(it.items) > 0 {
		return it.items[0].start
	}
	return it.end
}

// readMessageHead reads the status, the name and the media type of a message.
func (s *pageText) readMessageHead(p *payload, it *item) {
	m := messageHead.FindStringSubmatch(it.head)
	if m == nil {
		return
	}
	name, media := strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
	if media != "" && !strings.Contains(media, "/") {
		name, media = strings.TrimSpace(name+" ("+media+")"), ""
	}
	p.media = media
	if p.kind != responseWord {
		p.name = name
		return
	}
	p.status, p.name, _ = strings.Cut(name, " ")
	if !statusCode.MatchString(p.status) {
		s.report("response-without-status", diag.Warning, it.start, it.headEnd(), "write + Response 200", "%q names no status: it is read as 200", it.head)
		p.name, p.status = name, "200"
	}
}

// readPart reads a part of a message.
func (s *pageText) readPart(p *payload, it *item) {
	switch it.keyword {
	case headersWord:
		p.headers = append(p.headers, s.readHeaders(it)...)
	case bodyWord:
		s.mark(it.start, it.headEnd()+1, format.Model)
		s.again(it, p.body != nil)
		p.body = s.readAsset(it)
	case schemaWord:
		s.mark(it.start, it.headEnd()+1, format.Model)
		s.again(it, p.schema != nil)
		p.schema = s.readAsset(it)
	case attributesWord:
		s.again(it, p.attributes != nil)
		p.attributes = s.readAttributes(it)
	case parametersWord:
		p.params = s.readParams(it, p.params)
	case noKeyword:
		if partlessItem(p, it) {
			s.mark(it.start, it.end, format.Docs)
			p.doc = joined(p.doc, strings.TrimSpace(s.text[it.start:it.end]))
			return
		}
		s.unknownItem(it, "parts of a message are Headers, Attributes, Body and Schema")
	default:
		s.misplaced(it, "a message")
	}
}

// partlessItem reports whether an item of a message is one of its description: it stands
// above all parts and holds no items, as sections do.
func partlessItem(p *payload, it *item) bool {
	return p.body == nil && p.schema == nil && p.attributes == nil && len(p.headers)+len(p.params) == 0 && len(it.items) == 0 && len(it.body) == 0
}

// again tells of a part that stands in a message twice.
func (s *pageText) again(it *item, have bool) {
	if have {
		s.report("part-twice", diag.Warning, it.start, it.headEnd(), "remove one of them", "%q stands in this message twice: the last one counts", it.head)
	}
}

// readAfter reads lines behind a part of a message: what was meant to stand in it.
func (s *pageText) readAfter(p *payload, part *item, lines []line) {
	if s.prose(lines) == "" {
		return
	}
	switch {
	case part.keyword == bodyWord && p.body == nil:
		p.body = s.assetOf(lines)
	case part.keyword == schemaWord && p.schema == nil:
		p.schema = s.assetOf(lines)
	case part.keyword == headersWord && len(p.headers) == 0:
		p.headers = s.headersOf(lines)
	default:
		s.reportLines("dangling-text", diag.Warning, lines, "indent it so that it stands in the part that it belongs to", "this text stands behind %q and in no part of the message: nothing was read of it", part.head)
		return
	}
	s.report("dangling-body", diag.Warning, lines[0].start, lines[0].start, "indent it so that it stands in its item", "this text does not stand in the item above it: it is read as %q", part.head)
}

// readContent reads what stands in a message itself: the reference to a model, a
// description, and the body, where no section holds it.
func (s *pageText) readContent(p *payload, it *item, lines []line) {
	n := 0
	for n < len(lines) && !s.beginsBody(it, lines, n) {
		n++
	}
	doc := s.prose(lines[:n])
	s.markLines(lines[:n], format.Docs)
	if m := modelRef.FindStringSubmatch(doc); m != nil {
		s.markLines(lines[:n], format.Model)
		p.ref, p.refAt = m[1], it.start
		for _, l := range lines[:n] {
			if !l.blank {
				p.refAt = l.start
			}
		}
		doc = ""
	}
	for _, l := range lines[:n] {
		s.reportInclude(l)
	}
	p.doc = joined(doc, p.doc)
	if n < len(lines) && p.body != nil {
		s.markLines(lines[n:], format.Docs)
		p.doc = joined(p.doc, s.prose(lines[n:]))
	} else if n < len(lines) {
		p.body = s.assetOf(lines[n:])
	}
}

// beginsBody reports whether the body of a message begins with a line: as code, as a
// fence, or as a value.
func (s *pageText) beginsBody(it *item, lines []line, n int) bool {
	l := lines[n]
	if l.blank {
		return false
	}
	text := strings.TrimSpace(s.text[l.start:l.end])
	fresh := n == 0 || lines[n-1].blank
	return fresh && l.indent >= it.column+codeColumns-2 || strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~") ||
		looksLikeValue(text) && modelRef.FindString(text) == ""
}

// looksLikeValue reports whether a text begins as JSON or XML does.
func looksLikeValue(text string) bool {
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") && !strings.Contains(firstLine(text), "](") || strings.HasPrefix(text, "<") && !strings.HasPrefix(text, "<!--") && !strings.HasPrefix(text, "<br")
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
