package captured

import (
	"slices"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// close ends a section: what stands in it can be nested now.
func (r *fileDiffReader) close(next dialect.Section) {
	seg := reunite(r.segment)
	r.entries = append(r.entries[:len(r.entries)-len(r.segment)], seg...)
	for i, e := range seg {
		e.index = len(r.entries) - len(seg) + i
	}
	r.segment = nil
	for _, e := range seg {
		if e.section == dialect.NoSection && e.unit == nil {
			e.section = endedBy(next)
		}
	}
	for i := range 2 {
		r.nest(seg, i)
	}
	neighbour(seg)
}

// reunite makes one entry of what is an item before and after: a comparison
// shows old and new lines of a stretch side by side as they come.
func reunite(seg []*entry) []*entry {
	type name struct {
		key    string
		nested bool
		run    int
	}
	gone := map[name][]*entry{}
	for _, e := range seg {
		if e.item[1] == nil {
			n := name{e.key(), e.nested, e.run}
			gone[n] = append(gone[n], e)
		}
	}
	merged := map[*entry]bool{}
	for _, e := range seg {
		n := name{e.key(), e.nested, e.run}
		if list := gone[n]; e.item[0] == nil && len(list) > 0 {
			old := list[0]
			gone[n], merged[old] = list[1:], true
			e.code[0], e.item[0], e.text[0] = old.code[0], old.item[0], old.text[0]
		}
	}
	return slices.DeleteFunc(slices.Clone(seg), func(e *entry) bool { return merged[e] })
}

// endedBy is the section that stands before another one, whose own heading is
// not shown.
func endedBy(next dialect.Section) dialect.Section {
	switch next {
	case dialect.ReturnsSection:
		return dialect.ParamSection
	case dialect.ExampleSection, dialect.ResponseSection:
		return dialect.ReturnsSection
	}
	return dialect.NoSection
}

// nest finds the parents of the entries of one side, from the first one on that
// is not indented.
func (r *fileDiffReader) nest(seg []*entry, i int) {
	var on []*entry
	var flat []rendered.Flat
	for _, e := range seg {
		if e.item[i] != nil && (len(on) > 0 || !e.nested) {
			on = append(on, e)
			flat = append(flat, rendered.Flat{Item: e.item[i], Top: !e.nested})
		}
	}
	var open []*entry
	for j, d := range rendered.Nest(flat, r.sizes) {
		d = min(d, len(open))
		open = append(open[:d], on[j])
		if d > 0 && on[j].parent == nil {
			on[j].nestIn(open[d-1])
		}
	}
}

// neighbour tells each entry its neighbours that both sides have.
func neighbour(seg []*entry) {
	var last *entry
	for _, e := range seg {
		e.prev = last
		if e.both() {
			last = e
		}
	}
	last = nil
	for i := len(seg) - 1; i >= 0; i-- {
		seg[i].next = last
		if seg[i].both() {
			last = seg[i]
		}
	}
}
