package tables

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// ofStep is a title of a step, as guides have them.
var ofStep = prefilter.MustCompile(`(?i)^\W*(?:step|schritt|étape|paso|passo|шаг)\s*[0-9]|^\W*(?:first|then|next|finally|now)\b|^第.{1,3}步`)

// bodyLine is a line behind the first one of a fence that is no header.
var bodyLine = prefilter.MustCompile(`\n[ \t]*(?:[^A-Za-z\s]|[A-Za-z-]+(?:[^A-Za-z:-]|$))`)

// isOfFew reports whether each of the endpoints of a page, however few, or many of several, is what a heading
// states, or a fence right below one states, above what is sent or answered. Titles have to say that
// the page is a reference, or most of its sections have to state endpoints: guides have others.
func (s *document) isOfFew() bool {
	if s.page.Surest >= format.Certain || len(s.calls) == 0 || s.isAbout() {
		return false
	}
	titled, good := true, 0
	for _, c := range s.calls {
		if s.standsAtHeading(c.stated[0]) && c.showsParts() {
			good++
		}
		titled = titled && s.isTitled(c.stated[0].Start)
	}
	if good < len(s.calls) {
		return titled && good >= fewestBare && good*3 >= len(s.calls)
	}
	return titled || s.isMostlyStated() && !s.hasPrograms() || s.areBelowRequest()
}

// aloneInItem is an item that is nothing but an endpoint in code.
var aloneInItem = prefilter.MustCompile("^[-*+][ \\t]+[*_]*`[A-Z]{3,7} +/[^`\\s]+`[*_]*\\s*$")

// aloneInCode is a paragraph that is nothing but an endpoint in code.
var aloneInCode = prefilter.MustCompile("^[*_]*`(?:GET|POST|PUT|PATCH|DELETE) +(?:https?://[^`\\s/]+)?/[^`\\s]+`[*_]*$")

// succeeds is an item of a list that says when an endpoint answers with a status of success.
var succeeds = prefilter.MustCompile("(?m)^[-*+][ \\t]+[*_`]*2[0-9][0-9]\\b[^`\\n]*`?[*_]*[ \\t:–—-]+[\\pL]")

// maySucceed reports whether a page has such an item; most have no code that begins as one.
func maySucceed(text []byte) bool {
	return bytes.Contains(text, []byte("`20")) && succeeds.Match(text)
}

// succeedsBelow reports whether an item is nothing but an endpoint, and a list below it says with which
// status that answers.
func (s *document) succeedsBelow(f statement.Finding) bool {
	return aloneInItem.MatchString(s.text[f.Start:f.End]) && succeeds.MatchString(s.text[f.End:s.endOf(f, s.headingOf(f.Start))])
}

// standsAtHeading reports whether a heading states an endpoint, or a fence right below a heading that
// is none of a step, or an item that says nothing else.
func (s *document) standsAtHeading(f statement.Finding) bool {
	i := s.blockAt(f.Start)
	if i == len(s.blocks) || f.Form != statement.Stated && !(f.Form == statement.Listed && s.isTemplate(f)) && !s.succeedsBelow(f) || s.isCommand(f.Start) {
		return false
	}
	b := &s.blocks[i]
	if b.kind == headingBlock {
		return statement.IsVerb(leadingWord(b.plain))
	}
	at := s.headed[i]
	if s.isBelowFront(f) || s.isBelowRequest(f) {
		return true
	}
	if b.kind == textBlock && at >= 0 && aloneInItem.MatchString(s.text[f.Start:f.End]) {
		return !ofStep.MatchString(s.blocks[at].plain)
	}
	if b.kind == textBlock && at >= 0 && i-at <= 2 && aloneInCode.MatchString(strings.TrimSpace(s.text[b.start:b.end])) {
		return !ofStep.MatchString(s.blocks[at].plain) && s.showsJSON(i+1, s.endOf(f, at))
	}
	return b.kind == fenceBlock && at >= 0 && !ofStep.MatchString(s.blocks[at].plain) && s.opens(f, at) &&
		isRequestHead(strings.TrimSpace(s.text[b.inner:b.innerEnd]))
}

// isLoneTemplate reports whether a request with slots in its path is all that a page whose title says API
// prints of endpoints, also below a heading for how it is used.
func (s *document) isLoneTemplate(found []statement.Finding, f statement.Finding) bool {
	if len(f.Operations) != 1 {
		return false
	}
	for _, other := range found {
		if len(other.Operations) != 1 || other.Operations[0] != f.Operations[0] {
			return false
		}
	}
	return s.isTemplate(f) && s.isTitled(f.Start)
}

// showsJSON reports whether a fence of JSON stands among the blocks from one on, before an offset.
func (s *document) showsJSON(from, end int) bool {
	for ; from < len(s.blocks) && s.blocks[from].start < end; from++ {
		if b := &s.blocks[from]; b.kind == fenceBlock && isRelaxed(strings.TrimSpace(s.code(b))) {
			return true
		}
	}
	return false
}

// isRequestHead reports whether a text is but the first line of a request and its headers, perhaps with JSON
// behind a blank line.
func isRequestHead(text string) bool {
	head, body, _ := strings.Cut(text, "\n\n")
	return !bodyLine.MatchString(head) && (strings.TrimSpace(body) == "" || isRelaxed(strings.TrimSpace(body)))
}

// isOfSteps reports whether all endpoints of a page stand below titles of steps.
func (s *document) isOfSteps() bool {
	return !slices.ContainsFunc(s.calls, func(c *call) bool { return !ofStep.MatchString(c.title) })
}

// isDescribedBelow reports whether a heading below an endpoint, up to the next statement, says
// what is sent or answered.
func (s *document) isDescribedBelow(f statement.Finding) bool {
	for i := s.blockAt(f.Start) + 1; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if s.states(b) {
			return false
		}
		if b.kind != headingBlock {
			continue
		}
		if section, _ := s.sectionOf(b.plain); isAnswerShown(section) || showsSent(section) {
			return true
		}
	}
	return s.answersBelow(f)
}

// showsParts reports whether JSON, or a label for what is sent or answered, stands below the
// statement of a call.
func (c *call) showsParts() bool {
	return slices.ContainsFunc(c.parts, func(p part) bool {
		if p.start < c.stated[0].End {
			return false
		}
		if p.kind == fenceBlock && !c.isStatement(p.block) {
			text := strings.TrimSpace(c.document.code(p.block))
			return isRelaxed(text) || statusLine.MatchString(text)
		}
		if p.kind == textBlock && p.section == vocabulary.Errors {
			return succeeds.MatchString(c.document.text[p.start:p.end])
		}
		return p.status != 0 || p.label != "" && (isAnswerShown(p.section) || showsSent(p.section))
	})
}

// hasPrograms reports whether a page has fences that are no data, and state no endpoint.
func (s *document) hasPrograms() bool {
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != fenceBlock || s.states(b) {
			continue
		}
		text := strings.TrimSpace(s.text[b.inner:b.innerEnd])
		if text != "" && strings.IndexByte("{[\"<", text[0]) < 0 && !statusLine.MatchString(text) && !statusAlone.MatchString(text) && !dataFences[strings.ToLower(b.info)] && !s.isAnswered(i) && !(curl.IsCommand(text) && s.callAt(b.start) != nil) {
			return true
		}
	}
	return false
}
