package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// fewestBare is how many endpoints a page states, each below a heading of its own, that is
// a page of a reference although it lists no attributes.
const fewestBare = 3

// statusAlone is a fence that holds but the status of an answer.
var statusAlone = prefilter.MustCompile(`^[1-5][0-9][0-9](?: [A-Za-z' -]{1,40})?$`)

// mayBeBare reports by one look whether a page may be one of these.
func mayBeBare(p *format.Page) bool {
	n := 0
	for _, f := range p.Stated {
		if (f.Form == statement.Stated || f.Form == statement.Listed) && !f.URL {
			n++
			if f.Labelled || f.Start < len(p.Text.Bytes) && p.Text.Bytes[f.Start] == '#' {
				n = fewestBare
			}
		}
	}
	return n >= fewestBare && p.Surest < format.Certain
}

// isBare reports whether a page states several endpoints, each below a heading of its own,
// and shows nothing but what they are sent and what they answer. Guides have commands and
// programs besides.
func (s *document) isBare() bool {
	if s.page.Surest >= format.Certain || len(s.calls) < fewestBare {
		return false
	}
	for _, c := range s.calls {
		if s.isBelowTitle(c) || c.stated[0].URL || c.stated[0].Form != statement.Stated && !s.isMeant(c.stated[0]) {
			return false
		}
	}
	others := 0
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != fenceBlock || s.states(b) {
			continue
		}
		if c := s.callAt(b.end - 1); c != nil && (c.isStatement(b) || b.indented && c.labels(b)) {
			continue
		}
		text := strings.TrimSpace(s.text[b.inner:b.innerEnd])
		if text == "" || strings.IndexByte("{[\"<", text[0]) < 0 && !curl.IsCommand(text) && !curl.IsMessage(text) && !statusLine.MatchString(text) && !statusAlone.MatchString(text) {
			if s.isPrinted(i) {
				continue
			}
			if !dataFences[strings.ToLower(b.info)] && !s.isAnswered(i) {
				return false
			}
			others++
		}
	}
	return others*2 <= len(s.calls) && (s.isMostlyStated() || s.isMostlyShown())
}

// isBelowTitle reports whether an endpoint stands right below the title of its page, and none below a heading
// as high as that.
func (s *document) isBelowTitle(c *call) bool {
	if c.title != s.title || len(c.crumbs) > 0 {
		return false
	}
	at := s.headingOf(c.stated[0].Start)
	return at < 0 || !slices.ContainsFunc(s.calls, func(other *call) bool {
		k := s.headingOf(other.stated[0].Start)
		return k > at && s.blocks[k].level == s.blocks[at].level
	})
}

// isShownBelow reports whether a page states several endpoints, each in a fence of nothing else right
// above JSON: whatever programs it has besides, no guide is laid out so.
func (s *document) isShownBelow() bool {
	if s.page.Surest >= format.Certain || len(s.calls) < fewestBare || s.tellsChanges() {
		return false
	}
	for _, c := range s.calls {
		f := c.stated[0]
		i := s.blockAt(f.Start)
		if f.URL || f.Form != statement.Stated || i+1 >= len(s.blocks) || s.blocks[i].kind != fenceBlock || s.blocks[i+1].kind != fenceBlock || strings.Contains(strings.TrimSpace(s.code(&s.blocks[i])), "\n") || !isRelaxed(strings.TrimSpace(s.code(&s.blocks[i+1]))) {
			return false
		}
	}
	return true
}

// isPrinted reports whether code that only its indentation marks stands right below a command
// of the same endpoint: it is what that prints.
func (s *document) isPrinted(i int) bool {
	b := &s.blocks[i]
	if i == 0 || !b.indented || s.blocks[i-1].kind != fenceBlock || s.ruled[i] != s.ruled[i-1] {
		return false
	}
	above := &s.blocks[i-1]
	return curl.IsCommand(s.code(above)) || above.indented && s.isPrinted(i-1)
}

// isMostlyShown reports whether most endpoints of a page stand above a command that requests
// them or an answer: what other sections say is about these.
func (s *document) isMostlyShown() bool {
	with := 0
	for _, c := range s.calls {
		if slices.ContainsFunc(c.parts, func(p part) bool {
			return p.kind == fenceBlock && !c.isStatement(p.block) && (curl.IsCommand(s.code(p.block)) || isJSON(s.code(p.block)))
		}) {
			with++
		}
	}
	return with*4 >= len(s.calls)*3
}

// isLaidOut reports whether a page states endpoints in lines with labels, each above titles
// or labels for what it answers: no guide is laid out so.
func (s *document) isLaidOut() bool {
	if s.page.Surest >= format.Certain || len(s.calls) == 0 {
		return false
	}
	laid := 0
	for _, c := range s.calls {
		if !c.stated[0].Labelled {
			return false
		}
		if slices.ContainsFunc(c.parts, func(p part) bool { return isAnswerShown(p.section) }) {
			laid++
		} else if len(s.calls) >= fewestBare && slices.ContainsFunc(c.parts, func(p part) bool { return p.kind == fenceBlock && showsSent(p.section) }) {
			laid++
		}
	}
	return laid == len(s.calls) || len(s.calls) > fewestBare && laid*4 >= len(s.calls)*3
}

// isTitledWithAnswers reports whether headings state all endpoints of a page, and below each an object or a list in
// JSON stands in a section for what it answers: a guide shows calls of a few, and calls its sections by what
// they tell.
func (s *document) isTitledWithAnswers() bool {
	if s.page.Surest >= format.Certain || len(s.calls) == 0 || s.tellsChanges() || !s.isMostlyStated() {
		return false
	}
	for _, c := range s.calls {
		f := c.stated[0]
		i := s.blockAt(f.Start)
		if i == len(s.blocks) || s.blocks[i].kind != headingBlock || !statement.IsVerb(leadingWord(s.blocks[i].plain)) || !slices.ContainsFunc(c.parts, func(p part) bool {
			return p.kind == fenceBlock && isAnswerShown(p.section) && isJSON(s.code(p.block))
		}) {
			return false
		}
	}
	return true
}

// showsSent reports whether a section shows what is sent.
func showsSent(s vocabulary.Section) bool {
	return s == vocabulary.Request || s == vocabulary.RequestExample || s == vocabulary.Body
}

// fewestHeaded is how many headings of a page are endpoints and nothing else that is a reference,
// whatever stands below them: no guide is cut so.
const fewestHeaded = 5

// isHeaded reports whether a page has headings that are each a verb in capitals with a path, at
// least for half of the endpoints that it states.
func (s *document) isHeaded() bool {
	if s.page.Surest >= format.Certain || s.tellsChanges() {
		return false
	}
	headed := map[string]bool{}
	for _, c := range s.calls {
		f := c.stated[0]
		if i := s.blockAt(f.Start); i < len(s.blocks) && s.blocks[i].kind == headingBlock && statement.IsVerb(leadingWord(s.blocks[i].plain)) {
			headed[f.Operations[0].Key()] = true
		}
	}
	return len(headed) >= fewestHeaded && len(headed)*2 >= len(s.calls)-len(s.beside)
}

// leadingWord is the first word of a title, without marks and numbers.
func leadingWord(title string) string {
	title = strings.TrimLeft(title, "`*_[(0123456789. ")
	word, _, _ := strings.Cut(title, " ")
	return strings.Trim(word, "`*_[]()")
}

// dataFences are the languages of fences that show data and no programs.
var dataFences = map[string]bool{"json": true, "yaml": true, "yml": true, "xml": true, "csv": true, "text": true, "txt": true, "plaintext": true, "plain": true, "toml": true, "http": true}

// isAnswered reports whether a label right above a fence says that an endpoint answers it.
func (s *document) isAnswered(i int) bool {
	section := s.announced(i)
	return section == vocabulary.ResponseExample || section == vocabulary.Response
}

// isMostlyStated reports whether most sections of a page state an endpoint: guides have
// others.
func (s *document) isMostlyStated() bool {
	stated := map[int]bool{}
	for _, c := range s.calls {
		stated[s.headingOf(c.stated[0].Start)] = true
	}
	leaves, with := 0, 0
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != headingBlock || s.ruled[i] != i || s.blocks[min(i+1, len(s.blocks)-1)].kind == headingBlock || b.level == 1 {
			continue
		}
		leaves++
		if stated[i] {
			with++
		}
	}
	return with*4 >= leaves*3
}

// isMeant reports whether a request that is printed with a body is the one of an endpoint:
// it stands right below a heading that announces a request, and no example.
func (s *document) isMeant(f statement.Finding) bool {
	i := s.blockAt(f.Start)
	if f.Form != statement.Listed || f.URL || i == 0 || i == len(s.blocks) || s.blocks[i].kind != fenceBlock || s.blocks[i-1].kind != headingBlock {
		return false
	}
	switch section, _ := s.sectionOf(s.blocks[i-1].plain); section {
	case vocabulary.Request, vocabulary.Endpoint:
		return true
	}
	return false
}

// labels reports whether a block of a call stands below a label for a part of an endpoint.
func (c *call) labels(b *block) bool {
	for _, p := range c.parts {
		if p.block == b {
			return p.section != vocabulary.Unknown && p.section != vocabulary.Documentation
		}
	}
	return false
}
