package blueprint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

const deepPage = "FORMAT: 1A\n\n# List cranes [GET /cranes]\n\n+ Response 200 (application/json)\n    + Attributes (A0)\n\n# Data Structures\n\n"

// Members that nest, and structures that extend each other, beyond the bounds are errors.
func TestDeepStructures(t *testing.T) {
	var chain, nested strings.Builder
	chain.WriteString(deepPage)
	for i := range 60 {
		fmt.Fprintf(&chain, "## A%d (A%d)\n+ a%d (string)\n\n", i, i+1, i)
	}
	chain.WriteString("## A60 (object)\n+ a60 (string)\n")
	nested.WriteString(deepPage + "## A0\n")
	for i := range 110 {
		nested.WriteString(strings.Repeat("  ", i) + "+ a (object)\n")
	}
	for name, page := range map[string]string{"chain": chain.String(), "nested": nested.String()} {
		_, found, err := parser.Parse(t.Context(), fstest.MapFS{"cranes.apib": {Data: []byte(page)}}, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "deep-structure" && d.Severity == diag.Error }) {
			t.Errorf("%s: no deep-structure among %v", name, found)
		}
	}
}

// A hundred bodies of one message are examples; that there are more is told.
func TestManyExamples(t *testing.T) {
	page := "FORMAT: 1A\n\n# List cranes [GET /cranes]\n\n" + strings.Repeat("+ Response 200 (application/json)\n\n        {\"id\": \"c1\"}\n\n", 101)
	api, found, err := parser.Parse(t.Context(), fstest.MapFS{"cranes.apib": {Data: []byte(page)}}, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "many-examples" && d.Severity == diag.Info }) {
		t.Errorf("no many-examples among %v", found)
	}
	for _, m := range api.Methods {
		if len(m.Examples) != 100 {
			t.Errorf("%d examples", len(m.Examples))
		}
	}
}
