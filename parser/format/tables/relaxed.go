package tables

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// relaxed returns the JSON that an example means which has comments, ellipses in the
// place of further members, single quotes, trailing commas or several values in a
// row; of these it takes the first, see furtherValues.
func relaxed(text string) (string, bool) { return relaxedAs(text, nil) }

// relaxedAs is relaxed with values for the members of which a placeholder says nothing.
func relaxedAs(text string, values map[string]string) (string, bool) {
	if json.Valid([]byte(text)) {
		return text, true
	}
	s := &relaxer{text: text, values: values}
	s.run()
	out := s.tidy()
	if json.Valid([]byte(out)) {
		return out, true
	}
	dec := json.NewDecoder(strings.NewReader(out))
	var first json.RawMessage
	if dec.Decode(&first) == nil && len(first) > 1 && (first[0] == '{' || first[0] == '[') {
		return string(first), true
	}
	return "", false
}

// furtherValues are the objects and lists of an example behind the first one, as the text
// has them, up to where something else stands between two.
func furtherValues(text string) []string {
	var out []string
	for n := 0; ; {
		s := &relaxer{text: text}
		n = s.value()
		value := strings.Trim(text[:n], " \t\n,")
		if len(s.out) == 0 || strings.IndexAny(s.out[0], "{[") != 0 {
			return out[min(1, len(out)):]
		}
		out = append(out, value)
		text = text[n:]
	}
}

// A relaxer copies an example token by token and leaves out what JSON has not.
type relaxer struct {
	text string
	out  []string // tokens: strings, marks, words
	open []byte   // the brackets that are open
	// sketch says that something stands for a value of an unknown type; drop leaves that out.
	sketch, drop bool
	values       map[string]string // of members, where others say of which type they are
}

func (s *relaxer) run() {
	for i := 0; i < len(s.text); {
		i += s.token(i)
	}
}

// token copies what stands at an offset and returns how many bytes it takes.
func (s *relaxer) token(i int) int {
	rest := s.text[i:]
	if n := s.placeholder(rest) + s.alternative(rest); n > 0 {
		return n
	}
	switch c := s.text[i]; {
	case c == ' ' || c == '\t' || c == '\n':
		return 1
	case strings.HasPrefix(rest, "//"), c == '#':
		return lineLength(rest)
	case strings.HasPrefix(rest, "/*"):
		if end := strings.Index(rest, "*/"); end >= 0 {
			return end + 2
		}
		return len(rest)
	case c == '(' && bracketNote.MatchString(rest):
		return strings.IndexByte(rest, ')') + 1
	case strings.HasPrefix(rest, "..."):
		return len("...")
	case strings.HasPrefix(rest, "…"):
		return len("…")
	case c == '"' || c == '\'':
		return s.quoted(rest, c)
	case strings.IndexByte("{}[],:", c) >= 0:
		s.out = append(s.out, string(c))
		s.nest(c)
		return 1
	}
	n := 0
	for n < len(rest) && strings.IndexByte(" \t\n{}[],:\"", rest[n]) < 0 {
		n++
	}
	s.out = append(s.out, bare(rest[:n]))
	return n
}

// bracketNote is a remark beside a value: (required), (any object).
var bracketNote = prefilter.MustCompile(`(?i)^\((?:required|optional|mandatory|any [a-z ]{1,20}|(?:possible|allowed|valid|one of)[^()\n]{1,160})\)`)

// valuesNote is a remark that says which values there are: (possible values: `a`, `b`).
var valuesNote = prefilter.MustCompile(`(?i)[a-z\]}"] \((?:possible|allowed|valid|one of)[^()\n]{1,160}\)`)

func lineLength(rest string) int {
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		return n
	}
	return len(rest)
}

// quoted copies a string and returns how many bytes it takes.
func (s *relaxer) quoted(rest string, quote byte) int {
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '\n':
			s.out = append(s.out, encode(rest[1:i]))
			return i
		case quote:
			if quote == '"' && json.Valid([]byte(rest[:i+1])) {
				s.out = append(s.out, rest[:i+1])
			} else {
				s.out = append(s.out, encode(rest[1:i]))
			}
			return i + 1
		}
	}
	s.out = append(s.out, encode(rest[1:]))
	return len(rest)
}

// bare is a word outside of quotes: a value of JSON, or text.
func bare(word string) string {
	switch word {
	case "True", "TRUE", "true/false", "true|false", "false/true", "false|true":
		return "true"
	case "False", "FALSE":
		return "false"
	case "None", "nil", "undefined":
		return "null"
	}
	if json.Valid([]byte(word)) {
		return word
	}
	return encode(word)
}

func encode(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}

// tidy joins the tokens, without commas that part nothing and with those that are
// missing between lines.
func (s *relaxer) tidy() string {
	var b strings.Builder
	prev := ""
	for i, t := range s.out {
		if t == "," && (prev == "" || strings.Contains("{[,:", prev) || i+1 == len(s.out) || strings.Contains("}],", s.out[i+1])) {
			continue
		}
		if prev != "" && !strings.Contains("{[,:", prev) && !strings.Contains("}],:", t) {
			b.WriteByte(',')
		}
		b.WriteString(t)
		prev = t
	}
	return b.String()
}
