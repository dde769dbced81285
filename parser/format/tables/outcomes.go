package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// outcome is a title that says how a call ends, and then with what: On Success: Created.
var outcome = prefilter.MustCompile(`(?i)^(?:(?:on|upon|in case of) )?(?:(success)|failures?|errors?)\s*[:：]\s*\S`)

// outcomeOf is the section of a title that says how a call ends.
func outcomeOf(title string) vocabulary.Section {
	m := outcome.FindStringSubmatch(strings.TrimSpace(title))
	switch {
	case m == nil:
		return vocabulary.Unknown
	case m[1] != "":
		return vocabulary.Response
	}
	return vocabulary.Errors
}

// belowAnswer is what a heading announces that stands below one about the answer and names
// no request: the fields of the answer.
func belowAnswer(above, own vocabulary.Section, title string) vocabulary.Section {
	if own == vocabulary.Request && (isAnswer(above) || above == vocabulary.ResponseExample) && !requestWord.MatchString(title) && !strings.Contains(title, "请求") {
		if above == vocabulary.ResponseExample {
			return vocabulary.Response
		}
		return above
	}
	return own
}
