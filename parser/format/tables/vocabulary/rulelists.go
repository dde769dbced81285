package vocabulary

import "strings"

// longestRules is how many bytes a title has that announces rules: more is a sentence.
const longestRules = 60

// AnnouncesRules reports whether a title or a label announces rules about what is sent, and nothing
// else: Validation, Field constraints, 校验规则.
func AnnouncesRules(title string) bool {
	if len(title) > longestRules {
		return false
	}
	phrase := withoutNumber(withoutNote(withoutSymbol(key(title))))
	list := words()["rules"]
	if list.whole[phrase] {
		return true
	}
	for _, end := range list.ends {
		if strings.HasSuffix(phrase, end) {
			return true
		}
	}
	noun := false
	for word := range strings.FieldsSeq(phrase) {
		switch {
		case list.whole[word]:
			noun = true
		case !words()["rules of"].whole[word]:
			return false
		}
	}
	return noun
}
