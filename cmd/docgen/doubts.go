package main

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// doubts returns those of the pages, and one where a limit ended their pull, which is
// else a finding only: a model in a file has no findings that would say so.
func (r *reference) doubts() []model.Doubt {
	out := slices.Clone(r.api.Doubts)
	for _, d := range r.found {
		if d.Code == "incomplete-snapshot" {
			out = append(out, model.Doubt{Kind: model.DoubtPull, Span: d.Span, Reason: d.Message})
		}
	}
	slices.SortStableFunc(out, func(a, b model.Doubt) int {
		switch {
		case a.Span.Before(b.Span):
			return -1
		case b.Span.Before(a.Span):
			return 1
		}
		return 0
	})
	return out
}

// doubted is the doubts in one phrase, with what rests on them, or "" for none.
func doubted(doubts []model.Doubt) string {
	if len(doubts) == 0 {
		return ""
	}
	methods, types := map[string]bool{}, map[string]bool{}
	for _, d := range doubts {
		for _, id := range d.Methods {
			methods[id] = true
		}
		for _, id := range d.Types {
			types[id] = true
		}
	}
	return "; " + count(len(doubts), "doubt") + " about " + count(len(methods), "method") + " and " + count(len(types), "type")
}
