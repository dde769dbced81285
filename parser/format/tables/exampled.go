package tables

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// templatesOf are the endpoints with slots among what a page prints.
func templatesOf(found []statement.Finding) (ops []statement.Operation) {
	for _, f := range found {
		for _, op := range f.Operations {
			if len(names.Slots(slotPath(op.Path))) > 0 {
				ops = append(ops, op)
			}
		}
	}
	return ops
}

// knownLater returns the set of operations, which is made when it is asked for: most pages
// print nothing to compare with it.
func knownLater(ops []statement.Operation) func() *statement.Known {
	return sync.OnceValue(func() *statement.Known { return statement.NewKnown(ops) })
}

// isUse reports whether a request has values where an endpoint of the page has slots.
func (s *document) isUse(f statement.Finding) bool {
	op := f.Operations[0]
	return len(names.Slots(slotPath(op.Path))) == 0 && s.templates().Has(op)
}

// isLabelledUse reports whether a request in a fence with values in the place of slots stands behind a label for
// what is sent below a heading for examples.
func (s *document) isLabelledUse(f statement.Finding) bool {
	i := s.blockAt(f.Start)
	if i == len(s.blocks) || s.blocks[i].kind != fenceBlock || len(f.Operations) != 1 || s.headed[i] < 0 {
		return false
	}
	return s.announced(i) == vocabulary.Request && s.sections.isExample(s.blocks[s.headed[i]].plain) && s.isUse(f)
}

// isFilled reports whether a request in a fence has values in the place of the slots of the
// endpoint that its section states: GET /boats/0x12ab below GET /boats/:id.
func (s *document) isFilled(f statement.Finding, stating []statement.Finding) bool {
	if len(stating) == 0 || len(f.Operations) != 1 {
		return false
	}
	last, op := stating[len(stating)-1], f.Operations[0]
	if op.Verb != last.Operations[0].Verb || len(names.Slots(slotPath(last.Operations[0].Path))) == 0 || s.headingOf(last.Start) != s.headingOf(f.Start) {
		return false
	}
	_, values, _ := statement.AsSent(op.Path)
	i := s.blockAt(f.Start)
	return len(values) > 0 && i < len(s.blocks) && s.blocks[i].kind == fenceBlock && s.isUse(f) && statement.NewKnown(last.Operations).Has(op)
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
// path has to be one that could be stated, of words and slots, or with values that stand for
// themselves alone. On a page of which others know no endpoint, a section with an answer and
// nothing to send has one, too, and so has one with a command whose path has slots: several
// of these are endpoints each. A command alone below its heading that requests a path with
// another verb than what states it is one as well.
func (s *document) withSent(found, stating []statement.Finding) []statement.Finding {
	stated := map[int]bool{}
	known := make([]statement.Operation, 0, len(stating))
	for _, f := range stating {
		stated[s.headingOf(f.Start)] = true
		known = append(known, f.Operations[0])
	}
	all := knownLater(known)
	bare := indexAtMost(found)
	first, more := map[int]request{}, map[int][]request{}
	var order []int
	for _, q := range s.requests(found, stated) {
		at := s.headingOf(q.Start)
		if at < 0 && !q.command || stated[at] {
			continue
		}
		if have, ok := first[at]; ok && have.Operations[0] != q.Operations[0] {
			if bare && have.isTemplate() && q.isTemplate() {
				more[at] = append(more[at], q) // each as it is meant
			} else {
				stated[at] = true // several: nobody knows which is meant
			}
		} else if !ok {
			first[at], order = q, append(order, at)
		}
	}
	var answered []request
	added := 0
	for _, at := range order {
		q := first[at]
		op := q.Operations[0]
		if stated[at] || !q.clear || all().Has(op) || s.elsewhere != nil && s.elsewhere.Has(op) || s.isUse(q.Finding) || !q.command && !s.inExample(q.Start) && !s.opens(q.Finding, at) {
			continue
		}
		switch start := s.startOf(at); {
		case s.hasFacts(start, s.endOf(q.Finding, at)):
			op = all().WithoutPrefix(op)
			if s.elsewhere != nil {
				op = s.elsewhere.WithoutPrefix(op)
			}
			q.Operations[0] = statement.Operation{Verb: op.Verb, Path: s.withRowNames(op.Path, start, s.endOf(q.Finding, at))}
			stating, added = append(stating, q.Finding), added+1
		case s.withOtherVerb(&q, stating, all()):
			stating, added = append(stating, q.Finding), added+1
		case bare && q.command && at >= 0 && (q.isTemplate() || s.answersBelow(q.Finding)):
			answered = append(answered, q)
		default:
			continue
		}
		answered = append(answered, more[at]...)
	}
	if bare && added == 0 && len(stating) == 0 && len(order) == 1 && !stated[order[0]] && s.isLoneCommand(first[order[0]]) {
		s.lone = true
		return append(stating, first[order[0]].Finding)
	}
	if added == 0 && len(stating) == 0 && s.areRequests(found, order, first, stated) {
		s.requestsOnly = true
		for _, at := range order {
			stating = append(stating, first[at].Finding)
		}
		return stating
	}
	if added > 0 {
		for _, q := range answered {
			stating = append(stating, q.Finding)
		}
	}
	slices.SortStableFunc(stating, func(a, b statement.Finding) int { return cmp.Compare(a.Start, b.Start) })
	return stating
}

// indexAtMost reports whether a page states no endpoint but in rows and items that say what each does.
func indexAtMost(found []statement.Finding) bool {
	return !slices.ContainsFunc(found, func(f statement.Finding) bool {
		return len(f.Operations) > 0 && (f.Form != statement.Listed || f.Title == "")
	})
}

// A request is what a page shows as it is sent.
type request struct {
	statement.Finding // with slots for the values in its path
	// command says that a command of curl sends it, clear that nothing of its path but the
	// slots may be a value.
	command, clear bool
}

// isTemplate reports whether a command requests an endpoint as it is meant: with slots that
// the page prints, and no values in their places.
func (q request) isTemplate() bool {
	return q.command && q.clear && !q.Example && len(names.Slots(slotPath(q.Operations[0].Path))) > 0
}

// requests are the requests that a page shows outside of the sections that state endpoints:
// those among what it prints, and those of commands.
func (s *document) requests(found []statement.Finding, stated map[int]bool) []request {
	var out []request
	for _, f := range found {
		if len(f.Operations) == 1 && !stated[s.headingOf(f.Start)] {
			out = append(out, request{Finding: f})
		}
	}
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != fenceBlock || stated[s.ruled[i]] {
			continue
		}
		if op, ok := s.requested(b); ok {
			out = append(out, request{Finding: statement.Finding{Operations: []statement.Operation{op}, Start: b.start, End: b.end, Block: b.end}, command: true})
		}
	}
	for i := range out {
		q := &out[i]
		path, values, ok := statement.AsSent(q.Operations[0].Path)
		q.Form, q.clear, q.Example = statement.Stated, ok, len(values) > 0
		q.Operations = []statement.Operation{{Verb: q.Operations[0].Verb, Path: path}}
	}
	slices.SortStableFunc(out, func(a, b request) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// startOf is where the section of a heading begins, or the page where there is none.
func (s *document) startOf(heading int) int {
	if heading < 0 {
		return s.page.Front.End
	}
	return s.blocks[heading].start
}

// withRowNames is the path of a request whose slots have the names of rows of the first table
// of facts between two offsets: that for a deploy key is the row key_id, or id if there is no
// other.
func (s *document) withRowNames(path string, from, to int) string {
	var rows []string
	for i := s.blockAt(from); i < len(s.blocks) && s.blocks[i].start < to && rows == nil; i++ {
		if b := &s.blocks[i]; b.kind == tableBlock && b.head.isFacts() {
			for k := range b.table.Rows {
				rows = append(rows, stepName(b.table.Rows[k].Cell(b.head.name)))
			}
		}
	}
	slots := names.Slots(path)
	for _, exact := range []bool{true, false} { // a row may end what another slot is called
		for i, slot := range slots {
			best := -1
			for k, row := range rows {
				if row != "" && (exact && isSameName(row, slot) || !exact && hasLastWords(slot, row)) && (best < 0 || len(row) > len(rows[best])) {
					best = k
				}
			}
			if best >= 0 && slot != "" {
				path = strings.Replace(path, "{"+slot+"}", "{"+slotName(rows[best])+"}", 1)
				rows[best], slots[i] = "", ""
			}
		}
	}
	return path
}

// isSameName reports whether two names are the same words.
func isSameName(a, b string) bool {
	return strings.EqualFold(strings.ReplaceAll(a, "_", ""), strings.ReplaceAll(b, "_", ""))
}

// hasLastWords reports whether the name of a slot ends in the words of another name.
func hasLastWords(slot, name string) bool {
	for i := range slot {
		if slot[i] == '_' && isSameName(slot[i+1:], name) {
			return true
		}
	}
	return false
}

// answersBelow reports whether the next fence below a request, in its section, shows a value
// of JSON, or begins with a status.
func (s *document) answersBelow(f statement.Finding) bool {
	for i := s.blockAt(f.Start) + 1; i < len(s.blocks); i++ {
		switch b := &s.blocks[i]; {
		case b.kind == headingBlock && s.ruled[i] == i:
			return false
		case b.kind == fenceBlock:
			if text := strings.TrimSpace(s.code(b)); statusLine.MatchString(text) {
				return true
			}
			text, ok := relaxed(s.code(b))
			return ok && isJSON(text)
		}
	}
	return false
}

// opens reports whether a request is the first thing below a heading but text, and titles that announce
// an endpoint.
func (s *document) opens(f statement.Finding, heading int) bool {
	i := s.blockAt(f.Start)
	for k := heading + 1; k < i; k++ {
		if b := &s.blocks[k]; b.kind == headingBlock {
			if section, _ := s.sectionOf(b.plain); section != vocabulary.Endpoint {
				return false
			}
		} else if b.kind != textBlock {
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

// checkSent reports endpoints that only examples show.
func (r *reading) checkSent(c *call) {
	if !c.sent {
		return
	}
	for _, f := range c.stated {
		why := "it is the one that all examples of this section request"
		if r.document.several[f.Start] {
			r.problem(f.Start, f.End, "endpoint-from-example", "no line states "+f.Operations[0].String()+": it is one of several that the examples of this section request, and nothing says which of them what stands above is about",
				"state it below a heading of its own, a verb and a path alone")
			continue
		}
		if len(c.stated) > 1 {
			why = "a command of this section requests it as it is meant"
		}
		if r.document.lone {
			why = "the one command of the page requests it"
		}
		if f.Example {
			why += " (what stands in its braces has a value there)"
		}
		r.problem(f.Start, f.End, "endpoint-from-example", "no line states "+f.Operations[0].String()+": "+why+", and what the section lists is read as its",
			"state it below the heading, a verb and a path alone")
	}
}
