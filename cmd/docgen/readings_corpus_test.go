package main

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/source"
)

// compareJSON is the report of two revisions.
func compareJSON(t *testing.T, args ...string) *report.Report {
	t.Helper()
	out := docgen(t, append([]string{"diff", "--format", "json", "--fail-on", "never"}, args...)...)
	var r report.Report
	if err := json.Unmarshal([]byte(out.stdout), &r); err != nil {
		t.Fatalf("%v: %s", err, out.stderr)
	}
	return &r
}

// TestCorpusReadings holds the files of readings to what is reported today: an entry that
// is new, gone or of another severity has to be read again.
func TestCorpusReadings(t *testing.T) {
	before, after := corpustest.Dir(t, "anthropic/2026-04-24"), corpustest.Dir(t, "anthropic/2026-06-11")
	t.Run("anthropic-http", func(t *testing.T) {
		checkReadings(t, "anthropic-http", compareJSON(t, "--dialects", "http", before, after))
	})
	t.Run("anthropic", func(t *testing.T) { checkReadings(t, "anthropic", compareJSON(t, before, after)) })
	t.Run("gitlab", func(t *testing.T) {
		old, now := corpustest.Dir(t, "../formats/tables/gitlab-9-2017"), corpustest.Dir(t, "../formats/tables/gitlab-14.10")
		checkReadings(t, "gitlab", compareJSON(t, old, now))
	})
	t.Run("kalshi", func(t *testing.T) {
		pages := corpustest.Dir(t, "../formats/embedded/kalshi")
		edited := filepath.Join(t.TempDir(), "edited")
		edits := editPages(t, pages, edited)
		r := compareJSON(t, pages, edited)
		checkReadings(t, "kalshi", r)
		checkEdits(t, edits, r)
	})
}

// checkEdits demands that each page which was edited is told of, and no other one.
func checkEdits(t *testing.T, edits map[string]string, r *report.Report) {
	t.Helper()
	told := map[string]bool{}
	tell := func(spans ...source.Span) {
		for _, at := range spans {
			if at.File != "" && edits[at.File] == "" {
				t.Errorf("an entry or a text is at %s, which nobody edited", at)
			}
			told[at.File] = true
		}
	}
	for _, f := range r.Findings {
		for _, l := range f.Locations {
			tell(l.OldSpan, l.NewSpan)
		}
	}
	for _, text := range r.Texts {
		tell(text.OldSpan, text.NewSpan)
	}
	for page, edit := range edits {
		if !told[page] {
			t.Errorf("nothing tells of %s (%s)", page, edit)
		}
	}
}
