package revpage

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/rendered"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// An entry is an item of a file that both sides have, as far as it is shown.
type entry struct {
	// code is the item on each side, item the same as it reads; nil and "" where
	// that side does not have it.
	code   [2]string
	item   [2]*dialect.Item
	text   [2][]element
	nested bool
	at     int32
	// index is the place among the entries of the sheet.
	index int
	// parent is what it stands below, if that is known; kids are those of which
	// it is the parent.
	parent *entry
	kids   []*entry
	// next is the entry after it that both sides have, within the same stretch.
	prev, next *entry
	unit       *unit
	section    dialect.Section
	// run numbers stretches between items that did not change; 0 is on those.
	run int
	// missing is by how many more members the new side announces than were found.
	missing int
}

// A unit is the method or type that entries belong to.
type unit struct {
	title      string
	verb, path string
	// lone says that only one side has it.
	lone bool
	at   int32
}

func (e *entry) both() bool { return e.item[0] != nil && e.item[1] != nil }
func (e *entry) any() *dialect.Item {
	if e.item[1] != nil {
		return e.item[1]
	}
	return e.item[0]
}

// key is what the item is called.
func (e *entry) key() string { return keyOf(e.any()) }

// announces reports whether the sides differ in nothing but in the members that
// the item announces.
func (e *entry) announces() bool {
	if !e.both() || e.code[0] == e.code[1] {
		return false
	}
	a, b := e.item[0], e.item[1]
	x, y := a.Expr, b.Expr
	for x.Op == y.Op && (x.Op == typeexpr.Array || x.Op == typeexpr.Map) {
		x, y = x.Args[0], y.Args[0]
	}
	return a.Name == b.Name && a.Form == b.Form && a.Optional == b.Optional && a.Nullable == b.Nullable &&
		x.Op == y.Op && x.Text == y.Text && (x.Op == typeexpr.Object && x.Braces == y.Braces || x.Op == typeexpr.Union)
}

// A sheet is what is shown of a file that both sides have.
type sheet struct {
	dialect dialect.Dialect
	entries []*entry
	// announcers are the entries that announce other members than before, and
	// tops the last one that is not indented, for each up to it, or -1.
	announcers, tops []int
	// units are the methods that both sides have and whose headings are shown.
	units []*unit
	// lone are the lines of the methods and types that only one side has.
	lone [2][][]row
	// examples counts lines of examples, and of prose above items, that differ.
	examples int
}

// A sheetReader goes through the lines of a section.
type sheetReader struct {
	*sheet
	scan    [2]scanner
	last    [2]*entry
	unit    *unit
	section dialect.Section
	// segment are the entries since the last heading or cut.
	segment []*entry
	run     int
	// alone are the lines of the unit that is open, if only that side has it.
	alone [2][]row
	sizes map[string]*typeexpr.Expr
}

// sheetOf reads the lines of a file that both sides have.
func sheetOf(rows []row, d dialect.Dialect, sizes map[string]*typeexpr.Expr) *sheet {
	r := &sheetReader{sheet: &sheet{dialect: d}, sizes: sizes}
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && !rows[end].cut {
			end++
		}
		r.stretch(rows[start:end])
		start = end
	}
	return r.sheet
}

// stretch reads lines of which none is left out. What was known before it is
// known no longer.
func (r *sheetReader) stretch(rows []row) {
	r.unit, r.section, r.last = nil, dialect.NoSection, [2]*entry{}
	r.run++
	open := insideFence(rows)
	r.scan = [2]scanner{{dialect: r.dialect, fence: open}, {dialect: r.dialect, fence: open}}
	for _, row := range rows {
		r.row(row)
	}
	r.close(dialect.NoSection)
	r.endLone()
}

// insideFence reports whether a stretch starts inside of a fence: the first
// line of ticks that it shows ends one, since only that has no language.
func insideFence(rows []row) bool {
	for _, r := range rows {
		for _, text := range []string{r.oldText, r.newText} {
			if info, ok := strings.CutPrefix(strings.TrimSpace(text), "```"); ok {
				return info == ""
			}
		}
	}
	return false
}

func (r *sheetReader) row(row row) {
	var es [2]element
	var has [2]bool
	for i, s := range []side{before, after} {
		var text string
		if text, has[i] = row.on(s); has[i] {
			es[i] = r.scan[i].element(text, row.at)
		}
	}
	e := es[1]
	if !has[1] {
		e = es[0]
	}
	defer r.keep(has, row)
	switch {
	case es[0].kind == itemLine && es[1].kind == itemLine && row.changed() && keyOf(es[0].item) != keyOf(es[1].item):
		r.item([2]element{es[0], {}}, es[0], row) // two items that stand side by side
		r.item([2]element{{}, es[1]}, es[1], row)
	case es[0].kind == itemLine || es[1].kind == itemLine:
		if es[1].kind != itemLine {
			e = es[0]
		}
		r.item(es, e, row)
	case e.kind == headingLine:
		r.heading(es, has, e)
	default:
		r.text(es, has, row)
	}
}

func (r *sheetReader) heading(es [2]element, has [2]bool, e element) {
	s, _ := dialect.SectionOf(e.text)
	r.close(s)
	r.run++
	r.section = s
	r.last = [2]*entry{}
	switch {
	case s != dialect.NoSection && s != dialect.DomainTypes:
		if r.unit == nil {
			r.unit = &unit{}
		}
		return
	case s == dialect.DomainTypes:
		r.endLone()
		r.unit = &unit{title: e.text}
		return
	}
	r.endLone()
	r.unit = &unit{title: e.text, lone: has[0] != has[1] || es[0].text != es[1].text}
	for i := range es {
		if r.unit.lone && has[i] {
			r.alone[i] = []row{}
		}
	}
}

var noRows [2][]row

// keep adds a line to the unit that only one side has.
func (r *sheetReader) keep(has [2]bool, row row) {
	for i := range has {
		if has[i] && r.alone[i] != nil {
			r.alone[i] = append(r.alone[i], row)
		}
	}
}

// endLone ends a unit that only one side has.
func (r *sheetReader) endLone() {
	for i, rows := range r.alone {
		if len(rows) > 0 {
			r.lone[i] = append(r.lone[i], rows)
		}
		r.alone[i] = nil
	}
}

func (r *sheetReader) item(es [2]element, e element, row row) {
	n := &entry{nested: e.nested, at: row.at, unit: r.unit, section: r.section}
	if row.changed() {
		n.run = r.run
	} else {
		r.run++
	}
	for i := range es {
		if es[i].kind == itemLine {
			n.code[i], n.item[i] = es[i].text, es[i].item
			r.last[i] = n
		}
	}
	r.entries = append(r.entries, n)
	r.segment = append(r.segment, n)
}

// text adds a line of prose to the items above it.
func (r *sheetReader) text(es [2]element, has [2]bool, row row) {
	if verb, path, ok, _ := dialect.VerbLine(es[1].text); ok && r.unit != nil {
		r.unit.verb, r.unit.path, r.unit.at = verb, path, row.at
		if row.both() && !row.changed() {
			r.unit.lone, r.alone = false, noRows // another title for the same
			r.units = append(r.units, r.unit)
		}
	}
	for i := range es {
		if has[i] && r.last[i] != nil && !r.scan[i].fence && !strings.HasPrefix(es[i].text, "```") {
			r.last[i].text[i] = append(r.last[i].text[i], es[i])
		} else if row.changed() && row.both() && i == 1 {
			r.examples++
		}
	}
}

// close ends a section: what stands in it can be nested now.
func (r *sheetReader) close(next dialect.Section) {
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
func (r *sheetReader) nest(seg []*entry, i int) {
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
			on[j].hang(open[d-1])
		}
	}
}

func (e *entry) hang(p *entry) {
	e.parent = p
	p.kids = append(p.kids, e)
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
