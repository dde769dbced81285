package statement

import "strings"

// Whole returns a path without the brackets around parts that may be missing, and those
// parts as they are printed. A part with slots behind a slash stays, so that the slots
// can be given: /cranes(/:id) is /cranes/:id. A suffix, and a part that is a constant,
// goes, because the path without it is one as well: /cranes/:id[.format] is /cranes/:id.
func Whole(path string) (whole string, parts []string) {
	open := nextPart(path)
	if open < 0 {
		return path, nil
	}
	var b strings.Builder
	for ; open >= 0; open = nextPart(path) {
		end := Closing(path[open:])
		if end < 0 {
			break
		}
		inner := path[open+1 : open+end]
		parts = append(parts, path[open:open+end+1])
		b.WriteString(path[:open])
		if inner[0] == '/' && strings.ContainsAny(inner, ":{<$") {
			kept, _ := Whole(inner)
			b.WriteString(kept)
		}
		path = path[open+end+1:]
	}
	if len(parts) == 0 {
		return path, nil
	}
	return b.String() + path, parts
}

// nextPart returns the offset of the bracket before the first part of a path that may be
// missing, which begins with a slash or a dot, or -1. What is in brackets within a slot
// is part of its name.
func nextPart(path string) int {
	depth := 0
	for i := range len(path) - 1 {
		switch c := path[i]; {
		case c == '{' || c == '<':
			depth++
		case c == '}' || c == '>':
			depth--
		case depth <= 0 && (c == '(' || c == '[') && (path[i+1] == '/' || path[i+1] == '.') && !strings.HasPrefix(path[i+1:], ".."): // [...page] is a slot
			return i
		}
	}
	return -1
}

// closers are the brackets that close those by which they are found.
var closers = map[byte]byte{'(': ')', '[': ']', '{': '}', '<': '>'}

// Closing returns the offset of the bracket that closes the one at the start of a text, or -1.
func Closing(text string) int {
	open, end := text[0], closers[text[0]]
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case open:
			depth++
		case end:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
