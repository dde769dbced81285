package statement

import (
	"bytes"
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
