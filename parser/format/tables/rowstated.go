package tables

import (
	"slices"
	"sort"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// statedRows are the findings, by their index, that are rows of tables which state several
// endpoints for what stands below:
//
//	| Method | Path                   |
//	| POST   | /kilns/:name/fire      |
//	| POST   | /kilns/:name/fire-dry  |
//
// Such a table has nothing but endpoints, of which the page states less than half elsewhere.
// An index of endpoints, which says something of each, is none.
func (s *document) statedRows(found []statement.Finding, known map[string]bool) map[int]bool {
	out := map[int]bool{}
	for i := 0; i < len(found); {
		k := s.blockAt(found[i].Start)
		n := i + 1
		for n < len(found) && k < len(s.blocks) && found[n].Start < s.blocks[k].end {
			n++
		}
		if k < len(s.blocks) && s.isTableOfEndpoints(k, found[i:n], known) && (s.hasParts(k, found[n-1]) || s.statesInTables(found)) {
			for ; i < n; i++ {
				out[i] = true
			}
		}
		i = n
	}
	return out
}

// isTableOfEndpoints reports whether a block is a table of which each row is an endpoint
// with nothing that describes it.
func (s *document) isTableOfEndpoints(k int, rows []statement.Finding, known map[string]bool) bool {
	b := &s.blocks[k]
	if b.kind != tableBlock || len(b.table.Rows) < 2 || len(rows) > mostStated || s.inExample(rows[0].Start) {
		return false
	}
	for _, text := range b.table.Head {
		if vocabulary.ColumnOf(prose.Plain(text)) == vocabulary.Description {
			return false
		}
	}
	elsewhere := 0
	for _, f := range rows {
		if f.Form != statement.Listed {
			return false
		}
		if known[f.Operations[0].Key()] {
			elsewhere++
		}
	}
	for i := range b.table.Rows {
		r := &b.table.Rows[i]
		if !slices.ContainsFunc(rows, func(f statement.Finding) bool { return r.Start <= f.Start && f.Start < r.End }) {
			return false
		}
	}
	return elsewhere*2 < len(rows) && !s.requestsMost(b, rows)
}

// requestsMost reports whether commands in other sections of the page request most of what the rows of a
// table state: these repeat what the sections are about.
func (s *document) requestsMost(table *block, rows []statement.Finding) bool {
	at, n := s.headingOf(table.start), 0
	for _, f := range rows {
		if heading, ok := s.commandsAsk()[f.Operations[0].Key()]; ok && heading != at {
			n++
		}
	}
	return n*2 > len(rows)
}

// commandsAsk are the endpoints that commands of the page request, with the heading of the first one.
func (s *document) commandsAsk() map[string]int {
	if s.asked != nil {
		return s.asked
	}
	s.asked = map[string]int{}
	for i := range s.blocks {
		if op, ok := s.requested(&s.blocks[i]); ok {
			if _, again := s.asked[op.Key()]; !again {
				s.asked[op.Key()] = s.ruled[i]
			}
		}
	}
	return s.asked
}

// hasParts reports whether attributes, or a heading or a label of a part of an endpoint,
// stand below a table of endpoints, in its section.
func (s *document) hasParts(k int, last statement.Finding) bool {
	end := s.endOf(last, s.headingOf(last.Start))
	if s.hasFacts(last.End, end) {
		return true
	}
	for i := k + 1; i < len(s.blocks) && s.blocks[i].start < end; i++ {
		switch b := &s.blocks[i]; b.kind {
		case headingBlock:
			section, _ := s.sectionOf(b.plain)
			return section != vocabulary.Unknown && section != vocabulary.Documentation
		case textBlock:
			if b.label(s.text, s.sections).section != vocabulary.Unknown {
				return true
			}
		case tableBlock:
			return false
		}
	}
	return false
}

// statesInTables reports whether the page states endpoints in tables of their own.
func (s *document) statesInTables(found []statement.Finding) bool {
	return slices.ContainsFunc(found, func(f statement.Finding) bool {
		k := s.blockAt(f.Start)
		return f.Form == statement.Stated && k < len(s.blocks) && s.blocks[k].kind == tableBlock
	})
}

// statesIn reports whether a block states an endpoint, or lists one.
func (s *document) statesIn(b *block) bool {
	i := sort.Search(len(s.found), func(i int) bool { return s.found[i].Start >= b.start })
	return i < len(s.found) && s.found[i].Start < b.end && s.found[i].Form <= statement.Listed
}
