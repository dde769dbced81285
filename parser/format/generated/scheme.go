package generated

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format"
)

// A scheme is a credential that the index of the client describes.
type scheme struct {
	name string
	// facts are what items of its list say, by their labels in small letters.
	facts      map[string]string
	start, end int
}

// readOverview reads the page that lists the methods of all pages, and how the client
// authenticates.
func (s *pageText) readOverview() {
	var open *scheme
	under := 0 // the level of the heading about authorization
	for i := range s.blocks {
		b := &s.blocks[i]
		use := format.Docs
		switch {
		case b.kind == tableBlock && b.head.isIndex():
			s.listed = append(s.listed, s.readIndex(b)...)
			continue
		case b.kind == headingBlock && strings.Contains(strings.ToLower(b.title), "authorization"):
			under, open = b.level, nil
		case b.kind == headingBlock && b.level <= under:
			under, open = 0, nil
		case b.kind == headingBlock && under > 0:
			open = &scheme{name: b.title, facts: map[string]string{}, start: b.start, end: b.end}
			s.schemes = append(s.schemes, open)
			use = format.Model
		case open != nil && b.kind == textBlock:
			if open.read(s.text[b.start:b.end]) {
				use = format.Model
			}
		case b.kind == textBlock && s.base == "":
			if _, url, ok := strings.Cut(s.text[b.start:b.end], "All URIs are relative to "); ok {
				s.base, s.baseAt, use = baseOf(url), b.start, format.Model
			}
		case b.kind == fenceBlock:
			use = format.Examples
		}
		s.mark(b.start, b.end, use)
	}
}

// read reads items such as - **Type**: API key.
func (c *scheme) read(text string) bool {
	found := false
	for line := range strings.Lines(text) {
		label, fact, ok := strings.Cut(strings.Trim(strings.NewReplacer("*", "", "`", "").Replace(line), " -\n"), ":")
		if ok {
			c.facts[strings.ToLower(strings.TrimSpace(label))], found = strings.TrimSpace(fact), true
		}
	}
	return found
}
