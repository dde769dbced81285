package goapi_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/goapi"
)

// TestCompare classifies each kind of change. A line that begins with ! breaks code.
func TestCompare(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"nothing", "type T struct{ A int }", "type T struct{ A int }", ""},
		{"not exported", "type t struct{}; type T struct{ a int }; func f()", "type T struct{ b string }", ""},
		{"field added", "type T struct{}", "type T struct{ A int }", "added field T.A"},
		{"field removed", "type T struct{ A int }", "type T struct{}", "!removed field T.A"},
		{"field changed", "type T struct{ A string }", "type T struct{ A Opt[string] }", "!changed field T.A string → Opt[string]"},
		{"parameter added", "func (t *T) F(a int) error; type T struct{}", "func (t *T) F(a int, b T) error; type T struct{}",
			"!changed method T.F func(int) error → func(int, T) error"},
		{"parameter named", "func F(a, b int)", "func F(c, d int)", ""},
		{"constant changed", `const A K = "a"; type K string`, `const A K = "b"; type K string`, `!changed const A K = "a" → K = "b"`},
		{"constant added", "", `const A K = "a"`, "added const A"},
		{"whole type removed", "type T struct{ A int }; func (t T) F()", "", "!removed type T"},
		{"whole type added", "", "type T struct{ A int }; func (t T) F()", "added type T"},
		{"whole type changed", "type T struct{ A int }", "type T []int", "!changed type T struct → []int"},
		{"another kind", "func T()", "type T struct{ A int }", "!changed type T func() → struct"},
		{"type renamed", "type T struct{ A int }; func F() *T", "type U struct{ A int }; func F() *U", "!renamed type T → U"},
		{"and changed", "type T struct{ A, B int }; func F() *T", "type U struct{ B string }; func F() *U",
			"!removed field T.A\n!renamed type T → U\n!changed field T.B int → string"},
		{"and another by it", "type T struct{ A []V }; type V struct{}; func F() *T", "type U struct{ A []W }; type W struct{}; func F() *U",
			"!renamed type T → U\n!renamed type V → W"},
		{"renamed to what was there", "type T struct{}; type U struct{}; func F() T", "type U struct{}; func F() U",
			"!removed type T\n!changed func F func() T → func() U"},
		{"renamed to two", "type T struct{}; func F() T; func G() T", "type U struct{}; type V struct{}; func F() U; func G() V",
			"!renamed type T → U\n!changed func G func() T → func() V\nadded type V"},
		{"type renamed, and a value with its name", `type T struct{}; func F() T; type K string; const A K = "T"`, `type U struct{}; func F() U; type K string; const A K = "T"`,
			"!renamed type T → U"},
		{"type renamed, and the value with its name", `type T struct{}; func F() T; type K string; const A K = "T"`, `type U struct{}; func F() U; type K string; const A K = "U"`,
			"!renamed type T → U\n!changed const A K = \"T\" → K = \"U\""},
		{"value as types are called", `type T struct{}; type K string; const A K = "T"`, `type U struct{}; type K string; const A K = "U"`,
			"!removed type T\n!changed const A K = \"T\" → K = \"U\"\nadded type U"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, x := range goapi.Compare(declared(t, c.before), declared(t, c.after)) {
				got = append(got, changeText(x))
			}
			if text := strings.Join(got, "\n"); text != c.want {
				t.Errorf("got\n%s\nwant\n%s", text, c.want)
			}
		})
	}
}

func changeText(c goapi.Change) string {
	text := fmt.Sprintf("%s %s %s", c.Action, c.Kind, c.Name)
	switch c.Action {
	case goapi.Changed:
		text += " " + c.Old + " → " + c.New
	case goapi.Renamed:
		text += " → " + c.New
	}
	if c.Breaks() {
		return "!" + text
	}
	return text
}

func declared(t *testing.T, source string) []goapi.Decl {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "p.go", "package p; "+source, 0)
	if err != nil {
		t.Fatal(err)
	}
	decls := goapi.FromSource(f)
	goapi.Sort(decls)
	return decls
}
