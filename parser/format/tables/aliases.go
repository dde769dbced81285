package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/statement"
)

// withAliases adds to what states endpoints those that an index lists besides with a link
// to the section of one that is sent in the same way: what stands there is about both.
// They stand where the section states its own.
func (s *document) withAliases(found, stating []statement.Finding) []statement.Finding {
	var known *statement.Known
	for _, f := range found {
		if f.Form != statement.Listed || f.URL || s.inExample(f.Start) {
			continue
		}
		if known == nil {
			known = knownOf(stating)
		}
		if known.Has(f.Operations[0]) {
			continue
		}
		if i := s.sectionLinked(f, stating); i >= 0 {
			f.Form, f.Start, f.End = statement.Stated, stating[i].Start, stating[i].End
			stating = append(stating[:i+1:i+1], append([]statement.Finding{f}, stating[i+1:]...)...)
			known = nil
		}
	}
	return stating
}

// knownOf are the operations that findings state.
func knownOf(found []statement.Finding) *statement.Known {
	ops := make([]statement.Operation, 0, len(found))
	for _, f := range found {
		ops = append(ops, f.Operations...)
	}
	return statement.NewKnown(ops)
}

// sectionLinked is the index of the last statement, with the verb of a listed endpoint,
// below the heading that its item or its row links to, or -1. The link of another endpoint leads
// to that.
func (s *document) sectionLinked(f statement.Finding, stating []statement.Finding) int {
	op := f.Operations[0]
	for _, l := range prose.Links(s.text[f.Start:f.End]) {
		anchor, ok := strings.CutPrefix(l.Target, "#")
		if !ok || strings.Contains(l.Text, "/") && !strings.Contains(l.Text, op.Path) {
			continue
		}
		heading, ok := s.anchored()[strings.ToLower(anchor)]
		if !ok {
			continue
		}
		for i := len(stating) - 1; i >= 0; i-- {
			if g := stating[i]; s.headingOf(g.Start) == heading && g.Operations[0].Verb == op.Verb {
				return i
			}
		}
	}
	return -1
}
