package tables

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// keepBeside gives pages that describe endpoints those, too, which rows of their indexes alone state:
// nothing else of the reference does.
func keepBeside(tree *format.Tree, documents []*document) {
	if readElsewhere(tree, documents) {
		return
	}
	for _, s := range documents {
		if !s.indexed && !s.weak && !s.hosted && !s.dropped && len(s.calls) > 0 {
			s.prefixRows()
		}
	}
	known := stateOtherwise(documents)
	added := map[string]bool{}
	for _, s := range documents {
		if s.indexed || s.weak || s.hosted || s.dropped || len(s.calls) == 0 || s.tellsChanges() {
			continue
		}
		own := stateOtherwise([]*document{s})
		var calls []*call
		for _, f := range s.found {
			if !s.isRowAlone(f) || known.Has(f.Operations[0]) || own.Has(f.Operations[0]) || added[f.Operations[0].Key()] || !s.leavesRow(f) {
				continue
			}
			added[f.Operations[0].Key()] = true
			c := &call{document: s, title: f.Title, stated: []statement.Finding{f}, start: f.Start, end: f.End, beside: true, first: s.blockAt(f.Start)}
			if cells := s.bodyCells(c); len(cells) > 0 && prose.Plain(cells[0]) == c.title {
				c.title = "" // what it is sent
			}
			c.parts = s.cellParts(c)
			if at := s.headed[c.first]; at >= 0 {
				c.crumbs = append(s.crumbsAbove(at), s.blocks[at].plain)
			}
			calls = append(calls, c)
		}
		if len(calls) > 0 {
			s.calls = append(s.calls, calls...)
			slices.SortStableFunc(s.calls, func(a, b *call) int { return cmp.Compare(a.start, b.start) })
		}
	}
}

// isRowAlone reports whether a statement is the row of a table with a column for paths, or an item of a list
// some of which sections describe, and no use of an endpoint with a number for what varies.
func (s *document) isRowAlone(f statement.Finding) bool {
	if f.Form != statement.Listed || len(f.Operations) != 1 || f.URL || f.Template > 0 || s.inExample(f.Start) {
		return false
	}
	if k := s.blockAt(f.Start); k < len(s.blocks) && s.sectioned && f.Title != "" && s.isEntryAt(f) && s.blocks[k].kind == textBlock {
		return true // an item beside those that sections describe
	}
	return s.isPathRow(f)
}

// isPathRow reports whether a statement is the row of a table with a column for paths, and no use of an endpoint with
// a number for what varies.
func (s *document) isPathRow(f statement.Finding) bool {
	k := s.blockAt(f.Start)
	if k == len(s.blocks) || s.blocks[k].kind != tableBlock || slices.ContainsFunc(segments(f.Operations[0].Path), isNumber) {
		return false
	}
	if s.announced(k) == vocabulary.Documentation {
		return false // how often one may be called
	}
	return slices.ContainsFunc(s.blocks[k].table.Head, func(head string) bool { return statement.LabelsPath(prose.Plain(head)) })
}

// isNumber reports whether a segment of a path is one that stands for others.
func isNumber(segment string) bool {
	return segment != "" && strings.Trim(segment, "0123456789") == ""
}

// leavesRow reports whether a row is part of no other endpoint. One that stands between the heading and the
// statement of an endpoint is above what is said of that.
func (s *document) leavesRow(f statement.Finding) bool {
	c := s.callAt(f.Start)
	if c == nil {
		return true
	}
	end := s.blocks[s.blockAt(f.Start)].end
	if c.beside || c.stated[0].Start < end {
		return false
	}
	c.start = end
	c.first = s.blockAt(c.start)
	c.parts = s.parts(c.first, c.start, c.end)
	return true
}

// checkRowsAlone tells of the endpoints of which a row says all.
func (r *reading) checkRowsAlone() {
	var first *endpoint
	n := 0
	for _, e := range r.endpoints {
		if e.call.beside {
			if n++; first == nil {
				first = e
			}
		}
	}
	if n > 0 {
		f := first.statement()
		r.problem(f.Start, f.End, "index-only", itoa(n)+" of the endpoints of this page stand in rows of an index alone: the pages do not say which parameters they take, what they are sent and what they return, but for what the rows show", "")
	}
}
