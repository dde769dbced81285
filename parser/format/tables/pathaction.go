package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// Some references give each operation a path that says what it does, and send all by POST:
// /crew/add, /crew/getboat, /boat/boatlist. A method of such a path is named by the path, as
// POST creates nothing there.

// fewestActing is how many endpoints of a page are sent by POST where their paths say what
// they do.
const fewestActing = 3

// joinedActions are actions that paths write together with what they are done with, listedEnds
// ends that say that a path lists.
var (
	joinedActions = []string{"get", "add", "del", "set", "edit", "list", "query", "update", "create", "delete", "remove", "modify", "save", "send", "upload"}
	listedEnds    = []string{"list", "info", "detail", "details"}
)

// pathAction returns the name that the last segment of a path gives its method, or "".
func (e *endpoint) pathAction(path []string) string {
	switch {
	case len(path) == 0:
		return ""
	case actions[firstOf(path)] != "":
		return path[len(path)-1]
	case e.op.Verb == "POST" && !names.EndsInSlot(e.op.Path) && e.call.document.actsByPath():
		last := path[len(path)-1]
		if name := e.call.document.splitAction(last); name != last || names.Singular(last) == last {
			return name
		}
	}
	return "" // POST /crews creates one
}

// actsByPath reports whether the paths of a page say what its endpoints do: at least half of
// the last segments of those that are sent by POST have an action in them.
func (s *document) actsByPath() bool {
	posted, acting := 0, 0
	for _, c := range s.calls {
		for _, f := range c.stated {
			path := segments(f.Operations[0].Path)
			if f.Operations[0].Verb != "POST" || len(path) == 0 || names.EndsInSlot(slotPathAs(s.marks, f.Operations[0].Path)) {
				continue
			}
			posted++
			last := path[len(path)-1]
			if _, what := cutAction(last); what != "" || actions[firstOf(path)] != "" {
				acting++
			}
		}
	}
	return posted >= fewestActing && acting*2 >= posted
}

// cutAction parts the action that a segment begins or ends with from what it is done with,
// which has three letters or more.
func cutAction(segment string) (spaced, what string) {
	for _, a := range joinedActions {
		if what, ok := strings.CutPrefix(segment, a); ok && len(what) > 2 && !strings.Contains(what, "_") {
			return a + "_" + what, what
		}
	}
	for _, a := range listedEnds {
		if what, ok := strings.CutSuffix(segment, a); ok && len(what) > 2 && !strings.Contains(what, "_") {
			return what + "_" + a, what
		}
	}
	return "", ""
}

// splitAction writes a segment with its action as a word of its own, where another segment of
// the page has what it is done with: getboat beside boatlist, and not address beside crew.
func (s *document) splitAction(segment string) string {
	spaced, what := cutAction(segment)
	if what == "" {
		return segment
	}
	for _, c := range s.calls {
		for _, f := range c.stated {
			for _, other := range segments(f.Operations[0].Path) {
				if other != segment && strings.Contains(other, what) {
					return spaced
				}
			}
		}
	}
	return segment
}
