package captured

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// A fileDiff is what is shown of a file that both sides have.
type fileDiff struct {
	dialect dialect.Dialect
	entries []*entry
	// announcers are the entries that announce other members than before, and
	// tops the last one that is not indented, for each up to it, or -1.
	announcers, tops []int
	// units are the methods that both sides have and whose headings are shown.
	units []*unit
	// lone are the lines of the methods and types that only one side has.
	lone [2][][]diffLine
	// words counts lines of examples, and of prose above items, that differ; they
	// begin at wordsAt.
	words   int
	wordsAt int32
	prose   []looseWords
}

// A fileDiffReader goes through the lines of a section.
type fileDiffReader struct {
	*fileDiff
	scan    [2]scanner
	last    [2]*entry
	unit    *unit
	section dialect.Section
	// segment are the entries since the last heading or cut.
	segment []*entry
	run     int
	// alone are the lines of the unit that is open, if only that side has it.
	alone [2][]diffLine
	sizes map[string]*decl.Expr
}

// readFileDiff reads the lines of a file that both sides have.
func readFileDiff(lines []diffLine, d dialect.Dialect, sizes map[string]*decl.Expr) *fileDiff {
	r := &fileDiffReader{fileDiff: &fileDiff{dialect: d}, sizes: sizes}
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && !lines[end].cut {
			end++
		}
		r.stretch(lines[start:end])
		start = end
	}
	return r.fileDiff
}

// stretch reads lines of which none is left out. What was known before it is
// known no longer.
func (r *fileDiffReader) stretch(lines []diffLine) {
	r.unit, r.section, r.last = nil, dialect.NoSection, [2]*entry{}
	r.run++
	open := insideFence(lines)
	r.scan = [2]scanner{{dialect: r.dialect, fence: open}, {dialect: r.dialect, fence: open}}
	for _, line := range lines {
		r.line(line)
	}
	r.close(dialect.NoSection)
	r.endLone()
}

// insideFence reports whether a stretch starts inside of a fence: the first
// line of ticks that it shows ends one, since only that has no language.
func insideFence(lines []diffLine) bool {
	for _, r := range lines {
		for _, text := range []string{r.oldText, r.newText} {
			if info, ok := strings.CutPrefix(strings.TrimSpace(text), "```"); ok {
				return info == ""
			}
		}
	}
	return false
}

func (r *fileDiffReader) line(line diffLine) {
	var es [2]element
	var has [2]bool
	for i, s := range []side{before, after} {
		var text string
		if text, has[i] = line.on(s); has[i] {
			es[i] = r.scan[i].element(text, line.at)
		}
	}
	e := es[1]
	if !has[1] {
		e = es[0]
	}
	defer r.keep(has, line)
	switch {
	case es[0].kind == itemLine && es[1].kind == itemLine && line.changed() && rendered.Key(es[0].item) != rendered.Key(es[1].item):
		r.item([2]element{es[0], {}}, es[0], line) // two items that stand side by side
		r.item([2]element{{}, es[1]}, es[1], line)
	case es[0].kind == itemLine || es[1].kind == itemLine:
		if es[1].kind != itemLine {
			e = es[0]
		}
		r.item(es, e, line)
	case e.kind == headingLine:
		r.heading(es, has, e)
	default:
		r.text(es, has, line)
	}
}

func (r *fileDiffReader) heading(es [2]element, has [2]bool, e element) {
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
			r.alone[i] = []diffLine{}
		}
	}
}

func (r *fileDiffReader) item(es [2]element, e element, line diffLine) {
	n := &entry{nested: e.nested, at: line.at, unit: r.unit, section: r.section}
	if line.changed() {
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
func (r *fileDiffReader) text(es [2]element, has [2]bool, line diffLine) {
	if verb, path, ok, _ := dialect.VerbLine(es[1].text); ok && r.unit != nil {
		r.unit.verb, r.unit.path, r.unit.at = verb, path, line.at
		if line.both() && !line.changed() {
			r.unit.lone, r.alone = false, noLines // another title for the same
			r.units = append(r.units, r.unit)
		}
	}
	loose := false
	for i := range es {
		if has[i] && r.last[i] != nil && !r.scan[i].fence && !strings.HasPrefix(es[i].text, "```") {
			r.last[i].text[i] = append(r.last[i].text[i], es[i])
		} else if has[i] && r.alone[i] == nil && es[i].text != "" {
			loose = loose || line.changed()
		}
	}
	if loose {
		if r.words == 0 {
			r.wordsAt = line.at
		}
		r.addWords(line)
	}
}
