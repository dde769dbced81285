package statement

import (
	"bytes"
	"sort"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// sectionBase is a heading that ends with a path in code in brackets: ## Boats (`/api/boats`).
var sectionBase = prefilter.MustCompile("^ {0,3}#{1,6}[ \\t].*[(（]`(/[A-Za-z][^\\s`|<>{}:]*?)/?`[)）][ \\t#]*$")

// behindSections puts the path in brackets of a heading before those of the rows and items right
// below it, unless one of them begins with it, or with its last segment.
func (w *walker) behindSections() {
	h := -1
	for i := 0; i < len(w.found); {
		for h+1 < len(w.headings) && w.headings[h+1].start <= w.found[i].Start {
			h++
		}
		if h < 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(w.found) && (h+1 == len(w.headings) || w.found[end].Start < w.headings[h+1].start) {
			end++
		}
		start := w.headings[h].start
		line, _, _ := bytes.Cut(w.text[start:], []byte("\n"))
		if m := sectionBase.FindSubmatch(bytes.TrimRight(line, "\r")); m != nil {
			putBehind(w.found[i:end], string(m[1]), start)
		}
		i = end
	}
	w.belowSections()
}

var (
	// besideBase is a heading that ends with a path: ## Boats /api/boats, ## Boats: `/api/boats`, or is one.
	besideBase = prefilter.MustCompile("^ {0,3}#{1,6}[ \\t]+(?:[^`/|\\n]*[^\\s`/|(（][ \\t]*(?:[-–—:：][ \\t]*)?[ \\t(（])?`?(/[A-Za-z][^\\s`|<>{}:()（）]*?)/?`?[)）]?[ \\t#]*$")
	// verbFirst is a title that begins with a verb of HTTP.
	verbFirst = prefilter.MustCompile("^[ #`*_\\[]*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\b")
)

// belowSections puts the path at the end of a heading before those of all endpoints below it, whatever
// their form, where one of them is but a slash or begins with a slot, so that they are relative, and
// none begins with it. Deeper headings come first. Where that cannot be told the endpoints have a note.
func (w *walker) belowSections() {
	for level := maxLevel; level > 0; level-- {
		for k, h := range w.headings {
			if h.level != level {
				continue
			}
			line, _, _ := bytes.Cut(w.text[h.start:], []byte("\n"))
			if bytes.IndexByte(line, '/') < 0 || verbFirst.Match(line) {
				continue
			}
			m := besideBase.FindSubmatch(bytes.TrimRight(line, "\r"))
			if m == nil || ofMachine.Match(m[1]) || len(basesIn(line, len(line))) > 0 {
				continue
			}
			end := len(w.text)
			for _, next := range w.headings[k+1:] {
				if next.level <= level {
					end = next.start
					break
				}
			}
			w.putBelow(string(m[1]), h.start, h.start+len(line), end)
		}
	}
}

// maxLevel is the deepest level of headings.
const maxLevel = 6

// putBelow puts a path before those of the endpoints between two offsets.
func (w *walker) putBelow(base string, at, from, to int) {
	last := base[strings.LastIndexByte(base, '/'):]
	relative := false
	var below []*Finding
	first := sort.Search(len(w.found), func(i int) bool { return w.found[i].Start >= from })
	for i := first; i < len(w.found) && w.found[i].Start < to; i++ {
		f := &w.found[i]
		if f.Form > Listed || f.SectionAt > 0 {
			continue
		}
		for _, op := range f.Operations {
			if f.URL || !strings.HasPrefix(op.Path, "/") || begins(op.Path, base) || begins(op.Path, last) {
				return
			}
			relative = relative || len(op.Path) == 1 || strings.IndexByte("{:<", op.Path[1]) >= 0
		}
		below = append(below, f)
	}
	for _, f := range below {
		if !relative {
			f.BesideAt = at + 1
			continue
		}
		for k, op := range f.Operations {
			f.Operations[k].Path = base + strings.TrimSuffix(op.Path, "/")
			f.SectionAt = at + 1
		}
	}
}

// putBehind puts a path before those of the endpoints of a section.
func putBehind(found []Finding, base string, at int) {
	last := base[strings.LastIndexByte(base, '/'):]
	for _, f := range found {
		for _, op := range f.Operations {
			if f.Form != Listed || f.URL || !strings.HasPrefix(op.Path, "/") || begins(op.Path, base) || begins(op.Path, last) {
				return
			}
		}
	}
	for i := range found {
		for k, op := range found[i].Operations {
			found[i].Operations[k].Path = base + strings.TrimSuffix(op.Path, "/")
			found[i].SectionAt = at + 1
		}
	}
}

// begins reports whether a path begins with all segments of another.
func begins(path, base string) bool { return path == base || strings.HasPrefix(path, base+"/") }
