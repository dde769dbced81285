package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// ruleItem is an item of a list, with or without a number.
	ruleItem = prefilter.MustCompile(`^(\s*)(?:[-*+•]|[0-9]{1,2}[.)])\s+(\S.*)$`)
	// ruleLine is a label with rules behind it: **Validation:** `title` is required.
	ruleLine = prefilter.MustCompile(`^\s*(?:\*\*|__)?([\pL][^:：*_]{2,50}?)(?:\*\*|__)?\s*[:：]\s*(?:\*\*|__)?\s*(\S.*)$`)
	// ruleLead are words before the names that a rule is about.
	ruleLead = prefilter.MustCompile(`(?i)^(?:(?:the|a|an|your|both|field|parameter|property|attribute|member)\s+)+`)
	// rulesAll is the beginning of a rule about all that is sent, rulesOther that of one about the rest.
	rulesAll   = prefilter.MustCompile(`(?i)^(?:all|every)(?: of)?(?: the| these)?(?: (?:body|request|query))? (?:fields?|parameters?|params|attributes?|properties|property|members?|values?)\b|^(?:所有|全部)(?:的)?(?:字段|参数)?(?:都|均)?`)
	rulesOther = prefilter.MustCompile(`(?i)\b(?:others?|remaining|rest|everything else|anything else)\b|其他|其余`)
	// ruledCode is a name in code or in bold that a rule begins with, ruledWords words before what it says.
	ruledCode  = prefilter.MustCompile("^(?:(?:\\*\\*|__)?`([^`\\s]{1,80})`(?:\\*\\*|__)?|(?:\\*\\*|__)([^*`:：]{1,80}?)\\s*[:：]?(?:\\*\\*|__))")
	ruledWords = prefilter.MustCompile(`(?i)^([\pL_$][\pL\pN_.$\[\], &-]{0,60}?)\s*(?:[:：(（]|[-–—=]{1,2}\s|\s(?:is|are|must|should|shall|has to|have to|can|cannot|can't|may|needs?|required|mandatory|optional)\b|必[填须選选传]|不能为空)`)
	// needAnywhere is a word for whether something has to be sent.
	needAnywhere = prefilter.MustCompile(`(?i)\b(?:required|mandatory|optional|obligatori[oa]s?|requerid[oa]s?|obrigat[óo]ri[oa]s?|obligatoires?|requise?s?|erforderlich)\b|必填|必须|必选|必传|必須|필수|обязательн`)
	// limitWord is a word for what a value is held to.
	limitWord = prefilter.MustCompile(`(?i)\b(?:must|max(?:imum)?|min(?:imum)?|at most|at least|between|up to|no (?:more|longer|less|fewer) than)\b|[≤≥<>]|最[大小多少长長]|不超过`)
	// ruleEnd parts the rules of one line.
	ruleEnd = prefilter.MustCompile(`[.;]\s+|[。；]\s*`)
)

// A ruleScan collects the rules of a call.
type ruleScan struct {
	r *reading
	// open says that a title for rules stands above, listing that a list of them has begun.
	open, listing bool
	indent        int
	// lead is the line above a list.
	lead string
	out  []decl.Rule
	// lists are where the lists of rules stand.
	lists [][2]int
}

// rulesOf returns the rules that a call lists below titles for them. They are about what tables list and
// about what only examples show.
func (r *reading) rulesOf(c *call) []decl.Rule {
	s, title := &ruleScan{r: r}, ""
	for _, p := range c.parts {
		if p.kind != textBlock {
			s.lead = ""
		}
		switch p.kind {
		case headingBlock:
			s.open, s.listing = vocabulary.AnnouncesRules(p.plain), false
			title = p.plain
		case textBlock:
			text := r.document.text[p.start:p.end]
			if !isAnswer(p.section) && !isAside(p.section) {
				s.said(p.start, text)
				s.namesNeeded(c, p.start, text, title)
			}
			s.text(p.start, text)
		case fenceBlock:
			s.code(p.inner, r.document.text[p.inner:p.innerEnd])
			s.open = false
		default:
			s.open = false
		}
	}
	r.ruled = append(r.ruled, s.lists...)
	return s.out
}

// text goes on with a text that begins at an offset.
func (s *ruleScan) text(at int, text string) {
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		line = strings.TrimRight(line, " \t\n")
		if m := ruleItem.FindStringSubmatch(line); m != nil {
			if s.open {
				s.item(start, at, len(m[1]), m[2])
			}
			continue
		}
		bare := strings.TrimSpace(line)
		switch m := ruleLine.FindStringSubmatch(line); {
		case bare == "":
		case m != nil && vocabulary.AnnouncesRules(m[1]):
			s.open, s.listing = true, false
			for _, rule := range ruleEnd.Split(m[2], -1) {
				s.add(start, start+len(line), rule)
			}
		case s.open && s.listing && line[0] == ' ':
			s.more(at, bare)
		case vocabulary.AnnouncesRules(prose.Plain(bare)):
			s.open, s.listing = true, false
		default:
			s.open = s.open && !s.listing && !isLabelLine(bare)
		}
	}
}

// isLabelLine reports whether a line announces something.
func isLabelLine(line string) bool {
	return strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：") || strings.HasSuffix(line, "**")
}

// item goes on with an item of a list. What is listed below one goes on with that.
func (s *ruleScan) item(start, end, indent int, text string) {
	if s.listing && indent > s.indent+1 {
		s.more(end, text)
		return
	}
	if !s.listing {
		s.lists = append(s.lists, [2]int{start, end})
	}
	s.listing, s.indent = true, indent
	s.lists[len(s.lists)-1][1] = end
	s.add(start, end, text)
}

// longestRule is how many bytes a rule takes at most that goes on in further lines.
const longestRule = 2000

// more adds a line to the last rule.
func (s *ruleScan) more(end int, text string) {
	if len(s.lists) == 0 {
		return
	}
	s.lists[len(s.lists)-1][1] = end
	if n := len(s.out); n > 0 && len(s.out[n-1].Text) < longestRule && s.out[n-1].Start >= s.lists[len(s.lists)-1][0] {
		last := s.out[n-1]
		rule := ruleOf(last.Names, strings.Trim(last.Text+", "+text, ", "), false)
		rule.Start, rule.End, rule.Sure = last.Start, end, true
		s.out[n-1] = rule
	}
}

// add reads one rule. One that says that something has to be sent, and not what, is told.
func (s *ruleScan) add(start, end int, text string) {
	text = strings.TrimSpace(text)
	text = strings.TrimSpace(text[len(ruleLead.FindString(text)):])
	names, rest, choice := ruledNames(text)
	if len(names) == 0 {
		if needAnywhere.MatchString(text) && !rulesOther.MatchString(text) {
			s.r.problem(start, end, "unread-rule", "the rule "+quoted(prose.Plain(text))+" says what has to be sent, and does not name it as docgen reads names: it is documentation", "begin the rule with the name in code: `name` is required")
		}
		return
	}
	rule := ruleOf(names, rest, choice)
	rule.Sure = rule.Required || rule.Optional || strings.HasPrefix(strings.TrimLeft(text, "*_"), "`") && (limitWord.MatchString(rest) || len(rule.Values) > 0)
	if names[0] == decl.AllNames {
		if !rule.Required && !rule.Optional {
			return
		}
		rule.Text, rule.Sure, rule.Values = "", false, nil
	} else if rulesOther.MatchString(names[0]) {
		return // what holds without a rule
	}
	rule.Start, rule.End = start, end
	s.out = append(s.out, rule)
}

// ruleOf is what a rule says of names.
func ruleOf(names []string, rest string, choice bool) decl.Rule {
	rule := decl.Rule{Names: names, Text: prose.Doc(strings.Trim(rest, " \t:：-–—=")), Values: prose.RuleValues(rest)}
	switch need := prose.RuleNeed(rest); {
	case choice || need == vocabulary.Conditional:
		rule.Optional = need != vocabulary.Unsaid
	case need == vocabulary.Yes:
		rule.Required = true
	case need == vocabulary.No:
		rule.Optional = true
	}
	return rule
}

// ruledNames are the names that a rule begins with, and what it says of them; choice says that one of
// them is enough.
func ruledNames(text string) (names []string, rest string, choice bool) {
	if all := rulesAll.FindString(text); all != "" {
		return []string{decl.AllNames}, text[len(all):], false
	}
	if m := ruledCode.FindStringSubmatch(text); m != nil {
		name, rest := strings.TrimSpace(m[1]+m[2]), text[len(m[0]):]
		if m[1] != "" && !prose.IsName(name) {
			return nil, text, false
		}
		more, rest, choice := prose.CutNames(rest, m[2] != "")
		return append([]string{name}, more...), rest, choice
	}
	m := ruledWords.FindStringSubmatch(text)
	if m == nil {
		return nil, text, false
	}
	names, choice = prose.SeveralNames(m[1], false)
	if len(names) == 0 {
		names = []string{m[1]}
	}
	return names, text[len(m[1]):], choice
}

// isRuled reports whether a stretch of the page stands in a list of rules that was read.
func (r *reading) isRuled(start, end int) bool {
	for _, l := range r.ruled {
		if l[0] < end && start < l[1] {
			return true
		}
	}
	return false
}
