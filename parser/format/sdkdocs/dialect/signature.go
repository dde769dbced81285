package dialect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
	"github.com/docgen-go/docgen/parser/page"
)

// CutCall cuts the printed call of a method:
//
//	client.harbor.parcels.list(query, options?): Page<Parcel>
//
// Names lead from the client to the method, without the word "client"; result
// is what follows the closing parenthesis.
func CutCall(code string) (names, args []string, result string, ok bool) {
	chain, rest, found := strings.Cut(code, "(")
	if !found {
		return nil, nil, "", false
	}
	end := page.Closing(rest, 0)
	if end < 0 {
		return nil, nil, "", false
	}
	names = strings.Split(strings.TrimSpace(chain), ".")
	if names[0] == "client" && len(names) > 1 {
		names = names[1:]
	}
	if !slices.ContainsFunc(names, func(n string) bool { return !isIdentifier(n) }) {
		return names, SplitTop(rest[:end], ','), strings.TrimSpace(rest[end+1:]), true
	}
	return nil, nil, "", false
}

func isIdentifier(s string) bool {
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		return false
	}
	return !strings.ContainsAny(s, " \t\"'`/\\:;,<>{}[]()|&=+*-")
}

// SplitTop splits s at the separators that stand outside of all brackets, and
// trims the pieces. An empty text has none.
func SplitTop(s string, separator byte) []string {
	var out []string
	depth, start := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '(', '[', '{', '<':
			depth++
		case ')', ']', '}', '>':
			depth--
		case separator:
			if depth <= 0 {
				out = append(out, strings.TrimSpace(s[start:i]))
				start = i + 1
			}
		}
	}
	if last := strings.TrimSpace(s[start:]); last != "" || len(out) > 0 {
		out = append(out, last)
	}
	return out
}

// nothing are the words by which languages say that a method returns nothing.
var nothing = map[string]bool{"void": true, "None": true, "nil": true, "null": true, "undefined": true}

// A ResultNotation is how a language spells the result of a call.
type ResultNotation struct {
	// Marks are those around type arguments: "<>" or "[]".
	Marks string
	// Generics are the names with arguments that are neither page nor stream.
	Generics map[string]typeexpr.Generic
	// Transparent are those that say nothing about the result, such as Promise.
	Transparent []string
}

// Read reads a printed result: alternatives between bars, of which one may be a
// stream, and a page type around the type of its items.
func (n *ResultNotation) Read(s *decl.Signature, printed string) {
	var kept []string
	for _, alt := range SplitTop(printed, '|') {
		name, arg, ok := cutArgument(alt, n.Marks)
		for ok && slices.Contains(n.Transparent, name) {
			alt = arg
			name, arg, ok = cutArgument(alt, n.Marks)
		}
		switch {
		case nothing[alt]:
			continue
		case ok && strings.HasSuffix(name, "Stream"):
			s.Stream, s.Event = true, arg
			continue
		case ok && n.Generics[name] == nil:
			s.Page, alt = name, arg
		}
		kept = append(kept, alt)
	}
	s.Value = s.Stream && len(kept) > 0
	s.Returns = cmp.Or(strings.Join(kept, " | "), s.Event)
}

// cutArgument cuts `Name<T>`.
func cutArgument(s, marks string) (name, arg string, ok bool) {
	name, rest, ok := strings.Cut(s, marks[:1])
	if !ok || !isIdentifier(name) || !strings.HasSuffix(rest, marks[1:]) {
		return "", "", false
	}
	return name, strings.TrimSpace(rest[:len(rest)-1]), true
}
