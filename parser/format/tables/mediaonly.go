package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// mediaHeader is a header that says but in which form a request or an answer is.
var mediaHeader = prefilter.MustCompile(`^(?i)(?:content-type|accept): *[^ ]`)

// isMediaOnly reports whether what begins a fence is an endpoint above nothing but the media types
// that it takes, the first thing below its heading: a request that was sent has a host, credentials
// or a body.
func (s *document) isMediaOnly(f statement.Finding) bool {
	i, at := s.blockAt(f.Start), s.headingOf(f.Start)
	if f.Form != statement.Listed || f.URL || at < 0 || i == len(s.blocks) || !s.opens(f, at) || s.sections.isExample(s.blocks[at].plain) {
		return false
	}
	lines := strings.Split(strings.TrimSpace(s.text[s.blocks[i].inner:s.blocks[i].innerEnd]), "\n")
	if len(lines) < 2 || len(lines) > 3 || strings.Contains(lines[0], " HTTP/") {
		return false
	}
	for _, line := range lines[1:] {
		if !mediaHeader.MatchString(strings.TrimSpace(line)) {
			return false
		}
	}
	return true
}
