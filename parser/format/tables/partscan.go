package tables

import (
	"strconv"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// ifAnswered begins a text about what is answered with a status that is none of success.
var ifAnswered = prefilter.MustCompile("(?i)^[*_]*(?:if|when|in case)(?: an?| the)?(?: (?:response|status|server|api|http|code|returns?|answers?|is|with))*[ `*_]+([345][0-9][0-9])\\b[^.\\n]*\\b(?:is|are|was|gets|comes) (?:returned|answered|received|sent|back)\\b")

// otherCase is a text that says but that what follows is answered in all other cases than the one above.
var otherCase = prefilter.MustCompile(`(?i)^[\s*_]*(?:otherwise|else|in all other cases|ansonsten|andernfalls|sinon|de lo contrario|en caso contrario|caso contrário|altrimenti|иначе|в противном случае|否则|それ以外)[\s*_,:，：]*$`)

// A partScan is what the sections of the blocks of an endpoint depend on, block by block.
type partScan struct {
	*document
	section vocabulary.Section
	label   string
	status  int
	level   int      // of the heading that opened the section, 0 for none
	rows    rowNames // of the attributes of the section
	spoken  bool     // a sentence opened the section, or a label that is about answers
	headed  bool     // a heading opened the section
	coded   bool     // a label of its own says the status
	told    int      // the status that a sentence says what follows is about
	above   order    // of what stands above
	view    tabView  // of another kind that the blocks stand in
	answer  int      // the level of the heading about the answer that all below stands under, 0 for none
	within  answerItem
}

// parts are the blocks between two offsets with their sections.
func (s *document) parts(first, start, end int) []part {
	var out []part
	scan := &partScan{document: s, told: s.toldAbove(first)}
	for i := first; i < len(s.blocks) && s.blocks[i].start < end; i++ {
		b := &s.blocks[i]
		if (scan.spoken || scan.section == vocabulary.Documentation) && s.states(b) {
			scan.section, scan.label, scan.status, scan.spoken = vocabulary.Unknown, "", 0, false // it was about what comes before the endpoint
		}
		if scan.see(b); scan.view.in {
			out = append(out, part{b, vocabulary.Documentation, scan.view.name, 0})
			continue
		}
		switch b.kind {
		case headingBlock:
			if !scan.viewHeading(i) {
				scan.heading(i, b.start == start)
			}
		case textBlock:
			scan.within.see(s.text[b.start:b.end], s.sections)
			scan.paragraph(i)
		case tagBlock:
			if to, l, n, ok := s.tagged(b); ok {
				scan.section, scan.label, scan.status = to, l, n
			}
		case tableBlock:
			scan.rows.tables = append(scan.rows.tables, b)
		}
		own := scan.section
		if b.kind == tableBlock {
			own = ofTable(b.table, own)
		}
		if b.kind == fenceBlock && own == vocabulary.Unknown && i > first && s.blocks[i-1].kind == textBlock {
			own = shownBy(s.text[s.blocks[i-1].start:s.blocks[i-1].end])
		}
		if b.kind == fenceBlock && i > first && (isFactSection(own) && own != vocabulary.Response || own == vocabulary.RequestExample) && s.blocks[i-1].kind == textBlock && endsAnswered(s.text[s.blocks[i-1].start:s.blocks[i-1].end]) {
			own = vocabulary.ResponseExample
		}
		scan.above.add(b, scan.section, own)
		out = append(out, part{b, own, scan.label, scan.status})
	}
	return out
}

// hasRowsBelow reports whether a table follows a block, or a list of names alone.
func (s *document) hasRowsBelow(i int) bool {
	if i+1 == len(s.blocks) {
		return false
	}
	b := &s.blocks[i+1]
	return b.kind == tableBlock || b.kind == textBlock && nameItem.MatchString(s.text[b.start:lineEnd(s.text, b.start)]) && followsHere(s.text[s.blocks[i].start:s.blocks[i].end])
}

// heading goes on with a heading by its index; stated says that it states the endpoint.
func (s *partScan) heading(i int, stated bool) {
	b := &s.blocks[i]
	s.spoken, s.within = false, answerItem{}
	if orWord.MatchString(b.plain) && s.section != vocabulary.Unknown {
		return // more of the same
	}
	to, n := s.sectionOf(b.plain)
	to = s.belowHeading(b, to)
	if to == vocabulary.Unknown && len(s.rows.tables) > 0 && (b.level > s.level && s.rows.has(memberName(b.plain)) || b.level >= s.level && s.rows.hold(b.plain)) {
		return // members of what stands above
	}
	if b.level > s.level && s.level > 0 && (s.headed || !parameterNoun.MatchString(b.plain)) { // a label for an answer ends at a title
		to = s.exampleBelow(belowAnswer(s.section, to, b.plain), b.plain, i)
	}
	to = s.above.headed(to, b.plain)
	s.label = b.plain
	if stated {
		to, s.label = vocabulary.Unknown, ""
	}
	kind, _ := vocabulary.KindOf(s.label)
	if to == vocabulary.Unknown && kind == vocabulary.Unknown && b.level > s.level && (isFactSection(s.section) || s.section == vocabulary.ResponseExample && s.headed) {
		return // the heading of one of several forms
	}
	s.section, s.status, s.level, s.headed, s.coded, s.told = to, n, b.level, true, false, 0
	s.above.below = isShown(to)
	s.rows = rowNames{}
	if s.answer == 0 && isShown(to) {
		s.answer = b.level
	}
}

// belowHeading is the section of a heading by those above it: headers and bodies below one for
// the answer are those of the answer, however many titles stand between.
func (s *partScan) belowHeading(b *block, to vocabulary.Section) vocabulary.Section {
	if s.answer > 0 && b.level <= s.answer {
		s.answer = 0
	}
	if s.answer > 0 {
		return ofAnswer(vocabulary.Response, to, true, b.plain)
	}
	return ofAnswer(s.section, to, b.level > s.level, b.plain)
}

// paragraph goes on with a text by its index: a sentence in it announces nothing where no table follows.
func (s *partScan) paragraph(i int) {
	b, sentence := &s.blocks[i], !s.hasRowsBelow(i)
	if (s.section == vocabulary.Errors || s.status >= 300) && otherCase.MatchString(s.text[b.start:b.end]) {
		s.section, s.label, s.status, s.spoken, s.headed, s.coded = vocabulary.ResponseExample, "", 0, true, false, false
		return
	}
	if l := b.label(s.text, s.sections); l.section != vocabulary.Unknown && !(sentence && l.sentence) {
		to := s.above.section(ofFailure(s.section, ofAnswer(s.section, goesOnWith(s.section, l.section, l.text), s.above.asked, l.text), s.status, l.status), l.text)
		to = s.exampleBelow(s.within.section(to), l.text, i)
		if s.failedWith(to, i) {
			to = vocabulary.Errors
		}
		switch {
		case s.coded && l.status == 0 && isShown(to):
			to = ofCode(to, s.status, s.status)
		case to != vocabulary.Errors || l.status > 0:
			s.status = l.status
		}
		if s.told > 0 && l.status == 0 && isAnswerShown(to) {
			to, s.status = ofCode(to, 0, s.told), s.told
		}
		s.section, s.label, s.spoken = to, l.text, l.sentence || isAnswer(l.section)
		s.headed = false
	} else if own := needLabel(s.text[b.start:b.end]); own != "" && isFactSection(s.section) {
		s.label = own // a part of the same section
	}
	if n := s.toldStatus(b); n > 0 {
		s.told = n
	}
	if n := codeLabelled(s.text[b.start:b.end]); n > 0 {
		s.section, s.status, s.coded = ofCode(s.section, s.status, n), n, true
	}
}

// failedWith reports whether a label for headers or a body, by the index of its block, is right above what
// was answered with the status of a failure.
func (s *partScan) failedWith(section vocabulary.Section, i int) bool {
	return (section == vocabulary.Body || section == vocabulary.Header) && s.section == vocabulary.Errors && s.status >= 400 && s.above.asked &&
		i+1 < len(s.blocks) && s.blocks[i+1].kind == fenceBlock
}

// exampleBelow is the section of a title that is but a word for an example, by the index of its block:
// below what announces the answer, an object or a list right behind it is what is answered.
func (s *partScan) exampleBelow(section vocabulary.Section, title string, i int) vocabulary.Section {
	if section != vocabulary.RequestExample || !isShown(s.section) || !vocabulary.IsExample(title) {
		return section
	}
	if next := i + 1; next < len(s.blocks) && s.blocks[next].kind == fenceBlock {
		if commentAlone.MatchString(s.code(&s.blocks[next])) { // which request is answered
			next++
		}
		if next < len(s.blocks) && s.blocks[next].kind == fenceBlock && beginsValue(s.code(&s.blocks[next])) {
			return vocabulary.ResponseExample
		}
	}
	return section
}

// commentAlone is code of one line that is but a comment.
var commentAlone = prefilter.MustCompile(`^(?:/\*[^\n*]{1,300}\*/|//[^\n]{1,300}|#[^\n]{1,300})$`)

// beginsValue reports whether code begins with an object or a list.
func beginsValue(code string) bool { return code != "" && (code[0] == '{' || code[0] == '[') }

// toldStatus is the status of a case that a text tells of, or 0.
func (s *document) toldStatus(b *block) int {
	m := ifAnswered.FindStringSubmatch(s.text[b.start:b.end])
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// mostTold is how many blocks above an endpoint are looked at for such a text.
const mostTold = 4

// toldAbove is the status that a text above a block, below the same heading, tells of, or 0.
func (s *document) toldAbove(first int) int {
	for i := first - 1; i >= max(first-mostTold, 0) && s.blocks[i].kind != headingBlock; i-- {
		if s.blocks[i].kind == textBlock {
			if n := s.toldStatus(&s.blocks[i]); n > 0 {
				return n
			}
		}
	}
	return 0
}
