package prose

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// capitalList are words in capitals that nothing but marks and words for "or" part.
	capitalList = prefilter.MustCompile(`\b[A-Z][A-Z0-9_]+(?:(?:\s*[,/|;、，]\s*(?:or |and )?|\s+(?:or|and)\s+)[A-Z][A-Z0-9_]+)+\b`)
	// labelledList are words behind a label for values, up to the end.
	labelledList = prefilter.MustCompile(`(?i)(?:\bvalues?|\bone of|取值|可选值|枚举值)\s*[:：]\s*([\w-]+(?:\s*[,/|;、，]\s*(?:or |and )?[\w-]+)+)\s*\.?\s*$`)
	// listedWord is a word of such a list.
	listedWord = prefilter.MustCompile(`[\w-]+`)
	// oneWord is a code span that may be a value.
	oneWord = prefilter.MustCompile("`([A-Za-z0-9][\\w.-]*)`")
)

// fewestOfEnum is how many values a description names of an attribute that has some.
const fewestOfEnum = 2

// EnumValues returns the values that a description names of an attribute whose type says that
// it has some: words in code, words in capitals or behind a label in a list, or nil. There may
// be others.
func EnumValues(doc string) []string {
	var out []string
	if strings.IndexByte(doc, '`') >= 0 {
		for _, m := range oneWord.FindAllStringSubmatch(doc, -1) {
			out = append(out, m[1])
		}
	}
	if out = distinctValues(out); len(out) >= fewestOfEnum {
		return out
	}
	if m := capitalList.FindString(doc); m != "" {
		return withoutJoints(listedWord.FindAllString(m, -1))
	}
	if m := labelledList.FindStringSubmatch(doc); m != nil {
		return withoutJoints(listedWord.FindAllString(m[1], -1))
	}
	return nil
}

// distinctValues are words, each once, without those that are values of other types.
func distinctValues(words []string) []string {
	var out []string
	for _, w := range words {
		if low := strings.ToLower(w); low != "null" && low != "true" && low != "false" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
