package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// condition keeps what the cell for it says besides yes and no, which is when an
// attribute is required, in the documentation, and lets a description that names the
// only cases overrule a yes.
func (r *reading) condition(a *attribute, cell string) {
	if a.need == vocabulary.Yes && prose.Excepts(a.doc) {
		a.need, a.noted = vocabulary.Unsaid, vocabulary.Conditional
	}
	if strings.Trim(a.needed, "-—– ") == "" || vocabulary.IsNeed(a.needed) {
		return
	}
	text := prose.Doc(cell)
	if n := len("require"); len(text) > n && strings.EqualFold(text[:n], "require") {
		text = "Require" + text[n:]
	} else {
		text = "Required: " + text
	}
	a.doc = strings.TrimPrefix(a.doc+"\n\n"+text, "\n\n")
	if a.need == vocabulary.Unsaid && a.noted == vocabulary.Unsaid {
		r.problem(a.start, a.end, "unknown-need", "the cell "+quoted(a.needed)+" of \""+a.name.Text+"\" says neither yes nor no; it is documentation, and whether the attribute is required is read from the rest of the row", "")
	}
}
