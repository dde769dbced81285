// Package curl reads the request examples of reference pages: the words of a
// shell command that calls curl or HTTPie, and what they say about the request. Nothing
// is ever run.
//
// It is not part of the compatibility promise.
package curl

import (
	"errors"
	"strings"
)

// errUnclosed says that a quote runs to the end of the example.
var errUnclosed = errors.New("a quote is not closed")

// words splits the first command of text as a POSIX shell would, without
// expanding variables: a page writes $NAME where a user's value goes.
func words(text string) ([]string, error) {
	s := splitter{src: text}
	for s.i < len(s.src) {
		if done, err := s.step(); err != nil || done {
			return s.end(), err
		}
	}
	return s.end(), nil
}

type splitter struct {
	src  string
	i    int
	word strings.Builder
	open bool // a word has started, be it an empty one in quotes
	out  []string
}

func (s *splitter) end() []string {
	if s.open {
		s.out = append(s.out, s.word.String())
		s.word.Reset()
		s.open = false
	}
	return s.out
}

// step takes the next character or quoted stretch; done is set at the end of
// the command.
func (s *splitter) step() (done bool, err error) {
	c := s.src[s.i]
	switch c {
	case ' ', '\t':
		s.end()
	case '\n', ';', '|', '&':
		if s.end(); len(s.out) > 0 && !s.goesOn() {
			return true, nil
		}
	case '>', '<':
		if strings.HasPrefix(s.src[s.i+1:], "(") {
			s.substitution()
			return false, nil
		}
		s.put(c)
	case '\\':
		s.escape()
	case '\'', '"':
		return false, s.quoted(c)
	case '$':
		if strings.HasPrefix(s.src[s.i:], "$'") {
			s.i++
			return false, s.quoted('\'')
		}
		s.put(c)
	case '#':
		if !s.open {
			s.skipLine()
			return false, nil
		}
		s.put(c)
	default:
		n := strings.IndexAny(s.src[s.i+1:], " \t\n;|&><\\'\"$#")
		if n < 0 {
			n = len(s.src) - s.i - 1
		}
		s.word.WriteString(s.src[s.i : s.i+1+n])
		s.open = true
		s.i += n
	}
	s.i++
	return false, nil
}

func (s *splitter) put(c byte) {
	s.word.WriteByte(c)
	s.open = true
}

// goesOn reports whether the command goes on behind a line end: pages lose the
// backslash before it, and no command starts with a dash.
func (s *splitter) goesOn() bool {
	return s.src[s.i] == '\n' && strings.HasPrefix(strings.TrimLeft(s.src[s.i+1:], " \t"), "-")
}

// substitution takes a command in parentheses that stands for a file.
func (s *splitter) substitution() {
	depth := 0
	for s.i < len(s.src) {
		c := s.src[s.i]
		s.put(c)
		s.i++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return
			}
		}
	}
}

func (s *splitter) skipLine() {
	for s.i < len(s.src) && s.src[s.i] != '\n' {
		s.i++
	}
}

// escape takes the character after a backslash; an escaped line end joins lines.
func (s *splitter) escape() {
	rest := strings.TrimLeft(s.src[s.i+1:], " \t\r")
	if rest == "" || rest[0] == '\n' {
		s.i = len(s.src) - len(rest) // pages leave spaces behind the backslash
		return
	}
	s.i++
	s.put(s.src[s.i])
}

// quoted takes a stretch in quotes, the opening quote being at s.i.
func (s *splitter) quoted(quote byte) error {
	s.open = true
	for s.i++; s.i < len(s.src); s.i++ {
		c := s.src[s.i]
		if c == quote {
			s.i++
			return nil
		}
		if n := strings.IndexAny(s.src[s.i:], "'\"\\"); n > 0 {
			s.word.WriteString(s.src[s.i : s.i+n])
			s.i += n - 1
			continue
		}
		if quote == '"' && c == '\\' && s.i+1 < len(s.src) && strings.IndexByte("\"\\$`\n", s.src[s.i+1]) >= 0 {
			s.i++
			c = s.src[s.i]
			if c == '\n' {
				continue
			}
		}
		s.word.WriteByte(c)
	}
	return errUnclosed
}
