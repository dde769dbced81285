package vocabulary

import (
	"strings"
	"sync"
)

// mostPlainWords is how many words such a title has at most: more are a sentence.
const mostPlainWords = 6

// plainTitle returns the section of a title in English that is made of nothing but words for
// what is sent or answered: Available Query Parameters, Response arguments. One of them says
// what is listed.
func plainTitle(phrase string) Section {
	if n := strings.Count(phrase, " "); n == 0 || n >= mostPlainWords { // one word is what something is called
		return Unknown
	}
	found := map[string]bool{}
	for word := range strings.FieldsFuncSeq(phrase, func(r rune) bool { return strings.ContainsRune(" -/&()", r) }) {
		kind, ok := plainWords()[word]
		if !ok {
			return Unknown
		}
		found[kind] = true
	}
	listed := found["parameter"] || found["member"]
	switch {
	case !listed && !(found["header"] && (found["request"] || found["response"])):
		return Unknown
	case found["query"]:
		found["path"] = false // the query of the URL
	case found["form"]:
		found["request"] = false
	}
	if s := about(found); s != Unknown {
		return s
	}
	if found["taken"] || found["parameter"] && !found["member"] {
		return Request
	}
	return Unknown
}

// plainWords are the words of plainTitle by what they are about.
var plainWords = sync.OnceValue(func() map[string]string { return kindsOf("words ") })
