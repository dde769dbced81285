package vocabulary

import (
	"strings"
	"sync"
)

// titled returns the section of a title that is made of nothing but words for what is sent
// or answered in a body: JSON Request Body Schema.
func titled(phrase string) Section {
	body, sent, answered := false, false, false
	for word := range strings.FieldsSeq(phrase) {
		switch titleWords()[word] {
		case "body":
			body = true
		case "sent":
			sent = true
		case "answered":
			answered = true
		case "noun":
		default:
			return Unknown
		}
	}
	switch {
	case body && answered && !sent:
		return Response
	case body && sent && !answered:
		return Body
	}
	return Unknown
}

// titleWords are the words of titled by what they say, the first where a word says several.
var titleWords = sync.OnceValue(func() map[string]string {
	return firstOf("title ", []string{"body", "sent", "answered", "noun"})
})

// longestPhrased is how many bytes such a title takes: letters that are not Latin take two.
const longestPhrased = 100

// phrased returns the section of a title of several words that are all about a request or a
// response, in a language with blanks that is not English: Campos de la respuesta, Параметры
// тела запроса. Words borrowed from English count where one is not: Parámetros del body.
func phrased(phrase string) Section {
	if len(phrase) > longestPhrased || !strings.ContainsAny(phrase, " -") {
		return Unknown
	}
	found, foreign := map[string]bool{}, false
	take := func(word string) bool {
		if kind, ok := phraseWords()[word]; ok {
			found[kind], foreign = true, true
			return true
		}
		kind, ok := borrowedWords()[word]
		if ok {
			found[kind] = true
		}
		return ok
	}
	for word := range strings.FieldsFuncSeq(phrase, func(r rune) bool { return strings.ContainsRune(" ()/:,'’", r) }) {
		if take(word) {
			continue
		}
		for part := range strings.SplitSeq(word, "-") {
			if !take(part) {
				return Unknown
			}
		}
	}
	if !foreign || (found["path"] || found["query"]) && !found["request"] && !found["example"] {
		return Unknown // a path, or a query, can be what the API is about
	}
	return about(found)
}

// phraseWords and borrowedWords are the words of phrased by what they are about.
var (
	phraseWords   = sync.OnceValue(func() map[string]string { return kindsOf("phrase ") })
	borrowedWords = sync.OnceValue(func() map[string]string { return kindsOf("english ") })
)

// kindsOf maps the phrases of all lists whose name begins with a prefix to the rest of the name.
func kindsOf(prefix string) map[string]string {
	out := map[string]string{}
	for name, l := range words() {
		if kind, ok := strings.CutPrefix(name, prefix); ok {
			for phrase := range l.whole {
				out[phrase] = kind
			}
		}
	}
	return out
}
