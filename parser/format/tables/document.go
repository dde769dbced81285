package tables

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// A document is one page, cut into what states operations and what declares types.
type document struct {
	holes *bool // whether a fence prints a host with holes, once asked
	// allSent says that the page requires all that is sent and not marked, once asked.
	allSent *bool
	page    *format.Page
	text    string
	bytes   []byte
	file    *source.File
	blocks  []block
	// calls are the blocks of endpoints, types the tables of structures and enums
	// outside and inside of them, both in the order of the page.
	calls []*call
	// posted is what findPosted returns, when it was asked for.
	posted *postedPaths
	types  []*typeTable
	// declared are the tables of types.
	declared map[*block]bool
	// found is what the page states.
	found []statement.Finding
	// sharedPath are the segments that the paths of all endpoints begin with, nil where nobody asked.
	sharedPath []string
	// title is that of the page.
	title string
	// marks are those that the caller names, or nil.
	marks *format.Marks
	tally tally
	// ruled, headed and facts are what outline notes of the blocks.
	ruled, headed, facts []int
	// slugs are the headings by anchor, once asked.
	slugs func() map[string]int
	// stars is what the page says of stars behind names, once asked.
	stars func() starUse
	// tip is the heading that a heading stands below, or -1.
	tip []int
	// ends are where calls end, and boundaries where components do, once asked.
	ends       [][7]int
	boundaries []boundary
	// weak says that no statement of the page has anything of a reference below it.
	weak bool
	// sections are what titles and labels announce that were asked for.
	sections titles
	// sentRequests are what texts of the page request, of those that were asked for.
	sentRequests map[string]sentRequest
	// templates are the endpoints with slots that the page prints, once asked.
	templates func() *statement.Known
	// hosted says that all statements of the page have a host, as requests have that
	// clients send.
	hosted bool
	// indexed says that the calls are the entries of an index, dropped that none of them
	// counts, and that nothing else of the page does.
	indexed, dropped bool
	// shownOnly says that commands alone show the endpoints of the page.
	shownOnly bool
	// lone says that one command with values is all that the page shows of endpoints.
	lone bool
	// requestsOnly says that requests with one host, each below a heading, are all that it states.
	requestsOnly bool
	// titled are the headings that say that what is below them is the reference of an API, once
	// asked, -1 is the page itself; maybeTitled says that the page may have such ones.
	titled      map[int]bool
	maybeTitled bool
	// commands are the fences, by where they begin, of which was asked whether they are commands.
	commands map[int]bool
	// rowBases are the paths that rows of indexes leave out.
	rowBases []rowBase
	// stretched says that its one endpoint goes on over sections that nobody knows.
	stretched bool
	// onlyStated says that nothing but the lines that state its endpoints tells that the page is a reference.
	onlyStated bool
	// titleOnly says that but titles tell that the page is a reference.
	titleOnly bool
	// entries are where items of lists end, by where they begin, that alone state the endpoints of
	// the page and have parts of their own.
	entries map[int]int
	// mentioned says that but short lists and sentences name the endpoints of the page, spoken
	// where the sentences begin.
	mentioned bool
	spoken    map[int]bool
	// allMentions are what mentions returns, once asked.
	allMentions *[]statement.Mention
	// sectioned says that sections describe endpoints that but lists state.
	sectioned bool
	// itemized says that items of lists alone state its endpoints.
	itemized bool
	// several are the printed requests, by where they begin, whose heading has others.
	several map[int]bool
	// asked are the endpoints that commands of the page request, once asked.
	asked map[string]int
	// otherVerbs is how many requests were compared with all that the page states.
	otherVerbs int
	// elsewhere are the endpoints that other pages state.
	elsewhere *statement.Known
	// imported are the pages whose text the page imports, by component, once asked.
	imported map[string]string
	// apart are the items, by where they begin, that state endpoints between what belongs
	// to these, beside those that lists state on a page that has headings for others.
	apart, beside map[int]bool
	// assumed are the endpoints of which nothing says the verb.
	assumed map[int]bool
	// again are the endpoints that headings of their own state again, with nothing below them.
	again []*endpoint
	// unreadFront is where front matter lists what cannot be read.
	unreadFront []int
}

// A call is one block of the page that states endpoints: usually one, sometimes
// several that share what is below them.
type call struct {
	document *document
	title    string
	// crumbs are the headings above the title, the topmost first.
	crumbs []string
	stated []statement.Finding
	// start and end enclose the block; parts are its blocks with their sections.
	start, end int
	parts      []part
	rows       int // of tables of facts
	// sent says that no line states the endpoint: it is that of its examples.
	sent bool
	// beside says that a row of an index alone states the endpoint, on a page that describes others.
	beside bool
	// unnamed says that the title tells how far the endpoint is done, or is but a path behind a label.
	unnamed bool
	// given are tables outside of it that are about it.
	given []*block
	// listed are the names that tables of its requests list, once asked.
	listed map[string]bool
	first  int // the index of the first part among the blocks of the page
	// slots are those of each statement, once asked.
	slots [][]string
	// led are the statements whose paths begin with a slot that looks like a host.
	led [][2]int
	// resource is found when all pages are known.
	resource string
}

// A part is a block with the section that it stands in.
type part struct {
	*block
	section vocabulary.Section
	// label is the heading or the label that opened the section.
	label string
	// status is that of a response that the label names, or 0.
	status int
}

// newDocument cuts a page, with the marks that the caller names, or nil, and the endpoints
// that other pages state, or nil.
func newDocument(p *format.Page, text []byte, file *source.File, found []statement.Finding, marks *format.Marks, elsewhere *statement.Known) *document {
	s := &document{elsewhere: elsewhere, page: p, text: string(text), bytes: text, file: file, title: p.Front.Title, marks: marks, tally: newTally()}
	s.sections = titles{}
	mdx := strings.HasSuffix(strings.ToLower(p.Path), ".mdx")
	s.blocks = labelled(s.text, outlined(s.text, cutTitleRows(blocksOf(s.text, text, p.Front.End, s.sections, mdx), s.sections)), s.sections)
	if front := s.frontBlocks(found); front != nil {
		s.blocks = append(front, s.blocks...)
	}
	s.fillVariables()
	splitCombined(s.blocks)
	translate(marks, s.blocks)
	if s.title == "" {
		for i := range s.blocks {
			if b := &s.blocks[i]; b.kind == headingBlock {
				s.title = b.plain
				break
			}
		}
	}
	s.slugs, s.stars = sync.OnceValue(s.headingsByAnchor), sync.OnceValue(s.starUse)
	s.found = found
	s.cutBlocks()
	s.addLed()
	s.headBold()
	s.headItems()
	s.joinParts()
	s.join()
	s.outline()
	s.addMentioned()
	s.findCalls(s.found)
	s.keepMentions()
	s.findTypes()
	s.findIndexed()
	s.hosted = len(s.calls) > 0 && !slices.ContainsFunc(s.calls, func(c *call) bool { return !c.stated[0].URL })
	s.weak = !slices.ContainsFunc(s.calls, (*call).isStrong) && !s.isBare() && !s.isShownBelow() && !s.isLaidOut() && !s.isTitledWithAnswers() && !s.lone && !s.requestsOnly && !s.isHeaded() && s.entries == nil
	s.titleOnly = s.weak && (s.isTitledReference() || s.isOfFew())
	s.weak = s.weak && !s.titleOnly
	return s
}

// join reads the heads of tables, and makes one table of those that pages cut: a table
// whose head says nothing goes on with the one above it, if nothing but text stands
// between.
func (s *document) join() {
	var last *block
	for i := range s.blocks {
		b := &s.blocks[i]
		switch b.kind {
		case headingBlock, fenceBlock:
			last = nil
		case tableBlock:
			h := headOf(b.table)
			b.head = &h
			if h.isFacts() {
				last = b
				continue
			}
			if _, enum := enumOf(b.table); enum || last == nil || s.statesIn(b) || !unknownHead(b.table) || !goesOn(b.table, last.table) || !b.table.Continue(last.table) {
				last = nil
			} else {
				joined := headOf(b.table)
				b.head = &joined
			}
		}
	}
}

// goesOn reports whether the head of a table reads as a row of another one: where that
// has types, its cell names one.
func goesOn(t, of *table.Table) bool {
	h := headOf(of)
	if h.typ < 0 {
		return len(t.Head) == len(of.Head)
	}
	if h.typ >= len(t.Head) {
		return false
	}
	cell := prose.Plain(t.Head[h.typ])
	for _, try := range append(strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(" /|,<[(", r) }), cell) {
		if vocabulary.TypeOf(try) != "" {
			return true
		}
	}
	return strings.Contains(t.Head[h.typ], "](")
}

// unknownHead reports whether no column of a table has a head that is known.
func unknownHead(t *table.Table) bool {
	for _, text := range t.Head {
		if plain := prose.Plain(text); vocabulary.ColumnOf(plain) != vocabulary.Other && len(plain) < 20 {
			return false
		}
	}
	return true
}

// anchored are the headings of the page by anchor, as indexes of blocks.
func (s *document) anchored() map[string]int { return s.slugs() }

func (s *document) headingsByAnchor() map[string]int {
	out := map[string]int{}
	for i := range s.blocks {
		if b := &s.blocks[i]; b.kind == headingBlock {
			if _, ok := out[Slug(b.title)]; !ok {
				out[Slug(b.title)] = i
			}
		}
	}
	return out
}

// outline notes for each block what is asked for many times: the last heading up to
// it that names no part of what is above it, the last heading at all, and how many
// tables of facts begin before it.
func (s *document) outline() {
	s.ruled, s.headed, s.facts = make([]int, len(s.blocks)), make([]int, len(s.blocks)), make([]int, len(s.blocks)+1)
	s.tip = make([]int, len(s.blocks))
	var open [7]int
	for level := range open {
		open[level] = -1
	}
	ruling, heading := -1, -1
	for i := range s.blocks {
		b := &s.blocks[i]
		s.headed[i] = heading
		s.facts[i+1] = s.facts[i]
		switch b.kind {
		case headingBlock:
			heading = i
			s.tip[i] = -1
			for level := b.level - 1; level > 0 && s.tip[i] < 0; level-- {
				s.tip[i] = open[level]
			}
			open[b.level] = i
			for level := b.level + 1; level < len(open); level++ {
				open[level] = -1
			}
			if (!namesPart(b.plain) || s.namesAction(i)) && !s.namesForm(i) && !s.namesView(i) && !s.namesOtherView(i) {
				ruling = i
			}
		case tableBlock:
			if b.head.isFacts() || b.head.isDescribed(b.table) && (isFactSection(s.announced(i)) || b.head.description >= 0 && namesParameters(b.table.Head[b.head.name])) {
				s.facts[i+1]++
			}
			s.tally.count(b)
		}
		s.ruled[i] = ruling
	}
}

// blockAt returns the index of the first block that ends behind an offset.
func (s *document) blockAt(offset int) int {
	return sort.Search(len(s.blocks), func(i int) bool { return s.blocks[i].end > offset })
}

// headingOf returns the index of the last heading up to an offset that names no part
// of what is above it, or -1.
func (s *document) headingOf(offset int) int {
	if i := s.blockAt(offset); i < len(s.blocks) {
		return s.ruled[i]
	}
	return -1
}

// hasFacts reports whether a table of facts begins between two offsets.
func (s *document) hasFacts(from, to int) bool {
	first := s.blockAt(from)
	if first < len(s.blocks) && s.blocks[first].start < from {
		first++
	}
	last := sort.Search(len(s.blocks), func(i int) bool { return s.blocks[i].start >= to })
	return first < last && s.facts[last] > s.facts[first]
}

// crumbsAbove are the titles of the headings above the one at i, the topmost first.
func (s *document) crumbsAbove(i int) []string {
	var out []string
	for i = s.tip[i]; i >= 0; i = s.tip[i] {
		out = append(out, withoutPathLabel(s.blocks[i].plain))
	}
	slices.Reverse(out)
	return out
}

// mostStated is how many endpoints may share what is below them: each has all of it.
const mostStated = 32

// findCalls cuts the page into the blocks of endpoints.
func (s *document) findCalls(found []statement.Finding) {
	found = s.stating(found)
	s.shownOnly = len(found) > 0 && !slices.ContainsFunc(s.found, func(f statement.Finding) bool { return len(f.Operations) > 0 })
	var last *call
	lastHeading := -2
	for _, f := range found {
		at := s.headingOf(f.Start)
		if s.entries != nil {
			s.calls = append(s.calls, s.entryCall(f, at))
			continue
		}
		if last != nil && at == lastHeading && f.CommandAt == 0 && !s.apart[f.Start] && !s.several[f.Start] && len(last.stated) < mostStated && !s.hasFacts(last.stated[len(last.stated)-1].End, f.Start) && f.Start < s.enclosed(last.stated[0]) {
			last.stated, last.end = append(last.stated, f), max(last.end, s.endOf(f, at))
			continue
		}
		if style := slotStyle(f.Operations[0].Path); style != "" {
			s.tally.slots[style]++
		}
		c := &call{document: s, title: s.title, stated: []statement.Finding{f}, start: f.Start, end: s.endOf(f, at), sent: s.isCommand(f.Start) || s.inExample(f.Start)}
		if at >= 0 {
			c.title, c.crumbs = withoutPathLabel(s.blocks[at].plain), s.crumbsAbove(at)
			c.unnamed = c.title != s.blocks[at].plain
			if s.several[f.Start] {
				c.start = s.blocks[s.blockAt(f.Start)].start
			} else if at != lastHeading {
				c.start = s.blocks[at].start
			}
		} else if last == nil {
			c.start = s.page.Front.End
		}
		c.start = min(c.start, f.Start)
		if last != nil {
			last.end = min(last.end, c.start)
		}
		s.calls = append(s.calls, c)
		last, lastHeading = c, at
	}
	if s.entries == nil {
		s.extend()
		s.extendLone()
		s.shorten()
	}
	for _, c := range s.calls {
		c.first = sort.Search(len(s.blocks), func(i int) bool { return s.blocks[i].start >= c.start })
		c.parts = s.parts(c.first, c.start, c.end)
		c.parts = s.rowParts(c)
		c.answerMembers()
		c.leadBySlots()
		c.rows = c.countRows()
	}
}

// stating are the findings that open a block: what is stated for itself, and what
// stands in a list or table of nothing else above facts.
func (s *document) stating(found []statement.Finding) []statement.Finding {
	var out []statement.Finding
	known := map[string]bool{}
	s.templates = knownLater(templatesOf(found))
	items := s.listsEndpoints(found)
	for _, f := range found {
		if f.Form == statement.Stated && !f.URL && !s.inExample(f.Start) {
			known[f.Operations[0].Key()] = true
		}
	}
	s.apart = s.ownItems(found, known)
	rows := s.statedRows(found, known)
	first := slices.IndexFunc(found, func(f statement.Finding) bool { return len(f.Operations) > 0 })
	for i, f := range found {
		switch {
		case rows[i]:
			if !known[f.Operations[0].Key()] {
				known[f.Operations[0].Key()] = true
				f.Said = cmp.Or(f.Said, f.Title)
				out = append(out, f)
			}
		case s.inExample(f.Start) && !s.isLoneTemplate(found, f) || s.isFilled(f, out) || s.isHosted(f, out) || s.isLabelledUse(f):
		case s.apart[f.Start] && !known[f.Operations[0].Key()]:
			known[f.Operations[0].Key()] = true
			out = append(out, f)
		case s.describesRequest(f):
			known[f.Operations[0].Key()] = true
			out = append(out, f)
		case f.Form == statement.Stated && !f.URL:
			out = append(out, f)
		case f.Form == statement.Stated && !known[f.Operations[0].Key()] && s.hasFacts(f.End, s.endOf(f, s.headingOf(f.Start))):
			known[f.Operations[0].Key()] = true // with its host
			out = append(out, f)
		case i == first && s.isOnlyHosted(found, f):
			known[f.Operations[0].Key()], s.stretched = true, true
			out = append(out, f)
		case f.Form == statement.Listed && !known[f.Operations[0].Key()] && (s.isMeant(f) || s.isMediaOnly(f) || s.isLone(found, i) && (items && s.isItem(f) || s.isTemplate(f) || s.succeedsBelow(f) || s.hasFacts(f.End, s.endOf(f, s.headingOf(f.Start))))):
			known[f.Operations[0].Key()] = true
			out = append(out, f)
		}
	}
	out = s.withSections(found, s.withAliases(found, s.withWordSlots(s.withNamedSegments(s.withoutIDs(out)))))
	out = s.withEntries(found, s.withItems(found, s.withPrinted(found, out)))
	if s.tellsChanges() {
		return out // what requests show there is stated elsewhere
	}
	return s.withSent(found, out)
}
