package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// withSections replaces endpoints that rows and items list by the headings of the sections that
// describe them and state no endpoint: those that a row links to, that have what it says of the
// endpoint for a title, its path, or the last segment of that: "Search" with the heading "Request
// body" below it for an item POST /boats/search.
func (s *document) withSections(found, stating []statement.Finding) []statement.Finding {
	entries := s.entriesOf(found, stating)
	if len(entries) == 0 {
		return stating
	}
	byKey := map[string][]int{} // entries by what sections may be called, only one where it is clear
	for i, f := range entries {
		for _, key := range s.sectionKeys(f) {
			if at := byKey[key]; len(at) == 0 || at[len(at)-1] != i {
				byKey[key] = append(at, i)
			}
		}
	}
	sectionOf := map[int]int{} // headings by entry, -1 where several fit
	for i := range s.blocks {
		if b := &s.blocks[i]; b.kind != headingBlock || i != s.ruled[i] || !s.isBareSection(i, found) {
			continue
		}
		if k := s.entryOf(i, byKey); k >= 0 {
			if _, several := sectionOf[k]; several {
				sectionOf[k] = -1
			} else {
				sectionOf[k] = i
			}
		}
	}
	return s.moved(stating, entries, sectionOf)
}

// moved returns what states endpoints with the entries at the headings of their sections.
func (s *document) moved(stating, entries []statement.Finding, sectionOf map[int]int) []statement.Finding {
	out, moved := slices.Clone(stating), map[string]bool{}
	sure := false // a path alone is no chance
	for k, f := range entries {
		i, ok := sectionOf[k]
		if !ok || i < 0 {
			continue
		}
		b := &s.blocks[i]
		sure = sure || strings.Contains(b.plain, "/")
		moved[f.Operations[0].Key()] = true
		f.Said, f.Title, f.Form = f.Title, "", statement.Stated
		f.Start, f.End = b.start, b.start+len(strings.TrimRight(s.text[b.start:b.end], "\n"))
		f.Block = s.endOf(f, i)
		out = append(out, f)
	}
	if len(moved) == 0 || len(moved) == 1 && len(entries) > 1 && !sure {
		return stating // by chance
	}
	s.sectioned = true
	out = slices.DeleteFunc(out, func(f statement.Finding) bool {
		return moved[f.Operations[0].Key()] && s.isEntryAt(f)
	})
	slices.SortStableFunc(out, func(a, b statement.Finding) int { return a.Start - b.Start })
	return out
}

// entriesOf are the endpoints that rows and items list and nothing else states, each once.
func (s *document) entriesOf(found, stating []statement.Finding) []statement.Finding {
	known := map[string]bool{}
	for _, f := range stating {
		if !s.isEntryAt(f) {
			known[f.Operations[0].Key()] = true
		}
	}
	var out []statement.Finding
	for _, f := range found {
		if f.Form > statement.Listed || f.URL || len(f.Operations) != 1 || f.Template > 0 || known[f.Operations[0].Key()] || !s.isEntryAt(f) || s.inExample(f.Start) {
			continue
		}
		known[f.Operations[0].Key()] = true
		out = append(out, f)
	}
	return out
}

// isEntryAt reports whether an endpoint stands in a row of a table or an item of a list.
func (s *document) isEntryAt(f statement.Finding) bool {
	i := s.blockAt(f.Start)
	if i == len(s.blocks) {
		return false
	}
	return s.blocks[i].kind == tableBlock || s.blocks[i].kind == textBlock && listItem.MatchString(s.text[f.Start:f.End])
}

// anchorLink is a link to a section of the page.
var anchorLink = prefilter.MustCompile(`\]\(#([^)\s]+)\)`)

// sectionKeys are what a section may be called that describes an entry of a list: with # before
// anchors, / before paths, and . before the last segments of paths.
func (s *document) sectionKeys(f statement.Finding) []string {
	op := f.Operations[0]
	var out []string
	if links := anchorLink.FindAllStringSubmatch(s.lineAt(f.Start), -1); len(links) == 1 {
		out = append(out, "#"+strings.ToLower(links[0][1]))
	}
	if key := phraseKey(f.Title); key != "" {
		out = append(out, key)
	}
	path := slotPath(op.Path)
	out = append(out, strings.ToLower(strings.TrimSuffix(path, "/")))
	if last := lastLiteral(path); last != "" {
		out = append(out, "."+letters(last))
	}
	return out
}

// lineAt is the line of the page that an offset stands in.
func (s *document) lineAt(offset int) string {
	line, _, _ := strings.Cut(s.text[lineStart(s.text, offset):], "\n")
	return line
}

// lastLiteral is the last segment of a path that is no slot, or "".
func lastLiteral(path string) string {
	all := segments(path)
	for _, segment := range slices.Backward(all) {
		if !strings.ContainsAny(segment, "{}:<>*?$[") {
			return segment
		}
	}
	return ""
}

// phraseKey is a phrase without what differs between a row and the title of its section: articles,
// and the endings of verbs and plurals. It is "" for a single word.
func phraseKey(text string) string {
	var words []string
	for _, w := range strings.Fields(vocabulary.Fold(unnumbered(text))) {
		switch w {
		case "a", "an", "the", "new", "all", "of", "your":
			continue
		}
		words = append(words, strings.TrimSuffix(w, "s"))
	}
	if len(words) < 2 && !strings.ContainsFunc(text, func(r rune) bool { return r > 0x2e80 }) {
		return ""
	}
	return strings.Join(words, " ")
}

// entryOf is the entry that a section describes, or -1.
func (s *document) entryOf(heading int, byKey map[string][]int) int {
	title := unnumbered(s.blocks[heading].plain)
	plain := strings.Trim(title, "`*_ :")
	keys := []string{"#" + Slug(s.blocks[heading].title), phraseKey(title)}
	if strings.HasPrefix(plain, "/") {
		keys = append(keys, strings.ToLower(strings.TrimSuffix(slotPath(plain), "/")))
	}
	if !strings.ContainsAny(plain, " /") && s.describesCall(heading) {
		keys = append(keys, "."+letters(plain))
	}
	for _, key := range keys {
		if at := byKey[key]; key != "" && len(at) == 1 {
			return at[0]
		}
	}
	return -1
}

// endOfSection is the index behind the blocks of the section of a heading.
func (s *document) endOfSection(heading int) int {
	i := heading + 1
	for i < len(s.blocks) && (s.blocks[i].kind != headingBlock || s.blocks[i].level > s.blocks[heading].level) {
		i++
	}
	return i
}

// isBareSection reports whether the section of a heading has something below it, and states no
// endpoint.
func (s *document) isBareSection(heading int, found []statement.Finding) bool {
	end := s.endOfSection(heading)
	if end == heading+1 {
		return false
	}
	from, to := s.blocks[heading].start, s.blocks[end-1].end
	k, _ := slices.BinarySearchFunc(found, from, func(f statement.Finding, at int) int { return f.Start - at })
	for ; k < len(found) && found[k].Start < to; k++ {
		if f := found[k]; len(f.Operations) > 0 && f.Form <= statement.Listed && !f.URL {
			return false
		}
	}
	return true
}

// describesCall reports whether the section of a heading has parts of what is sent or answered, as
// that of an endpoint and not that of a thing has.
func (s *document) describesCall(heading int) bool {
	for i := heading + 1; i < s.endOfSection(heading); i++ {
		switch b := &s.blocks[i]; b.kind {
		case headingBlock:
			if section, _ := s.sectionOf(b.plain); isFactSection(section) || isShown(section) {
				return true
			}
		case textBlock:
			if l := b.label(s.text, s.sections); isFactSection(l.section) || isShown(l.section) {
				return true
			}
			if text := s.text[b.start:b.end]; saysEndpoint.MatchString(text) || sentVerb.MatchString(text) && sentNoun.MatchString(text) {
				return true
			}
		case tableBlock:
			if b.head.name >= 0 && namesParameters(b.table.Head[b.head.name]) {
				return true
			}
		}
	}
	return false
}

// saysEndpoint is a sentence that says that what it is about is an endpoint.
var saysEndpoint = prefilter.MustCompile(`(?i)\b(?:this|the [\w\x60/{}-]{1,40}) (?:end-?point|route|api call|request|method)\b`)
