package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// seenAt is a sentence that leads to another endpoint of the page for what is answered: See the [Get a
	// boat](#get-a-boat) endpoint for more info on the payload.
	seenAt = prefilter.MustCompile(`(?i)\b(?:see|refer to|look at|check)(?: out)? (?:the )?\[([^\[\]]{1,80})\]\(([^()\s]*)\)(?: (?:endpoint|section|request|call|method|example))? for (?:more |further |the )?(?:info(?:rmation)?|details|description|an? (?:example|description))\b[^.\n]{0,20}?\b(?:on|about|of) (?:the |its )?(?:(?:json|returned|response) )*(?:payload|response|result|representation|body|object|answer)\b`)
	// saysAnswered are words of a sentence about what is answered.
	saysAnswered = prefilter.MustCompile(`(?i)\b(?:returns?|responds?|responses?|answers?|replies)\b`)
)

// seenInAnswer reads a line that says that an endpoint answers what another one of the page does, to
// which it leads. One of another page is told, and not taken.
func seenInAnswer(line string) (l likeness, ok bool) {
	if !strings.Contains(line, "](") {
		return l, false
	}
	m := seenAt.FindStringSubmatchIndex(line)
	if m == nil || m[4] == m[5] || !saysAnswered.MatchString(line[:m[0]]) && !saysAnswered.MatchString(line[m[5]:m[1]]) {
		return l, false
	}
	return likeness{answered: true, target: line[m[2]:m[3]], differs: line[m[4]] != '#'}, true
}
