package prose

import (
	"strings"

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

var (
	// ruledValues is what stands between a name and the values that it can have, and nothing else:
	// "must be one of", "required, one of", "只能是".
	ruledValues = prefilter.MustCompile("(?i)^[\\s:：–—=-]*(?:(?:required|optional|mandatory|string|text|integer|number|enum|必填|可选|选填)[\\s,;，、；|.()（）-]*)*" +
		"(?:(?:is|are|must|should|has to|have to|may|can)\\s+(?:only\\s+)?(?:be\\s+)?)?(?:(?:exactly |any )?one of|either|only|in|must be|can be|may be|(?:allowed|valid|possible|accepted|supported) values?(?: are| is)?|必须(?:是|为)|只能(?:是|为)|限|取值(?:范围)?(?:为|是)?|可选值(?:为|是)?|枚举值?(?:为|是)?)?" +
		"(?:\\s*(?:the following(?: values)?|the values|these|these values|以下(?:值)?(?:之一)?))?\\s*[:：(（\\[]*\\s*$")
	// ruledOnly is a word for there being no other values: that a name "is" one of two says less.
	ruledOnly = prefilter.MustCompile(`(?i)one of|either|must|only|\bin\b|values?\b|必须|只能|限|取值|可选值|枚举`)
	// ruledCase says that a rule holds in some cases only.
	ruledCase = prefilter.MustCompile(`(?i)\b(?:if|when|unless|where|while|whenever|in case|only for|for which|except)\b|如果|当|若|[时時]`)
	// ruledWords are values without code behind a colon or in brackets, with nothing behind them.
	ruledWords = prefilter.MustCompile(`(?i)^(.*?(?:one of|values?(?: are| is)?|only))\s*[:：(（\[]+\s*((?:[\w-]+\s*[,|/、]\s*)+(?:(?:or|and)\s+)?[\w-]+(?:\s+or\s+[\w-]+)?)[\s)）\].]*$`)
	// ruledIn is a list of values as validators print it: required|in:sail,motor.
	ruledIn = prefilter.MustCompile(`^(?:[^|]*\|)*in:([^|\s]+)(?:\||$)`)
)

// RuleValues returns all values that a rule allows its subject, given what stands behind the name of
// that: "must be one of `sail`, `motor`". It returns nil where the rule says more of when they are.
func RuleValues(rule string) []string {
	if m := ruledIn.FindStringSubmatch(strings.TrimSpace(rule)); m != nil {
		return atLeast(distinctValues(strings.Split(m[1], ",")))
	}
	if ruledCase.MatchString(rule) {
		return nil
	}
	if m := ruledWords.FindStringSubmatch(rule); m != nil && ruledValues.MatchString(m[1]) {
		return atLeast(distinctValues(withoutJoints(wordOrNo.FindAllString(m[2], -1))))
	}
	at := strings.IndexByte(rule, '`')
	if at < 0 {
		return nil
	}
	lead := rule[:at]
	if !ruledValues.MatchString(lead) || !ruledOnly.MatchString(lead) {
		return nil
	}
	return atLeast(spanList(strings.TrimRight(rule[at:], " )）]*_之一"), false))
}

// atLeast returns values that are so many that they are a list.
func atLeast(values []string) []string {
	if len(values) < fewest {
		return nil
	}
	return values
}
