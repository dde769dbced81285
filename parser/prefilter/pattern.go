// Package prefilter has regular expressions that are tried only on texts that may match, and
// there only where a match may begin. What each match needs, a first byte, one of a few
// literals or one at its start, is derived from the syntax of the expression, so that no list
// of words has to be kept in step with it. Looking for them is many times faster than trying
// an expression, and most texts have none.
//
// It is not part of the compatibility promise.
package prefilter

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// A Pattern is a regular expression with what each of its matches needs. Its methods are
// those of [regexp.Regexp].
type Pattern struct {
	// compiled is compiled when the first text may match.
	compiled func() *regexp.Regexp
	// first are the bytes that texts begin with that match, if only their beginning can.
	first *[256]bool
	// last are the bytes that texts end with that match, if only their end can.
	last *[256]bool
	// needs are the literals of which each match holds one.
	needs *literals
	// starts find the first match where what matches begin with is known, else nil.
	starts *starts
	// inLines says that lines with one of the needs are looked at alone.
	inLines bool
}

// MustCompile parses an expression of the syntax of [regexp] and derives what its matches
// need. It panics if the expression is wrong.
func MustCompile(pattern string) *Pattern {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic("prefilter: " + err.Error())
	}
	tree = tree.Simplify()
	p := &Pattern{
		compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) }),
		first:    firstBytes(tree),
		last:     lastBytes(tree),
		needs:    neededBy(tree),
		starts:   startsOf(pattern, tree),
	}
	p.inLines = p.needs != nil && (p.starts == nil || p.starts.reach == 0) && staysInLine(tree)
	return p
}

// MayMatch reports whether a text has what each match of the pattern needs.
func (p *Pattern) MayMatch(text string) bool { return mayMatch(p, text) }

func mayMatch[T string | []byte](p *Pattern, text T) bool {
	if p.last != nil && (len(text) == 0 || !p.last[text[len(text)-1]]) {
		return false
	}
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

// find returns where the first match and its groups begin and end, or nil. ok is false where
// the expression has to be tried on all of the text.
func (p *Pattern) find(text string) (at []int, ok bool) {
	if p.inLines {
		return firstInLines(p, text), true
	}
	if !mayMatch(p, text) {
		return nil, true
	}
	if p.starts == nil {
		return nil, false
	}
	return find(p.starts, text)
}

// findBytes is find for bytes. Where the expression may see all of the text it gives up, as
// that would have to be copied.
func (p *Pattern) findBytes(text []byte) (at []int, ok bool) {
	if p.inLines {
		return firstInLines(p, text), true
	}
	if !mayMatch(p, text) {
		return nil, true
	}
	if p.starts == nil || p.starts.reach == 0 {
		return nil, false
	}
	return find(p.starts, text)
}

// hasNone reports whether it is known without a look at all of the text that it has no match.
func (p *Pattern) hasNone(text string) bool {
	if p.inLines {
		return !matchesInLines(p, text)
	}
	at, ok := p.find(text)
	return ok && at == nil
}

// MatchString reports whether the text has a match.
func (p *Pattern) MatchString(text string) bool {
	if p.inLines {
		return matchesInLines(p, text)
	}
	if at, ok := p.find(text); ok {
		return at != nil
	}
	return p.compiled().MatchString(text)
}

// Match reports whether the text has a match.
func (p *Pattern) Match(text []byte) bool {
	if p.inLines {
		return matchesInLines(p, text)
	}
	if at, ok := p.findBytes(text); ok {
		return at != nil
	}
	return p.compiled().Match(text)
}

// FindString returns the first match, or "".
func (p *Pattern) FindString(text string) string {
	if at, ok := p.find(text); at != nil {
		return text[at[0]:at[1]]
	} else if ok {
		return ""
	}
	return p.compiled().FindString(text)
}

// FindStringIndex returns where the first match begins and ends, or nil.
func (p *Pattern) FindStringIndex(text string) []int {
	if at, ok := p.find(text); at != nil {
		return at[:2]
	} else if ok {
		return nil
	}
	return p.compiled().FindStringIndex(text)
}

// FindStringSubmatch returns the first match with its groups, or nil.
func (p *Pattern) FindStringSubmatch(text string) []string {
	if at, ok := p.find(text); ok {
		return groups(text, at)
	}
	return p.compiled().FindStringSubmatch(text)
}

// FindStringSubmatchIndex returns where the first match and its groups begin and end, or
// nil.
func (p *Pattern) FindStringSubmatchIndex(text string) []int {
	if at, ok := p.find(text); ok {
		return at
	}
	return p.compiled().FindStringSubmatchIndex(text)
}

// groups returns the texts of groups that begin and end at offsets, or nil for none.
func groups(text string, at []int) []string {
	if at == nil {
		return nil
	}
	out := make([]string, len(at)/2)
	for i := range out {
		if from := at[2*i]; from >= 0 {
			out[i] = text[from:at[2*i+1]]
		}
	}
	return out
}

// FindSubmatch returns the first match with its groups, or nil.
func (p *Pattern) FindSubmatch(text []byte) [][]byte {
	if at, ok := p.findBytes(text); ok && at == nil {
		return nil
	}
	return p.compiled().FindSubmatch(text)
}

// FindSubmatchIndex returns where the first match and its groups begin and end, or nil.
func (p *Pattern) FindSubmatchIndex(text []byte) []int {
	if at, ok := p.findBytes(text); ok {
		return at
	}
	return p.compiled().FindSubmatchIndex(text)
}

// findAll returns where up to n matches and their groups begin and end, all where n is
// negative, or nil. ok is false where the expression has to be tried on all of the text.
func (p *Pattern) findAll(text string, n int) (all [][]int, ok bool) {
	if p.inLines {
		return allInLines(p, text, n), true
	}
	if !mayMatch(p, text) {
		return nil, true
	}
	if p.starts == nil {
		return nil, false
	}
	return findAll(p.starts, text, n)
}

// findAllBytes is findAll for bytes. As findBytes it gives up where the expression may see all
// of the text.
func (p *Pattern) findAllBytes(text []byte, n int) (all [][]int, ok bool) {
	if p.inLines {
		return allInLines(p, text, n), true
	}
	if !mayMatch(p, text) {
		return nil, true
	}
	if p.starts == nil || p.starts.reach == 0 {
		return nil, false
	}
	return findAll(p.starts, text, n)
}

// withoutGroups cuts the groups off matches.
func withoutGroups(all [][]int) [][]int {
	for i, at := range all {
		all[i] = at[:2:2]
	}
	return all
}

// FindAllString returns up to n matches, all where n is negative, or nil.
func (p *Pattern) FindAllString(text string, n int) []string {
	all, ok := p.findAll(text, n)
	if !ok {
		return p.compiled().FindAllString(text, n)
	}
	var out []string
	for _, at := range all {
		out = append(out, text[at[0]:at[1]])
	}
	return out
}

// FindAllStringIndex returns where up to n matches begin and end, all where n is negative,
// or nil.
func (p *Pattern) FindAllStringIndex(text string, n int) [][]int {
	if all, ok := p.findAll(text, n); ok {
		return withoutGroups(all)
	}
	return p.compiled().FindAllStringIndex(text, n)
}

// FindAllStringSubmatch returns up to n matches with their groups, all where n is negative,
// or nil.
func (p *Pattern) FindAllStringSubmatch(text string, n int) [][]string {
	all, ok := p.findAll(text, n)
	if !ok {
		return p.compiled().FindAllStringSubmatch(text, n)
	}
	var out [][]string
	for _, at := range all {
		out = append(out, groups(text, at))
	}
	return out
}

// FindAllStringSubmatchIndex returns where up to n matches and their groups begin and end,
// all where n is negative, or nil.
func (p *Pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if all, ok := p.findAll(text, n); ok {
		return all
	}
	return p.compiled().FindAllStringSubmatchIndex(text, n)
}

// FindAllIndex returns where up to n matches begin and end, all where n is negative, or nil.
func (p *Pattern) FindAllIndex(text []byte, n int) [][]int {
	if all, ok := p.findAllBytes(text, n); ok {
		return withoutGroups(all)
	}
	return p.compiled().FindAllIndex(text, n)
}

// FindAllSubmatchIndex returns where up to n matches and their groups begin and end, all
// where n is negative, or nil.
func (p *Pattern) FindAllSubmatchIndex(text []byte, n int) [][]int {
	if all, ok := p.findAllBytes(text, n); ok {
		return all
	}
	return p.compiled().FindAllSubmatchIndex(text, n)
}

// ReplaceAllString returns the text with each match replaced, where $1 is its first group.
func (p *Pattern) ReplaceAllString(text, by string) string {
	all, ok := p.findAll(text, -1)
	if !ok {
		return p.compiled().ReplaceAllString(text, by)
	}
	if all == nil {
		return text
	}
	var out []byte
	last := 0
	for _, at := range all {
		out = append(out, text[last:at[0]]...)
		last = at[1]
		if strings.IndexByte(by, '$') < 0 {
			out = append(out, by...)
		} else {
			out = p.compiled().ExpandString(out, by, text, at)
		}
	}
	return string(append(out, text[last:]...))
}

// ReplaceAllStringFunc returns the text with each match replaced by what by returns for it.
func (p *Pattern) ReplaceAllStringFunc(text string, by func(string) string) string {
	all, ok := p.findAll(text, -1)
	if !ok {
		return p.compiled().ReplaceAllStringFunc(text, by)
	}
	if all == nil {
		return text
	}
	var out []byte
	last := 0
	for _, at := range all {
		out = append(out, text[last:at[0]]...)
		out = append(out, by(text[at[0]:at[1]])...)
		last = at[1]
	}
	return string(append(out, text[last:]...))
}

// Split parts the text at up to n-1 matches, at all where n is negative.
func (p *Pattern) Split(text string, n int) []string {
	if n != 0 && text != "" && p.hasNone(text) {
		return []string{text}
	}
	return p.compiled().Split(text, n)
}

// SubexpIndex returns the number of the group with the name, or -1.
func (p *Pattern) SubexpIndex(name string) int { return p.compiled().SubexpIndex(name) }

// String returns the expression.
func (p *Pattern) String() string { return p.compiled().String() }
