package tables

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
)

// missing finds the pages that the pages of the reference link to and that are not there,
// each with the first link, while more of them are: whoever has a part of a site has links
// that lead out of it.
func (b *pageSet) missing(out *format.Result) {
	there, gone := map[string]bool{}, map[string]source.Span{}
	for _, s := range b.documents {
		for i := range s.blocks {
			if s.blocks[i].kind != fenceBlock {
				b.follow(s, s.blocks[i].start, s.blocks[i].end, there, gone)
			}
		}
	}
	if len(there) <= len(gone) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(gone)) {
		d := model.Doubt{Kind: model.DoubtLink, Span: gone[name], Page: name, Reason: "pages link to " + name + ", and no such page is there"}
		out.Diags.Add("missing-page", diag.Info, d.Span, "%s", d.Reason)
		out.Input.Doubts = append(out.Input.Doubts, link.Doubt{Doubt: d})
	}
}

// follow notes where the links in a stretch of a page lead.
func (b *pageSet) follow(s *document, start, end int, there map[string]bool, gone map[string]source.Span) {
	for at := start; ; {
		i := strings.Index(s.text[at:end], "](")
		if i < 0 {
			return
		}
		at += i + len("](")
		n := strings.IndexAny(s.text[at:end], ") \t\n")
		if n < 0 {
			return
		}
		target := s.text[at : at+n]
		name := b.tree.Missing(s.page, target)
		if p := b.tree.Linked(s.page, endingOfPages(target)); name == "" && p != nil && p != s.page {
			there[p.Path] = true
		}
		if _, told := gone[name]; name != "" && !told {
			gone[strings.Clone(name)] = s.file.Span(at, at+n)
		}
	}
}

// endingOfPages is a link to a page of a site as one to the page of the folder.
func endingOfPages(target string) string {
	target, _, _ = strings.Cut(target, "#")
	if rest, ok := strings.CutSuffix(target, ".html"); ok {
		return rest + ".md"
	}
	return target
}
