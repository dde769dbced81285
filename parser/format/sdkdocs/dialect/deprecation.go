package dialect

import (
	"regexp"
	"strings"
)

// A deprecation mark is the word with what pages set around and behind it. In
// the middle of a text it begins a sentence and is followed by a colon, a stop
// or a dash, or is all that is left.
var (
	markAtStart  = regexp.MustCompile(`^[\[(*_]*(?i:deprecated)\b[\])*_]*\s*([:.,;–—-]*)[\])*_]*\s*`)
	markWithin   = regexp.MustCompile(`(?:[.!?)\]*_` + "`" + `]\s+|\n\s*)([\[(*_]*Deprecated\b[\])*_]*\s*(?:[:.–—]|$)[\])*_]*\s*)`)
	saysOfItself = regexp.MustCompile(`(?:^|[.!?)\]]\s+|\n\s*)([*_]*(?i:this) (?:(?:query|path|header|body|request|response) )?(?i:` + thing + `) (?:is|has been|was)(?: now)? [*_]*(?i:deprecated)\b[*_]*)`)
)

// thing is what a page can call what it describes.
const thing = `api|argument|attribute|endpoint|event|field|flag|header|member|method|model|operation|option|param|parameter|property|resource|route|setting|type|value|variant`

// afterMark are the words that may follow the mark without a stop between them.
// Others make it an attribute of something else: "deprecated aliases are kept".
var afterMark = regexp.MustCompile(`^(?i:(?:and|as|because|by|due|for|from|in|on|please|since|soon|starting|use|with|you|it|this)\b|(?:` + thing + `)\b[^s])`)

// ofAnother finds reasons whose subject is something else than what they stand
// under: what one passes, or a thing that is named.
var (
	gerund    = regexp.MustCompile(`^(?i:calling|giving|including|leaving|omitting|passing|providing|sending|setting|specifying|supplying|using)\b`)
	ofAnother = regexp.MustCompile("^(?:[Tt]he )?(?:`([^`]+)`|\\[`([^`]+)`\\]\\([^)]*\\))(?: [a-z]+)? (?:is|are|has|have|was|were|will|can|should|still)\\b")
	ownWord   = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.\[\]-]*$`)
)

// noReason stands where a page gives no reason.
const noReason = "The API documentation marks it as deprecated."

// readDeprecation finds the sentence of a paragraph that says that its item,
// which has the name, is deprecated. It returns how many bytes before that are
// description, and the reason or a word of its own.
func readDeprecation(name, paragraph string) (before int, reason string, ok bool) {
	if !strings.Contains(paragraph, "eprecated") && !strings.Contains(paragraph, "DEPRECATED") {
		return 0, "", false // nearly all paragraphs, and the patterns are slow
	}
	start := len(paragraph) - len(strings.TrimLeft(paragraph, " \t\n"))
	text := strings.TrimRight(paragraph[start:], " \t\n")
	if m := markAtStart.FindStringSubmatchIndex(text); m != nil {
		rest := text[m[1]:]
		stop := m[3] > m[2] || rest == "" || strings.ContainsAny(text[:m[1]], ")]*_")
		if (stop || afterMark.MatchString(rest)) && aboutItself(name, rest) {
			return 0, orNoReason(rest), true
		}
		return 0, "", false
	}
	if m := markWithin.FindStringSubmatchIndex(text); m != nil && aboutItself(name, text[m[3]:]) {
		return start + m[2], orNoReason(text[m[3]:]), true
	}
	if m := saysOfItself.FindStringSubmatchIndex(text); m != nil {
		return start + m[2], text[m[2]:], true
	}
	return 0, "", false
}

func orNoReason(rest string) string {
	if rest == "" {
		return noReason
	}
	return rest
}

// aboutItself reports whether a reason is one for the item of the name.
func aboutItself(name, reason string) bool {
	if gerund.MatchString(reason) {
		return false
	}
	m := ofAnother.FindStringSubmatch(reason)
	if m == nil {
		return true
	}
	subject := m[1] + m[2]
	return subject == name || !ownWord.MatchString(subject)
}
