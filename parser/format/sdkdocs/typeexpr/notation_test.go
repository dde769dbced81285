package typeexpr_test

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

var angles = typeexpr.Notation{
	Open: "<", Close: ">",
	Scalars:  map[string]string{"text": "string"},
	Generics: map[string]typeexpr.Generic{"List": typeexpr.ArrayOf, "Map": typeexpr.MapOf, "Any": typeexpr.Choice},
}

func TestNotationErrors(t *testing.T) {
	for _, src := range []string{
		"", " ", "|", "a |", "List<", "List<text", "List<text, text>", "Map<text>", "List<text, 3 more>", "Chart<text>",
		"(text", "(text & text)", "(text & {)", "{ a", "text text", "List<text>>", ">", "text[", "text[text]",
	} {
		if e, err := angles.Parse(src); err == nil {
			t.Errorf("%q was read as %+v", src, e)
		}
	}
}

// What nests too deep is refused, whichever way it nests.
func TestNotationIsBounded(t *testing.T) {
	const n = 100_000
	for name, src := range map[string]string{
		"arguments": strings.Repeat("List<", n) + "text" + strings.Repeat(">", n),
		"groups":    strings.Repeat("(", n) + "text" + strings.Repeat(")", n),
		"arrays":    "text" + strings.Repeat("[]", n),
	} {
		if _, err := angles.Parse(src); err == nil || !strings.Contains(err.Error(), "nested deeper") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if e, err := angles.Parse(strings.Repeat("A | ", n) + "B"); err != nil || len(e.Args) != 2 {
		t.Errorf("a long choice: %v", err)
	}
}

func TestChoice(t *testing.T) {
	for src, want := range map[string]struct {
		alternatives, more int
	}{
		"text | text":          {1, 0}, // two names of one wire type
		"| text | A":           {2, 0}, // a leading bar is decoration
		"Any<A, text> | 2":     {3, 0}, // unions are flattened
		"A | 3 more":           {1, 3}, // what is announced counts
		"Any<A, 2 more> | B":   {2, 2},
		`"a" | "b" | "a"`:      {2, 0},
		"List<A> | List<text>": {2, 0},
	} {
		e, err := angles.Parse(src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		if n := len(e.Alternatives()); n != want.alternatives || e.More != want.more {
			t.Errorf("%s: got %d alternatives and %d more, want %+v", src, n, e.More, want)
		}
	}
}

func TestWithoutNull(t *testing.T) {
	for src, want := range map[string]struct {
		nullable bool
		rest     decl.Op
	}{
		"A | null":       {true, decl.Name},
		"null | A | B":   {true, decl.Union},
		"A | B":          {false, decl.Union},
		"A | 2 more":     {false, decl.Union},
		"null":           {false, decl.Name},
		"List<A | null>": {false, decl.Array}, // null elements are no null array
	} {
		e, err := angles.Parse(src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		if rest, nullable := typeexpr.WithoutNull(e); nullable != want.nullable || rest.Op != want.rest {
			t.Errorf("%s: got nullable %v, rest %v", src, nullable, rest.Op)
		}
	}
}
