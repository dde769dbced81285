package assemble_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
	"github.com/docgen-go/docgen/parser/decl"
)

// A name alone says nothing about the type: it must not become an alias of
// itself, which would hide the place where the type is expanded.
func TestDeclareOfANameAlone(t *testing.T) {
	b := assemble.NewBuilder(source.NewFile("page.md", nil))
	item := &decl.Item{Form: decl.Named, Name: "Parcel", Expr: &decl.Expr{Op: decl.Name, Text: "Parcel"}}
	got := b.Declaration(item)
	if name, shape := assemble.SplitRef(got.Ref); got.Kind != model.KindRef || name != "Parcel" || shape != "" {
		t.Errorf("got %v %q, want a ref to Parcel", got.Kind, got.Ref)
	}
	if len(b.Occurrences) != 0 {
		t.Errorf("the type was sighted as %v", b.Occurrences[0].Type.Kind)
	}
}

// With alternatives below it, the same item declares a union.
func TestDeclareOfANameWithAlternatives(t *testing.T) {
	b := assemble.NewBuilder(source.NewFile("page.md", nil))
	item := &decl.Item{Form: decl.Named, Name: "Route", Expr: &decl.Expr{Op: decl.Name, Text: "Route"}, Doc: "Where it goes."}
	for _, name := range []string{"Sea", "Air"} {
		item.Children = append(item.Children, &decl.Item{Form: decl.Named, Name: name, Expr: &decl.Expr{Op: decl.Name, Text: name}})
	}
	b.Declaration(item)
	if len(b.Occurrences) != 1 {
		t.Fatalf("got %d occurrences, want 1", len(b.Occurrences))
	}
	s := b.Occurrences[0]
	if s.Name != "Route" || !s.Declared || s.Doc != "Where it goes." || s.Type.Kind != model.KindUnion || len(s.Type.Variants) != 2 {
		t.Errorf("got %+v of kind %v", s, s.Type.Kind)
	}
}
