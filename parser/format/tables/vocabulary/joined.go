package vocabulary

import "strings"

// joiners are the words and marks between two titles in one, as blanks: Path parameters / Query
// parameters, 路径参数和查询参数.
var joiners = []string{"・", "·", "、", " / ", "/", " & ", " + ", " and ", "和", "与", "及", "と"}

// mayJoin reports by a look whether a phrase has a joiner: most have none.
func mayJoin(phrase string) bool {
	for i := range len(phrase) {
		if c := phrase[i]; c == '/' || c == '&' || c == '+' || c >= 0x80 {
			return true
		}
	}
	return strings.Contains(phrase, " and ")
}

// joined returns the section of a title that joins that of slots and another one of what is sent:
// the other one, as slots are known by their names. Titles that join other ones are of neither.
func joined(phrase string) Section {
	if len(phrase) > longestSection || !mayJoin(phrase) {
		return Unknown
	}
	for _, by := range joiners {
		a, b, ok := strings.Cut(phrase, by)
		if !ok {
			continue
		}
		first, second := sectionWords()[trimMarks(a)], sectionWords()[trimMarks(b)]
		if first == Path {
			first, second = second, first
		}
		if second != Path {
			continue
		}
		switch first {
		case Query, Header, Body, Form:
			return first
		}
	}
	return Unknown
}
