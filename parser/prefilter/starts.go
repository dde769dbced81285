package prefilter

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// starts find the first match of an expression each of whose matches begins with one of a
// few words: it is tried at these alone, and not at every letter of a text.
type starts struct {
	words *literals
	// first is the expression for the start of a text, behind that for a place with one
	// letter before it, which the expression may look at.
	first, behind func() *regexp.Regexp
	// reach is how many bytes the expression can see from where a match begins, or 0 where
	// that has no bound.
	reach int
}

// mostTries is at how many words of a text an expression is tried that may see all of it. In a text with more it is
// faster, and takes no more than linear time, to look for it at every letter.
const mostTries = 8

// startsOf returns what finds an expression by the words that its matches begin with, or nil
// where these are not known, are so frequent that nothing is won, or where the expression
// asks for the start of the text or may leave a quotation open.
func startsOf(pattern string, tree *syntax.Regexp) *starts {
	if has(tree, syntax.OpBeginText) || strings.Contains(pattern, `\Q`) {
		return nil
	}
	folds := hasFold(tree)
	var words []string
	for _, p := range prefixes(tree) {
		w := p.text
		if folds {
			w = lower(w)
		}
		if w == "" || len(w) == 1 && isFrequent(w[0]) || !utf8.ValidString(w) {
			return nil
		}
		words = append(words, w)
	}
	if len(words) == 0 || len(words) > mostNeeded {
		return nil
	}
	slices.Sort(words)
	compile := func(before string) func() *regexp.Regexp {
		return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(before + `(?:` + pattern + `)`) })
	}
	return &starts{words: newLiterals(slices.Compact(words), folds), first: compile(`\A`), behind: compile(`\A(?s:.)`), reach: reachOf(tree)}
}

// isFrequent reports whether a byte stands in nearly every text.
func isFrequent(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == ' ' || c == '\n' }

// has reports whether an expression has a part of a kind.
func has(re *syntax.Regexp, op syntax.Op) bool {
	return re.Op == op || slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return has(sub, op) })
}

// A prefix is what matches begin with.
type prefix struct {
	text string
	// whole says that the text is all that the part of the expression matches, behind which
	// what follows begins.
	whole bool
}

// prefixes returns what the matches of a part of a simplified expression begin with: each
// with one of them.
func prefixes(re *syntax.Regexp) []prefix {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []prefix{{whole: true}}
	case syntax.OpLiteral:
		return literalPrefixes(re)
	case syntax.OpCharClass:
		var out []prefix
		for _, letter := range lettersOf(re) {
			out = append(out, prefix{letter, true})
		}
		if out != nil {
			return out
		}
	case syntax.OpCapture:
		return prefixes(re.Sub[0])
	case syntax.OpQuest:
		return append(slices.Clone(prefixes(re.Sub[0])), prefix{whole: true})
	case syntax.OpStar, syntax.OpPlus:
		out := slices.Clone(prefixes(re.Sub[0]))
		for i := range out {
			out[i].whole = out[i].whole && out[i].text == "" // else it may come again
		}
		if re.Op == syntax.OpStar {
			out = append(out, prefix{whole: true})
		}
		return out
	case syntax.OpConcat:
		return sequencePrefixes(re.Sub)
	case syntax.OpAlternate:
		var out []prefix
		for _, sub := range re.Sub {
			out = append(out, prefixes(sub)...)
		}
		return out
	}
	return []prefix{{}}
}

// literalPrefixes returns what a literal matches, up to its first letter that has other
// cases beyond ASCII.
func literalPrefixes(re *syntax.Regexp) []prefix {
	for i, r := range re.Rune {
		before := string(re.Rune[:i])
		if r == utf8.RuneError { // which broken text matches too
			return []prefix{{before, false}}
		}
		if cases := casesOf(r); re.Flags&syntax.FoldCase != 0 && r >= utf8.RuneSelf && len(cases) > 1 {
			var out []prefix
			for _, end := range cases {
				out = append(out, prefix{before + end, false})
			}
			return out
		}
	}
	return []prefix{{string(re.Rune), true}}
}

// sequencePrefixes returns what parts that follow each other begin with.
func sequencePrefixes(parts []*syntax.Regexp) []prefix {
	out := []prefix{{whole: true}}
	for _, part := range parts {
		more := prefixes(part)
		var next []prefix
		for _, p := range out {
			if !p.whole {
				next = append(next, p)
				continue
			}
			for _, end := range more {
				next = append(next, prefix{p.text + end.text, end.whole})
			}
		}
		if len(next) > mostNeeded { // what is known already is enough
			for i := range out {
				out[i].whole = false
			}
			break
		}
		out = next
	}
	return out
}

// find returns where the first match and its groups begin and end, or nil. ok is false where
// the text has to be searched as a whole.
func find[T string | []byte](s *starts, text T) (at []int, ok bool) {
	if mayVary(s, text) {
		return nil, false
	}
	from := 0
	for range s.tries(len(text)) {
		i := next(s.words, text, from)
		if i < 0 {
			return nil, true
		}
		if at = findAt(s, text, i); at != nil {
			return at, true
		}
		from = i + 1
	}
	return nil, false
}

// findAll returns where up to n matches and their groups begin and end, all where n is
// negative, or nil. ok is false where the text has to be searched as a whole.
func findAll[T string | []byte](s *starts, text T, n int) (all [][]int, ok bool) {
	if mayVary(s, text) {
		return nil, false
	}
	from := 0
	for range s.tries(len(text)) {
		i := -1
		if n < 0 || len(all) < n {
			i = next(s.words, text, from)
		}
		if i < 0 {
			return all, true
		}
		from = i + 1
		if at := findAt(s, text, i); at != nil {
			all = append(all, at)
			from = at[1] // matches are never empty: they begin with a word
		}
	}
	return nil, false
}

// tries returns at how many words of a text of so many bytes the expression is tried: at
// all where it sees but a few bytes at each.
func (s *starts) tries(size int) int {
	if s.reach > 0 {
		return size + 1
	}
	return mostTries
}

// varied are letters of ASCII in another case.
var varied = []string{"ſ", "\u212a"}

// mayVary reports whether a text has letters that are letters of ASCII in another case.
func mayVary[T string | []byte](s *starts, text T) bool {
	return s.words.folds && holdsOne(varied, text)
}

// findAt returns where the match at i and its groups begin and end, or nil. It looks at no
// more of the text than a match can reach, with a letter on both sides.
func findAt[T string | []byte](s *starts, text T, i int) []int {
	to := len(text)
	if s.reach > 0 {
		to = min(to, i+s.reach)
	}
	if i == 0 {
		return s.first().FindStringSubmatchIndex(string(text[:to]))
	}
	_, size := utf8.DecodeLastRuneInString(string(text[max(0, i-utf8.UTFMax):i]))
	at := s.behind().FindStringSubmatchIndex(string(text[i-size : to]))
	if at == nil {
		return nil
	}
	for k := range at {
		if at[k] >= 0 {
			at[k] += i - size
		}
	}
	at[0] = i
	return at
}

// farthest is how many bytes a match takes at most of which a part of a text is looked at
// alone.
const farthest = 2 << 10

// reachOf returns how many bytes of a text an expression can see from where a match begins:
// those of the longest match and a letter behind it. It is 0 where that has no bound.
func reachOf(tree *syntax.Regexp) int {
	if n := longest(tree); n < farthest && !has(tree, syntax.OpEndText) {
		return n + utf8.UTFMax
	}
	return 0
}

// longest returns how many bytes the matches of a part of a simplified expression take at
// most, up to farthest.
func longest(re *syntax.Regexp) int {
	n := 0
	switch re.Op {
	case syntax.OpLiteral:
		n = utf8.UTFMax * len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		n = utf8.UTFMax
	case syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		return farthest
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			n = max(n, longest(sub))
		}
	default:
		for _, sub := range re.Sub {
			n += longest(sub)
		}
	}
	return min(n, farthest)
}
