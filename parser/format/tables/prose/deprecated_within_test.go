package prose

import "testing"

// TestDeprecatedWithin checks sentences of their own behind others.
func TestDeprecatedWithin(t *testing.T) {
	for doc, want := range map[string]bool{
		"The mast. Deprecated.":                                   true,
		"The mast. Deprecated":                                    true,
		"The hull. Deprecated since 2026-01-10: use `frame`.":     true,
		"The hull. Deprecated: use `frame`.":                      true,
		"The hull. Deprecated in favor of `frame`.":               true,
		"The hull. Deprecated in 4.2.":                            true,
		"The rig: `gaff` or `lug`. Deprecated: `gaff`.":           false,
		"The rig. Deprecated values are `gaff`.":                  false,
		"The yard. Not Deprecated.":                               false,
		"Whether boats that are deprecated are listed.":           false,
		"The rig. Deprecated in lists of boats of another owner.": false,
	} {
		if got := Deprecated(doc); got != want {
			t.Errorf("Deprecated(%q) is %v, want %v", doc, got, want)
		}
	}
}
