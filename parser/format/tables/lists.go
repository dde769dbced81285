package tables

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// A listScan knows, while a page is cut, what the label before a list announces.
type listScan struct {
	// known are what titles of the page announce.
	known   titles
	section vocabulary.Section
	// spoken is what a sentence right above announces.
	spoken vocabulary.Section
	// members says that it announces members of what it is about.
	members bool
	// apart is how many blocks stand between the label and what follows.
	apart int
	// broken says that one of them is no text.
	broken bool
	// tried is the end of the last list whose items are no attributes.
	tried int
	// labelItem is how far the item is indented, plus one, that is the label, or 0; below says
	// that a list stood below it.
	labelItem int
	below     bool
	// listEnd is the end of the list that was cut last, and cuts how often it was.
	listEnd, cuts int
}

// mostCuts is how many parts of one list are read, each below a label among its items.
const mostCuts = 32

// mayCut reports whether a part of the list that begins at an offset may be read for
// itself.
func (l *listScan) mayCut(start, end int) bool {
	if start >= l.listEnd {
		l.listEnd, l.cuts = end, 0
	}
	l.cuts++
	return l.cuts <= mostCuts
}

// saw notes a block.
func (l *listScan) saw(b *block, text string) {
	l.spoken, l.members = vocabulary.Unknown, false
	switch b.kind {
	case headingBlock:
		if isFactSection(l.section) && vocabulary.NeedAlone(b.plain) != vocabulary.Unsaid {
			l.apart = 0 // those of the title above that are needed
			return
		}
		l.section, _ = l.known.sectionOf(b.plain)
		if first, _, _ := strings.Cut(vocabulary.Fold(b.plain), " "); vocabulary.SectionOf(b.plain) == vocabulary.Unknown && doesSomething(first) {
			l.section = vocabulary.Unknown // Update a Boat Header: what an endpoint does
		}
		l.apart, l.broken, l.labelItem, l.below = 0, false, 0, false
		return
	case textBlock:
		own := text[b.start:b.end]
		l.members = announcesMembers(own)
		if section := b.label(text, l.known).own(); section != vocabulary.Unknown {
			l.section, l.apart, l.broken = section, 0, false
			l.labelItem, l.below = itemIndent(own), false
			return
		}
		l.spoken = b.label(text, l.known).section
		if isFactSection(l.section) && (followsHere(own) || isNeedLabel(own)) {
			l.apart = 0
			return
		}
		if isCallout(own) {
			return // which is about what follows
		}
	}
	if b.kind == fenceBlock && statusOnly.MatchString(text[b.inner:b.innerEnd]) {
		return // what is answered follows
	}
	if b.kind == tableBlock && l.labelItem > 0 {
		l.below = l.below || itemIndent(text[b.start:lineEnd(text, b.start)]) > l.labelItem
	}
	l.broken = l.broken || b.kind != textBlock
	l.apart++
}

// statusOnly is a fence with nothing but the status of an answer: HTTP 200 OK.
var statusOnly = prefilter.MustCompile(`^\s*HTTP(?:/[0-9.]+)? [1-5][0-9][0-9](?: [A-Za-z ]{0,40})?\s*$`)

// itemIndent is how far the last line of a text is indented, plus one, where it is an item of
// a list, or 0.
func itemIndent(text string) int {
	text = strings.TrimRight(text, " \t\n")
	line := text[strings.LastIndexByte(text, '\n')+1:]
	if !listed.IsBullet(line) {
		return 0
	}
	return len(line) - len(strings.TrimLeft(line, " \t")) + 1
}

// doesSomething reports whether a word says what an endpoint does: create, create/update.
func doesSomething(word string) bool {
	word, _, _ = strings.Cut(word, "/")
	return actions[word] != ""
}

// saysFollow is a sentence that announces attributes as a label does.
var saysFollow = prefilter.MustCompile(`(?i)\bfollowing (?:[a-z]+ )?(?:parameters?|params|arguments?|fields|properties|options|values)\b|\b(?:includes?|contains?|returns?) (?:[a-z]+ ){0,3}(?:data|information|details|metadata|statistics)\b`)

// callout begins a note that stands in a quote of its own.
var callout = prefilter.MustCompile(`^\s*>\s*\[!`)

func isCallout(text string) bool { return callout.MatchString(text) }

// own is the section that a text announces by a label, not by a sentence that does not
// say so.
func (l *label) own() vocabulary.Section {
	if l.sentence && !saysFollow.MatchString(l.text) {
		return vocabulary.Unknown
	}
	return l.section
}

// farthestLabel is how many paragraphs stand at most between a label and the parameters
// that it announces.
const farthestLabel = 3

// announces reports whether the label before offset i says that attributes follow,
// below a few paragraphs.
func (s *blockScan) announces(i int) bool {
	section, apart := s.lists.section, s.lists.apart
	if s.lists.below && s.open == 0 && itemIndent(s.text[i:lineEnd(s.text, i)]) == s.lists.labelItem {
		section = vocabulary.Unknown // the item beside the label, behind what stands below that
	}
	if s.open > 0 {
		text := s.text[s.open-1 : i]
		l := labelIn(text, s.lists.known)
		if l.sentence && isFactSection(l.section) || announcesMembers(text) {
			return true
		}
		if own := l.own(); own != vocabulary.Unknown {
			section, apart = own, 0
		} else if isFactSection(section) && (followsHere(text) || isNeedLabel(text)) {
			apart = 0 // members of one of those above
		} else {
			apart++
		}
	}
	return s.open == 0 && (isFactSection(s.lists.spoken) || s.lists.members) || section == vocabulary.ResponseExample || isFactSection(section) && (apart <= 1 || apart <= farthestLabel && !s.lists.broken && section != vocabulary.Response)
}

// announcesSent reports whether the label right before offset i announces parameters.
func (s *blockScan) announcesSent(i int) bool {
	section := s.lists.section
	if s.open > 0 {
		section = labelIn(s.text[s.open-1:i], s.lists.known).own()
	} else if s.lists.apart > 0 || s.lists.broken {
		return false
	}
	return section == vocabulary.Request || section == vocabulary.Query || section == vocabulary.Path
}

// followsHere reports whether a text ends in a sentence that announces attributes.
func followsHere(text string) bool {
	l, ok := labelOf(text)
	return ok && (strings.HasSuffix(l, ":") && saysFollow.MatchString(l) || beginsFollowing.MatchString(l))
}

// isNeedLabel reports whether a text ends in a label that is but a word for a need: what follows is
// needed of what is listed here.
func isNeedLabel(text string) bool { return needLabel(text) != "" }

// needLabel is such a label, or "".
func needLabel(text string) string {
	if l, ok := labelOf(text); ok && vocabulary.NeedAlone(l) != vocabulary.Unsaid {
		return l
	}
	return ""
}

// beginsFollowing is a sentence about parameters that follow, which need not end in a colon.
var beginsFollowing = prefilter.MustCompile(`(?i)^(?:the )?following (?:[a-z]+ )?(?:parameters?|params|arguments?|fields|attributes)\b[^.]*\.$`)

// listAt reads the list of attributes that begins with the line at i, or nil.
func (s *blockScan) listAt(i int, line string) *table.Table {
	if s.foreign || i < s.lists.tried {
		return nil
	}
	for _, kind := range listed.Kinds {
		if !kind.Begins(s.text, i, s.open > 0) {
			continue
		}
		if listed.IsBullet(line) && !listed.IsTyped(line) && isLabelItem(line) {
			return nil // what follows is below it
		}
		var t *table.Table
		t, s.lists.tried = kind.Read(s.text, i, s.announces(i) || listed.IsBullet(line) && s.isNeededList(i))
		if t == nil && listed.IsBullet(line) && itemIndent(line) > 1 && s.announcesSent(i) {
			t = listed.NamesAlone(s.text, i)
		}
		if end := s.lists.tried; t == nil && s.lists.mayCut(i, end) {
			s.lists.tried = s.firstLabel(i, end)
		}
		return t
	}
	return nil
}

// labelledAt adds the label that begins the line text[i:end] and the attributes behind it,
// and reports whether the line has them.
func (s *blockScan) labelledAt(i, end int) bool {
	if s.foreign {
		return false
	}
	t, label := listed.LabelledOptions(s.text, i, end)
	if t == nil {
		t, label = listed.LabelledNames(s.text, i, end)
	}
	if t == nil {
		return false
	}
	t.Inline = true
	s.flush(i)
	s.open = i + 1
	s.flush(label)
	s.add(block{kind: tableBlock, start: label, end: t.End, table: t})
	s.lists.below = s.lists.labelItem > 0
	if t.End < end && nextSentence.MatchString(s.text[t.End:end]) {
		s.open = t.End + 1 // a sentence of its own behind the names
	}
	return true
}

// nextSentence begins a sentence.
var nextSentence = prefilter.MustCompile("^[ \t]*[\\pL\\pN`*\\[]")

// keepMentions makes text again of names in lines that stand in no endpoint: they tell of all of them
// what their pages say elsewhere, too.
func (s *document) keepMentions() {
	for i := range s.blocks {
		if b := &s.blocks[i]; b.kind == tableBlock && b.table.Inline && s.callAt(b.start) == nil {
			b.kind, b.table, b.head = textBlock, nil, nil
		}
	}
}

// firstLabel is where the first item of a list, after that at offset i, begins that is but a
// label: what it announces is read for itself. It is end where there is none.
func (s *blockScan) firstLabel(i, end int) int {
	for at := lineEnd(s.text, i); at < end; {
		next := lineEnd(s.text, at)
		if line := s.text[at:next]; listed.IsBullet(line) && isLabelItem(line) {
			return at
		}
		at = next
	}
	return end
}

// longestItemLabel is how many bytes an item takes that is but a label.
const longestItemLabel = 120

// isLabelItem reports whether an item of a list is but a label for the lines below it:
// "+ Parameters", "* **URL Params**".
func isLabelItem(line string) bool {
	if saidItem.MatchString(line) {
		return false
	}
	if m := boldItem.FindStringSubmatch(line); m != nil && isFactSection(vocabulary.SectionOf(m[1])) {
		return true
	}
	text := prose.Plain(strings.TrimLeft(line, " \t-*+"))
	if len(text) > longestItemLabel {
		return false
	}
	if s := beforeDash(text); s != vocabulary.Unknown && s != vocabulary.Documentation && vocabulary.SectionOf(text) == vocabulary.Unknown {
		return false // an attribute of that name
	}
	section, _ := sectionOf(strings.TrimSuffix(strings.TrimSpace(text), ":"))
	return section != vocabulary.Unknown
}

// boldItem is an item with a label in bold and a sentence that ends in a colon:
// **JSON Request**: a body with these members:
var boldItem = prefilter.MustCompile(`^[ \t]*[-*+][ \t]+\*\*([^*\n]{2,40}?)[:：]?\*\*[:：]?[^\n]*\pL[^\n]*[:：][ \t]*\n?$`)

// saidItem is an item with the name of an attribute, in small letters, and a text behind it.
var saidItem = prefilter.MustCompile("^[ \\t]*[-*+][ \\t]+(?:\\*\\*[a-z][\\w.\\[\\]-]*\\*\\*|`[a-z][\\w.\\[\\]-]*`)[ \\t]*(?:[-–—:(][^\\n]*\\pL|[a-z])")

// mayList reports by one look whether a page may list attributes in items or terms.
// Items that are one code span are of another format.
func mayList(text []byte) bool {
	return listed.MayList(text) && !hasItem(text, signature)
}

// hasForeignItems reports whether a page without tables lists attributes as code spans
// of a name and a type, as another format does, which says more in them than is read
// here: who takes half of such a page loses the other half.
func hasForeignItems(text []byte) bool {
	return !mayDeclare(text) && hasItem(text, typedItem) && hasCodeItem(text)
}

// hasItem reports whether a page has an item of a list that begins with a code span and
// matches a pattern.
func hasItem(text []byte, pattern *prefilter.Pattern) bool {
	for line := range bytes.Lines(text) {
		if item := bytes.TrimLeft(line, " "); len(item) > 3 && item[1] == ' ' && item[2] == '`' && pattern.Match(bytes.TrimRight(item, "\n")) {
			return true
		}
	}
	return false
}

var typedItem = prefilter.MustCompile("^[-*+] `[^`\n:/ ]+: [^`\n]+`\\s*$")

// signature is an item that is one code span of several words: a declaration of a
// client or of a field, as pages of another format list them.
var signature = prefilter.MustCompile("^[-*+] `[^` \n]+ [^`\n]*`\\s*$")
