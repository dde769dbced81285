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

// NamesAttribute reports whether a title is but a name in code and remarks in brackets.
func NamesAttribute(title string) bool { return codedTitle.MatchString(strings.TrimSpace(title)) }

// Titles returns the attributes that titles name as a table, or nil where one of them has no
// name that can be read.
func Titles(of []Titled) *table.Table {
	items := make([]item, 0, len(of))
	for _, t := range of {
		m := codedTitle.FindStringSubmatch(strings.TrimSpace(t.Title))
		if m == nil {
			return nil
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
