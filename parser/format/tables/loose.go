package tables

import (
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// entryLine is an entry of a table of contents: an item that is but a link.
var entryLine = prefilter.MustCompile(`^[ \t]*(?:[-*+]|[0-9]+\.)[ \t]+\[[^\]\n]*\]\([^)\n]*\)[ \t]*$`)

// anchorsLinked are the anchors to which links of the pages lead that are no entries of tables
// of contents.
func (b *pageSet) anchorsLinked() map[string]bool {
	out := map[string]bool{}
	for _, s := range b.documents {
		addAnchorsLinked(out, s.text)
	}
	return out
}

// addAnchorsLinked adds the anchors to which links of a text lead: "](page#anchor)" and
// href="page#anchor".
func addAnchorsLinked(out map[string]bool, text string) {
	for from, at := 0, 0; ; from = at + 1 {
		i := strings.IndexByte(text[from:], '#')
		if i < 0 {
			return
		}
		at = from + i
		if !endsInLink(text[from:at]) {
			continue
		}
		anchor := text[at+1:]
		if end := strings.IndexFunc(anchor, endsAnchor); end >= 0 {
			anchor = anchor[:end]
		}
		if anchor != "" && !entryLine.MatchString(lineAround(text, at)) {
			out[anchor] = true
		}
	}
}

// endsInLink reports whether a text ends in the address of a link that is not closed.
func endsInLink(text string) bool {
	if i := strings.LastIndexFunc(text, func(r rune) bool { return r == '(' || r == ')' || unicode.IsSpace(r) }); i > 0 && text[i] == '(' && text[i-1] == ']' {
		return true
	}
	i := strings.LastIndexAny(text, `"'`)
	return i >= 0 && strings.HasSuffix(text[:i], "href=")
}

// endsAnchor reports whether a letter ends an anchor.
func endsAnchor(r rune) bool {
	return strings.ContainsRune(`()"'`, r) || unicode.IsSpace(r)
}

// lineAround returns the line of a text around a byte.
func lineAround(text string, at int) string {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
		return text[start : at+end]
	}
	return text[start:]
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
		case t.enum || t.lazy || t.choice || len(s.calls) == 0:
		case t.call == nil && (kind == vocabulary.Structure || isFactSection(s.announced(i)) || r.isShared(i)):
		case slices.ContainsFunc(t.anchors, func(a string) bool { return linked[a] }):
		default:
			out = append(out, s.file.Span(t.start, t.block.end))
		}
	}
	return out
}
