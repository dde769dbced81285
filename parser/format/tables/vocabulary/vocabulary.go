// Package vocabulary holds the words by which tables of attributes and the sections
// around them are told apart, as data in words.txt.
//
// It is not part of the compatibility promise.
package vocabulary

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/docgen-go/docgen/parser/script"
)

//go:embed words.txt
var text string

// A Column is what the cells of a column say.
type Column string

// The columns of tables. Other is a column of which the vocabulary knows nothing.
const (
	Other       Column = ""
	Name        Column = "name"
	Type        Column = "type"
	Required    Column = "required"
	Default     Column = "default"
	Description Column = "description"
	Location    Column = "location"
	Values      Column = "values"
	Example     Column = "example"
	Value       Column = "value"
	Length      Column = "length"
	Null        Column = "null"
)

// columns are all columns but Other, in the order in which a word that may mean
// several is tried.
var columns = []Column{Name, Type, Required, Default, Description, Location, Values, Example, Value, Length, Null}

// A Section is what a heading or a label announces.
type Section string

// The sections. Unknown is one of which the vocabulary knows nothing.
const (
	Unknown         Section = ""
	Request         Section = "request"
	Query           Section = "query"
	Path            Section = "path"
	Header          Section = "header"
	Body            Section = "body"
	Form            Section = "form"
	Response        Section = "response"
	ResponseHeader  Section = "response header"
	Errors          Section = "errors"
	RequestExample  Section = "request example"
	ResponseExample Section = "response example"
	Endpoint        Section = "endpoint"
	Documentation   Section = "documentation"
	Structure       Section = "structure"
	Enum            Section = "enum"
)

// sections are all sections but Unknown. Whole phrases are tried before endings,
// which are tried in this order.
var sections = []Section{
	Request, Query, Path, Header, Body, Form, ResponseHeader, Response, Errors, RequestExample, ResponseExample,
	Endpoint, Documentation, Structure, Enum,
}

// words are the phrases of the sections of the file, by its name; ends are those
// that stand behind a "*".
var words = sync.OnceValue(func() map[string]*list {
	out := map[string]*list{}
	var l *list
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			l = &list{whole: map[string]bool{}}
			out[strings.Trim(line, "[]")] = l
			continue
		}
		for phrase := range strings.SplitSeq(line, ",") {
			end, ends := strings.CutPrefix(strings.TrimSpace(phrase), "*")
			switch phrase = key(phrase); {
			case ends && end != "":
				l.ends = append(l.ends, key(end))
			case phrase != "":
				l.whole[phrase] = true
			}
		}
	}
	return out
})

// The phrases of columns, sections and types, each with the first that has it.
var (
	columnWords  = sync.OnceValue(func() map[string]Column { return firstOf("column ", columns) })
	sectionWords = sync.OnceValue(func() map[string]Section { return firstOf("section ", sections) })
	typeWords    = sync.OnceValue(func() map[string]string { return firstOf("type ", types) })
)

// firstOf maps each phrase to the first of the names whose list has it.
func firstOf[T ~string](prefix string, names []T) map[string]T {
	out := map[string]T{}
	for _, name := range names {
		for phrase := range words()[prefix+string(name)].whole {
			if _, ok := out[phrase]; !ok {
				out[phrase] = name
			}
		}
	}
	return out
}

// A list is the phrases of one section of the file.
type list struct {
	whole map[string]bool
	ends  []string
}

// wide are the forms of marks in scripts of full width.
var wide = strings.NewReplacer("（", "(", "）", ")", "：", ":", "，", ",", "／", "/", "？", "?", "　", " ", "【", "[", "】", "]")

// Fold returns a phrase as the vocabulary has it: small letters, single blanks, no
// marks of Markdown around it.
func Fold(phrase string) string {
	plain, blanks := true, false
	for i := 0; i < len(phrase); i++ {
		switch c := phrase[i]; {
		case c >= 0x80:
			plain = false
		case c < ' ', c == ' ' && i+1 < len(phrase) && phrase[i+1] == ' ':
			blanks = true
		}
	}
	if !plain {
		phrase = wide.Replace(phrase)
	}
	phrase = trimMarks(strings.ToLower(phrase))
	if plain && !blanks {
		return phrase
	}
	return strings.Join(strings.Fields(phrase), " ")
}

// key returns a phrase as the lists have it: folded, in simplified characters.
func key(phrase string) string {
	phrase = script.Simplified(Fold(phrase))
	if n := len(phrase); n > 2 && phrase[0] == '[' && phrase[n-1] == ']' && phrase[1] >= 0x80 && strings.IndexByte(phrase[1:n-1], '[') < 0 {
		return strings.TrimSpace(phrase[1 : n-1]) // 【请求参数】
	}
	return phrase
}

// trimMarks takes blanks and marks of Markdown off both ends of a phrase. Most have none.
func trimMarks(phrase string) string {
	const marks = " \t*_`:.#"
	if phrase == "" || strings.IndexByte(marks, phrase[0]) < 0 && strings.IndexByte(marks, phrase[len(phrase)-1]) < 0 {
		return phrase
	}
	return strings.Trim(phrase, marks)
}

// ColumnOf returns what the head of a column says of its cells.
func ColumnOf(head string) Column {
	phrase := key(head)
	for _, try := range []string{phrase, withoutNote(phrase), strings.TrimRight(phrase, " ?")} {
		if c, ok := columnWords()[try]; ok {
			return c
		}
	}
	if i := strings.LastIndexByte(phrase, ' '); i > 0 {
		switch c := columnWords()[phrase[i+1:]]; c {
		case Name, Type, Required, Default, Description:
			return c
		}
	}
	return Other
}

// IsValue reports whether the head of a column may be that of the values of an
// enum: such words often have another meaning too.
func IsValue(head string) bool { return words()["column value"].whole[withoutNote(key(head))] }

// withoutNote takes a remark in brackets off a phrase.
func withoutNote(phrase string) string {
	if i := strings.IndexAny(phrase, "(["); i > 0 && strings.HasSuffix(strings.TrimRight(phrase, "*_"), string(closing(phrase[i]))) {
		return strings.TrimSpace(phrase[:i])
	}
	return phrase
}

func closing(open byte) byte {
	if open == '(' {
		return ')'
	}
	return ']'
}

// longestSection is how many bytes a title takes that announces a section: what is longer is a
// text.
const longestSection = 160

// SectionOf returns what a heading or a label announces.
func SectionOf(title string) Section {
	if len(title) > longestSection {
		return Unknown
	}
	phrase := withoutBrackets(withoutSymbol(key(title)))
	for _, try := range []string{phrase, withoutNote(phrase), withoutNumber(phrase), strings.ReplaceAll(phrase, "-", " ")} {
		if s, ok := sectionWords()[try]; ok {
			return narrowed(phrase, s)
		}
	}
	if s := joined(withoutNumber(phrase)); s != Unknown {
		return s
	}
	if s := composed(withoutNumber(phrase)); s != Unknown {
		return s
	}
	bare := withoutNumber(withoutNote(phrase))
	if s := composed(bare); s != Unknown {
		return s
	}
	if s := titled(bare); s != Unknown {
		return s
	}
	if s := phrased(bare); s != Unknown {
		return s
	}
	return plainTitle(bare)
}

// withoutBrackets returns a title without the brackets that stand around all of it: [Path Variables].
func withoutBrackets(phrase string) string {
	n := len(phrase)
	if n < 3 || phrase[0] != '[' || phrase[n-1] != ']' || strings.ContainsAny(phrase[1:n-1], "[]") {
		return phrase
	}
	return strings.TrimSpace(phrase[1 : n-1])
}

// narrowed returns the section that a note in brackets behind a title for what is sent makes
// of it: Parameters (query), 请求参数（Body）.
func narrowed(phrase string, s Section) Section {
	before := withoutNote(phrase)
	if s != Request || before == phrase {
		return s
	}
	switch location := sectionWords()[trimMarks(strings.Trim(phrase[len(before):], " *_()[]"))]; location {
	case Query, Path, Header, Body, Form:
		return location
	}
	return s
}

// SpeaksOfErrors reports whether a text has a word for errors in it.
func SpeaksOfErrors(text string) bool {
	text = " " + script.Simplified(strings.ToLower(text))
	for phrase := range words()["section errors"].whole {
		at := strings.Index(text, phrase)
		if at >= 0 && (phrase[0] >= 0x80 || strings.IndexByte(" `*(", text[at-1]) >= 0 && phrase != "status" && phrase != "http status") {
			return true
		}
	}
	return false
}

// KindOf returns Structure or Enum where a title ends in a word for one, with the
// title without that word.
func KindOf(title string) (kind Section, rest string) {
	phrase := withoutNote(Fold(title))
	simple := script.Simplified(phrase)
	for _, s := range []Section{Structure, Enum} {
		for _, end := range words()["section "+string(s)].ends {
			ok := strings.HasSuffix(simple, end)
			before := phrase[:max(0, len(phrase)-len(end))]
			if ok && (before == "" || strings.HasSuffix(before, " ") || end[0] >= 0x80) {
				return s, strings.TrimSpace(before)
			}
		}
	}
	return Unknown, phrase
}

// withoutSymbol takes a picture off the start of a title.
func withoutSymbol(phrase string) string {
	if phrase == "" || phrase[0] < 0x80 {
		return phrase
	}
	rest := strings.TrimLeftFunc(phrase, func(r rune) bool {
		return unicode.Is(unicode.So, r) || r == '\ufe0f' || r == '\u200d' || unicode.IsSpace(r)
	})
	if rest == "" {
		return phrase
	}
	return strings.TrimLeft(rest, "*_` ")
}

// withoutNumber takes the number of a section off its title: 2.1 Request Parameters.
func withoutNumber(phrase string) string {
	if phrase == "" || phrase[0] > '9' || phrase[0] < '.' {
		return phrase // most have none
	}
	rest := strings.TrimLeft(phrase, "0123456789.")
	if len(rest) == len(phrase) {
		return phrase
	}
	return strings.TrimLeft(rest, " 、)）.")
}

// types are the scalars and containers that words of types name, in the order in
// which a word that could name several is tried.
var types = []string{"string", "integer", "number", "boolean", "date-time", "date", "file", "object", "array", "any", "null"}

// TypeOf returns what a phrase names as a type, in the singular or the plural, or "".
func TypeOf(phrase string) string {
	phrase = script.Simplified(strings.Trim(strings.ToLower(phrase), " .:;"))
	for _, try := range []string{phrase, strings.TrimSuffix(phrase, "s"), strings.TrimSuffix(phrase, "es")} {
		if t, ok := typeWords()[try]; ok {
			return t
		}
	}
	return ""
}

// IsPlural reports whether a phrase names several values of a type by its plural alone:
// strings, integers. Words that are no other than in the plural, such as bytes, are none.
func IsPlural(phrase string) bool {
	phrase = script.Simplified(strings.Trim(strings.ToLower(phrase), " .:;"))
	_, whole := typeWords()[phrase]
	return !whole && TypeOf(phrase) != ""
}

// CutType cuts the longest phrase off the start of a text without blanks that names
// a type, in languages that write words without them.
func CutType(s string) (typ, rest string) {
	for n := len(s); n > 0; n-- {
		if n < len(s) && s[n]&0xc0 == 0x80 {
			continue // within a letter
		}
		if t := TypeOf(s[:n]); t != "" {
			return t, s[n:]
		}
	}
	return "", s
}
