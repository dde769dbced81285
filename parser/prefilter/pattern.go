// Package prefilter has regular expressions that are tried only on texts that may match.
// What each match needs, a first byte or one of a few literals, is derived from the syntax
// of the expression, so that no list of words has to be kept in step with it. Looking for
// them is many times faster than trying an expression, and most texts have none.
//
// It is not part of the compatibility promise.
package prefilter

import (
	"regexp"
	"regexp/syntax"
	"sync"
)

// A Pattern is a regular expression with what each of its matches needs. Its methods are
// those of [regexp.Regexp].
type Pattern struct {
	// compiled is compiled when the first text may match.
	compiled func() *regexp.Regexp
	// first are the bytes that texts begin with that match, if only their beginning can.
	first *[256]bool
	// needs are the literals of which each match holds one.
	needs *literals
}

// MustCompile parses an expression of the syntax of [regexp] and derives what its matches
// need. It panics if the expression is wrong.
func MustCompile(pattern string) *Pattern {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic("prefilter: " + err.Error())
	}
	tree = tree.Simplify()
	return &Pattern{
		compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) }),
		first:    firstBytes(tree),
		needs:    neededBy(tree),
	}
}

// MayMatch reports whether a text has what each match of the pattern needs.
func (p *Pattern) MayMatch(text string) bool { return mayMatch(p, text) }

func mayMatch[T string | []byte](p *Pattern, text T) bool {
	if p.first != nil {
		if len(text) == 0 || !p.first[text[0]] {
			return false
		}
		if len(text) > longText {
			return true
		}
	}
	return p.needs == nil || holds(p.needs, text)
}

// longText is how many bytes a text has of which an expression for its beginning sees less
// than who looks for literals in all of it.
const longText = 200

// MatchString reports whether the text has a match.
func (p *Pattern) MatchString(text string) bool {
	return mayMatch(p, text) && p.compiled().MatchString(text)
}

// Match reports whether the text has a match.
func (p *Pattern) Match(text []byte) bool { return mayMatch(p, text) && p.compiled().Match(text) }

// FindString returns the first match, or "".
func (p *Pattern) FindString(text string) string {
	if !mayMatch(p, text) {
		return ""
	}
	return p.compiled().FindString(text)
}

// FindStringIndex returns where the first match begins and ends, or nil.
func (p *Pattern) FindStringIndex(text string) []int {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindStringIndex(text)
}

// FindStringSubmatch returns the first match with its groups, or nil.
func (p *Pattern) FindStringSubmatch(text string) []string {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindStringSubmatch(text)
}

// FindStringSubmatchIndex returns where the first match and its groups begin and end, or
// nil.
func (p *Pattern) FindStringSubmatchIndex(text string) []int {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindStringSubmatchIndex(text)
}

// FindSubmatch returns the first match with its groups, or nil.
func (p *Pattern) FindSubmatch(text []byte) [][]byte {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindSubmatch(text)
}

// FindSubmatchIndex returns where the first match and its groups begin and end, or nil.
func (p *Pattern) FindSubmatchIndex(text []byte) []int {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindSubmatchIndex(text)
}

// FindAllString returns up to n matches, all where n is negative, or nil.
func (p *Pattern) FindAllString(text string, n int) []string {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindAllString(text, n)
}

// FindAllStringIndex returns where up to n matches begin and end, all where n is negative,
// or nil.
func (p *Pattern) FindAllStringIndex(text string, n int) [][]int {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindAllStringIndex(text, n)
}

// FindAllStringSubmatch returns up to n matches with their groups, all where n is negative,
// or nil.
func (p *Pattern) FindAllStringSubmatch(text string, n int) [][]string {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindAllStringSubmatch(text, n)
}

// FindAllStringSubmatchIndex returns where up to n matches and their groups begin and end,
// all where n is negative, or nil.
func (p *Pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindAllStringSubmatchIndex(text, n)
}

// FindAllIndex returns where up to n matches begin and end, all where n is negative, or nil.
func (p *Pattern) FindAllIndex(text []byte, n int) [][]int {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindAllIndex(text, n)
}

// FindAllSubmatchIndex returns where up to n matches and their groups begin and end, all
// where n is negative, or nil.
func (p *Pattern) FindAllSubmatchIndex(text []byte, n int) [][]int {
	if !mayMatch(p, text) {
		return nil
	}
	return p.compiled().FindAllSubmatchIndex(text, n)
}

// ReplaceAllString returns the text with each match replaced, where $1 is its first group.
func (p *Pattern) ReplaceAllString(text, by string) string {
	if !mayMatch(p, text) {
		return text
	}
	return p.compiled().ReplaceAllString(text, by)
}

// ReplaceAllStringFunc returns the text with each match replaced by what by returns for it.
func (p *Pattern) ReplaceAllStringFunc(text string, by func(string) string) string {
	if !mayMatch(p, text) {
		return text
	}
	return p.compiled().ReplaceAllStringFunc(text, by)
}

// Split parts the text at up to n-1 matches, at all where n is negative.
func (p *Pattern) Split(text string, n int) []string {
	if n != 0 && text != "" && !mayMatch(p, text) {
		return []string{text}
	}
	return p.compiled().Split(text, n)
}

// SubexpIndex returns the number of the group with the name, or -1.
func (p *Pattern) SubexpIndex(name string) int { return p.compiled().SubexpIndex(name) }

// String returns the expression.
func (p *Pattern) String() string { return p.compiled().String() }
