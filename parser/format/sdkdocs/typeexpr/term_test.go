package typeexpr_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

func TestParseTerm(t *testing.T) {
	for _, tc := range []struct{ src, want, rest string }{
		{"int64", "int64", ""},
		{"[]Parcel", "[]<Parcel>", ""},
		{"map[string, []Parcel] Optional", "map<string, []<Parcel>>", " Optional"},
		{"map[string]Parcel", "map<string, Parcel>", ""},
		{"*harbor.Page[*harbor.Parcel], error", "harbor.Page<harbor.Parcel>", ", error"},
		{"Optional<List<Parcel>> parcels", "Optional<List<Parcel>>", " parcels"},
		{"Parcel[]? Items", "[]<Parcel>", " Items"},
		{"List< A , B >", "List<A, B>", ""},
		{"JsonValue = 1", "JsonValue", " = 1"},
	} {
		got, rest, err := typeexpr.ParseTerm(tc.src)
		if err != nil || got.String() != tc.want || rest != tc.rest {
			t.Errorf("ParseTerm(%q) = %v, %q, %v; want %s, %q", tc.src, got, rest, err, tc.want, tc.rest)
		}
	}
}

func TestParseTermFails(t *testing.T) {
	for _, src := range []string{"", "[]", "List<", "List<A", "List<A,>", "map[string", "<A>", strings.Repeat("[]", 99) + "A"} {
		if got, _, err := typeexpr.ParseTerm(src); err == nil {
			t.Errorf("ParseTerm(%q) = %v, want an error", src, got)
		}
	}
}

func TestNeutral(t *testing.T) {
	v := typeexpr.Vocabulary{
		Scalars:  map[string]string{"long": "integer", "byte[]": "file", "Time": "date-time"},
		Arrays:   map[string]bool{"List": true},
		Maps:     map[string]bool{"Map": true},
		Wrappers: map[string]bool{"Optional": true, "Field": false},
	}
	name := func(s string) *decl.Expr { return &decl.Expr{Op: decl.Name, Text: s} }
	of := func(op decl.Op, e *decl.Expr) *decl.Expr {
		return &decl.Expr{Op: op, Args: []*decl.Expr{e}}
	}
	for _, tc := range []struct {
		src                string
		want               *decl.Expr
		optional, nullable bool
	}{
		{"long", name("integer"), false, false},
		{"time.Time", name("date-time"), false, false},
		{"harbor.Parcel", name("Parcel"), false, false},
		{"byte[]", name("file"), false, false},
		{"Crate<Parcel>", name("Crate<Parcel>"), false, false},
		{"Field<Optional<long>>", name("integer"), true, false},
		{"List<Parcel>?", of(decl.Array, name("Parcel")), false, true},
		{"List<Optional<long>>", of(decl.Array, name("integer")), false, false},
		{"Map<String, List<long>>", of(decl.Map, of(decl.Array, name("integer"))), false, false},
		{"List", of(decl.Array, name("unknown")), false, false},
	} {
		term, _, err := typeexpr.ParseTerm(tc.src)
		if err != nil {
			t.Fatal(err)
		}
		got, optional, nullable := v.Neutral(term)
		if diff := cmp.Diff(tc.want, got); diff != "" || optional != tc.optional || nullable != tc.nullable {
			t.Errorf("%s: optional %v, nullable %v (-want +got):\n%s", tc.src, optional, nullable, diff)
		}
	}
}
