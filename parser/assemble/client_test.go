package assemble_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/golang"
)

// item reads a declaration as pages of Go clients print it.
func item(t *testing.T, code string, owner *decl.Item, kids ...string) *decl.Item {
	t.Helper()
	it, ok, err := golang.Dialect{}.Item(code, owner)
	if !ok || err != nil {
		t.Fatalf("%q: ok %v, error %v", code, ok, err)
	}
	for _, kid := range kids {
		it.Children = append(it.Children, item(t, kid, it))
	}
	return it
}

func builder() *assemble.Builder { return assemble.NewBuilder(source.NewFile("page.md", nil)) }

// The values of a type of text stand below it.
func TestTextWithValues(t *testing.T) {
	b := builder()
	b.Declaration(item(t, "type Mode string", nil, `const ModeAir Mode = "air"`, `const ModeSea Mode = "sea"`))
	got := b.Occurrences[0].Type
	if got.Kind != model.KindEnum || len(got.Enum.Values) != 2 || got.Enum.Open || got.Enum.Values[1].SDKName != "ModeSea" {
		t.Errorf("got %+v, want an enum of two values", got)
	}
}

// A type whose one alternative has its name is that type and the rest.
func TestTypeAmongItsOwnAlternatives(t *testing.T) {
	for _, code := range []string{"Mode Mode", "type Mode interface{…}"} {
		b := builder()
		it := item(t, code, nil, "string")
		it.Children = append(it.Children, item(t, "type Mode string", it, `const ModeAir Mode = "air"`, `const ModeSea Mode = "sea"`))
		if it.Form == decl.Field {
			b.Field(it)
		} else {
			b.Declaration(it)
		}
		if len(b.Occurrences) != 1 {
			t.Fatalf("%s: got %d occurrences, want 1", code, len(b.Occurrences))
		}
		if got := b.Occurrences[0].Type; got.Kind != model.KindEnum || !got.Enum.Open || len(got.Enum.Values) != 2 {
			t.Errorf("%s: got %+v, want an open enum of two values", code, got)
		}
	}
}

// The name of a type with one value says less than the value.
func TestConstantIsNoType(t *testing.T) {
	b := builder()
	got := b.Field(item(t, "Type Parcel", nil, `const ParcelParcel Parcel = "parcel"`)).Type
	if got.Kind != model.KindConst || got.Literal != `"parcel"` || len(b.Occurrences) != 0 {
		t.Errorf("got %+v and %d occurrences, want a constant and none", got, len(b.Occurrences))
	}
}

// A choice of nothing is a type that is expanded elsewhere, and anything where
// it has no name.
func TestChoiceOfNothing(t *testing.T) {
	b := builder()
	got := b.Declaration(item(t, "type Leg interface{…}", nil))
	if name, _ := assemble.SplitRef(got.Ref); name != "Leg" || len(b.Occurrences) != 0 {
		t.Errorf("got %+v and %d occurrences, want a ref and none", got, len(b.Occurrences))
	}
	nameless := &decl.Item{Expr: &decl.Expr{Op: decl.Union}}
	if got := b.Type(nameless.Expr, nil, nameless); got.Kind != model.KindAny {
		t.Errorf("got %v, want any", got.Kind)
	}
}
