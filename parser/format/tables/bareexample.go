package tables

import (
	"slices"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// bareExample is a label that calls what follows an example, perhaps of which case, and not whether it is
// sent or answered.
var bareExample = prefilter.MustCompile(`(?i)^[\s*_#]*(?:examples?|samples?|ejemplos?|exemplos?|exemples?|beispiele?|esempio?|примеры?|przykłady?|приклад|örnek|ví dụ|示例|样例|範例|例|예시|예제)(?:\s+(?:with|without|for|if|when|of|using|con|sin|com|sem|avec|sans|mit|ohne)\b[^\n]*)?[\s*_:：]*$`)

// answersExample reports whether what a label calls but an example is one of an answer: nothing that the
// call states has a body, and the example has not what its query takes.
func (r *reading) answersExample(c *call, p part, text string) bool {
	return p.section == vocabulary.RequestExample && (bareExample.MatchString(p.label) || vocabulary.IsExample(p.label)) && !r.looksSent(c, text) &&
		!slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return f.Operations[0].Verb != "GET" })
}
