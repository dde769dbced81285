package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// codedTitle is a title that is a name in code, with nothing behind it but remarks in brackets.
var codedTitle = prefilter.MustCompile("^`([^`\\n]+)`\\s*(?:[(（]([^()（）\\n]*)[)）])?$")

// A Titled is an attribute that a title names, with the text below it.
type Titled struct {
	Title, Text string
	Start, End  int
}

var (
	// plainTitle is a title that is but a name in small letters.
	plainTitle = prefilter.MustCompile(`^[a-z_$][\w.$-]*$`)
	// needFirst begins a text with what it says of the need, and maybe of the type, of what it is
	// about: Optional string. A shortcode may stand before it.
	needFirst = prefilter.MustCompile(`^(?:\{\{[^{}\n]*\}\}\s*)?(Optional|Required|Mandatory)(?: ([a-z][a-z -]{1,30}?))?\.(?:\s|$)`)
)

// NamesAttribute reports whether a title is but a name in code and remarks in brackets.
func NamesAttribute(title string) bool { return codedTitle.MatchString(strings.TrimSpace(title)) }

// NamesNeeded reports whether a title is but a name, and the text below it begins with whether that is
// needed.
func NamesNeeded(title, text string) bool {
	return plainTitle.MatchString(strings.TrimSpace(title)) && needFirst.MatchString(strings.TrimSpace(text))
}

// neededTitle is the attribute of such a title.
func neededTitle(t Titled) (it item, ok bool) {
	if !NamesNeeded(t.Title, t.Text) {
		return it, false
	}
	m := needFirst.FindStringSubmatch(t.Text)
	it = item{field: fieldOf("`" + strings.TrimSpace(t.Title) + "`"), start: t.Start, end: t.End}
	it.need, it.body = strings.ToLower(m[1]), t.Text
	if last := m[2][strings.LastIndexByte(m[2], ' ')+1:]; vocabulary.TypeOf(last) != "" {
		it.typ = last
	}
	return it, it.name != ""
}

// Titles returns the attributes that titles name as a table, or nil where one of them has no
// name that can be read, or is no code and says nothing of its need.
func Titles(of []Titled) *table.Table {
	items := make([]item, 0, len(of))
	for _, t := range of {
		m := codedTitle.FindStringSubmatch(strings.TrimSpace(t.Title))
		if m == nil {
			it, ok := neededTitle(t)
			if !ok {
				return nil
			}
			items = append(items, it)
			continue
		}
		it := item{field: fieldOf("`" + m[1] + "`"), start: t.Start, end: t.End}
		if it.name == "" {
			return nil
		}
		it.body = t.Text
		it.remarks(m[2])
		items = append(items, it)
	}
	if len(items) == 0 {
		return nil
	}
	return tableOf(items, items[0].start, items[len(items)-1].end)
}

// remarks takes what brackets behind a title say: needs, types, and where it travels. The rest
// is a part of the description.
func (it *item) remarks(text string) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || r == '，' || r == '；' }) {
		part = strings.TrimSpace(part)
		low := strings.ToLower(strings.ReplaceAll(part, "`", ""))
		switch {
		case it.need == "" && needOf(low) != "":
			it.need = needOf(low)
		case it.typ == "" && vocabulary.TypeOf(low) != "":
			it.typ = part
		case it.location == "" && travels.MatchString(low):
			it.location = part
		case part != "":
			it.text = strings.TrimPrefix(it.text+", "+part, ", ")
		}
	}
}

// travels says where in a request something is sent.
var travels = prefilter.MustCompile(`\b(?:path|query|header|body|cookie|form)\b`)
