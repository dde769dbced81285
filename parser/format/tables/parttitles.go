package tables

import (
	"sort"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// namesPart reports whether a heading names a part of an endpoint.
func namesPart(title string) bool {
	return vocabulary.SectionOf(title) != vocabulary.Unknown || statement.NamesPart(title) || beforeDash(title) != vocabulary.Unknown || statement.NamesVerb(title)
}

// namesAction reports whether a heading above the statement of an endpoint says what the
// endpoint does or is about, and no part of another: "Edit Harbour Response". Nothing but
// text stands between, or it is called after a part by its last word alone.
func (s *document) namesAction(i int) bool {
	title := s.blocks[i].plain
	first, rest, _ := strings.Cut(vocabulary.Fold(title), " ")
	blankless := rest == "" && vocabulary.BeginsWithAction(title) // 获取船只属性
	if !blankless && !strings.Contains(rest, " ") {
		return false
	}
	byLastWord := vocabulary.SectionOf(title) == vocabulary.Unknown && beforeDash(title) == vocabulary.Unknown
	if (blankless || actions[first] == "") && !byLastWord {
		return false
	}
	next := i + 1
	for next+1 < len(s.blocks) && !s.statesIn(&s.blocks[next]) && (s.blocks[next].kind == textBlock || byLastWord && s.blocks[next].kind == tableBlock) {
		next++ // what it is about
	}
	if next >= len(s.blocks) {
		return false
	}
	if blankless {
		if _, ok := s.requested(&s.blocks[next]); ok {
			return true
		}
	}
	k := sort.Search(len(s.found), func(k int) bool { return s.found[k].Start >= s.blocks[next].start })
	return k < len(s.found) && s.found[k].Start < s.blocks[next].end && s.found[k].Form == statement.Stated
}
