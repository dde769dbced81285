package main

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// sourcesText says where a declaration stands and who said the facts of it that
// it does not say itself: a dialect, or what docgen infers from.
//
//	<- parcels/get.md:12:3, type of go, nullable of typescript
func sourcesText(at source.Span, evidence model.Evidence) string {
	words := make([]string, 0, len(evidence)+1)
	if position := at.String(); position != "" {
		words = append(words, position)
	}
	for _, said := range evidence {
		by := " of "
		if said.Source.Inferred() {
			by = " from "
		}
		words = append(words, string(said.Fact)+by+string(said.Source))
	}
	if len(words) == 0 {
		return ""
	}
	return "<- " + strings.Join(words, ", ")
}

// sources is that text where the tree is asked for it, and "" elsewhere.
func (t *treePrinter) sources(at source.Span, evidence model.Evidence) string {
	if !t.evidence {
		return ""
	}
	return sourcesText(at, evidence)
}
