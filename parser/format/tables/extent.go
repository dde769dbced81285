package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// isExample reports whether a heading announces examples.
func (t titles) isExample(title string) bool {
	section, _ := t.sectionOf(title)
	return section == vocabulary.RequestExample || section == vocabulary.ResponseExample
}

// exampleTitle is a title of an example that says of what it is one: HTTP Example: Remove a boat.
var exampleTitle = prefilter.MustCompile(`(?i)^\W*(?:(?:full|complete|simple|http|https|curl|rest|api|usage)[ -]+)?examples?\b(?:\s*#?[0-9]+)?\s*[:：–—-]`)

// isOfExample reports whether a heading stands below one of an example, which it is a part of.
func (s *document) isOfExample(heading int) bool {
	if heading < 0 {
		return false
	}
	above := s.tip[heading]
	return above >= 0 && exampleTitle.MatchString(s.blocks[above].plain)
}

// continues reports whether a heading as high as the one above an endpoint goes on with
// that endpoint: what it announces is a part of one.
func (t titles) continues(title string) bool {
	switch section, _ := t.sectionOf(title); section {
	case vocabulary.Documentation, vocabulary.Structure, vocabulary.Enum:
		return false
	case vocabulary.Unknown:
		return statement.NamesPart(title) || statement.NamesVerb(title)
	}
	return true
}

// endOf is where what belongs to a statement ends, whose block begins below the heading
// at: with the next heading as high that does not go on with it, and what a list states
// within a component with that.
func (s *document) endOf(f statement.Finding, at int) int {
	level := 0
	if at >= 0 {
		level = s.blocks[at].level
	}
	if s.ends == nil {
		s.findEnds()
	}
	end := s.ends[min(s.blockAt(f.Start)+1, len(s.blocks))][level]
	if f.Form == statement.Listed {
		end = min(end, s.componentEnd(f.Start))
	}
	return max(f.End, min(end, s.enclosed(f)))
}

// enclosed is where the component ends whose tag states an endpoint and that encloses what is
// said of it: <Endpoint path="/boats" method="get"> above </Endpoint>. It is the end of the page
// where the tag encloses nothing.
func (s *document) enclosed(f statement.Finding) int {
	if !strings.HasPrefix(strings.TrimLeft(s.text[f.Start:f.End], " \t"), "<") {
		return len(s.text)
	}
	if end := s.componentEnd(f.End - 1); f.Start > 0 && end != s.componentEnd(f.Start-1) {
		return end
	}
	return len(s.text)
}

// findEnds notes for each block and level where a call ends that began before the block
// below a heading of the level.
func (s *document) findEnds() {
	s.ends = make([][7]int, len(s.blocks)+1)
	for level := range s.ends[len(s.blocks)] {
		s.ends[len(s.blocks)][level] = len(s.text)
	}
	for i := len(s.blocks) - 1; i >= 0; i-- {
		s.ends[i] = s.ends[i+1]
		b := &s.blocks[i]
		if b.kind != headingBlock {
			continue
		}
		goesOn := s.sections.continues(b.plain)
		for level := b.level; level < len(s.ends[i]); level++ {
			if level > b.level || !goesOn {
				s.ends[i][level] = b.start
			}
		}
	}
}

// extend lets a call go on to the parts of it that stand below headings of their own
// behind it, if the heading above them gathers nothing but this call.
func (s *document) extend() {
	for i, c := range s.calls {
		next, level := len(s.text), 0
		if i+1 < len(s.calls) {
			next = s.calls[i+1].start
		}
		at := s.headingOf(c.stated[0].Start)
		if at >= 0 && s.tip[at] >= 0 {
			level = s.blocks[s.tip[at]].level
		}
		if level == 0 || s.sharesTip(i, at) {
			continue
		}
		if c.stated[0].Start != s.blocks[at].start && (i == 0 || s.calls[i-1].start < s.blocks[s.tip[at]].start) {
			s.extendUp(c, at)
		}
		part := false
		for k := s.blockAt(c.end); k < len(s.blocks) && s.blocks[k].start < next; k++ {
			b := &s.blocks[k]
			if b.kind == headingBlock {
				if b.level <= level || b.level <= s.blocks[at].level && !namesPart(b.plain) {
					break // the heading of something else
				}
				section, _ := s.sectionOf(b.plain)
				part = isFactSection(section) && s.hasTable(k, min(next, s.sectionEnd(k)))
			}
			if part {
				c.end = max(c.end, b.end)
			}
		}
	}
}

// extendUp lets a call begin with a section of an example that stands right above the one which states its
// endpoint.
func (s *document) extendUp(c *call, at int) {
	for k := at - 1; k > s.tip[at]; k-- {
		if b := &s.blocks[k]; b.kind == headingBlock {
			if b.level == s.blocks[at].level && s.sections.isExample(b.plain) && !s.statesWithin(b.start, s.blocks[at].start) {
				c.start = min(c.start, b.start)
			}
			return
		}
	}
}

// statesWithin reports whether an endpoint is stated between two offsets, but for requests with their hosts.
func (s *document) statesWithin(start, end int) bool {
	i, _ := slices.BinarySearchFunc(s.found, start, func(f statement.Finding, at int) int { return f.Start - at })
	return i < len(s.found) && s.found[i].Start < end && !s.found[i].URL
}

// hasTable reports whether a table stands between the heading at k and an offset.
func (s *document) hasTable(k, end int) bool {
	for i := k + 1; i < len(s.blocks) && s.blocks[i].start < end; i++ {
		if s.blocks[i].kind == tableBlock {
			return true
		}
	}
	return false
}

// sectionEnd is where the text below a heading ends.
func (s *document) sectionEnd(k int) int {
	for i := k + 1; i < len(s.blocks); i++ {
		if s.blocks[i].kind == headingBlock {
			return s.blocks[i].start
		}
	}
	return len(s.text)
}

// sharesTip reports whether another call stands below the heading above that of a call.
func (s *document) sharesTip(i, at int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(s.calls) {
			continue
		}
		if other := s.headingOf(s.calls[k].stated[0].Start); other >= 0 && s.tip[other] == s.tip[at] {
			return true
		}
	}
	return false
}

// fewestItems is how many endpoints a page states as items of lists, each below a
// heading of its own and above facts, that states all so.
const fewestItems = 2

// listsEndpoints reports whether a page states its endpoints as items of lists.
func (s *document) listsEndpoints(found []statement.Finding) bool {
	n, labelled := 0, 0
	for i, f := range found {
		if f.Form != statement.Listed || !s.isItem(f) || !s.isLone(found, i) {
			continue
		}
		if s.hasFacts(f.End, s.endOf(f, s.headingOf(f.Start))) {
			n++
		}
		if m := labelOfItem.FindStringSubmatch(s.text[f.Start:f.End]); m != nil && statement.LabelsPath(m[1]) {
			labelled++
		}
	}
	return n >= fewestItems || labelled >= fewestItems
}

// labelOfItem is the label of an item: - **Endpoint:** `GET /boats`.
var labelOfItem = prefilter.MustCompile("^[ \\t]*[-*+][ \\t]+[*_]*([^:：*`]{2,30}?)[*_]*[ \\t]*[:：]")

// itemsApart are the items that state endpoints each right above a table or a fence, so that
// no two are of one list. There are several, and a table belongs to one of them.
func (s *document) itemsApart(found []statement.Finding) map[int]bool {
	out, facts := map[int]bool{}, false
	for _, f := range found {
		if f.Form != statement.Listed || !s.isItem(f) || s.inExample(f.Start) {
			continue
		}
		i := s.blockAt(f.Start)
		if i+1 >= len(s.blocks) || s.blocks[i].end > f.End || strings.TrimSpace(s.text[s.blocks[i].start:f.Start]) != "" {
			continue
		}
		if next := &s.blocks[i+1]; next.kind == fenceBlock || next.kind == tableBlock {
			out[f.Start], facts = true, facts || next.kind == tableBlock && next.head.isFacts()
		}
	}
	if len(out) < fewestItems || !facts {
		return nil
	}
	return out
}

// isItem reports whether a statement is an item of a list.
func (s *document) isItem(f statement.Finding) bool {
	line := strings.TrimLeft(s.text[f.Start:f.End], " \t")
	return len(line) > 1 && strings.ContainsRune("-*+", rune(line[0])) && line[1] == ' '
}

// pathItem is an item of a list that is a path behind a word, which need be no verb that
// HTTP has.
var pathItem = prefilter.MustCompile("^[ \t]*[-*+] +[`*_]*[A-Z]+[`*_]* +[`*_]*(/[^\\s`*]*)")

// hasOtherItem reports whether the item right above or below that of a statement is
// another path: the list names what something uses.
func (s *document) hasOtherItem(f statement.Finding) bool {
	start := lineStart(s.text, f.Start)
	var around []string
	if start > 0 {
		around = append(around, s.text[lineStart(s.text, start-1):start])
	}
	if end := lineEnd(s.text, f.Start); end < len(s.text) {
		around = append(around, s.text[end:lineEnd(s.text, end)])
	}
	for _, line := range around {
		if m := pathItem.FindStringSubmatch(line); m != nil && m[1] != f.Operations[0].Path {
			return true
		}
	}
	return false
}
