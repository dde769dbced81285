package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// onlySlot is the slot of a path that no attribute of a table is called after, where the
// others are: a row of the path can be about no other one. It is "" where there are
// several or none.
func onlySlot(slots []string, as []*attribute) string {
	only := ""
	for _, slot := range slots {
		if slices.ContainsFunc(as, func(a *attribute) bool { return slotOf([]string{slot}, a.name.Text) != "" }) {
			continue
		}
		if only != "" {
			return ""
		}
		only = slot
	}
	return only
}

// shortens reports whether an attribute is called by the last words of a slot: id of
// {sessionId}.
func shortens(name, slot string) bool {
	last, all := names.Words(name), names.Words(slot)
	return len(last) > 0 && len(last) < len(all) && slices.EqualFunc(last, all[len(all)-len(last):], strings.EqualFold)
}

// inOnlySlot names an attribute after the one slot of a path that it can be about: its cell
// places it in the URL, and it is called by the last words of the slot. It
// returns where it travels and what that was concluded from.
func (a *attribute) inOnlySlot(only, location string, by model.Source) (string, model.Source) {
	inURL := a.locationCell != "" && (location == "path" || location == "query" && strings.EqualFold(a.locationCell, "url"))
	if only == "" || !inURL || !shortens(a.name.Text, only) {
		return location, by
	}
	a.name.Text = only
	return "path", model.SourceName
}
