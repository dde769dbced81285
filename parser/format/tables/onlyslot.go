package tables

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
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

// nameByPosition names a row after the slot of the path that it is about under another name. The row stands among those of the slots where its slot stands in the path, and has to be
// sent; and it is called as the slot is but for the word for an ID (issue_id of
// {issue_iid}), or its table is that of several endpoints, whose slots at that place are
// called otherwise (pet_id of {cat_id} and of {dog_id}).
func (r *reading) nameByPosition(e *endpoint, p part, slots []string, as []*attribute) {
	only := onlySlot(slots, as)
	at := slices.Index(slots, only)
	if at < 0 || len(slots) < 2 || len(as) < len(slots) || isPlacing(p.section) {
		return
	}
	a := as[at]
	if !mustBeSent(a) || a.location != "" || !isIDName(a.name.Text) || !isIDName(only) || r.otherSlot(e, a.name.Text) {
		return
	}
	for i, slot := range slots {
		if i != at && slotOf([]string{slot}, as[i].name.Text) == "" {
			return
		}
	}
	if !sameButID(a.name.Text, only) && !r.differsAt(e, slots, at) {
		return
	}
	r.problems = append(r.problems, decl.Problem{
		Code: "slot-by-place", Severity: diag.Info, Start: a.start, End: a.end,
		Message: fmt.Sprintf("%q stands where the path %s has {%s}, which no row is called after; it is read as that", a.name.Text, e.op.Path, only),
		Help:    "call the row as the path does",
	})
	a.name.Text = only
}

// nameByShortName names a row after the one slot that no row is called after, where it is called by
// the last words of that: id of {user_id}. The body of the endpoint, if it takes one, has no such member
// in the examples.
func (r *reading) nameByShortName(e *endpoint, p part, slots []string, as []*attribute) {
	only := onlySlot(slots, as)
	if only == "" || !bodiless(e.op.Verb) && len(r.members) == 0 || isPlacing(p.section) {
		return
	}
	var found *attribute
	for _, a := range as {
		if !shortens(a.name.Text, only) || !isIDName(a.name.Text) || a.location != "" || slotOf(slots, a.name.Text) != "" || r.isAsked(a.name.Text) || r.sendsMember(e, a.name.Text) || r.otherSlot(e, a.name.Text) {
			continue
		}
		if found != nil {
			return
		}
		found = a
	}
	if found == nil {
		return
	}
	r.problems = append(r.problems, decl.Problem{
		Code: "slot-by-place", Severity: diag.Info, Start: found.start, End: found.end,
		Message: fmt.Sprintf("%q ends the name of the slot {%s} of %s, which no row is called after; it is read as that", found.name.Text, only, e.op.Path),
		Help:    "call the row as the path does",
	})
	found.name.Text = only
}

// isPlacing reports whether a section says that what it lists travels outside of paths.
func isPlacing(s vocabulary.Section) bool {
	return s == vocabulary.Query || s == vocabulary.Header || s == vocabulary.Body || s == vocabulary.Form
}

func mustBeSent(a *attribute) bool {
	return a.need == vocabulary.Yes || a.name.Required || a.typ.Required
}

// idWords are words for what identifies something.
var idWords = map[string]bool{"id": true, "iid": true, "uid": true, "uuid": true, "guid": true}

// isIDName reports whether a name ends in a word for an ID.
func isIDName(name string) bool {
	words := names.Words(name)
	return len(words) > 0 && idWords[strings.ToLower(words[len(words)-1])]
}

// sameButID reports whether two names are the same words before that for an ID.
func sameButID(a, b string) bool {
	x, y := names.Words(a), names.Words(b)
	return len(x) > 1 && len(x) == len(y) && slices.EqualFunc(x[:len(x)-1], y[:len(y)-1], strings.EqualFold)
}

// differsAt reports whether the endpoints of a call have the same slots but for the one at a place,
// which each calls otherwise.
func (r *reading) differsAt(e *endpoint, slots []string, at int) bool {
	r.otherSlot(e, "") // which takes the slots of all
	seen := map[string]bool{}
	for _, other := range e.call.slots {
		if len(other) != len(slots) || !isIDName(other[at]) || seen[other[at]] {
			return false
		}
		for i := range slots {
			if i != at && other[i] != slots[i] {
				return false
			}
		}
		seen[other[at]] = true
	}
	return len(seen) > 1
}
