package prose

import (
	"regexp"
	"strings"
)

// A gate is a pattern of which each match holds one of a few words, in any case. It is
// tried only on texts that do: most cells hold none, and looking for a word is many
// times faster than trying a pattern.
type gate struct {
	*regexp.Regexp
	words []string
}

// gated compiles a pattern with the words, in small letters, one of which each match
// holds.
func gated(pattern string, words ...string) gate {
	return gate{regexp.MustCompile(pattern), words}
}

// opens reports whether the pattern may match.
func (g gate) opens(text string) bool {
	return holdsAny(strings.ToLower(text), g.words) || strings.Contains(text, "ſ") // which patterns take for an s
}

func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

func (g gate) MatchString(text string) bool { return g.opens(text) && g.Regexp.MatchString(text) }

func (g gate) FindStringSubmatch(text string) []string {
	if !g.opens(text) {
		return nil
	}
	return g.Regexp.FindStringSubmatch(text)
}

func (g gate) FindStringIndex(text string) []int {
	if !g.opens(text) {
		return nil
	}
	return g.Regexp.FindStringIndex(text)
}

func (g gate) FindAllStringIndex(text string, n int) [][]int {
	if !g.opens(text) {
		return nil
	}
	return g.Regexp.FindAllStringIndex(text, n)
}

// replaced replaces the matches of a pattern in a text that holds one of its marks.
func replaced(pattern *regexp.Regexp, text, mark, by string) string {
	if !strings.Contains(text, mark) {
		return text
	}
	return pattern.ReplaceAllString(text, by)
}

// isWide reports whether a text has letters or marks beyond ASCII.
func isWide(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return true
		}
	}
	return false
}
