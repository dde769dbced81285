package vocabulary

import "strings"

// NeedOfTitle returns what a title says of all that is listed below it: Required parameters,
// Campos opcionales. One that has words for both, or that sets a condition, says nothing, and
// neither does a sentence.
func NeedOfTitle(title string) Need {
	phrase := key(title)
	if strings.Count(phrase, " ") >= mostTitleWords || hasCondition(phrase) || strings.Contains(phrase, "depend") {
		return Unsaid
	}
	required, optional := hasWord("title required", phrase), hasWord("title optional", phrase)
	switch {
	case optional && !required, optional && strings.Contains(phrase, "非必"):
		return No
	case required && !optional:
		return Yes
	}
	return Unsaid
}

// NeedAlone returns what a title says that is but a word for a need: Required, Optional:, 必填.
func NeedAlone(title string) Need {
	switch phrase := strings.TrimSpace(strings.Trim(key(title), ":：*_ ")); {
	case words()["title required"].whole[phrase]:
		return Yes
	case words()["title optional"].whole[phrase]:
		return No
	}
	return Unsaid
}

// IsExample reports whether a title is but a word for an example, which does not say of what.
func IsExample(title string) bool { return words()["example alone"].whole[key(title)] }

// mostTitleWords is how many words such a title has at most.
const mostTitleWords = 6

// hasWord reports whether a phrase has a word of a list: a whole one, or one anywhere in
// scripts without blanks.
func hasWord(list, phrase string) bool {
	for word := range words()[list].whole {
		if isUnspaced(word) && strings.Contains(phrase, word) {
			return true
		}
		if strings.Contains(word, " ") && strings.Contains(" "+phrase+" ", " "+word+" ") {
			return true
		}
	}
	for word := range strings.FieldsFuncSeq(phrase, func(r rune) bool { return strings.ContainsRune(" ()/:,-*", r) }) {
		if words()[list].whole[word] {
			return true
		}
	}
	return false
}
