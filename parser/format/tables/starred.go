package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// starLegend says what a star behind a name means, starNote is a note that one leads to.
	starLegend = prefilter.MustCompile(`(?i)(?:^|[\s(>"` + "`" + `])\\?\*["` + "`" + `]?\s*(?:[=:–—-]\s*)?(?:(?:denotes|indicates|means|marks|are|is)\s+)?(?:an? )?(?:\w+ ){0,2}(?:required|mandatory)\b`)
	starNote   = prefilter.MustCompile(`(?m)^[ \t>]*(?:\\\*|<sup>\*)|^\*[A-Za-z][^*\n]*$`)
)

// A starUse is what a page says of stars behind names.
type starUse uint8

const (
	starsUnsaid starUse = iota
	starsRequired
	starsMeanOther // a note tells of something else
)

// starUse returns what the page says of stars behind names.
func (s *document) starUse() starUse {
	switch {
	case starLegend.MatchString(s.text):
		return starsRequired
	case starNote.MatchString(s.text):
		return starsMeanOther
	}
	return starsUnsaid
}

// starred makes attributes required whose names have a star behind them, in a table without a
// column of needs: where the page says that this is what a star means, or where only some of the
// rows have one and no note on the page tells of another meaning.
func (r *reading) starred(h head, flat []*attribute) {
	if h.required >= 0 {
		return
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
