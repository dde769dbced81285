// Package captured takes pages apart that show two revisions of a reference side
// by side and were saved as text: indentation is flattened to one blank, the
// numbers of lines are glued to their text, unchanged stretches are cut, and
// most names of files are missing.
//
// Lines are told apart by their numbers first (split). Files that only one
// revision has are there in full: their nesting is rebuilt from what items
// announce, and they are named by what their methods are called in clients. Of
// the other files only what differs is known: each change is placed below the
// item that announces more or fewer members than before, or where a whole file
// has the same item, and becomes part of a page of its own on both sides.
//
// It is not part of the compatibility promise.
package captured

import (
	"bytes"
	"maps"
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// A Page is a page of one side, rebuilt.
type Page struct {
	// Path is where it would lie in a folder of pages.
	Path string
	Text []byte
	// Lines holds for each line of Text the line of the capture that it was made
	// from, counted from 1, or 0.
	Lines []int32
}

// A Capture is what a page that shows two revisions side by side holds.
type Capture struct {
	// Whole are the files that only the new revision has, which are there in full.
	Whole []Page
	// Old and New are what differs, with what is shown around it, as pages of
	// methods and types of which the rest is left out.
	Old, New []Page
	// In says of the types on Old and New how their values are seen to travel:
	// in a request, in a response, or both.
	In map[string][]string
	// Parameters says of the types on Old and New that are the parameters of a method
	// where these travel: in the query, for instance.
	Parameters map[string]string
	// Rest is what differs and was not compared, in order.
	Rest []Rest
	// Files, Added and Removed are how many files and lines differ.
	Files, Added, Removed int
	// Stated are the same numbers as the page states them, nil where it does not.
	Stated *Sum
}

// A Sum is how many files and lines differ.
type Sum struct {
	Files   int `json:"pages"`
	Added   int `json:"linesAdded"`
	Removed int `json:"linesRemoved"`
}

// A reader takes a capture apart.
type reader struct {
	file     *source.File
	sections []section
	dialects []dialect.Dialect // by section
	whole    [2][]*document    // by side
	total    *tally
	found    diag.List
	starts   []int // of the lines of the file
}

// Read takes a capture apart. The findings say what of it was not understood.
func Read(file *source.File, dialects []dialect.Dialect) (*Capture, diag.List) {
	r := &reader{file: file}
	at := 0
	for line := range bytes.Lines(file.Text) {
		r.starts = append(r.starts, at)
		at += len(line)
	}
	r.sections, r.total = sections(file.Text)
	r.dialects = sectionDialects(r.sections, dialects)
	for i := range r.sections {
		s := &r.sections[i]
		if on, ok := s.whole(); ok && r.dialects[i] != nil {
			d := read(s.lines, on, r.dialects[i])
			d.name = s.name
			r.whole[on.index()] = append(r.whole[on.index()], d)
		}
	}
	c := &Capture{In: map[string][]string{}, Parameters: map[string]string{}}
	r.count(c)
	r.fill(c)
	r.found.Sort()
	return c, r.found
}

// fill makes the pages of a capture.
func (r *reader) fill(c *Capture) {
	docs := r.whole[1]
	n := newNester(docs)
	c.Whole = n.pages(docs)
	base := r.base()
	p := &locator{nester: n, methods: parametersOf(docs)}
	for _, d := range docs {
		if d.dialect.Name() == base {
			p.base = append(p.base, d)
		}
	}
	var diffs, others []*fileDiff
	var changes [][]change
	for i := range r.sections {
		if _, ok := r.sections[i].whole(); ok || r.dialects[i] == nil {
			continue
		}
		s := readFileDiff(r.sections[i].lines, r.dialects[i], n.sizes)
		if s.dialect.Name() != base {
			others = append(others, s)
			continue
		}
		diffs = append(diffs, s)
		changes = append(changes, p.changes(s))
	}
	c.Old = n.pages(slices.Concat(r.lone(before, base), r.units(before, diffs), r.newTypes(before, base, diffs, changes)))
	c.New = n.pages(slices.Concat(r.lone(after, base), r.units(after, diffs), r.newTypes(after, base, diffs, changes)))
	r.compare(c, diffs, changes, names(docs))
	c.Old, c.New = apart(c.Old), apart(c.New)
	r.leftOver(c, diffs, others, changes)
	r.words(diffs)
	r.rest(c, diffs, base)
	r.clientsOnly(base)
}

// apart gives each page a path of its own.
func apart(pages []Page) []Page {
	p := &pathfinder{taken: map[string]bool{}}
	for i := range pages {
		pages[i].Path = p.free(pages[i].Path)
	}
	return pages
}

// compare makes the pages of what differs and of what stands around it.
func (r *reader) compare(c *Capture, diffs []*fileDiff, changes [][]change, names map[string][]string) {
	for _, part := range collect(diffs, changes) {
		if page, ok := part.page(before, names); ok {
			c.Old = append(c.Old, page)
		}
		if page, ok := part.page(after, names); ok {
			c.New = append(c.New, page)
		}
		if part.title != "" {
			c.In[part.title] = slices.Sorted(maps.Keys(part.in))
			if part.location != "" {
				c.Parameters[part.title] = part.location
			}
		}
	}
	around := contexts(diffs, names)
	c.Old = append(c.Old, around...)
	c.New = append(c.New, around...)
}

// leftOver reports what was not compared: changes without a place that no
// other file shows with one, in the base or in other dialects.
func (r *reader) leftOver(c *Capture, diffs, others []*fileDiff, changes [][]change) {
	u := &unplacedList{byKey: map[string]*loose{}}
	agreed := r.agreed(changes)
	for i, s := range diffs {
		for _, ch := range changes[i] {
			if !ch.located && !agreed[ch.key()] {
				u.add(s, ch.entry)
			}
		}
		r.unshown(s)
	}
	for _, s := range others {
		s.nestRuns()
		for _, e := range s.entries {
			if e.isRoot() && !agreed[e.key()] {
				u.add(s, e)
			}
		}
	}
	r.report(u)
	for _, l := range u.list {
		c.Rest = append(c.Rest, Rest{Kind: "change", Line: l.at, Dialects: l.dialects, Old: l.texts[0], New: l.texts[1], Times: l.occurrences})
	}
}

// lone are the files of one side that describe methods which the base shows on
// that side only. Files of other dialects alone show that a client learned of a
// method, and files of types that the types have a page now.
func (r *reader) lone(on side, base string) []*document {
	endpoints := map[string]bool{}
	for _, d := range r.whole[on.index()] {
		if d.dialect.Name() == base {
			for _, m := range d.methods {
				endpoints[m.endpoint()] = true
			}
		}
	}
	var out []*document
	for _, d := range r.whole[on.index()] {
		if len(d.methods) > 0 && !slices.ContainsFunc(d.methods, func(m method) bool { return !endpoints[m.endpoint()] }) {
			out = append(out, d)
		}
	}
	return out
}

// units are the methods and types that files of the base gained or lost and
// that have no file of their own, as one document each.
func (r *reader) units(on side, diffs []*fileDiff) []*document {
	seen := map[string]bool{}
	for _, d := range r.whole[on.index()] {
		for _, m := range d.methods {
			seen[m.endpoint()] = true
		}
	}
	var out []*document
	for _, s := range diffs {
		for _, lines := range s.lone[on.index()] {
			d := read(lines, on, s.dialect)
			key := "type " + d.title()
			if len(d.methods) > 0 {
				key = d.methods[0].endpoint()
			} else {
				d.elements = append([]element{{kind: headingLine, level: 2, text: "Domain Types", at: d.at}}, d.elements...)
			}
			if !seen[key] && slices.ContainsFunc(d.elements, func(e element) bool { return e.item != nil }) {
				seen[key] = true
				out = append(out, d)
			}
		}
	}
	return out
}

// base is the dialect whose files tell what differs: the one that says most
// of what is on the wire and announces how many members types have.
func (r *reader) base() string {
	var best dialect.Dialect
	for _, d := range r.dialects {
		if d != nil && d.Traits().Counts && (best == nil || compareLead(d, best) < 0) {
			best = d
		}
	}
	if best == nil {
		return ""
	}
	return best.Name()
}

// count sums up what differs and compares it with what the capture says.
func (r *reader) count(c *Capture) {
	for i := range r.sections {
		s := &r.sections[i]
		added, removed := s.count()
		c.Files++
		c.Added += added
		c.Removed += removed
		if n := len(s.unread); n > 0 {
			r.add("unread-line", diag.Warning, s.unread[0].at, "%s of this file, from here on, fit the numbers of neither side", count(n, "line", "lines"))
		}
		if r.dialects[i] == nil && s.hasItem() {
			r.add("unread-file", diag.Warning, s.at, "nothing in this file shows of what dialect it is")
		}
	}
	if t := r.total; t != nil {
		c.Stated = &Sum{t.files, t.added, t.removed}
	}
	if t := r.total; t != nil && *t != (tally{c.Files, c.Added, c.Removed, t.at}) {
		r.add("incomplete-capture", diag.Warning, t.at, "the page says that %s, by +%d −%d lines; it shows %d, and +%d −%d", count(t.files, "file differs", "files differ"), t.added, t.removed, c.Files, c.Added, c.Removed).
			Help = "it was cut short; capture it again to compare all of it"
	}
}
