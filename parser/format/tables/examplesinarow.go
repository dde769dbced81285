package tables

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// inARow are the examples of the values that a fence shows behind the first one, each at
// its own place. They are answers as that is: a page shows in one fence what stands alone
// in several elsewhere.
func (r *reading) inARow(first decl.Example, p part, text string) []decl.Example {
	if json.Valid([]byte(text)) {
		return nil
	}
	var out []decl.Example
	shown := r.document.text[p.inner:p.innerEnd]
	from := strings.Index(shown, "}") + 1 // what is further ends behind an end
	for _, value := range furtherValues(text) {
		repaired, ok := relaxed(value)
		if !ok {
			return out
		}
		ex := first
		ex.Text = repaired
		if i := strings.Index(shown[from:], value); i >= 0 {
			ex.Start, ex.End = p.inner+from+i, p.inner+from+i+len(value)
			from += i + len(value)
		}
		out = append(out, ex)
	}
	return out
}
