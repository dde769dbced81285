package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// fewestEntries is how many items of lists state the endpoints of a page, one of which has parts of
// its own below it.
const fewestEntries = 2

// cutEntries parts the texts of a page that states endpoints but as items of lists where these items
// begin and end: what is indented below one belongs to its endpoint, as an item "body: `name` (string)" does
// that stands below an item "`POST /boats` - creates a boat".
func (s *document) cutEntries() {
	if ends := s.entryEnds(); len(ends) >= fewestEntries {
		s.cutAt(ends)
	}
}

// cutAt parts the texts of a page where the entries begin and end that state its endpoints.
func (s *document) cutAt(ends map[int]int) {
	var cuts []int
	for start, end := range ends {
		cuts = append(cuts, start, end)
	}
	slices.Sort(cuts)
	var out []block
	for _, b := range s.blocks {
		if b.kind == textBlock && !b.row {
			k, _ := slices.BinarySearch(cuts, b.start+1)
			for ; k < len(cuts) && cuts[k] < b.end; k++ {
				if strings.TrimSpace(s.text[b.start:cuts[k]]) == "" {
					continue
				}
				above := b
				above.end, above.says = cuts[k], nil
				out = append(out, above)
				b.start, b.says = cuts[k], nil
			}
		}
		out = append(out, b)
	}
	s.blocks = out
	s.entries = ends
}

// entryEnds are where the items of lists end, by where they begin, that state the endpoints of a page, or
// nil where anything else states one.
func (s *document) entryEnds() map[int]int {
	ends, parts := map[int]int{}, false
	for _, f := range s.found {
		if len(f.Operations) == 0 || f.Form > statement.Listed || f.URL {
			continue
		}
		line := s.lineAt(f.Start)
		if f.Template > 0 || !listItem.MatchString(line) || f.Start != lineStart(s.text, f.Start) {
			return nil
		}
		if len(f.Operations) > 1 {
			continue
		}
		end := s.itemEnd(f.Start)
		ends[f.Start] = end
		parts = parts || s.hasPartLines(lineEnd(s.text, f.Start), end)
	}
	if !parts {
		return nil
	}
	return ends
}

// lineStart is where the line begins that an offset stands in.
func lineStart(text string, offset int) int { return strings.LastIndexByte(text[:offset], '\n') + 1 }

// itemEnd is where the item of a list ends that begins at an offset: before the first line that is not
// indented below it.
func (s *document) itemEnd(start int) int {
	indent := indentOf(s.text[start:])
	end, at := lineEnd(s.text, start), lineEnd(s.text, start)
	for at < len(s.text) {
		next := lineEnd(s.text, at)
		line := s.text[at:next]
		switch {
		case strings.TrimSpace(line) == "":
		case indentOf(line) > indent:
			end = next
		default:
			return end
		}
		at = next
	}
	return end
}

// partLine is a line that begins with a word and a colon, as labels do.
var partLine = prefilter.MustCompile("^[ \\t>]*(?:[-*+][ \\t]+)?[*_`]*([\\pL][\\pL -]{2,30}?)[*_`]*(?:[ \\t]*[(（][^()（）\\n]{1,30}[)）])?[*_]*[ \\t]*[:：]")

// hasPartLines reports whether the lines between two offsets have a part of what is sent or answered: a label
// for one, or a fence.
func (s *document) hasPartLines(start, end int) bool {
	for line := range strings.Lines(s.text[start:end]) {
		if text := strings.TrimSpace(line); strings.HasPrefix(text, "```") || listed.NamesLocation(line) {
			return true
		}
		if m := partLine.FindStringSubmatch(line); m != nil {
			if section := vocabulary.SectionOf(m[1]); isFactSection(section) || isShown(section) {
				return true
			}
		}
	}
	return false
}

// withEntries replaces what states endpoints, where items of lists do that alone and some have parts of
// their own below them, by all of these items.
func (s *document) withEntries(found, stating []statement.Finding) []statement.Finding {
	if s.entries == nil || s.isAbout() {
		s.entries = nil
		return stating
	}
	var out []statement.Finding
	known := map[string]bool{}
	for _, f := range found {
		if _, ok := s.entries[f.Start]; !ok || f.Form > statement.Listed || f.URL || len(f.Operations) != 1 {
			continue
		}
		if key := f.Operations[0].Key(); !known[key] && !s.inExample(f.Start) {
			known[key] = true
			f.Form, f.Said = statement.Stated, f.Title
			if s.onlyStated {
				f.Title = "" // paragraphs are no index
			}
			out = append(out, f)
		}
	}
	if len(out) < fewestEntries || slices.ContainsFunc(stating, func(f statement.Finding) bool { return !known[f.Operations[0].Key()] }) {
		s.entries = nil
		return stating
	}
	return out
}

// firstClause is what a remark begins with, up to the mark that ends its first clause.
func firstClause(text string) string {
	end := len(text)
	for _, mark := range []string{". ", "; ", ", ", " (", ": ", "。", "，", "；", "（"} {
		if i := strings.Index(text, mark); i > 0 {
			end = min(end, i)
		}
	}
	return text[:end]
}

// entryCall is the call of an item of a list that states an endpoint, below the heading at.
func (s *document) entryCall(f statement.Finding, at int) *call {
	c := &call{document: s, title: firstClause(f.Said), stated: []statement.Finding{f}, start: f.Start, end: s.entries[f.Start]}
	if at >= 0 {
		c.crumbs = append(s.crumbsAbove(at), s.blocks[at].plain)
	}
	return c
}
