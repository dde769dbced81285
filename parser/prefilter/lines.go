package prefilter

import (
	"bytes"
	"regexp/syntax"
	"slices"
	"strings"
)

// staysInLine reports whether no match of an expression takes the end of a line, and whether it looks
// for no end of a text, so that it finds the same in each line alone as in all of a text.
func staysInLine(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpBeginText, syntax.OpEndText:
		return false
	case syntax.OpLiteral:
		return !slices.Contains(re.Rune, '\n')
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			if re.Rune[i] <= '\n' && '\n' <= re.Rune[i+1] {
				return false
			}
		}
	}
	return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !staysInLine(sub) })
}

// nextLine returns where the line begins and ends that has the next of the words from an offset on, where
// another one begins. It is below 0 where there is none.
func nextLine[T string | []byte](words *literals, text T, from int) (start, end int) {
	i := next(words, text, from)
	if i < 0 {
		return -1, -1
	}
	start, end = from, len(text)
	switch text := any(text).(type) {
	case string:
		start += strings.LastIndexByte(text[from:i], '\n') + 1
		if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
			end = i + n
		}
	case []byte:
		start += bytes.LastIndexByte(text[from:i], '\n') + 1
		if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
			end = i + n
		}
	}
	return start, end
}

// matchesLine reports whether a line has a match.
func matchesLine[T string | []byte](p *Pattern, line T) bool {
	if p.starts != nil {
		if at, ok := find(p.starts, line); ok {
			return at != nil
		}
	}
	switch line := any(line).(type) {
	case string:
		return p.compiled().MatchString(line)
	case []byte:
		return p.compiled().Match(line)
	}
	return false
}

// matchesInLines reports whether a line of a text has a match.
func matchesInLines[T string | []byte](p *Pattern, text T) bool {
	for from := 0; from < len(text); {
		start, end := nextLine(p.needs, text, from)
		if start < 0 {
			return false
		}
		if matchesLine(p, text[start:end]) {
			return true
		}
		from = end + 1
	}
	return false
}

// allInLines returns where up to n matches and their groups begin and end, all where n is negative, of a
// pattern whose matches stay in a line.
func allInLines[T string | []byte](p *Pattern, text T, n int) (all [][]int) {
	for from := 0; from < len(text) && (n < 0 || len(all) < n); {
		start, end := nextLine(p.needs, text, from)
		if start < 0 {
			break
		}
		left := n
		if n > 0 {
			left = n - len(all)
		}
		for _, at := range allInLine(p, text[start:end], left) {
			all = append(all, moved(at, start))
		}
		from = end + 1
	}
	return all
}

// allInLine is allInLines for one line.
func allInLine[T string | []byte](p *Pattern, line T, n int) [][]int {
	if p.starts != nil {
		if all, ok := findAll(p.starts, line, n); ok {
			return all
		}
	}
	switch line := any(line).(type) {
	case string:
		return p.compiled().FindAllStringSubmatchIndex(line, n)
	case []byte:
		return p.compiled().FindAllSubmatchIndex(line, n)
	}
	return nil
}

// firstInLines returns where the first match and its groups begin and end, or nil, of a pattern whose
// matches stay in a line.
func firstInLines[T string | []byte](p *Pattern, text T) []int {
	for from := 0; from < len(text); {
		start, end := nextLine(p.needs, text, from)
		if start < 0 {
			break
		}
		if at := firstInLine(p, text[start:end]); at != nil {
			return moved(at, start)
		}
		from = end + 1
	}
	return nil
}

// firstInLine is firstInLines for one line.
func firstInLine[T string | []byte](p *Pattern, line T) []int {
	if p.starts != nil {
		if at, ok := find(p.starts, line); ok {
			return at
		}
	}
	switch line := any(line).(type) {
	case string:
		return p.compiled().FindStringSubmatchIndex(line)
	case []byte:
		return p.compiled().FindSubmatchIndex(line)
	}
	return nil
}

// moved moves where groups begin and end.
func moved(at []int, by int) []int {
	for k := range at {
		if at[k] >= 0 {
			at[k] += by
		}
	}
	return at
}
