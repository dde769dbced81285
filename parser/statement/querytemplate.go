package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// queryTemplate is how templates of addresses print the names of a query: /boats{?page,size}.
var queryTemplate = prefilter.MustCompile(`\{[?&][\w.,*:-]+\}`)

// QueryTemplate returns the names in the query of the templates that a statement prints.
func QueryTemplate(text string) []string {
	if !strings.Contains(text, "{?") && !strings.Contains(text, "{&") {
		return nil
	}
	var out []string
	for _, m := range queryTemplate.FindAllString(text, -1) {
		for name := range strings.SplitSeq(m[2:len(m)-1], ",") {
			name, _, _ = strings.Cut(strings.TrimSuffix(name, "*"), ":")
			out = append(out, name)
		}
	}
	return out
}
