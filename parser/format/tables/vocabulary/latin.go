package vocabulary

import (
	"strings"
	"sync"

	"github.com/docgen-go/docgen/parser/script"
)

// latinActions are the actions by their words in languages of Latin script, without accents.
var latinActions = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, action := range actions {
		for word := range words()["latin "+action].whole {
			if word = script.Unaccented(word); out[word] == "" {
				out[word] = action
			}
		}
	}
	return out
})

// latinSmall are the words that names go without in these languages, without accents.
var latinSmall = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for word := range words()["latin small"].whole {
		out[script.Unaccented(word)] = true
	}
	return out
})

// mostActionWords is how many words an action has.
const mostActionWords = 3

// LatinAction returns what a method does by the words that its title begins or ends with, in a language
// of Latin script that is not English, and the words that say with what, or "". The words are given in
// small letters without accents.
func LatinAction(title []string) (action string, rest []string) {
	for n := min(mostActionWords, len(title)); n > 0; n-- {
		if action = latinActions()[strings.Join(title[:n], " ")]; action != "" {
			return action, withoutSmall(title[n:])
		}
	}
	if n := len(title) - 1; n > 0 {
		if action = latinActions()[title[n]]; action != "" && title[n] != "them" { // one of them
			return action, withoutSmall(title[:n])
		}
	}
	return "", nil
}

func withoutSmall(title []string) []string {
	var out []string
	for _, word := range title {
		if !latinSmall()[word] {
			out = append(out, word)
		}
	}
	return out
}

// IsRemark reports whether what stands in brackets behind a title says who may call an endpoint, or how
// far it is done: admin only, requires a token.
func IsRemark(note string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(note), func(r rune) bool { return strings.ContainsRune(" ,;:/+*_`()[]", r) }) {
		if words()["remark"].whole[word] {
			return true
		}
	}
	return false
}
