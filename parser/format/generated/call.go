package generated

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A call is one method: a row of the index, and the section below the page's headings.
type call struct {
	page *pageText
	// name is that of the client; verb is in capitals.
	name, verb, path, summary string
	// row is where the row of the index stands, start and end the section, if any.
	row, start, end int
	found           bool
	doc             []string
	params          []*param
	// split says that the page has a table of its own for what is in the path.
	split bool
	// given are facts of parameters that the example of the client shows, by name.
	given map[string]hint
	// result is the type that is returned, nil where nothing is.
	result *typeCell
	// schemes are the credentials by name, public that none is needed.
	schemes []mention
	public  bool
	// sends and accepts are the types of the bodies.
	sends, accepts []string
	mediaAt        int
	statuses       []status
}

// A mention is a name at its place.
type mention struct {
	name string
	at   int
}

// A status is one that a call may end with.
type status struct {
	code, doc string
	at        int
}

// verbs are what an index may begin a request with.
var verbs = []string{"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "CONNECT"}

// readIndex reads the index of the page: what there is, by the keys of names. Rows of
// the same verb and path are variants of one method.
func (s *pageText) readIndex(b *block) {
	s.mark(b.start, b.end, format.Model)
	for i := range b.table.Rows {
		row := &b.table.Rows[i]
		c := &call{page: s, row: row.Start, start: row.Start, end: row.End}
		name := cell(row.Cells, b.head.method)
		if l, ok := linkOf(name); ok {
			name = l.text
		}
		c.name, _, _ = strings.Cut(plain(name), "(")
		request := strings.NewReplacer("**", "", "`", "").Replace(cell(row.Cells, b.head.request))
		verb, path, _ := strings.Cut(plain(request), " ")
		c.verb, c.path = strings.ToUpper(verb), strings.TrimSpace(path)
		c.summary = prose(cell(row.Cells, b.head.description))
		if c.name == "" || !slices.Contains(verbs, c.verb) || !strings.HasPrefix(c.path, "/") {
			s.report("unreadable-method", diag.Error, row.Start, row.End, "the row has to name the method, and its verb and path as in **GET** /cranes",
				"no method can be read of this row: it is not in the model")
			s.mark(row.Start, row.End, format.Reported)
			continue
		}
		s.calls = append(s.calls, c)
	}
}

// readMethods reads a page of methods.
func (s *pageText) readMethods() {
	byKey := map[string]*call{}
	var c *call
	level, at := 0, mainSection
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case b.kind == tableBlock && b.head.isIndex():
			s.readIndex(b)
			for _, c := range s.calls {
				if _, ok := byKey[keyOf(c.name)]; !ok {
					byKey[keyOf(c.name)] = c
				}
			}
		case b.kind == headingBlock && b.level <= 2 && len(byKey) > 0 && (c == nil || b.level <= level || byKey[keyOf(b.title)] != nil):
			s.mark(b.start, b.end, format.Model)
			level, at = b.level, mainSection
			if c = byKey[keyOf(b.title)]; c == nil {
				c = s.unlisted(b)
			} else if c.found {
				s.report("method-twice", diag.Warning, b.start, b.end, "", "the section of %q stands twice: what this one says is added", c.name)
			} else {
				c.found, c.start = true, b.start
			}
			c.end = b.end
		case c == nil:
			s.readAbove(b)
		case b.kind == headingBlock:
			at = sectionOf(b.title)
			c.split = c.split || at == pathSection
			use := format.Model
			if at == unknownSection {
				use = format.Docs
			}
			s.mark(b.start, b.end, use)
		default:
			c.end = b.end
			c.read(b, at)
		}
	}
	for _, c := range s.calls {
		c.finish()
	}
}

// unlisted reports a section whose method no row lists. It is read into nothing.
func (s *pageText) unlisted(b *block) *call {
	s.report("unlisted-method", diag.Error, b.start, b.end, "the table at the top of the page has to list the method with its verb and path",
		"no row of the index is about %q: nobody says which verb and path it has, and nothing of it is in the model", b.title)
	s.mark(b.start, b.end, format.Reported)
	return &call{page: s, name: b.title}
}

// readAbove reads what stands above the methods of a page.
func (s *pageText) readAbove(b *block) {
	text := s.text[b.start:b.end]
	if _, url, ok := strings.Cut(text, "All URIs are relative to "); ok && b.kind == textBlock && s.base == "" {
		s.base, s.baseAt = baseOf(url), b.start
		s.mark(b.start, b.end, format.Model)
		return
	}
	s.mark(b.start, b.end, format.Docs)
}

// baseOf is the URL at the beginning of a text, which may be a link.
func baseOf(text string) string {
	if l, ok := linkOf(firstLine(text)); ok {
		return l.target
	}
	return strings.Trim(firstWord(text), "*`<>")
}

func firstWord(text string) string {
	if fields := strings.Fields(text); len(fields) > 0 {
		return fields[0]
	}
	return ""
}
