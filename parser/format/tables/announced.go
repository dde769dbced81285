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
	if !strings.HasSuffix(line, ":") || countFields(line, 4) < 4 || !factsNoun.MatchString(line) && !returnedValues.MatchString(line) {
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
