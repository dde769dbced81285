package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// ruleOfCode is a line of code that gives a name its rules.
	ruleOfCode = prefilter.MustCompile("^\\s*[\"'`]?([A-Za-z_][\\w.*-]*)[\"'`]?\\s*(?::|=>?)\\s*[\"'`\\[]*(.*?)[\"'`\\],;]*\\s*$")
	// saidNeeded is a sentence that says of names in code but whether they have to be sent, listsNeeded
	// a line that lists those of one kind.
	saidNeeded  = prefilter.MustCompile("(?i)^(?:(?:the|both|only|field|fields|parameters?)\\s+)*`[^`\\s]+`(?:[\\s,]*(?:,|and|&|und|et|y|e|和|、)\\s*`[^`\\s]+`)*\\s*(?:(?:body |request |query )?(?:fields?|param(?:eter)?s?|attributes?|propert(?:y|ies))\\s+)?(?:(?:is|are|must be|has to be|have to be)\\s+(?:always |not )?(?:required|mandatory|optional|given|sent|provided|present)\\b|(?:es|son|é|são|est|sont|ist|sind|è|sono)\\s+(?:obligat|requer|requis|erforder|obbligat|opcion|option|faculta)|(?:为|均为|是)?(?:必填|必须|必传|可选|选填))")
	listsNeeded = prefilter.MustCompile("(?i)^(?:[-*+]\\s+)?(?:\\*\\*|__)?(required|mandatory|optional|必填|可选|选填|obligatorios?|requeridos?|opcionales|obrigatórios?|opcionais|obligatoires?|optionnels?|pflichtfelder|optional)(?:\\s+(?:body |query |request )?(?:fields?|param(?:eter)?s?|params|attributes|properties|members|字段|参数|campos|champs|felder))?\\s*(?:\\*\\*|__)?\\s*[:：]\\s*(?:\\*\\*|__)?\\s*(`?[A-Za-z_][^.;]*)\\.?$")
)

// code reads the lines of code that stand below a title for rules: name: required|string|max:120.
func (s *ruleScan) code(at int, text string) {
	if !s.open {
		return
	}
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		m := ruleOfCode.FindStringSubmatch(strings.TrimRight(line, "\n"))
		if m == nil || m[2] == "" {
			continue
		}
		rule := ruleOf([]string{m[1]}, m[2], false)
		if rule.Sure = rule.Required || rule.Optional; rule.Sure {
			rule.Start, rule.End = start, at
			s.out = append(s.out, rule)
		}
	}
}

// said reads the sentences of a text that say of names whether they have to be sent, wherever they
// stand: `name` and `note` are required.
func (s *ruleScan) said(at int, text string) {
	start, from, to := at, 0, 0 // of a paragraph, or of an item
	for line := range strings.Lines(text) {
		next := to + len(line)
		bare := strings.TrimRight(line, " \t\n")
		m := ruleItem.FindStringSubmatch(bare)
		if bare == "" || m != nil {
			if !conditionalLead.MatchString(s.lead) {
				s.sentences(start, at+to, text[from:to])
			}
			from = to
			if m != nil {
				from = to + len(bare) - len(m[2])
			}
			start = at + to
		}
		if bare != "" && m == nil && bare[0] != ' ' {
			s.lead = bare
		}
		to = next
	}
	if !conditionalLead.MatchString(s.lead) {
		s.sentences(start, at+to, text[from:to])
	}
}

// conditionalLead announces what holds in some cases only: If the kind is sail:
var conditionalLead = prefilter.MustCompile(`(?i)^[^.]*\b(?:if|when|unless|in case|whenever|where|while|for|wenn|si|se|quand|cuando|quando)\b[^.]*:$|^[^。]*(?:如果|当|若|时|時)[^。]*[:：]$`)

// sentences reads the sentences of a paragraph or of an item of a list.
func (s *ruleScan) sentences(start, end int, text string) {
	if s.open || !needAnywhere.MatchString(text) {
		return
	}
	for _, sentence := range ruleEnd.Split(strings.ReplaceAll(strings.TrimSpace(text), "\n", " "), -1) {
		if m := listsNeeded.FindStringSubmatch(sentence); m != nil {
			s.listed(start, end, m[1], m[2])
			continue
		}
		if said := saidNeeded.FindString(sentence); said != "" {
			n := len(s.out)
			s.add(start, end, sentence)
			for i := range s.out[n:] {
				s.out[n+i].Text, s.out[n+i].Sure = "", false // the description has it
			}
		}
	}
}

// listed reads the names behind a label that says whether they have to be sent: Required: `name`.
func (s *ruleScan) listed(start, end int, need, list string) {
	coded := strings.Contains(list, "`")
	names, _ := prose.SeveralNames(strings.ReplaceAll(list, "`", ""), false)
	if len(names) == 0 {
		names = []string{strings.Trim(list, "` ")}
	}
	for _, name := range names {
		if !prose.IsName(name) || vocabulary.NeedOf(name) != vocabulary.Unsaid || vocabulary.IsNothing(name) {
			return
		}
	}
	rule := ruleOf(names, need, false)
	rule.Text, rule.Sure = "", coded
	rule.Start, rule.End = start, end
	s.out = append(s.out, rule)
}
