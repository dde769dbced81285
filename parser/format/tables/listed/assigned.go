package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// assigned is a code span that gives a name a value, as queries and forms do, or a
	// header a placeholder: limit=<number>, ?deep=true, X-Page: <number>.
	assigned = prefilter.MustCompile(`^[?&]?([\p{L}_$][\p{L}\p{N}_.$\[\]-]{0,79})(=|:\s*)(\S.*)$`)
	// placeholder is a value that stands for others.
	placeholder = prefilter.MustCompile(`^(?:<([^<>]{1,70})>|\{([^{}]{1,70})\}|\[([^\[\]]{1,70})\])$`)
	// plainValue is a value that may be one of several.
	plainValue = prefilter.MustCompile(`^[\p{L}\p{N}_.+-]{1,40}$`)
	orWord     = prefilter.MustCompile(`\s+or\s+|\s*[|/]\s*`)
)

// assign reads a name with its value. A placeholder that is no word for a type stands for
// a text: what a query holds is one. A value alone is an example, which stays text.
func (f *field) assign() {
	m := assigned.FindStringSubmatch(f.name)
	if m == nil {
		return
	}
	name, value := m[1], strings.TrimSpace(m[3])
	if m[2] == "=" {
		value = f.cutNeed(value)
	}
	if shownList.MatchString(value) {
		f.name, f.text = name, "`"+value+"` "
		return
	}
	inner := placeholder.FindStringSubmatch(value)
	text := value
	if inner != nil {
		text = f.cutNeed(strings.TrimSpace(inner[1] + inner[2] + inner[3]))
	}
	typ := placeholderType(ofKind(text))
	switch {
	case inner == nil && m[2] != "=", inner != nil && inner[3] != "" && typ == "":
		return
	case typ != "":
		f.typ = typ
	case inner != nil:
		f.typ = "string"
	default:
		f.text = "`" + f.name + "` "
	}
	f.name = name
}

// shownList is a value that shows what is sent in the place of its type: [{"from": 3}].
var shownList = prefilter.MustCompile(`^\[\{.*\}\]$`)

// needBehind is a need behind a value or a type: [string required], [string] required.
var needBehind = prefilter.MustCompile(`(?i)^(.*[^\s,;(])[\s,;]+\(?(required|optional|mandatory)\)?$`)

// cutNeed takes a need off the end of a value.
func (f *field) cutNeed(value string) string {
	m := needBehind.FindStringSubmatch(value)
	if m == nil {
		return value
	}
	f.need = m[2]
	return m[1]
}

// ofKind is what a placeholder says of its values or elements in the words of a type: string: a|b, array > string.
func ofKind(text string) string {
	if kind, values, ok := strings.Cut(text, ":"); ok && isType(kind) && strings.Contains(values, "|") {
		return strings.TrimSpace(values)
	}
	if list, elem, ok := strings.Cut(text, ">"); ok && (strings.EqualFold(strings.TrimSpace(list), "array") || strings.EqualFold(strings.TrimSpace(list), "list")) {
		return "array of " + strings.TrimSpace(elem)
	}
	return text
}

// placeholderType is the type that a placeholder names: its alternatives are words for
// types, a text for each that is none, or several are values. It is "" for another one.
func placeholderType(text string) string {
	parts := orWord.Split(text, -1)
	known := 0
	words := make([]string, len(parts))
	for i, part := range parts {
		if words[i] = part; strings.Contains(part, "_") {
			words[i] = strings.ReplaceAll(part, "_", " ")
		}
		if part == "" {
			return ""
		}
		if isType(words[i]) {
			known++
		} else {
			words[i] = "string"
		}
	}
	switch {
	case strings.EqualFold(text, "true|false"):
		return "boolean"
	case known > 0:
		return strings.Join(words, " | ")
	case len(parts) < 2:
		return ""
	}
	for i, part := range parts {
		if !plainValue.MatchString(part) {
			return ""
		}
		words[i] = `"` + part + `"`
	}
	return strings.Join(words, " | ")
}
