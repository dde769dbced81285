package generated

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// A call is one method: a row of the index, and the section below the page's headings.
type call struct {
	page *pageText
	// name is that of the client; verb is in capitals.
	name, verb, path, summary string
	// class is the one that an index over several pages names.
	class string
	// row is where the row of the index stands, start and end the section, if any.
	row, start, end int
	found           bool
	doc             []string
	params          []*param
	// byName finds the parameters by the letters of their names.
	byName map[string]*param
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
	// signed says that the signature was read, parted that a section other than the example
	// has begun, and authAt where a text about credentials stands that names none.
	signed, parted bool
	authAt         int
	// lost says that no index lists the method.
	lost     bool
	mediaAt  int
	statuses []status
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

// readIndex returns the methods that an index lists. Rows of the same verb and path are
// variants of one method.
func (s *pageText) readIndex(b *block) []*call {
	var out []*call
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
		if c.path != "" && !strings.HasPrefix(c.path, "/") && !strings.ContainsAny(c.path, " \t:") {
			c.path = "/" + c.path // as some generators print them
		}
		c.summary = prose(cell(row.Cells, b.head.description))
		if c.name == "" || !slices.Contains(verbs, c.verb) || !strings.HasPrefix(c.path, "/") {
			s.report("unreadable-method", diag.Error, row.Start, row.End, "the row has to name the method, and its verb and path as in **GET** /cranes",
				"no method can be read of this row: it is not in the model")
			s.mark(row.Start, row.End, format.Reported)
			continue
		}
		c.class = strings.Trim(plain(cell(row.Cells, b.head.class)), "*_")
		out = append(out, c)
	}
	return out
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
			s.calls = append(s.calls, s.readIndex(b)...)
			for _, c := range s.calls {
				if _, ok := byKey[keyOf(c.name)]; !ok {
					byKey[keyOf(c.name)] = c
				}
			}
		case b.kind == headingBlock && b.level <= 2 && len(byKey) > 0 && (c == nil || b.level <= level || byKey[keyOf(b.title)] != nil):
			s.mark(b.start, b.end, format.Model)
			open, openLevel := c, level
			level, at = b.level, mainSection
			if c = byKey[keyOf(b.title)]; c == nil {
				if open != nil && !open.parted && !s.isSigned(i) {
					c, level, at = open, openLevel, unknownSection // a heading of its description
					c.doc = append(c.doc, b.title)
					continue
				}
				if c = s.unlisted(i); c == nil {
					continue
				}
			} else if c.found {
				s.report("method-twice", diag.Warning, b.start, b.end, "", "the section of %q stands twice: what this one says is added", c.name)
			} else {
				c.found, c.start = true, b.start
			}
			c.end = b.end
		case c == nil:
			s.readAbove(b)
		case c.lost:
			s.mark(b.start, b.end, format.Reported)
		case b.kind == headingBlock:
			at = sectionOf(b.title)
			c.split = c.split || at == pathSection
			use := format.Model
			if at == unknownSection {
				use = format.Docs
				if !c.parted { // a heading of the description
					c.doc = append(c.doc, b.title)
				}
			} else if at != exampleSection {
				c.parted = true
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

// unlisted reports a section whose method no row lists, and reads it into nothing. A
// heading without parts of a method below it, for which it returns nil, is that of a text.
func (s *pageText) unlisted(at int) *call {
	b := &s.blocks[at]
	if !s.hasParts(at) {
		s.mark(b.start, b.end, format.Docs)
		return nil
	}
	s.report("unlisted-method", diag.Error, b.start, b.end, "the table at the top of the page has to list the method with its verb and path",
		"no row of the index is about %q: nobody says which verb and path it has, and nothing of it is in the model", b.title)
	s.mark(b.start, b.end, format.Reported)
	return &call{page: s, name: b.title, lost: true}
}

// isSigned reports whether the signature of a method stands below a heading.
func (s *pageText) isSigned(at int) bool {
	if at+1 >= len(s.blocks) {
		return false
	}
	b := &s.blocks[at+1]
	return b.kind == textBlock && strings.HasPrefix(s.text[b.start:b.end], ">")
}

// hasParts reports whether parts of a method stand below a heading.
func (s *pageText) hasParts(at int) bool {
	for i := at + 1; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.kind != headingBlock {
			continue
		}
		if b.level <= s.blocks[at].level {
			return false
		}
		switch sectionOf(b.title) {
		case unknownSection, exampleSection, notesSection, authSection:
		default:
			return true
		}
	}
	return false
}

// looseRow matches a row of an index that stands in no table.
var looseRow = prefilter.MustCompile(`(?mi)^\|?\s*\[?\*\*[^\n|]+\|\s*\*\*(?:get|put|post|delete|patch|head|options)\*\*`)

// readAbove reads what stands above the methods of a page.
func (s *pageText) readAbove(b *block) {
	text := s.text[b.start:b.end]
	if b.kind == textBlock {
		for _, m := range looseRow.FindAllStringIndex(text, -1) {
			s.report("unreadable-method", diag.Error, b.start+m[0], b.start+m[1], "put it below the head of the index, and remove what stands between its rows",
				"the row stands in no table: its method is not in the model")
		}
	}
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
	return strings.Trim(firstWord(text), "*`<>,")
}

func firstWord(text string) string {
	if fields := strings.Fields(text); len(fields) > 0 {
		return fields[0]
	}
	return ""
}
