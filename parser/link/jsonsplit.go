package link

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// membersOf are the members of an object in the order of the text, or nil where the
// text is no object. The text is valid JSON; it is cut at the marks between members, in
// one pass, and decoded only where a name has escapes.
func membersOf(text json.RawMessage) []jsonMember {
	if len(text) == 0 || text[0] != '{' {
		return nil
	}
	var out []jsonMember
	for i := 1; ; {
		i = skipBlanks(text, i)
		if i >= len(text) || text[i] != '"' {
			return out
		}
		end := valueEnd(text, i)
		name := nameOf(text[i:end])
		i = skipBlanks(text, skipBlanks(text, end)+1) // behind the colon
		end = valueEnd(text, i)
		out = append(out, jsonMember{name, text[i:end]})
		if i = skipBlanks(text, end) + 1; i > len(text) || text[i-1] != ',' {
			return out
		}
	}
}

// elementsOf are the elements of a list in valid JSON.
func elementsOf(text json.RawMessage) []json.RawMessage {
	if len(text) == 0 || text[0] != '[' {
		return nil
	}
	var out []json.RawMessage
	for i := skipBlanks(text, 1); i < len(text) && text[i] != ']'; {
		end := valueEnd(text, i)
		out = append(out, text[i:end])
		if i = skipBlanks(text, end); i < len(text) && text[i] == ',' {
			i = skipBlanks(text, i+1)
		}
	}
	return out
}

// nameOf decodes a text in quotes.
func nameOf(quoted json.RawMessage) string {
	if inner := string(quoted[1 : len(quoted)-1]); strings.IndexByte(inner, '\\') < 0 && utf8.ValidString(inner) {
		return inner
	}
	var name string
	_ = json.Unmarshal(quoted, &name) // it is valid
	return name
}

func skipBlanks(text json.RawMessage, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
		i++
	}
	return i
}

// valueEnd is where the value ends that begins at i.
func valueEnd(text json.RawMessage, i int) int {
	depth := 0
	for ; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			if depth == 0 {
				return min(i+1, len(text))
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
			if depth < 0 {
				return i
			}
		case ',', ' ', '\n', '\t', '\r':
			if depth == 0 {
				return i
			}
		}
	}
	return i
}
