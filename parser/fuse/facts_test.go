package fuse

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

func TestRefined(t *testing.T) {
	array := func(e *typeexpr.Expr) *typeexpr.Expr { return of(typeexpr.Array, e) }
	for _, tc := range []struct {
		a, b    *typeexpr.Expr
		want    string
		changed bool
	}{
		{name("number"), name("integer"), "integer", true},
		{name("number"), name("float"), "float", true},
		{name("number"), name("number"), "number", false}, // says nothing
		{name("string"), name("date-time"), "date-time", true},
		{name("string"), name("date"), "date", true},
		{name("string"), name("file"), "file", true},
		{name("string"), name("string"), "string", true}, // which settles that it is no time
		{name("string"), name("integer"), "string", false},
		{name("Leg"), name("DepotLeg"), "Leg", false},
		{name("unknown"), name("file"), "file", true},
		{array(name("number")), array(name("integer")), "[]integer", true},
		{array(name("number")), name("integer"), "[]number", false},
		{of(typeexpr.Map, array(name("string"))), of(typeexpr.Map, array(name("date-time"))), "{}[]date-time", true},
		{of(typeexpr.Union, name("number"), name("string")), of(typeexpr.Union, name("float"), name("string")), "float|string", true},
		{of(typeexpr.Union, name("number"), name("string")), of(typeexpr.Union, name("float")), "number|string", false},
		{literal(`"a"`), name("string"), `"a"`, false},
	} {
		got, changed := refined(tc.a, tc.b)
		if spelling(got) != tc.want || changed != tc.changed {
			t.Errorf("%s refined by %s is %s, %v; want %s, %v", spelling(tc.a), spelling(tc.b), spelling(got), changed, tc.want, tc.changed)
		}
	}
}

// The order in which dialects are read decides nothing.
func TestPrecedence(t *testing.T) {
	says := map[string]string{"go": "integer", "java": "float", "python": "float", "typescript": "number"}
	for _, tc := range []struct {
		readings []string
		want     string
		by       model.Source
		problems int
	}{
		{[]string{"go", "java"}, "integer", "go", 1},
		{[]string{"java", "go"}, "integer", "go", 1},
		{[]string{"python", "java"}, "float", "java", 0},
		{[]string{"python", "java", "go"}, "integer", "go", 1},
		{[]string{"typescript"}, "number", "", 0},
		{nil, "number", "", 0},
	} {
		a := field("legs", "number")
		problems := 0
		for _, d := range tc.readings {
			_, found := into([]*dialect.Item{a}, speaker{name: d}, []*dialect.Item{field("legs", says[d])})
			problems += len(found)
		}
		if !a.Expr.Is(tc.want) || a.Evidence.Of(model.FactType) != tc.by || problems != tc.problems {
			t.Errorf("%v: %s by %q with %d problems, want %s by %q with %d", tc.readings,
				a.Expr.Text, a.Evidence.Of(model.FactType), problems, tc.want, tc.by, tc.problems)
		}
	}
}

// A spine that itself knows a fact gives way to those above it only.
func TestSpineThatKnows(t *testing.T) {
	for _, tc := range []struct {
		spine, from, want string
	}{
		{"java", "python", "integer"},
		{"java", "go", "float"},
		{"typescript", "python", "float"},
	} {
		a := field("legs", "integer")
		Into(Reading{Dialect: speaker{name: tc.spine}, Items: []*dialect.Item{a}},
			Reading{Dialect: speaker{name: tc.from}, Items: []*dialect.Item{field("legs", "float")}, File: other})
		if !a.Expr.Is(tc.want) {
			t.Errorf("%s and then %s: %s, want %s", tc.spine, tc.from, a.Expr.Text, tc.want)
		}
	}
}

func TestNull(t *testing.T) {
	silent := speaker{name: "python", silent: []model.Fact{model.FactNullable, model.FactRequired}}
	for _, tc := range []struct {
		name       string
		have       bool
		from       dialect.Dialect
		says, want bool
		by         model.Source
	}{
		{"taken over", false, speaker{name: "typescript"}, true, true, "typescript"},
		{"denied", false, speaker{name: "typescript"}, false, false, "typescript"},
		{"kept where the spine prints it", true, speaker{name: "csharp"}, false, true, "csharp"},
		{"not asked", false, silent, true, false, ""},
		{"not listed", false, speaker{name: "cli"}, true, false, ""},
	} {
		a, b := field("note", "string"), field("note", "string")
		a.Nullable, b.Nullable = tc.have, tc.says
		into([]*dialect.Item{a}, tc.from, []*dialect.Item{b})
		if a.Nullable != tc.want || a.Evidence.Of(model.FactNullable) != tc.by {
			t.Errorf("%s: %v by %q, want %v by %q", tc.name, a.Nullable, a.Evidence.Of(model.FactNullable), tc.want, tc.by)
		}
	}
}

func TestContradictions(t *testing.T) {
	a, b := field("note", "string"), field("note", "string")
	a.Start, a.End, b.Optional = 7, 11, true
	_, problems := into([]*dialect.Item{a}, speaker{name: "typescript"}, []*dialect.Item{b})
	if len(problems) != 1 {
		t.Fatalf("problems: %v", problems)
	}
	p := problems[0]
	for _, part := range []string{"http", "typescript", `"note"`, "the presence", "other.md:1:1"} {
		if !strings.Contains(p.Message, part) {
			t.Errorf("%q does not say %s", p.Message, part)
		}
	}
	if p.Code != "dialects-disagree" || p.Start != 7 || p.End != 11 || !strings.Contains(p.Help, "http") || a.Optional {
		t.Errorf("problem %+v, optional %v", p, a.Optional)
	}
}

// What a fact's table lists must be dialects, each once.
func TestPrecedenceTable(t *testing.T) {
	known := []string{"go", "java", "csharp", "python", "ruby", "php", "kotlin", "typescript", "cli", "http"}
	for fact, names := range precedence {
		for i, n := range names {
			if !slices.Contains(known, n) || slices.Index(names, n) != i || rank(fact, model.Source(n)) != i {
				t.Errorf("%s: %q is no dialect, or is listed twice", fact, n)
			}
		}
		if rank(fact, "nobody") != -1 {
			t.Errorf("%s: nobody has a rank", fact)
		}
	}
}
