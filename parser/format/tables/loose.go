package tables

import (
	"slices"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// anchorLink leads to an anchor.
	anchorLink = prefilter.MustCompile(`(?:\]\([^()#\s]*|href=["'][^"'#]*)#([^()"'\s]+)`)
	// entryLine is an entry of a table of contents: an item that is but a link.
	entryLine = prefilter.MustCompile(`(?m)^[ \t]*(?:[-*+]|[0-9]+\.)[ \t]+\[[^\]\n]*\]\([^)\n]*\)[ \t]*$`)
)

// anchorsLinked are the anchors to which links of the pages lead that are no entries of tables
// of contents.
func (b *pageSet) anchorsLinked() map[string]bool {
	out := map[string]bool{}
	for _, s := range b.documents {
		for _, m := range anchorLink.FindAllStringSubmatch(entryLine.ReplaceAllString(s.text, ""), -1) {
			out[m[1]] = true
		}
	}
	return out
}

// looseStructures are the structures in the sections of endpoints, and those among endpoints
// whose title does not say that they are structures: "Boat object" stands for itself. Tables
// of parameters without an endpoint are told by checkOwnerless, and what a link leads to has
// somebody who needs it.
func (r *reading) looseStructures(linked map[string]bool) []source.Span {
	s := r.document
	var out []source.Span
	for _, t := range s.types {
		kind, _ := vocabulary.KindOf(t.title)
		i := s.blockAt(t.block.start)
		switch {
		case t.enum || t.lazy || t.choice || len(s.calls) == 0 || t.start < s.calls[0].start:
		case t.call == nil && (kind == vocabulary.Structure || isFactSection(s.announced(i)) || r.isShared(i)):
		case slices.ContainsFunc(t.anchors, func(a string) bool { return linked[a] }):
		default:
			out = append(out, s.file.Span(t.start, t.block.end))
		}
	}
	return out
}
