package typeexpr

import "strings"

// A token is one word, literal or punctuation mark. Literals keep their quotes.
type token struct {
	kind tokenKind
	text string
	pos  int
}

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokWord
	tokString
	tokPunct // one of { } [ ] ( ) , < > |
)

// A scanner splits an expression into tokens. A word is whatever stands
// between spaces and punctuation: names on real pages hold dots, dashes, $ and
// letters of every script.
type scanner struct {
	src string
	pos int
}

const punctuation = "{}[](),<>|"

func (s *scanner) next() token {
	for s.pos < len(s.src) && isSpace(s.src[s.pos]) {
		s.pos++
	}
	if s.pos >= len(s.src) {
		return token{kind: tokEnd, pos: s.pos}
	}
	start := s.pos
	switch c := s.src[start]; {
	case c == '"':
		s.pos = stringEnd(s.src, start)
		return token{tokString, s.src[start:s.pos], start}
	case c == ':' && strings.HasPrefix(s.src[start+1:], `"`): // a symbol in quotes
		s.pos = stringEnd(s.src, start+1)
		return token{tokString, s.src[start+1 : s.pos], start}
	case strings.IndexByte(punctuation, c) >= 0:
		s.pos++
		return token{tokPunct, s.src[start:s.pos], start}
	}
	for s.pos < len(s.src) && !isSpace(s.src[s.pos]) && strings.IndexByte(punctuation, s.src[s.pos]) < 0 {
		s.pos++
	}
	return token{tokWord, s.src[start:s.pos], start}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// stringEnd returns the offset after the string that starts at i. Pages print
// values as they are, so a quote inside one is told from its end by what
// follows: an end is followed by nothing, a space, punctuation or a colon.
func stringEnd(src string, i int) int {
	last := -1
	for j := i + 1; j < len(src); j++ {
		switch {
		case src[j] == '\\' && j+1 < len(src):
			j++
		case src[j] == '"':
			if j+1 == len(src) || isSpace(src[j+1]) || strings.IndexByte(punctuation+":", src[j+1]) >= 0 {
				return j + 1
			}
			last = j + 1
		}
	}
	if last > 0 {
		return last
	}
	return len(src)
}
