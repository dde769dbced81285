package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// spacedSlot is the slot of an endpoint of the page that a name with blanks means, or "": `name or id` of
// /boats/{name or id} is no two names.
func (r *reading) spacedSlot(name string) string {
	if !strings.Contains(name, " ") {
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
