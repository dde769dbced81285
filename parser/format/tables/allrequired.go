package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

const (
	ofParameters = `\ball (?:of )?(?:the |these )?(?:[a-z]+ )?(?:params|parameters|fields|attributes|arguments|properties)(?: (?:listed|below|here|above|in this document|on this page))*`
	unlessNoted  = `(?:unless|except where|if not)(?: they are| it is)?(?: explicitly| otherwise| specifically)*(?: noted| stated| specified| indicated| marked| mentioned| described)(?: otherwise| as optional| optional)?`
)

// allRequired is a sentence that says that what is sent is required where nothing else is said of it:
// All parameters are mandatory unless otherwise noted.
var allRequired = prefilter.MustCompile(`(?i)` + ofParameters + `,? (?:are|is) (?:mandatory|required|obligatory),? ` + unlessNoted + `|\b` + unlessNoted + `,? ` + ofParameters + ` (?:are|is) (?:mandatory|required|obligatory)`)

// requiresUnmarked reports whether a text of the page says so of all that is sent.
func (s *document) requiresUnmarked() bool {
	if s.allSent == nil {
		says := false
		for i := range s.blocks {
			if b := &s.blocks[i]; b.kind == textBlock && !says {
				text := s.text[b.start:b.end]
				says = strings.Contains(text, "ll ") && allRequired.MatchString(strings.Join(strings.Fields(text), " "))
			}
		}
		s.allSent = &says
	}
	return *s.allSent
}
