package main

import "github.com/docgen-go/docgen/model"

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
