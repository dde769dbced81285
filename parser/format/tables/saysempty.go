package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// emptyStatus is the status of an answer without content, where a text says that it is one.
	emptyStatus = prefilter.MustCompile("(?im)(?:\\b(?:returns?|responds?|status|code|answers?|response|success|http)\\b[^.\\n]{0,30}|^[\\s*|`>-]*)\\b204\\b|\\b204[`*]* no content\\b|返回[^。\\n]{0,8}\\b204\\b|状态码[^。\\n]{0,8}\\b204\\b")
	// otherSuccess is a status of an answer that may have some.
	otherSuccess = prefilter.MustCompile(`\b20[0-35-9]\b`)
)

// saysEmpty reports whether the texts and tables of a call say that it succeeds with the status
// of an answer without content, and with no other.
func (c *call) saysEmpty() bool {
	text := c.document.text[c.start:c.end]
	if !strings.Contains(text, "204") || otherSuccess.MatchString(text) {
		return false
	}
	for _, p := range c.parts {
		if p.kind != fenceBlock && emptyStatus.MatchString(c.document.text[p.start:p.end]) {
			return true
		}
	}
	return false
}
