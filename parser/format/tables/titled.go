package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// apiTitle is a title that says of what stands below it that it is the reference of an API.
var apiTitle = prefilter.MustCompile(`(?i)(?:^|[^\pL])(?:apis?|endpoints?|rest|routes|http requests?)(?:[^\pL]|$)|接口|api(?:参考|文档|列表|说明)`)

// aboutAPI is a title of what is written about APIs: how to design or to use them, what changes.
var aboutAPI = prefilter.MustCompile(`(?i)(?:^|[^\pL])(?:(?:re)?design|authoring|documenting|contributing|writing|guidelines|style ?guide|conventions|principles|best[ _-]practices?|rfc|adr|tutorials?|getting[ _-]started|quick[ _-]?start|how[ _-]to|using|integrating|migrating|migration|upgrading|compar(?:ed|ing|ison)|why|roadmap|walk-?through|(?:example|sample) (?:workflow|flow|usage|session|scenario)s?)(?:[^\pL]|$)|教程`)

// namesAPI reports whether a title says that what stands below it is the reference of an API.
func namesAPI(title string) bool { return apiTitle.MatchString(title) && !aboutAPI.MatchString(title) }

// isAbout reports whether the page says that it is no reference: it tells what changed, or
// how APIs are designed or used.
func (s *document) isAbout() bool {
	return s.tellsChanges() || aboutAPI.MatchString(s.title) || aboutAPI.MatchString(stem(s.page.Path)) || ofProposals.MatchString(s.page.Path)
}

// ofProposals is the path of a page in a folder of texts about what may be built.
var ofProposals = prefilter.MustCompile(`(?i)(?:^|/)(?:rfcs?|rfds?|adrs?|proposals?|designs?|design-docs?|enhancements)/`)

// isTitled reports whether the page, or a heading above an offset, says that it is the reference
// of an API, and no heading below that one that it is about something else.
func (s *document) isTitled(offset int) bool {
	if s.titled == nil {
		named := !s.isAbout() && s.page.Surest <= format.Hinted
		s.titled = map[int]bool{-1: named && (namesAPI(s.title) || namesAPI(stem(s.page.Path)))}
		s.maybeTitled = named
	}
	if !s.maybeTitled {
		return false
	}
	i := s.blockAt(offset)
	if i == len(s.blocks) {
		return false
	}
	at := s.headed[i]
	if s.blocks[i].kind == headingBlock {
		at = i
	}
	return s.isTitledBy(at)
}

// isTitledBy is isTitled for a heading.
func (s *document) isTitledBy(heading int) bool {
	is, ok := s.titled[heading]
	if !ok {
		title := s.blocks[heading].plain
		is = !s.sections.isExample(title) && aboutAPI.MatchString(title)
		is = !is && (namesAPI(title) || s.isTitledBy(s.tip[heading]))
		s.titled[heading] = is
	}
	return is
}

// isTitledReference reports whether most endpoints of a page stand below titles that say that
// they are the reference of an API: where nothing else says what a page is, its title does.
func (s *document) isTitledReference() bool {
	stated := map[string]bool{}
	others := 0
	for _, c := range s.calls {
		for _, f := range c.stated {
			if f.Form != statement.Stated || f.URL || c.sent && s.isCommand(f.Start) || !s.isTitled(f.Start) {
				others++
				continue
			}
			stated[f.Operations[0].Key()] = true
		}
	}
	return (len(stated) >= fewestBare || s.mentioned && len(stated) > 0) && others*3 <= len(stated)
}

// withPrinted adds to what states endpoints the requests that sections of a titled reference
// print as they travel, where no line of the section states one: each endpoint once, where it
// is printed first. What stands in the place of a slot is one. Of a section that prints several
// nobody knows which of them what stands above them is about.
func (s *document) withPrinted(found, stating []statement.Finding) []statement.Finding {
	stated := map[int]bool{}
	var known []statement.Operation
	for _, f := range stating {
		stated[s.headingOf(f.Start)] = true
		known = append(known, f.Operations[0])
	}
	all := knownLater(known)
	printed, alone, several := map[string]bool{}, map[int]int{}, map[int]bool{}
	answered := 0 // of those that are printed
	out, spanning := slices.Clone(stating), restEndpoints(found)
	for _, f := range found {
		if len(f.Operations) != 1 || f.URL || f.Form > statement.Listed || stated[s.headingOf(f.Start)] || !s.isFenced(f.Start) || !s.isTitled(f.Start) {
			continue
		}
		op := f.Operations[0]
		path, values, clear := statement.AsSent(op.Path)
		op.Path = path
		if !clear || printed[op.Key()] || all().Has(op) || s.isUse(f) || isSpanned(op, spanning) {
			continue
		}
		printed[op.Key()] = true
		if s.answersBelow(f) {
			answered++
		}
		at := s.headingOf(f.Start)
		if first, ok := alone[at]; ok {
			several[first], several[f.Start] = true, true
		}
		alone[at] = f.Start
		f.Form, f.Operations, f.Example = statement.Stated, []statement.Operation{op}, slices.ContainsFunc(values, func(v string) bool { return strings.ToUpper(v) != v || strings.ContainsAny(v, "0123456789") })
		out = append(out, f)
	}
	if len(printed) == 0 || len(printed)+s.titledOf(stating) < fewestBare && !(answered == len(printed) && len(stating) == 0 && (namesAPI(s.title) || namesAPI(stem(s.page.Path)))) {
		return stating
	}
	s.several = several
	slices.SortStableFunc(out, func(a, b statement.Finding) int { return a.Start - b.Start })
	return out
}

// withItems are the endpoints of a titled reference that states none but as items of lists, some of
// which say nothing of theirs: an index whose items all do is read as one.
func (s *document) withItems(found, stating []statement.Finding) []statement.Finding {
	if len(stating) > 0 {
		return stating
	}
	var out []statement.Finding
	known, bare := map[string]bool{}, false
	for _, f := range found {
		if f.Form != statement.Listed || f.URL || len(f.Operations) != 1 || !listItem.MatchString(s.text[f.Start:f.End]) || s.inExample(f.Start) || !s.isTitled(f.Start) {
			return stating
		}
		if key := f.Operations[0].Key(); !known[key] {
			known[key], bare = true, bare || f.Title == ""
			f.Form, f.Said = statement.Stated, f.Title
			out = append(out, f)
		}
	}
	if len(out) < fewestBare || !bare {
		return stating
	}
	s.itemized = true
	slices.SortStableFunc(out, func(a, b statement.Finding) int { return a.Start - b.Start })
	return out
}

// listItem is the first line of an item of a list.
var listItem = prefilter.MustCompile(`^[ \t>]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]`)

// titledOf is how many endpoints titles say to be those of an API.
func (s *document) titledOf(stating []statement.Finding) int {
	n := 0
	for _, f := range stating {
		if f.Form == statement.Stated && !f.URL && s.isTitled(f.Start) {
			n++
		}
	}
	return n
}

// restEndpoints are the endpoints of a page with a slot that takes the rest of a path:
// GET /files/{path:.+}.
func restEndpoints(found []statement.Finding) []statement.Operation {
	var out []statement.Operation
	for _, f := range found {
		for _, op := range f.Operations {
			if restSlot.MatchString(op.Path) && len(out) < mostStated {
				out = append(out, statement.Operation{Verb: op.Verb, Path: slotPath(op.Path)})
			}
		}
	}
	return out
}

// isSpanned reports whether a request is a use of one of the endpoints, whose slots take several
// segments.
func isSpanned(op statement.Operation, by []statement.Operation) bool {
	return slices.ContainsFunc(by, func(known statement.Operation) bool { return known.Verb == op.Verb && spans(known.Path, op.Path) })
}

// isFenced reports whether an offset stands in a fence.
func (s *document) isFenced(offset int) bool {
	i := s.blockAt(offset)
	return i < len(s.blocks) && s.blocks[i].kind == fenceBlock && s.blocks[i].start <= offset
}
