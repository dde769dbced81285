package diag_test

import (
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

func at(file string, line int32) source.Span {
	return source.Span{File: file, Start: source.Pos{Offset: line, Line: line, Column: 1}}
}

// TestRelatedLocations demands each related place on a line of its own, located like
// the finding, and none for a span that is no place.
func TestRelatedLocations(t *testing.T) {
	var found diag.List
	found.Add("ambiguous-type", diag.Warning, at("docks.md", 7), "Dock has two structures").
		See(at("cranes.md", 9), "the other").See(source.Span{}, "nowhere").Help = "fetch both again"
	got := found[0].Below("docs/").String()
	const want = "docs/docks.md:7:1: warning: Dock has two structures [ambiguous-type]\n\tdocs/cranes.md:9:1: the other\n\thelp: fetch both again"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if file := found[0].Related[0].Span.File; file != "cranes.md" {
		t.Errorf("the finding itself now leads to %s", file)
	}
}

// TestSortIsTotal demands one order, whatever the order in which findings came,
// and that only exact repeats are dropped.
func TestSortIsTotal(t *testing.T) {
	var first diag.List
	for _, other := range []string{"a.md", "b.md", "a.md"} {
		first.Add("ambiguous-type", diag.Warning, at("docks.md", 7), "two structures").See(at(other, 1), "the other")
	}
	first.Add("ambiguous-type", diag.Warning, at("docks.md", 3), "two structures")
	second := slices.Clone(first)
	slices.Reverse(second)
	first.Sort()
	second.Sort()
	if len(first) != 3 || !slices.EqualFunc(first, second, diag.Diagnostic.Equal) {
		t.Errorf("got\n%v\nand\n%v", first, second)
	}
}

// TestRegisterRefuses demands a panic for entries that are not complete, and for a
// code that is taken.
func TestRegisterRefuses(t *testing.T) {
	whole := diag.Entry{Code: "test-code", Severity: diag.Info, Title: "t", Why: "w", Help: "h", Example: "e"}
	if diag.Register(whole) != "test-code" {
		t.Error("another code came back")
	}
	if e, ok := diag.Lookup("test-code"); !ok || e != whole {
		t.Errorf("the catalogue has %+v", e)
	}
	for name, e := range map[string]diag.Entry{
		"taken":       whole,
		"one word":    {Code: "test", Severity: diag.Info, Title: "t", Why: "w", Help: "h", Example: "e"},
		"no severity": {Code: "test-other", Title: "t", Why: "w", Help: "h", Example: "e"},
		"no help":     {Code: "test-other", Severity: diag.Info, Title: "t", Why: "w", Example: "e"},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			diag.Register(e)
		}()
	}
}
