package rules_test

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/parser"
)

// onPage is the page that an example without files of its own is part of.
const onPage = "-- parcels/create.md --\n## Create\n\n**post** `/v1/parcels`\n\n"

func read(t *testing.T, example string) *model.API {
	t.Helper()
	if !strings.HasPrefix(example, "-- ") {
		example = onPage + example
	}
	docs := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(example)).Files {
		docs[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	api, found, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Severity != "info" {
			t.Logf("the example: %s", d)
		}
	}
	return api
}

// alongside are the kinds that cannot come alone.
var alongside = map[diff.Kind][]diff.Kind{
	diff.CredentialAdded:         {diff.ClientCredentialAdded},
	diff.CredentialRemoved:       {diff.ClientCredentialRemoved},
	diff.CredentialChanged:       {diff.ClientCredentialChanged},
	diff.ClientCredentialAdded:   {diff.CredentialAdded},
	diff.ClientCredentialRemoved: {diff.CredentialRemoved},
	diff.DiscriminatorAdded:      {diff.TypeNarrowed},
	diff.DiscriminatorRemoved:    {diff.TypeWidened},
	diff.DiscriminatorChanged:    {diff.FieldAddedRequired, diff.FieldRemovedRequired},
	diff.MediaChanged:            {diff.TypeChanged},
	diff.PagingChanged:           {diff.ParamAddedOptional, diff.ParamRemovedOptional, diff.FieldAddedRequired, diff.FieldRemovedRequired},
}

// TestExamples demands that the example of each rule shows what it is about.
func TestExamples(t *testing.T) {
	classify := rules.Default()
	for _, r := range rules.All() {
		t.Run(r.ID, func(t *testing.T) {
			before, after := read(t, r.Before), read(t, r.After)
			findings := classify.Classify(diff.Compare(before, after).Changes)
			shown := false
			for _, f := range findings {
				switch {
				case slices.Contains(f.Rules, r.ID):
					shown = true
				case f.Kind != r.Kind && !slices.Contains(alongside[r.Kind], f.Kind):
					t.Errorf("the example also shows %v at %q: %q → %q", f.Rules, f.At, f.Old, f.New)
				}
			}
			if !shown {
				t.Errorf("the example does not show the rule, but %+v", findings)
			}
			if same := diff.Compare(after, read(t, r.After)); len(same.Changes)+len(same.Texts) > 0 {
				t.Errorf("an example differs from itself: %+v", same)
			}
		})
	}
}

// TestMirrors demands that each rule has its opposite, or says why not.
func TestMirrors(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range rules.All() {
		if ids[r.ID] {
			t.Errorf("%s stands twice", r.ID)
		}
		ids[r.ID] = true
		if r.Message == "" || r.Why == "" || r.Before == r.After {
			t.Errorf("%s is not documented", r.ID)
		}
		if r.Mirror == "" {
			if r.Waiver == "" {
				t.Errorf("%s has neither mirror nor waiver", r.ID)
			}
			continue
		}
		mirror, ok := rules.Lookup(r.Mirror)
		if !ok || mirror.Mirror != r.ID {
			t.Errorf("the mirror of %s is %q, whose mirror is %q", r.ID, r.Mirror, mirror.Mirror)
		}
	}
}

// TestComplete demands a rule for every kind of change.
func TestComplete(t *testing.T) {
	file, err := goparser.ParseFile(token.NewFileSet(), "../change.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	classified := map[string]bool{}
	for _, r := range rules.All() {
		classified[string(r.Kind)] = true
	}
	kinds := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if id, isKind := specType(spec); ok && isKind && id == "Kind" {
			kinds++
			if kind, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value); !classified[kind] {
				t.Errorf("no rule judges %s", kind)
			}
		}
		return true
	})
	if kinds != len(classified) {
		t.Errorf("%d kinds, %d judged", kinds, len(classified))
	}
}

func specType(spec *ast.ValueSpec) (string, bool) {
	if spec == nil {
		return "", false
	}
	id, ok := spec.Type.(*ast.Ident)
	if !ok {
		return "", false
	}
	return id.Name, true
}
