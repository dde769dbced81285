package main

import (
	"slices"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// A toldPages notes the pages at which an entry or a reworded text points.
type toldPages map[string]bool

func pagesToldBy(found *diff.Comparison, told []report.Finding) toldPages {
	out := toldPages{}
	for i := range told {
		f := &told[i]
		out[f.OldSpan.File], out[f.NewSpan.File] = true, true
		for _, l := range f.Locations {
			out[l.OldSpan.File], out[l.NewSpan.File] = true, true
		}
	}
	for i := range found.Texts {
		t := &found.Texts[i]
		out[t.OldSpan.File], out[t.NewSpan.File] = true, true
	}
	return out
}

// untold returns the pages of references that differ and at which nothing of the report
// points, so that whoever reads it knows where else to look. Where several dialects print
// one fact an entry points at one of them, so that the pages of the others tell nothing.
// Guides that tell something else of credentials come first: no facts are read of them, and
// what they say may break every request.
func (b *twoSides) untold() []string {
	references := map[string]bool{}
	dialects := map[string]bool{}
	for _, pages := range [][]*model.Page{b.before.api.Pages, b.after.api.Pages} {
		for _, p := range pages {
			if p.Kind == model.PageReference {
				references[p.Path], dialects[p.Dialect] = true, true
			}
		}
	}
	out := slices.Clone(b.touched.credentials)
	for _, name := range b.touched.reworded {
		if len(dialects) <= 1 && references[name] && !b.told[name] && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
