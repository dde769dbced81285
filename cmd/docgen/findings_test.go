package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

func manyFindings() diag.List {
	var found diag.List
	for i := range 30 {
		at := source.Span{File: fmt.Sprintf("%02d.md", i), Start: source.Pos{Line: 3, Column: 1}}
		found.Add("bad-example", diag.Warning, at, "warned")
		found.Add("guessed", diag.Info, at, "told")
	}
	found.Add("html-page", diag.Error, source.Span{File: "x.md"}, "failed")
	return found
}

func TestSummarizeShowsTheWorstFirstAndCountsTheRest(t *testing.T) {
	var out strings.Builder
	summarize(&out, manyFindings(), false)
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if want := "x.md: error: failed [html-page]"; lines[0] != want {
		t.Errorf("first line %q, want %q", lines[0], want)
	}
	if want := "and 10 more warnings (--verbose shows all)"; lines[len(lines)-1] != want {
		t.Errorf("last line %q, want %q", lines[len(lines)-1], want)
	}
	if want := 1 + shown + 1; len(lines) != want {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
}

func TestSummarizeAll(t *testing.T) {
	var out strings.Builder
	summarize(&out, manyFindings(), true)
	if n := strings.Count(out.String(), "\n"); n != 61 {
		t.Errorf("%d lines, want 61", n)
	}
	if strings.Contains(out.String(), "--verbose") {
		t.Error("something is left out")
	}
}

func TestTally(t *testing.T) {
	if got, want := tally(manyFindings()), "1 error, 30 warnings, 30 notes"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := tally(nil), "0 errors, 0 warnings"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
