package fuse

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

func TestRefined(t *testing.T) {
	array := func(e *decl.Expr) *decl.Expr { return of(decl.Array, e) }
	for _, tc := range []struct {
		a, b    *decl.Expr
		want    string
		changed bool
	}{
		{name("number"), name("integer"), "integer", true},
		{name("number"), name("float"), "float", true},
		{name("number"), name("number"), "number", false}, // says nothing
		{name("string"), name("date-time"), "date-time", true},
		{name("string"), name("date"), "date", true},
		{name("string"), name("file"), "file", true},
		{name("string"), name("string"), "string", true}, // which shows that it is no time
		{name("string"), name("integer"), "string", false},
		{name("Leg"), name("DepotLeg"), "Leg", false},
		{name("unknown"), name("file"), "file", true},
		{array(name("number")), array(name("integer")), "[]integer", true},
		{array(name("number")), name("integer"), "[]number", false},
		{of(decl.Map, array(name("string"))), of(decl.Map, array(name("date-time"))), "{}[]date-time", true},
		{of(decl.Union, name("number"), name("string")), of(decl.Union, name("float"), name("string")), "float|string", true},
		{of(decl.Union, name("number"), name("string")), of(decl.Union, name("float")), "number|string", false},
		{literal(`"a"`), name("string"), `"a"`, false},
	} {
		got, changed := refined(tc.a, tc.b)
		if canonical(got) != tc.want || changed != tc.changed {
			t.Errorf("%s refined by %s is %s, %v; want %s, %v", canonical(tc.a), canonical(tc.b), canonical(got), changed, tc.want, tc.changed)
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
			_, found := into([]*decl.Item{a}, speaker{name: d}, []*decl.Item{field("legs", says[d])})
			problems += len(found)
		}
		if !a.Expr.Is(tc.want) || a.Evidence.Of(model.FactType) != tc.by || problems != tc.problems {
			t.Errorf("%v: %s by %q with %d problems, want %s by %q with %d", tc.readings,
				a.Expr.Text, a.Evidence.Of(model.FactType), problems, tc.want, tc.by, tc.problems)
		}
	}
}

// A base that itself knows a fact gives way to those above it only.
func TestBaseThatKnows(t *testing.T) {
	for _, tc := range []struct {
		base, from, want string
	}{
		{"java", "python", "integer"},
		{"java", "go", "float"},
		{"typescript", "python", "float"},
	} {
		a := field("legs", "integer")
		Into(Reading{Dialect: speaker{name: tc.base}, Items: []*decl.Item{a}},
			Reading{Dialect: speaker{name: tc.from}, Items: []*decl.Item{field("legs", "float")}, File: other})
		if !a.Expr.Is(tc.want) {
			t.Errorf("%s and then %s: %s, want %s", tc.base, tc.from, a.Expr.Text, tc.want)
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
		into([]*decl.Item{a}, tc.from, []*decl.Item{b})
		if a.Nullable != tc.want || a.Evidence.Of(model.FactNullable) != tc.by {
			t.Errorf("%s: %v by %q, want %v by %q", tc.name, a.Nullable, a.Evidence.Of(model.FactNullable), tc.want, tc.by)
		}
	}
}

func TestContradictions(t *testing.T) {
	a, b := field("note", "string"), field("note", "string")
	a.Start, a.End, b.Optional = 7, 11, true
	_, problems := into([]*decl.Item{a}, speaker{name: "typescript"}, []*decl.Item{b})
	if len(problems) != 1 {
		t.Fatalf("problems: %v", problems)
	}
	p := problems[0]
	for _, part := range []string{"http", "typescript", `"note"`, "the presence"} {
		if !strings.Contains(p.Message, part) {
			t.Errorf("%q does not say %s", p.Message, part)
		}
	}
	if len(p.Related) != 1 || p.Related[0].Span.String() != "other.md:1:1" {
		t.Errorf("related places %v, want other.md:1:1", p.Related)
	}
	if p.Code != "dialects-disagree" || p.Start != 7 || p.End != 11 || !strings.Contains(p.Help, "http") || a.Optional {
		t.Errorf("problem %+v, optional %v", p, a.Optional)
	}
}

// No two dialects are asked for a fact with the same right.
func TestPrecedenceIsClear(t *testing.T) {
	for _, fact := range []model.Fact{model.FactType, model.FactNullable} {
		by := map[int]string{}
		for _, d := range spoken {
			word, ok := d.Traits().Word[fact]
			if ok && by[word] != "" {
				t.Errorf("%s: %s and %s have the same word", fact, by[word], d.Name())
			}
			if ok {
				by[word] = d.Name()
			}
		}
		f := &fuser{heard: spoken}
		if len(by) == 0 || f.rank(fact, "nobody") != noWord {
			t.Errorf("%s: %d dialects have a word, and nobody has rank %d", fact, len(by), f.rank(fact, "nobody"))
		}
	}
}
