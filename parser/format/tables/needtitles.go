package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// namesOnly is a line that is but names in code, perhaps behind what they are needed for: When adding
	// a boat: `name`, `length`.
	namesOnly = prefilter.MustCompile("^(?:([A-Z][^:`\\n]{1,60}): *)?(`[A-Za-z_][\\w.]*`(?:(?:, ?(?:and )?| and )`[A-Za-z_][\\w.]*`)*)\\.?$")
	// whenAdding and whenChanging say that names are needed by what POST, and PUT or PATCH do.
	whenAdding   = prefilter.MustCompile(`(?i)^(?:when|for|to) (?:creat|add|insert|post|submit|upload)[a-z]*\b`)
	whenChanging = prefilter.MustCompile(`(?i)^(?:when|for|to) (?:updat|edit|chang|modif)[a-z]*\b`)
)

// namesNeeded reads the names below a title that says of all whether they have to be sent: ### Required fields.
func (s *ruleScan) namesNeeded(c *call, at int, text, title string) {
	need := needOfLabel(title)
	if need == vocabulary.Unsaid || len(c.stated) == 0 {
		return
	}
	word := "required"
	if need != vocabulary.Yes {
		word = "optional"
	}
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		m := namesOnly.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil || m[1] != "" && !isDoneBy(m[1], c) {
			continue
		}
		s.listed(start, at, word, m[2])
	}
}

// isDoneBy reports whether what names are needed for is what all endpoints of a call do, by their verbs.
func isDoneBy(what string, c *call) bool {
	for _, f := range c.stated {
		switch f.Operations[0].Verb {
		case "POST":
			if !whenAdding.MatchString(what) {
				return false
			}
		case "PUT", "PATCH":
			if !whenChanging.MatchString(what) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
