package captured

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// isRoot reports whether an entry is a change of its own: not one that only
// announces others, nor part of one that came or went as a whole.
func (e *entry) isRoot() bool {
	switch {
	case e.unit != nil && e.unit.lone:
		return false
	case e.both():
		return e.code[0] != e.code[1] && !e.announces() || e.reworded()
	}
	return e.parent == nil || e.parent.both()
}

// reworded reports whether the sides differ in the text below an item.
func (e *entry) reworded() bool {
	return e.both() && prose(e.text[0]) != prose(e.text[1])
}

// prose is the words of some lines.
func prose(lines []element) string {
	var words []string
	for _, e := range lines {
		words = append(words, strings.Fields(e.text)...)
	}
	return strings.Join(words, " ")
}

// rewordedType reports whether nothing but the text of a named type differs.
func (e *entry) rewordedType() bool {
	return e.reworded() && e.code[0] == e.code[1] && e.any().Form == decl.Named
}

// nestRuns finds the parents of entries among those that came or went, or
// changed, together with them.
func (s *fileDiff) nestRuns() {
	for start := 0; start < len(s.entries); {
		end := start + 1
		for end < len(s.entries) && s.entries[end].run == s.entries[start].run {
			end++
		}
		if s.entries[start].run > 0 {
			nestRun(s.entries[start:end], before)
			nestRun(s.entries[start:end], after)
		}
		start = end
	}
}

func nestRun(entries []*entry, on side) {
	var there []*entry
	var flat []rendered.Flat
	for _, e := range entries {
		if it := e.item[on.index()]; it != nil {
			there = append(there, e)
			flat = append(flat, rendered.Flat{Item: it, Top: !e.nested})
		}
	}
	var open []*entry
	for i, d := range rendered.Forest(flat, nil) {
		d = min(d, len(open))
		open = append(open[:d], there[i])
		if d > 0 && there[i].parent == nil && !there[i].both() {
			there[i].nestIn(open[d-1])
		}
	}
}
