package tables

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// longestPlaceholder is how many bytes stand for a value in an example.
const longestPlaceholder = 80

// placeholder reads what stands for a value outside of quotes, <number> or <label: text>,
// and returns how many bytes it takes, or 0. A word for a type stands for a value of it, another
// one for any.
func (s *relaxer) placeholder(rest string) int {
	if rest[0] != '<' {
		return 0
	}
	n := strings.IndexAny(rest[1:min(len(rest), longestPlaceholder)], "<>\n")
	if n < 1 || rest[n+1] != '>' {
		return 0
	}
	inner := rest[1 : n+1]
	n += len("<>")
	if after := strings.TrimLeft(rest[n:], " \t"); strings.HasPrefix(after, ":") {
		s.out = append(s.out, encode(inner)) // a member of any name
		return n
	}
	if s.atKey() && (strings.HasPrefix(strings.TrimLeft(rest[n:], " \t\r\n"), "}") || strings.HasPrefix(strings.TrimLeft(rest[n:], " \t\r\n"), ",")) {
		return n // members of any name
	}
	value := "null"
	if word, _, _ := strings.Cut(inner, ","); !strings.Contains(word, "|") {
		word, _, _ = strings.Cut(word, ":")
		value = standsFor(vocabulary.TypeOf(strings.TrimSpace(word)))
	}
	if value == "null" {
		s.sketch = true
		if k := len(s.out); k >= 2 && s.out[k-1] == ":" && s.values[s.out[k-2]] != "" {
			s.out = append(s.out, s.values[s.out[k-2]])
			return n
		}
		if k := len(s.open); k > 0 && s.open[k-1] == '[' {
			return n // how many there are, nobody knows
		}
		if s.drop {
			if k := len(s.out); k >= 2 && s.out[k-1] == ":" {
				s.out = s.out[:k-2]
			}
			return n
		}
	}
	s.out = append(s.out, value)
	return n
}

// standsFor is a value of the type that a word names.
func standsFor(typ string) string {
	switch typ {
	case "string":
		return `"string"`
	case "number":
		return "0.5"
	case "integer":
		return "1" // a zero may be that of a fraction
	case "boolean":
		return "true"
	case "object":
		return "{}"
	case "array":
		return "[]"
	}
	return "null"
}

// atKey reports whether a member of an object comes next.
func (s *relaxer) atKey() bool {
	n := len(s.open)
	return n > 0 && s.open[n-1] == '{' && s.out[len(s.out)-1] != ":"
}

// nest notes a bracket.
func (s *relaxer) nest(c byte) {
	switch c {
	case '{', '[':
		s.open = append(s.open, c)
	case '}', ']':
		s.open = s.open[:max(0, len(s.open)-1)]
	}
}

// alternative skips a bar with the value behind it: "a" | "b". It returns how many bytes
// that takes, or 0.
func (s *relaxer) alternative(rest string) int {
	if rest[0] != '|' || len(s.out) == 0 || strings.Contains("{[,:", s.out[len(s.out)-1]) {
		return 0
	}
	i := 1 + len(rest[1:]) - len(strings.TrimLeft(rest[1:], " \t\r\n"))
	if i >= len(rest) || strings.IndexByte("|},]:", rest[i]) >= 0 {
		return 1
	}
	skipped := &relaxer{text: rest[i:]}
	return i + skipped.value()
}

// value reads one value and returns how many bytes it takes.
func (s *relaxer) value() int {
	for i := 0; i < len(s.text); {
		if i += s.token(i); len(s.open) == 0 && len(s.out) > 0 {
			return i
		}
	}
	return len(s.text)
}

// sketched returns an example in which something stands for values of unknown types without
// these, and whether it is one.
func sketched(text string) (string, bool) {
	if !strings.Contains(text, "<") || json.Valid([]byte(text)) {
		return "", false
	}
	s := &relaxer{text: text, drop: true}
	s.run()
	out := s.tidy()
	return out, s.sketch && json.Valid([]byte(out))
}

// withoutSketches are examples of which those that print the form of an answer say nothing
// of what they do not know, where others show answers.
func withoutSketches(examples []decl.Example, sketches map[int]string) []decl.Example {
	for i := range examples {
		if _, sketch := sketches[i]; examples[i].Response && !sketch {
			for k, text := range sketches {
				examples[k].Text = text
			}
			break
		}
	}
	return examples
}
