package listed

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// typeLabel begins what says but a type: type: string.
	typeLabel = prefilter.MustCompile(`(?i)^type\s*:\s*`)
	// quotedBehind is a type with a text behind it that lacks its colon: string "".
	quotedBehind = prefilter.MustCompile(`^([^":]+?)\s+("[^"]*")$`)
	// typeName is a name of a structure.
	typeName = prefilter.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
)

// group reads what stands in brackets: string, required | string: "" | array<int>: nil |
// int: 0 or string: "0s" | string, <required>.
func (f *field) group(content string) bool {
	content = strings.TrimSpace(strings.ReplaceAll(content, "`", ""))
	need, content := cutNeeds(content)
	if rest := typeLabel.ReplaceAllString(content, ""); rest != content && isType(rest) {
		content = rest
	}
	if m := quotedBehind.FindStringSubmatch(content); m != nil && isType(m[1]) {
		content = m[1] + ": " + m[2]
	}
	if content == "" {
		return false
	}
	if f.alternatives(content, need) || f.withDefault(content, need) {
		return true
	}
	known := false
	var notes []string
	for _, part := range cutOutside(content) {
		if part = strings.Trim(part, " *_"); part == "" {
			continue
		}
		if f.word(part, true) {
			known = true
		} else {
			notes = append(notes, part)
		}
	}
	if known && len(notes) > 0 {
		f.note(strings.Join(notes, ", "))
	}
	if known && need != "" {
		f.need = need
	}
	return known
}

// note puts what is no mark into the text.
func (f *field) note(text string) { f.text = strings.TrimSpace(f.text + " (" + text + ")") }

// cutNeeds takes what angle brackets say of a need out of a text: <required>, <required if
// the loom is open>, <optional>.
func cutNeeds(text string) (need, rest string) {
	for _, m := range bracketed.FindAllStringSubmatch(text, -1) {
		low := strings.ToLower(strings.TrimSpace(m[1]))
		switch {
		case low == "required":
			need = "required"
		case strings.HasPrefix(low, "required "), strings.HasSuffix(low, " required"):
			need = "conditional"
		case strings.HasPrefix(low, "optional"):
			need = "optional"
		default:
			continue
		}
		text = strings.Replace(text, m[0], "", 1)
	}
	return need, strings.Trim(text, " ,")
}

// withDefault reads a type with a default behind a colon, or with nothing there but a need.
func (f *field) withDefault(content, need string) bool {
	typ, def, colon := strings.Cut(content, ":")
	typ = strings.TrimSpace(typ)
	if !colon || len(cutOutside(typ)) != 1 || !isType(typ) && !beginsType(typ) && !endsType(typ) && !(typeName.MatchString(typ) && (need != "" || isNothing(def))) {
		return false
	}
	f.typ = typ
	f.defaultOf(def, need)
	return true
}

// isNothing reports whether a default says that there is none.
func isNothing(def string) bool {
	switch strings.TrimSpace(def) {
	case "nil", "null", "{}", "[]", `""`:
		return true
	}
	return false
}

// endsType reports whether a text in brackets is a word for a type with adjectives before
// it: "positive int".
func endsType(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	return len(words) > 1 && len(words) < 4 && strict[words[len(words)-1]]
}

// alternatives reads several types, each with its default: int: 0 or string: "0s".
func (f *field) alternatives(content, need string) bool {
	parts := cutAlternatives(content)
	if len(parts) < 2 {
		return false
	}
	var types []string
	colons := 0
	def := ""
	for _, part := range parts {
		typ, own, colon := strings.Cut(part, ":")
		if typ = strings.TrimSpace(typ); !isType(typ) && !endsType(typ) {
			return false
		}
		if colon {
			colons++
		}
		types = append(types, typ)
		if said, value := cutNeed(own); said != "" {
			need, own = said, value
		}
		if own = strings.TrimSpace(own); def == "" && own != "" && !isNothing(own) {
			def = own
		}
	}
	if colons == 0 {
		return false
	}
	f.typ = strings.Join(types, " or ")
	f.defaultOf(def, need)
	return true
}

// cutAlternatives cuts a text at what parts alternatives, outside of quotes and brackets:
// "||", " or ", and a comma before a type.
func cutAlternatives(text string) []string {
	var out []string
	start, depth, quoted := 0, 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case strings.IndexByte("[{(<", c) >= 0:
			depth++
		case strings.IndexByte("]})>", c) >= 0:
			depth--
		case depth > 0:
		default:
			n := 0
			for _, mark := range []string{"||", ", or ", " or ", ","} {
				if strings.HasPrefix(text[i:], mark) {
					n = len(mark)
					break
				}
			}
			if n > 0 && (text[i] != ',' || n > 1 || startsWithType(text[i+n:])) {
				out = append(out, strings.TrimSpace(text[start:i]))
				start = i + n
				i = start - 1
			}
		}
	}
	return append(out, strings.TrimSpace(text[start:]))
}

// startsWithType reports whether a text begins with a word for a type and a colon.
func startsWithType(text string) bool {
	typ, _, ok := strings.Cut(text, ":")
	return ok && isType(strings.TrimSpace(typ))
}

// cutNeed takes a need off the end of a default: "", required.
func cutNeed(def string) (need, rest string) {
	at := strings.LastIndexAny(def, ", ")
	if word := strings.ToLower(strings.TrimSpace(def[at+1:])); word == "required" || word == "optional" {
		return word, strings.TrimRight(def[:at+1], ", ")
	}
	return "", def
}

// defaultOf takes what stands behind the colon of a type: a default, a need, or both.
// Without a word for a need, it may be left out.
func (f *field) defaultOf(def, need string) {
	def = strings.TrimSpace(def)
	if said, rest := cutNeed(def); said != "" {
		need, def = said, strings.TrimSpace(rest)
	}
	if need == "" {
		need = "optional" // it has a default
	}
	f.need = need
	switch {
	case def == "" || def == "nil" || strings.HasPrefix(def, "<"):
	case len(strings.Fields(def)) == 1 || json.Valid([]byte(def)):
		f.def = unquoted(def)
	default:
		f.note(def)
	}
}

// unquoted is a default without single quotes around it.
func unquoted(def string) string {
	if len(def) > 1 && def[0] == '\'' && def[len(def)-1] == '\'' {
		return `"` + def[1:len(def)-1] + `"`
	}
	return def
}
