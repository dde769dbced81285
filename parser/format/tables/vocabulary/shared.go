package vocabulary

import (
	"strings"
	"sync"
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
	Pagination     Shared = "pagination"
)

// before are words that stand before the subject of a sentence, behind what a verb and
// more of it begin with.
var (
	before = []string{"the ", "following ", "our ", "this ", "its ", "all ", "each ", "use ", "http ", "https ", "rest ", "v1 ", "v2 ", "v3 ", "v4 ", "v5 "}
	behind = []string{
		" is", " are", " at", " ist", " est", " es", " são", " será", " will be", " has", " have", " of the", " of our", " of this", " of all",
		" for all", " for the", " for our", " for this", " for every", " to use", " used", "为", "是", "：", "は",
	}
)

// longestTitle is how many bytes a title or a sentence has that announces a statement.
const longestTitle = 120

// Announces reports whether a title, a label or the beginning of a sentence announces a
// statement of a kind: "The base URL of the API is".
func (s Shared) Announces(title string) bool {
	if title == "" || len(title) > longestTitle {
		return false
	}
	whole := sharedWords()[s]
	phrase := key(title)
	if whole[phrase] || whole[withoutNote(phrase)] || whole[withoutNumber(phrase)] {
		return true
	}
	for cut := true; cut; {
		cut = false
		for _, w := range before {
			if rest, ok := strings.CutPrefix(phrase, w); ok {
				phrase, cut = rest, true
			}
		}
	}
	if whole[phrase] {
		return true
	}
	for _, w := range behind {
		if i := strings.Index(phrase, w); i > 0 && (i+len(w) == len(phrase) || w[0] >= 0x80 || phrase[i+len(w)] == ' ') && whole[strings.TrimSpace(phrase[:i])] {
			return true
		}
	}
	return false
}

// sharedWords are the phrases of each kind.
var sharedWords = sync.OnceValue(func() map[Shared]map[string]bool {
	out := map[Shared]map[string]bool{}
	for _, kind := range []Shared{BaseURL, Authentication, Envelope, Payload, Pagination} {
		out[kind] = words()["shared "+string(kind)].whole
	}
	return out
})
