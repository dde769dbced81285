package blueprint

import (
	"strings"

	"github.com/docgen-go/docgen/parser/page"
)

// A signature is the first line of a member in MSON, or of a parameter:
//
//	name: value (type, attributes) - description
//
// and in older blueprints name = `default` (type, attributes) ... description.
type signature struct {
	name, value string
	// hasName says that a name stands before a colon, a type or a description: else the
	// one text is a value or a name, as the place has it. hasValue says that a colon stands
	// behind it.
	hasValue bool
	// def is what the parentheses hold, hasDef whether there are any.
	def    string
	hasDef bool
	doc    string
	// preset is the value behind an equals sign.
	preset string
}

// cutSignature takes the line apart. Nothing within back quotes counts as a mark.
func cutSignature(head string) signature {
	var g signature
	masked := mask(head)
	rest := len(head) // where what stands before the parentheses ends
	if start, end := definition(masked); start >= 0 {
		g.def, g.hasDef = head[start+1:end], true
		after := strings.TrimSpace(head[end+1:])
		if strings.HasPrefix(after, "=") { // name (type) = `default`
			value, doc, _ := cutDash(after[1:])
			g.preset, after = strings.TrimSpace(value), doc
		}
		g.doc = trimDash(after)
		rest = start
	} else if at, width := dash(masked); at >= 0 {
		g.doc = strings.TrimSpace(head[at+width:])
		rest = at
	}
	left, maskedLeft := head[:rest], masked[:rest]
	if i := strings.Index(maskedLeft, ":"); i >= 0 && (i+1 == len(maskedLeft) || maskedLeft[i+1] == ' ' || i > 0 && maskedLeft[i-1] == '\x00') {
		g.name, g.value, g.hasValue = left[:i], strings.TrimSpace(left[i+1:]), true
	} else if i := strings.Index(maskedLeft, " = "); i >= 0 {
		g.name, g.preset = left[:i], strings.TrimSpace(left[i+3:])
	} else {
		g.name = left
	}
	g.name = strings.TrimSpace(g.name)
	return g
}

// cutDash cuts a text at the mark before a description.
func cutDash(text string) (before, doc string, ok bool) {
	at, width := dash(mask(text))
	if at < 0 {
		return text, "", false
	}
	return text[:at], strings.TrimSpace(text[at+width:]), true
}

// mask is the text with what stands in back quotes, and the quotes, as NUL bytes.
func mask(text string) string {
	if strings.IndexByte(text, '`') < 0 {
		return text
	}
	out := []byte(text)
	for i := 0; i < len(out); i++ {
		if out[i] != '`' {
			continue
		}
		end := strings.IndexByte(text[i+1:], '`')
		if end < 0 {
			break
		}
		for k := i; k <= i+1+end; k++ {
			out[k] = 0
		}
		i += 1 + end
	}
	return string(out)
}

// dash finds the mark between a member and its description.
func dash(masked string) (at, width int) {
	at = -1
	for _, mark := range []string{" - ", " -- ", " ... ", " – ", " — "} {
		if i := strings.Index(masked, mark); i >= 0 && (at < 0 || i < at) {
			at, width = i, len(mark)
		}
	}
	if at < 0 {
		for _, mark := range []string{" -", " ..."} {
			if strings.HasSuffix(masked, mark) {
				return len(masked) - len(mark), len(mark)
			}
		}
	}
	return at, width
}

// trimDash takes the mark before a description off.
func trimDash(text string) string {
	for _, mark := range []string{"...", "--", "-", "–", "—", ":"} {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// definition finds the parentheses that hold the type: the first ones before any
// description of which a description, or nothing, follows. end is the closing one.
func definition(masked string) (start, end int) {
	limit, _ := dash(masked)
	for i := 0; i < len(masked); i++ {
		if limit >= 0 && i > limit {
			break
		}
		if masked[i] != '(' || i > 0 && strings.IndexByte(" \t\x00*:", masked[i-1]) < 0 {
			continue
		}
		close := page.Closing(masked, i+1)
		if close < 0 {
			return -1, -1
		}
		after := strings.TrimSpace(masked[close+1:])
		if after == "" || strings.HasPrefix(after, "-") || strings.HasPrefix(after, "...") || strings.HasPrefix(after, "=") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") ||
			!strings.Contains(after, "(") && knownDefinition(masked[i+1:close]) {
			return i, close
		}
		i = close
	}
	return -1, -1
}

// knownDefinition reports whether a word that only definitions have begins one: then a
// description may follow without a mark.
func knownDefinition(masked string) bool {
	first, _, _ := strings.Cut(masked, ",")
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(first)), "[")
	return attributes[word] || bases[word] != ""
}

// unquoted is a text without the back quotes around it, and without the escapes of
// Markdown.
func unquoted(text string) string {
	text = strings.TrimSpace(text)
	if n := len(text); n >= 2 && text[0] == '`' && text[n-1] == '`' {
		return strings.Trim(text, "`")
	}
	return strings.NewReplacer(`\_`, "_", `\*`, "*", `\[`, "[", `\]`, "]", `\-`, "-").Replace(text)
}
