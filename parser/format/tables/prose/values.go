package prose

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// numberList are at least three numbers behind words that announce all there are.
	numberList = prefilter.MustCompile(`(?i)\b(?:can be set to|can be one of|must be one of|one of|allowed values(?: are)?|valid values(?: are)?|possible values(?: are)?|supported values(?: are)?):? *(-?[0-9]+(?:, *-?[0-9]+)+(?:,? (?:or|and) -?[0-9]+)?)(?:[.;)\s]|$)`)
	// numberPair are two numbers, each with what it means.
	numberPair = prefilter.MustCompile(`(?i)\b(?:either )?(-?[0-9]+) (?:\([^()]*\)|for [^.,;()0-9]{1,40}?) or (-?[0-9]+) (?:\(|for )`)
	// kindList are at least three words in brackets behind one that says that they are kinds.
	kindList = prefilter.MustCompile(`(?i)\b(?:type|kind|status|state|mode|variant)s? \(([a-z][a-z0-9_-]*(?:, [a-z][a-z0-9_-]*)+,? or [a-z][a-z0-9_-]*)\)`)
	wordOrNo = prefilter.MustCompile(`-?[A-Za-z0-9_-]+`)
	// explainedSpan is a value with what it is for.
	explainedSpan = prefilter.MustCompile("^`([^`\\s]+)` (?:for|means|to|=) [^`]+?(?:[,;] (?:and |or )?| or |\\.? ?$|\\.\\s)")
	// introduced is text before such values: "the size of a berth: `1` for small, …".
	introduced = prefilter.MustCompile(`^[^.;]*[—–:] ?$`)
	// choiceSpans are values in brackets, parted by "or", and namesBefore are words before
	// them that say that they are names of something else.
	choiceSpans = prefilter.MustCompile("\\((`[^()]*? or `[^()]*)\\)")
	namesBefore = prefilter.MustCompile(`(?i)\b(?:ids?|identifiers?|names?|paths?|keys?|tokens?|urls?|fields?|parameters?|attributes?|headers?|e\.g\.|like|as) $`)
	// ofThings is a list of what has something, or of letters: "for `A` or `B` harbours"
	// are no values of a berth.
	ofThings = prefilter.MustCompile("(?i)^(?:for:? ?(?:`[^`]+`(?:, or |, and |, | or | and | / )?)+ [a-z]+s\\b|[a-z]+:? ?(?:`[^`]+`(?:, or |, and |, | or | and | / )?)+ (?:characters?|letters?|digits?|symbols?)\\b)")
)

// choice are values in brackets.
func choice(doc string) []string {
	if !strings.Contains(doc, "(`") {
		return nil
	}
	at := choiceSpans.FindStringSubmatchIndex(doc)
	if at == nil || namesBefore.MatchString(doc[:at[0]]) {
		return nil
	}
	return spanList(doc[at[2]:at[3]], false)
}

// bareValues are the values that a description without code spans lists.
func bareValues(doc string) (values []string, all bool) {
	if !strings.Contains(doc, " or ") && !strings.Contains(doc, ",") {
		return nil, false
	}
	if m := numberList.FindStringSubmatch(doc); m != nil {
		if found := wordOrNo.FindAllString(m[1], -1); len(found) > fewest {
			return withoutJoints(found), true
		}
	}
	if !strings.Contains(doc, " or ") {
		return nil, false
	}
	if m := numberPair.FindStringSubmatch(doc); m != nil {
		return m[1:3], true
	}
	if m := kindList.FindStringSubmatch(doc); m != nil {
		return withoutJoints(wordOrNo.FindAllString(m[1], -1)), false
	}
	return nil, false
}

// withoutJoints are words without those that join a list.
func withoutJoints(words []string) []string {
	var out []string
	for _, w := range words {
		if w != "or" && w != "and" {
			out = append(out, w)
		}
	}
	return out
}

// explains reports whether the text behind a value goes on with what it is for.
func explains(after string) bool {
	for _, word := range []string{" for ", " means ", " to ", " = "} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// explainedSpans are values that a description consists of, each with what it is for:
// "`1` for a boat, `2` for a ferry".
func explainedSpans(doc string) []string {
	var out []string
	_, span, _ := strings.Cut(doc, "`")
	if _, after, _ := strings.Cut(span, "`"); !explains(after) {
		return nil
	}
	if i := strings.IndexByte(doc, '`'); i > 0 && introduced.MatchString(doc[:i]) {
		doc = doc[i:]
	}
	for doc != "" {
		m := explainedSpan.FindStringSubmatch(doc)
		if m == nil {
			return nil
		}
		out = append(out, m[1])
		doc = doc[len(m[0]):]
		if strings.HasSuffix(strings.TrimSpace(m[0]), ".") {
			break
		}
	}
	return plainValues(out)
}
