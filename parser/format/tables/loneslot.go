package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// loneSlot is a line that is but a verb and one slot, which stands for a whole address that
	// an answer gives: GET {@id}.
	loneSlot = prefilter.MustCompile("^(?:[-*+] +|#{1,6} +)?(?:[^`|]{1,60}[:：–—-] *)?[`*_]*([A-Z]{3,7})[`*_]*[ \\t]+[`*_]*(\\{[^{}/\\s]+\\}|<[^<>/\\s]+>|:[A-Za-z_]\\w*)[`*_]*$")
	// labelledSlot is one behind a label.
	labelledSlot = prefilter.MustCompile("^(?:[-*+] +)?[*_]*([\\pL ]{1,30})[*_]*[ \\t]*[:：][*_ \\t]*`?(\\{[^{}/\\s]+\\}|<[^<>/\\s]+>|:[A-Za-z_]\\w*)`?$")
)

// checkLoneSlots reports verbs that stand alone with one slot for a whole address: they state
// no endpoint of which a path is known, and what stands below them belongs to none.
func (r *reading) checkLoneSlots() {
	s := r.document
	for i := range s.blocks {
		b := &s.blocks[i]
		start, end := b.start, b.end
		switch b.kind {
		case fenceBlock:
			start, end = b.inner, b.innerEnd
		case headingBlock, textBlock, tagBlock:
		default:
			continue
		}
		if end-start < longestStatement {
			r.checkSlotLines(start, s.text[start:end])
		}
	}
}

// checkSlotLines reports such lines of a text that begins at an offset.
func (r *reading) checkSlotLines(at int, text string) {
	for line := range strings.Lines(text) {
		start := at + len(line) - len(strings.TrimLeft(line, " \t"))
		at += len(line)
		line = strings.TrimSpace(line)
		if !mayEndInSlot(line) {
			continue
		}
		m := loneSlot.FindStringSubmatch(line)
		if m != nil && !statement.IsVerb(m[1]) {
			continue
		}
		if m == nil {
			if m = labelledSlot.FindStringSubmatch(line); m != nil && !(statement.LabelsPath(m[1]) && verbLabelIn(text)) {
				continue
			}
		}
		if m == nil || r.states(start) {
			continue
		}
		r.problem(start, start+len(line), "path-without-slash", "behind the verb stands "+quoted(m[2])+" alone, which is a whole address and no path: it is no method, and what stands below it belongs to none",
			"say the path that such addresses have: GET /cranes/{id}")
	}
}

// mayEndInSlot reports by a look at its end whether a line may end in a slot.
func mayEndInSlot(line string) bool {
	if bare := strings.TrimRight(line, "`*_"); strings.HasSuffix(bare, "}") || strings.HasSuffix(bare, ">") {
		return true
	}
	at := strings.LastIndexByte(line, ':')
	return at >= 0 && at+1 < len(line) && strings.IndexByte(line[at:], ' ') < 0
}

// verbLabelIn reports whether a line of a text is a label with a verb.
func verbLabelIn(text string) bool {
	for line := range strings.Lines(text) {
		if statement.NamesVerb(strings.TrimLeft(strings.TrimSpace(line), "-*+ ")) {
			return true
		}
	}
	return false
}

// states reports whether an endpoint is stated at an offset.
func (r *reading) states(at int) bool {
	for _, f := range r.document.found {
		if f.Start <= at && at < f.End && len(f.Operations) > 0 {
			return true
		}
	}
	return false
}
