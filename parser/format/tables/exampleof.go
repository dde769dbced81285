package tables

import (
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
)

// showsAsked reports whether an example stands below a title of its own within a section for
// what is sent, and shows nothing but what the tables of that section list: a command above it
// does not make it what is answered.
func (r *reading) showsAsked(p part, text string) bool {
	s := r.document
	i := s.blockAt(p.start)
	if i >= len(s.blocks) || s.headed[i] < 0 || s.tip[s.headed[i]] < 0 {
		return false
	}
	above := s.tip[s.headed[i]]
	switch section, _ := s.sectionOf(s.blocks[above].plain); section {
	case vocabulary.Request, vocabulary.Body, vocabulary.Form:
	default:
		return false
	}
	body, ok := relaxed(text)
	if !ok {
		return false
	}
	value, err := link.ParseJSON(body)
	members, _ := objectOf(value)
	if err != nil || len(members) == 0 {
		return false
	}
	listed := map[string]bool{}
	for k := above; k < i; k++ {
		if b := &s.blocks[k]; b.kind == tableBlock && b.head.isFacts() {
			for row := range b.table.Rows {
				listed[stepName(b.table.Rows[row].Cell(b.head.name))] = true
			}
		}
	}
	for name := range members {
		if !listed[name] {
			return false
		}
	}
	return true
}
