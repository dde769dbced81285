package prose

import (
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// ruleJoint stands between a name and what a rule says of it.
	ruleJoint = prefilter.MustCompile(`(?i)^[\s:：–—=-]*(?:(?:is|are|must be|should be|es|son|é|são|est|sont|ist|sind|è|sono|быть)\s+|(?:both|each|all)\s+|[为為是は]\s*)*`)
	// notNeeded and mustBeSent are rules in words of their own.
	notNeeded  = prefilter.MustCompile(`(?i)^(?:not|no|nicht|pas|não|non)\s+(?:required|mandatory|obligatori[oa]s?|obrigat[óo]ri[oa]s?|obligatoires?|erforderlich)\b|\b(?:can|may) be (?:omitted|left out|absent|missing)\b`)
	mustBeSent = prefilter.MustCompile(`(?i)\b(?:must|has to|have to|needs? to) be (?:given|set|sent|passed|specified|provided|supplied|included|present)\b|\b(?:must|can|may) ?not be (?:omitted|left out|absent|missing)\b`)
	// leftOutWord begins a rule that says but that something may be left out, with more behind it.
	leftOutWord = prefilter.MustCompile(`(?i)^(?:optional|opcional(?:es)?|opciona(?:l|is)|optionnel(?:le)?s?|facultati(?:f|ve)s?|opzional[ei]|facoltativ[oaie])(?:$|[\s,;.:)(|])`)
	// neededWord begins a rule that says but that something is needed, with more behind it.
	neededWord = prefilter.MustCompile(`(?i)^(?:required|mandatory|obligatori[oa]s?|requerid[oa]s?|obrigat[óo]ri[oa]s?|obligatoires?|requise?s?|erforderlich|obbligatori[oaei]|обязательн(?:о|ый|ая|ое|ы))(?:$|[\s,;.:)(|])`)
)

// RuleNeed returns what a rule says of whether its subject has to be sent, given what stands behind
// the name of that: "is required, at most 120 characters", "must be given", "必填".
func RuleNeed(rule string) vocabulary.Need {
	rest := rule[len(ruleJoint.FindString(rule)):]
	switch {
	case conditionWd.MatchString(rest) && !always.MatchString(rest):
		return vocabulary.Conditional
	case notNeeded.MatchString(rest), leftOutWord.MatchString(rest):
		return vocabulary.No
	case mustBeSent.MatchString(rule), neededWord.MatchString(rest):
		return vocabulary.Yes
	}
	if need := SaidNeedOf(rest); need != vocabulary.Unsaid {
		return need
	}
	return vocabulary.NeedInRules(rest)
}
