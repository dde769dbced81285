package tables

import (
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// responseHas is a sentence that announces members of the answer without a word for these:
	// The response also contains:
	responseHas = prefilter.MustCompile(`(?i)\bresponse (?:(?:body|object|payload|then|also|additionally|will|further) )*(?:contains?|includes?|has|have|carry|carries)(?: also)?(?: the following)?(?: [a-z]+){0,3}:$|\b(?:is|are) also (?:returned|included|present):$`)
	// condition is how a label says that what it announces is answered on a condition, and more
	// that it is more than what others list.
	condition = prefilter.MustCompile(`(?i)\b(?:if|when|whenever|unless|with|only|for)\b|当|如果|若|仅`)
	more      = prefilter.MustCompile(`(?i)\b(?:also|additional|additionally|extra|further|as well)\b|还|另外|额外|同时`)
	// onAsked is a condition on what is asked for, in code.
	onAsked = prefilter.MustCompile("(?i)^(?:(?:only )?(?:if|when|with)|如果|当|若)\\s*(?:(?:the |a )?[a-z]+ )?`[^`]+`|(?i)\\bonly (?:if|when|for|with)\\b")
)

// isConditional reports whether a label says that what it announces is answered on a condition,
// besides what others list.
func isConditional(label string) bool {
	return condition.MatchString(label) && more.MatchString(label) || onAsked.MatchString(label)
}

// free makes attributes optional of which the table says nothing: they are answered on a
// condition.
func free(as []*attribute) {
	for _, a := range as {
		if a.need == vocabulary.Unsaid {
			a.noted = vocabulary.Conditional
		}
	}
}
