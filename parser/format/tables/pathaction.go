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
	if len(path) == 0 {
		return ""
	}
	last := path[len(path)-1]
	if actions[firstOf(path)] != "" {
		return last
	}
	if e.op.Verb != "POST" || names.EndsInSlot(e.op.Path) {
		return ""
	}
	s := e.call.document
	if s.posted == nil {
		s.posted = s.findPosted()
	}
	if !s.posted.acting {
		return ""
	}
	if name := s.posted.split(last); name != last || names.Singular(last) == last {
		return name
	}
	return "" // POST /crews creates one
}

// mostPosted is how many endpoints of a page are asked for actions: more say the same.
const mostPosted = 200

// postedPaths are the paths of a page that say what endpoints do that are sent by POST.
type postedPaths struct {
	// acting says that at least half of their last segments have an action in them.
	acting bool
	// segments are all segments of the paths of the page, one a line.
	segments string
}

// findPosted returns what the paths of a page say of the endpoints that are sent by POST.
func (s *document) findPosted() *postedPaths {
	posted, acting := 0, 0
	var all strings.Builder
	for _, c := range s.calls[:min(len(s.calls), mostPosted)] {
		for _, f := range c.stated[:min(len(c.stated), mostPosted)] {
			path := segments(f.Operations[0].Path)
			for _, segment := range path {
				all.WriteString(segment + "\n")
			}
			if f.Operations[0].Verb != "POST" || len(path) == 0 || names.EndsInSlot(slotPathAs(s.marks, f.Operations[0].Path)) {
				continue
			}
			posted++
			if _, what := cutAction(path[len(path)-1]); what != "" || actions[firstOf(path)] != "" {
				acting++
			}
		}
	}
	return &postedPaths{posted >= fewestActing && acting*2 >= posted, all.String()}
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

// split writes a segment with its action as a word of its own, where another segment of the
// page has what it is done with: getboat beside boatlist, and not address beside crew.
func (p *postedPaths) split(segment string) string {
	spaced, what := cutAction(segment)
	if what == "" {
		return segment
	}
	for other := range strings.Lines(p.segments) {
		if strings.Contains(other, what) && other != segment+"\n" {
			return spaced
		}
	}
	return segment
}
