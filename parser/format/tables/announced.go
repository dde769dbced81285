package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// What a sentence that ends in a colon announces.
	parameterNoun = prefilter.MustCompile(`(?i)\b(?:parameters?|params|arguments?|options)\b`)
	factsNoun     = prefilter.MustCompile(`(?i)\b(?:parameters?|params|arguments?|attributes|fields|properties|options|headers)\b`)
	// returnedValues calls members of a response values.
	returnedValues = prefilter.MustCompile(`(?i)\breturns? (?:the )?following values\b`)
	responseWord   = prefilter.MustCompile(`(?i)\b(?:respon[sd]\w*|return\w*|result\w*|output)\b`)
	requestWord    = prefilter.MustCompile(`(?i)\b(?:requests?|accepts?|takes?|supports?|body|payload|pass(?:ed)?|send|sent|specif\w+|query)\b`)
)

var (
	// sentNoun and sentVerb are words of a sentence that says what is sent, answerVerb begins
	// one that says what is answered.
	sentVerb   = prefilter.MustCompile(`(?i)\b(?:expects?|accepts?|takes?|pass(?:ed)?|send|sent|post(?:ed)?|provided?|supply|supplied)\b`)
	sentNoun   = prefilter.MustCompile(`(?i)\b(?:json|object|body|payload)\b`)
	answerVerb = prefilter.MustCompile(`(?i)^(?:(?:it|this|the (?:endpoint|request|method|call|server|api)|and|then|which) )?(?:will )?(?:returns?|responds?|answers?)\b`)
)

// shownBy is the section of code below a text whose last sentence says that it is sent, or
// answered: "You can pass an object as the body." "Returns a message."
func shownBy(text string) vocabulary.Section {
	text = strings.TrimSpace(text)
	text = text[strings.LastIndexByte(text, '\n')+1:]
	if ends := sentenceEnd.FindAllStringIndex(strings.TrimRight(text, ".: "), -1); len(ends) > 0 {
		text = text[ends[len(ends)-1][1]:]
	}
	switch {
	case answerVerb.MatchString(text):
		return vocabulary.ResponseExample
	case sentVerb.MatchString(text) && sentNoun.MatchString(text) && !responseWord.MatchString(text):
		return vocabulary.RequestExample
	}
	return vocabulary.Unknown
}

// countFields counts the words of a text, but no more than the most.
func countFields(text string, most int) int {
	n := 0
	for range strings.FieldsSeq(text) {
		if n++; n == most {
			break
		}
	}
	return n
}

// announcedBy is the section that a sentence before a table announces: "The following
// parameters may be given:".
func announcedBy(line string) vocabulary.Section {
	line = strings.TrimSpace(line)
	if !strings.HasSuffix(line, ":") {
		return vocabulary.Unknown
	}
	if responseHas.MatchString(line) {
		return vocabulary.Response
	}
	if countFields(line, 4) < 4 || !factsNoun.MatchString(line) && !returnedValues.MatchString(line) {
		return vocabulary.Unknown
	}
	low := strings.ToLower(line)
	switch {
	case responseWord.MatchString(line) && strings.Contains(low, "header"):
		return vocabulary.ResponseHeader
	case responseWord.MatchString(line):
		return vocabulary.Response
	case !requestWord.MatchString(line) && !parameterNoun.MatchString(line):
		return vocabulary.Unknown
	case strings.Contains(low, "header"):
		return vocabulary.Header
	case strings.Contains(low, "query"):
		return vocabulary.Query
	case strings.Contains(low, "body") || strings.Contains(low, "payload") || strings.Contains(low, "json"):
		return vocabulary.Body
	}
	return vocabulary.Request
}
