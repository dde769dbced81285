package vocabulary

import (
	"regexp"
	"strings"
)

// A Shared is what a reference states once for all its endpoints.
type Shared string

// The kinds of statements. Payload is the member of an envelope that holds what an
// endpoint answers.
const (
	BaseURL        Shared = "base url"
	Authentication Shared = "authentication"
	Envelope       Shared = "envelope"
	Payload        Shared = "payload"
)

var (
	// before is what stands before the subject of a sentence, behind what a verb and
	// more of it.
	before = regexp.MustCompile(`^(?:the|our|this|its|all|each|use|http|https|rest|v[0-9]+) `)
	behind = regexp.MustCompile(`(?: (?:is|are|at|ist|est|es|são|será|will be|has|have|of the|of our|of this|of all|for all|for the|for our|for this|for every|to use|used)(?: .*)?|[为是：は]+)$`)
)

// Announces reports whether a title, a label or the beginning of a sentence announces a
// statement of a kind: "The base URL of the API is".
func (s Shared) Announces(title string) bool {
	l := words()["shared "+string(s)]
	phrase := Fold(title)
	for _, try := range []string{phrase, withoutNote(phrase), withoutNumber(phrase)} {
		if l.whole[try] {
			return true
		}
	}
	for cut := before.ReplaceAllString(phrase, ""); cut != phrase; cut = before.ReplaceAllString(phrase, "") {
		phrase = cut
	}
	return l.whole[strings.TrimSpace(phrase)] || l.whole[strings.TrimSpace(behind.ReplaceAllString(phrase, ""))]
}
