package vocabulary

import (
	"strings"
	"sync"
)

// composed returns the section of a title in a script without blanks that is made of
// nothing but the words of [morphemes]: each says what it is about, and the order of
// the lists what counts first.
func composed(phrase string) Section {
	if phrase == "" || len(phrase) > 60 || !strings.ContainsFunc(phrase, func(r rune) bool { return r >= 0x2e80 }) {
		return Unknown
	}
	found := map[string]bool{}
	for rest := phrase; rest != ""; {
		word, kind := longestMorpheme(rest)
		if word == "" {
			return Unknown
		}
		found[kind] = true
		rest = rest[len(word):]
	}
	if found["query"] && !found["request"] && !found["example"] {
		return Unknown // what a request does: to query something
	}
	if found["use"] && !found["example"] {
		return Unknown // to use something
	}
	return about(found)
}

// about returns the section of a title by what its words are about.
func about(found map[string]bool) Section {
	example := found["example"]
	switch {
	case found["errors"]:
		return Errors
	case example && found["response"]:
		return ResponseExample
	case example && (found["request"] || found["body"] || found["query"] || found["use"]):
		return RequestExample
	case found["response"] && found["header"]:
		return ResponseHeader
	case found["response"]:
		return Response
	case found["header"]:
		return Header
	case found["path"]:
		return Path
	case found["query"]:
		return Query
	case found["form"]:
		return Form
	case found["body"]:
		return Body
	case found["request"]:
		return Request
	}
	return Unknown
}

// morphemes are the words of [composed] by what they are about.
var morphemes = sync.OnceValue(func() map[string]string { return kindsOf("word ") })

// longestMorpheme returns the longest word at the start of a text, and what it is about.
func longestMorpheme(text string) (word, kind string) {
	for n := min(len(text), 24); n > 0; n-- {
		if kind, ok := morphemes()[text[:n]]; ok {
			return text[:n], kind
		}
	}
	if strings.ContainsRune(" ()/_-:,.*", rune(text[0])) {
		return text[:1], "other"
	}
	return "", ""
}
