package rules_test

import (
	"fmt"

	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

// Who ships no generated code may count an optional field that is gone from
// requests for less.
func Example() {
	all := rules.All()
	for i, r := range all {
		if r.ID == "request-field-removed-optional" {
			fmt.Println("was:", r.Severity)
			all[i].Severity = diff.Warning
		}
	}
	change := diff.Change{Kind: diff.FieldRemovedOptional, In: []diff.Position{diff.Request}, Method: "docks.create", At: "depth"}
	for _, f := range diff.NewRules(all).Classify([]diff.Change{change}) {
		fmt.Println("is:", f.Severity, f.Message)
	}
	// Output:
	// was: breaking
	// is: warning optional field removed
}
