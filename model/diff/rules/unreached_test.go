package rules_test

import (
	"testing"

	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

// TestUnreachedTypes demands that what changes in a type that no method sends or receives
// breaks nobody, unless its values are known to travel, as those of webhooks do.
func TestUnreachedTypes(t *testing.T) {
	const method = "## List\n\n**get** `/v1/parcels`\n\n### Returns\n\n- `ids: array of string`\n"
	page := func(name, members string) string {
		return "-- parcels/list.md --\n" + method + "-- " + name + ".md --\n# Parcels\n\n## Domain Types\n\n### Scale\n\n- `Scale object { weight }`\n\n" + members
	}
	const weight, unit = "  - `weight: number`\n", "  - `weight: number`\n\n  - `unit: string`\n"
	for _, c := range []struct {
		page, before, after string
		kind                diff.Kind
		severity            diff.Severity
	}{
		{"parcels", weight, unit, diff.FieldAddedRequired, diff.Warning},
		{"parcels", unit, weight, diff.FieldRemovedRequired, diff.Warning},
		{"parcels", weight, "  - `weight: string`\n", diff.TypeChanged, diff.Warning},
		{"webhooks", unit, weight, diff.FieldRemovedRequired, diff.Breaking},
		{"webhooks", weight, unit, diff.FieldAddedRequired, diff.Info},
	} {
		found := rules.Default().Classify(diff.Compare(read(t, page(c.page, c.before)), read(t, page(c.page, c.after))).Changes)
		if len(found) != 1 || found[0].Kind != c.kind || found[0].Severity != c.severity {
			t.Errorf("%s %s: %+v", c.page, c.kind, found)
		}
	}
}
