package sdkdocs

import (
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/statement"
)

// extents are the methods and types of the pages.
func (r *run) extents() map[string]*format.Extent {
	out := map[string]*format.Extent{}
	for _, s := range r.pages {
		out[s.path] = s.extent()
	}
	return out
}

// extent returns the methods and types of a page. The units of rendered copies
// have offsets of another text.
func (s *scanned) extent() *format.Extent {
	if s.copied {
		return &format.Extent{Rebuilt: true}
	}
	e := &format.Extent{}
	for i := range s.units {
		u := &s.units[i]
		if u.kind == groupUnit {
			continue
		}
		part := format.Part{Start: u.start, End: u.end}
		for _, h := range u.headings {
			section, _ := dialect.SectionOf(h.Title)
			if section == dialect.ExampleSection || section == dialect.ResponseSection {
				part.Examples = append(part.Examples, [2]int{h.Start, h.End})
			}
		}
		e.Parts = append(e.Parts, part)
	}
	return e
}

// operations are the methods of a page.
func (s *scanned) operations() []statement.Operation {
	var out []statement.Operation
	for i := range s.units {
		if u := &s.units[i]; u.kind == methodUnit {
			out = append(out, statement.Operation{Verb: u.verb, Path: u.path})
		}
	}
	return out
}
