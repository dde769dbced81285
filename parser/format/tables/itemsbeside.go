package tables

import (
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// fewestBeside is how many endpoints a list states below a heading of its own, on a page that states
// others below headings of theirs, and how many of these there are.
const (
	fewestBeside = 3
	fewestStated = 2
)

// notOffered is a heading above endpoints that are those of others, are used, or are not there.
var notOffered = prefilter.MustCompile(`(?i)web ?hooks?|call ?backs?|upstream|external|third|client|consum|depend|example|flow|quick|usage|migrat|legacy|plan|roadmap|to ?do\b|upcoming|future|not (?:yet )?implement|deprecat|remov|coming|change|test|see also|related|next|回调|示例|废弃|计划|测试|流程`)

// ownItems are the items of lists that state endpoints of their own: apart from each other, or
// below headings of their own.
func (s *document) ownItems(found []statement.Finding, known map[string]bool) map[int]bool {
	if apart := s.itemsApart(found); apart != nil {
		return apart
	}
	s.beside = s.itemsBeside(found, known)
	return s.beside
}

// itemsBeside are the items of lists that state endpoints below headings of their own, several
// below each, on a page that states others below headings. What has been stated otherwise is
// mentioned there.
func (s *document) itemsBeside(found []statement.Finding, known map[string]bool) map[int]bool {
	if len(known) < fewestStated {
		return nil
	}
	stated, lists := map[int]bool{}, map[int][]int{}
	for _, f := range found {
		at := s.headingOf(f.Start)
		switch {
		case len(f.Operations) == 0:
		case f.Form == statement.Stated || f.URL || f.Template > 0 || known[f.Operations[0].Key()]:
			stated[at] = true
		case f.Form == statement.Listed && s.isItem(f) && !s.inExample(f.Start):
			lists[at] = append(lists[at], f.Start)
		}
	}
	out := map[int]bool{}
	for at, list := range lists {
		if at < 0 || stated[at] || len(list) < fewestBeside || notOffered.MatchString(s.blocks[at].plain) {
			continue
		}
		if section, _ := s.sectionOf(s.blocks[at].plain); section == vocabulary.Unknown || section == vocabulary.Endpoint {
			for _, start := range list {
				out[start] = true
			}
		}
	}
	return out
}
