package main

import (
	"testing"

	"github.com/docgen-go/docgen/model/corpustest"
)

// TestCorpusPresentation does with published pages what TestPresentation does.
func TestCorpusPresentation(t *testing.T) {
	t.Run("older", func(t *testing.T) {
		checkPresentations(t, corpustest.Dir(t, "anthropic/2026-04-24"), older, presentations, "http")
	})
	t.Run("newer", func(t *testing.T) {
		checkPresentations(t, corpustest.Dir(t, "anthropic/2026-06-11"), newer, presentations, "http")
	})
	t.Run("all dialects", func(t *testing.T) {
		checkPresentations(t, corpustest.Dir(t, "anthropic/2026-04-24"), older, []presentation{newestGeneration})
	})
}
