package fuse

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/cli"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/csharp"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/golang"
	httpdialect "github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/java"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/kotlin"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/php"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/python"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/ruby"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/typescript"
)

// speaker is a dialect of the given name that states every fact but those that
// it is silent on.
type speaker struct {
	dialect.Dialect
	name   string
	silent []model.Fact
}

func (s speaker) Name() string { return s.name }

// Traits are those of the dialect of the name.
func (s speaker) Traits() dialect.Traits {
	for _, d := range spoken {
		if d.Name() == s.name {
			return d.Traits()
		}
	}
	return dialect.Traits{}
}

var spoken = []dialect.Dialect{
	cli.Dialect{}, csharp.Dialect{}, golang.Dialect{}, httpdialect.Dialect{}, java.Dialect{}, kotlin.Dialect{},
	php.Dialect{}, python.Dialect{}, ruby.Dialect{}, typescript.Dialect{},
}

func (s speaker) Says(fact model.Fact) bool {
	for _, f := range s.silent {
		if f == fact {
			return false
		}
	}
	return true
}

var http = speaker{name: "http", silent: []model.Fact{model.FactNullable}}

func name(text string) *decl.Expr    { return &decl.Expr{Op: decl.Name, Text: text} }
func literal(text string) *decl.Expr { return &decl.Expr{Op: decl.Literal, Text: text} }
func of(op decl.Op, args ...*decl.Expr) *decl.Expr {
	return &decl.Expr{Op: op, Args: args}
}

func field(named, typ string, below ...*decl.Item) *decl.Item {
	return &decl.Item{Name: named, Expr: name(typ), Children: below}
}

func located(location, named string) *decl.Item {
	it := field(named, "string")
	it.Location = location
	return it
}

func typed(named string, below ...*decl.Item) *decl.Item {
	return &decl.Item{Form: decl.Named, Name: named, Expr: &decl.Expr{Op: decl.Object, Text: named}, Children: below}
}

func variant(e *decl.Expr, below ...*decl.Item) *decl.Item {
	return &decl.Item{Form: decl.Variant, Expr: e, Children: below}
}

// other is the page of what is fused in.
var other = source.NewFile("other.md", []byte("# Other\n"))

// into fuses items of domain types.
func into(as []*decl.Item, from dialect.Dialect, bs []*decl.Item) (Tally, []decl.Problem) {
	return Into(Reading{Dialect: http, Items: as, Known: spoken}, Reading{Dialect: from, Items: bs, File: other})
}

func TestTally(t *testing.T) {
	list := field("legs", "Leg", field("from", "string"), field("to", "string"))
	as := []*decl.Item{typed("Parcel", field("id", "string"), list, field("rope", "number"))}
	bs := []*decl.Item{typed("Parcel", field("ID", "string"), field("Legs", "Leg"), field("Chain", "integer"))}
	got, problems := into(as, speaker{name: "go"}, bs)
	want := Tally{Fields: 5, Aligned: 2, Gaps: []Gap{
		{list.Children[0], Unexpanded}, {list.Children[1], Unexpanded}, {as[0].Children[2], Absent},
	}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(decl.Item{})); diff != "" {
		t.Errorf("tally (-want +got):\n%s", diff)
	}
	if len(problems) > 0 {
		t.Errorf("problems: %v", problems)
	}
	sum := Tally{Fields: 1, Aligned: 1}
	if sum.Add(got); sum.Fields != 6 || sum.Aligned != 3 || len(sum.Gaps) != 3 {
		t.Errorf("the sum is %+v", sum)
	}
}

func TestPageOfAList(t *testing.T) {
	parcels := field("data", "unknown", field("id", "string"), field("weight", "number"))
	parcels.Expr = of(decl.Array, name("Parcel"))
	a := &decl.Operation{Verb: "GET", Returns: &decl.Returns{Items: []*decl.Item{parcels, field("next_page", "string")}}}
	b := &decl.Operation{
		Signature: decl.Signature{Names: []string{"Parcels", "List"}, Page: "ParcelPage"},
		Returns:   &decl.Returns{Items: []*decl.Item{typed("DepotParcel", field("ID", "string"), field("Weight", "float"))}},
	}
	got, _ := Into(Reading{Dialect: http, Op: a}, Reading{Dialect: speaker{name: "go"}, Op: b})
	if got.Fields != 4 || got.Aligned != 3 || len(got.Gaps) != 1 || got.Gaps[0].Cause != InPage {
		t.Errorf("tally: %+v", got)
	}
	if a.Native != "Parcels.List" || a.Signature.Page != "ParcelPage" || parcels.NativeType != "DepotParcel" {
		t.Errorf("native %q, page %q, type %q", a.Native, a.Signature.Page, parcels.NativeType)
	}
	if w := parcels.Children[1]; !w.Expr.Is("float") || w.Native != "Weight" || w.Evidence.Of(model.FactType) != "go" {
		t.Errorf("weight is %+v of %+v", w, w.Expr)
	}
}

func TestAdopt(t *testing.T) {
	form := func() []*decl.Item {
		return []*decl.Item{field("files", "file"), field("title", "string"), located("header", "betas")}
	}
	for _, tc := range []struct {
		verb, from string
		body       []*decl.Item
		want       []string
	}{
		{"POST", "python", nil, []string{"files", "title"}},
		{"POST", "go", nil, []string{"files", "title"}},
		{"GET", "python", nil, nil},
		{"POST", "python", []*decl.Item{field("files", "file")}, []string{"files"}},
	} {
		a := &decl.Operation{Verb: tc.verb, Body: tc.body, Params: []decl.Param{{Location: "header", Item: located("header", "harbor-beta")}}}
		Adopt(Reading{Dialect: http, Op: a}, []Reading{{Dialect: speaker{name: tc.from}, Op: &decl.Operation{Body: form()}}})
		var got []string
		for _, it := range a.Body {
			got = append(got, it.Name)
			if guessed := it.Evidence.Of(model.FactName) != ""; guessed != (tc.from == "go") {
				t.Errorf("%s: the evidence of %s is %v", tc.from, it.Name, it.Evidence)
			}
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s %s: body (-want +got):\n%s", tc.verb, tc.from, diff)
		}
	}
}

func TestAdoptLeavesParameters(t *testing.T) {
	header := field("revision", "string")
	header.Doc = "Optional header to choose the revision."
	a := &decl.Operation{Verb: "POST", Path: "/parcels/{id}/legs"}
	b := &decl.Operation{Body: []*decl.Item{field("parcelID", "string"), header, located("query", "dry"), field("title", "string")}}
	Adopt(Reading{Dialect: http, Op: a}, []Reading{{Dialect: speaker{name: "typescript"}, Op: b}})
	if len(a.Body) != 1 || a.Body[0].Name != "title" {
		t.Errorf("taken over: %v", a.Body)
	}
}

func TestAdoptReturns(t *testing.T) {
	file := source.NewFile("other.md", []byte("# Other\ntwo\n"))
	a := &decl.Operation{Verb: "GET"}
	b := &decl.Operation{Returns: &decl.Returns{Items: []*decl.Item{typed("Parcel", field("id", "string"))}}}
	b.Returns.Items[0].Start, b.Returns.Items[0].End = 8, 11
	Adopt(Reading{Dialect: http, Op: a}, []Reading{
		{Dialect: speaker{name: "go"}, Op: &decl.Operation{Returns: &decl.Returns{Items: []*decl.Item{typed("DockParcel")}}}},
		{Dialect: speaker{name: "python"}, Op: b, File: file},
	})
	if a.Returns == nil || len(a.Returns.Items) != 1 || a.Returns.Source != "python" {
		t.Fatalf("the result is %+v", a.Returns)
	}
	it := a.Returns.Items[0]
	if at := it.File.Span(it.Start, it.End).String(); it.Name != "Parcel" || at != "other.md:2:1" {
		t.Errorf("%s at %s", it.Name, at)
	}
	if by := it.Children[0].Evidence.Of(model.FactType); by != "python" {
		t.Errorf("the type of the member is of %q", by)
	}
}
