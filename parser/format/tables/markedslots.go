package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// bracketedName is a cell that is but a name in angle brackets: `<id>`.
var bracketedName = prefilter.MustCompile("^`<([A-Za-z][\\w -]*)>`$")

// markedSlot is the slot of an endpoint of the page that a name with blanks means, or one that a cell has
// in angle brackets, or "": `name or id` of /boats/{name or id} is no two names, and `<id>` no tag.
func (r *reading) markedSlot(cell, name string) string {
	if m := bracketedName.FindStringSubmatch(strings.TrimSpace(cell)); name == "" && m != nil {
		name = m[1]
	} else if !strings.Contains(name, " ") {
		return ""
	}
	if r.slots == nil {
		r.slots = map[string]bool{}
		for _, e := range r.endpoints {
			for _, slot := range names.Slots(e.op.Path) {
				r.slots[slot] = true
			}
		}
	}
	if slot := slotName(name); r.slots[slot] {
		return slot
	}
	return ""
}
