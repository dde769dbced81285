package tables

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/statement"
)

// templatesOf are the endpoints with slots among what a page prints.
func templatesOf(found []statement.Finding) *statement.Known {
	var ops []statement.Operation
	for _, f := range found {
		for _, op := range f.Operations {
			if len(names.Slots(slotPath(op.Path))) > 0 {
				ops = append(ops, op)
			}
		}
	}
	return statement.NewKnown(ops)
}

// isUse reports whether a request has values where an endpoint of the page has slots.
func (s *document) isUse(f statement.Finding) bool {
	op := f.Operations[0]
	return len(names.Slots(slotPath(op.Path))) == 0 && s.templates.Has(op)
}

// isTemplate reports whether what begins a fence is a request as it is meant: with
// slots, where one that was sent has values.
func (s *document) isTemplate(f statement.Finding) bool {
	i := s.blockAt(f.Start)
	return i < len(s.blocks) && s.blocks[i].kind == fenceBlock && len(names.Slots(slotPathAs(s.marks, f.Operations[0].Path))) > 0
}

// areVerbs reports whether two items of a list, one right below the other, state several
// verbs for one path.
func (s *document) areVerbs(f, g statement.Finding) bool {
	if g.Start < f.Start {
		f, g = g, f
	}
	return len(f.Operations) > 0 && len(g.Operations) > 0 && f.Operations[0].Path == g.Operations[0].Path && s.isItem(f) && s.isItem(g) &&
		(g.Start < f.End || strings.TrimSpace(s.text[f.End:g.Start]) == "") // of one item, or of the next
}

// withSent adds to what states endpoints the first request of each section that has facts
// and no statement, if all its examples request one endpoint: no other can be meant. Its
// path has to be one that could be stated, of words alone.
func (s *document) withSent(found, stating []statement.Finding) []statement.Finding {
	stated := map[int]bool{}
	known := make([]statement.Operation, 0, len(stating))
	for _, f := range stating {
		stated[s.headingOf(f.Start)] = true
		known = append(known, f.Operations[0])
	}
	all := statement.NewKnown(known)
	first := map[int]statement.Finding{}
	var order []int
	for _, f := range found {
		at := s.headingOf(f.Start)
		if len(f.Operations) != 1 || at < 0 || stated[at] {
			continue
		}
		if have, ok := first[at]; ok && have.Operations[0] != f.Operations[0] {
			stated[at] = true // several: nobody knows which is meant
		} else if !ok {
			first[at], order = f, append(order, at)
		}
	}
	for _, at := range order {
		f := first[at]
		if op := f.Operations[0]; stated[at] || all.Has(op) || s.isUse(f) || !isWords(op.Path) || !s.inExample(f.Start) && !s.opens(f, at) || !s.hasFacts(s.blocks[at].start, s.endOf(f, at)) {
			continue
		}
		f.Form = statement.Stated
		stating = append(stating, f)
	}
	slices.SortStableFunc(stating, func(a, b statement.Finding) int { return cmp.Compare(a.Start, b.Start) })
	return stating
}

// opens reports whether a request is the first thing below a heading but text.
func (s *document) opens(f statement.Finding, heading int) bool {
	i := s.blockAt(f.Start)
	for k := heading + 1; k < i; k++ {
		if s.blocks[k].kind != textBlock {
			return false
		}
	}
	return i < len(s.blocks) && s.blocks[i].kind == fenceBlock
}

// shorten ends calls that only examples show at the next heading that names no part of
// them: what stands below it need not be about their endpoint.
func (s *document) shorten() {
	for _, c := range s.calls {
		if !c.sent {
			continue
		}
		at := s.headingOf(c.stated[0].Start)
		for i := at + 1; i < len(s.blocks) && s.blocks[i].start < c.end; i++ {
			if s.ruled[i] == i {
				c.end = max(c.stated[0].End, s.blocks[i].start)
			}
		}
	}
}

// isWords reports whether all segments of a path are words, without digits but those of a
// version: nothing in it can be a value.
func isWords(path string) bool {
	for segment := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if segment == "" || !versionWord.MatchString(segment) && strings.ContainsFunc(segment, func(r rune) bool { return r != '-' && r != '_' && (r|0x20 < 'a' || r|0x20 > 'z') }) {
			return false
		}
	}
	return true
}

// checkSent reports endpoints that only examples show.
func (r *reading) checkSent(c *call) {
	if f := c.stated[0]; c.sent {
		r.problem(f.Start, f.End, "endpoint-from-example", "no line states "+f.Operations[0].String()+": it is the one that all examples of this section request, and what the section lists is read as its",
			"state it below the heading, a verb and a path alone")
	}
}
