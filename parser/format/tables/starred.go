package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// starLegend is what follows a star that says what it means behind a name.
var starLegend = prefilter.MustCompile(`(?i)^\*["` + "`" + `]?\s*(?:[=:–—-]\s*)?(?:(?:denotes|indicates|means|marks|are|is)\s+)?(?:an? )?(?:\w+ ){0,2}(?:required|mandatory)\b`)

// saysStarred is a note that says that what it leads from is required.
var saysStarred = prefilter.MustCompile(`(?i)\b(?:required|mandatory|must)\b|必填|必须|必須`)

// longestLegend is how many bytes behind a star are looked at for what it means.
const longestLegend = 200

// A starUse is what a page says of stars behind names.
type starUse uint8

const (
	starsUnsaid starUse = iota
	starsRequired
	starsMeanOther // a note tells of something else
)

// starUse returns what the page says of stars behind names. It looks at stars alone, as a
// pattern for all of a page costs a tenth of reading it.
func (s *document) starUse() starUse {
	use := starsUnsaid
	for i := strings.IndexByte(s.text, '*'); i >= 0; {
		if isLegend(s.text, i) {
			return starsRequired
		}
		if isStarNote(s.text, i) {
			use = starsMeanOther
		}
		next := strings.IndexByte(s.text[i+1:], '*')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return use
}

// isLegend reports whether the star at an offset begins what says that stars mean required.
func isLegend(text string, at int) bool {
	before := at
	if before > 0 && text[before-1] == '\\' {
		before--
	}
	if before > 0 && strings.IndexByte(" \t\r\n\f(>\"`", text[before-1]) < 0 {
		return false
	}
	return starLegend.MatchString(text[at:min(len(text), at+longestLegend)])
}

// isStarNote reports whether the star at an offset begins a note that another one leads to.
func isStarNote(text string, at int) bool {
	from := max(0, at-longestLegend) // so that many stars of one line cost no more than it
	line := text[from:at]
	if i := strings.LastIndexByte(line, '\n'); i >= 0 {
		line = line[i+1:]
	} else if from > 0 {
		return false
	}
	if line == "" {
		rest := text[at+1 : nextLine(text, at)]
		return rest != "" && 'a' <= rest[0]|0x20 && rest[0]|0x20 <= 'z' && strings.IndexByte(rest, '*') < 0
	}
	lead, escaped := strings.CutSuffix(line, `\`)
	if !escaped {
		lead, escaped = strings.CutSuffix(line, "<sup>")
	}
	return escaped && strings.Trim(lead, " \t>") == ""
}

// starred makes attributes required whose names have a star behind them, in a table without a
// column of needs: where the page says that this is what a star means, or where only some of the
// rows have one and no note on the page tells of another meaning.
func (r *reading) starred(h head, t *table.Table, flat []*attribute) {
	if h.required >= 0 {
		return
	}
	if note := r.footnotes(t)["*"]; note != "" && !starLegend.MatchString("* "+note) && prose.SaidNeedOf(note) != vocabulary.Yes && !saysStarred.MatchString(note) {
		return // it tells of something else
	}
	n := 0
	for _, a := range flat {
		if isStarred(a.row.Cell(h.name)) {
			n++
		}
	}
	if n == 0 {
		return
	}
	switch r.document.stars() {
	case starsMeanOther:
		return
	case starsUnsaid:
		if n == len(flat) {
			return
		}
	}
	for _, a := range flat {
		if isStarred(a.row.Cell(h.name)) && !a.name.Optional {
			a.name.Required = true
		}
	}
}

// isStarred reports whether a cell ends in a star that is no mark of Markdown.
func isStarred(cell string) bool {
	cell = strings.TrimSpace(cell)
	rest, ok := strings.CutSuffix(cell, "*")
	if !ok || rest == "" || strings.HasSuffix(rest, ".") {
		return false
	}
	rest = strings.TrimSuffix(rest, `\`)
	return strings.Count(strings.ReplaceAll(rest, "**", ""), "*") == 0 && strings.Count(rest, "**")%2 == 0
}
