package prose_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// TestDeprecated demands that a remark about a value deprecates no parameter.
func TestDeprecated(t *testing.T) {
	for doc, want := range map[string]bool{
		"Deprecated: use `berth`.":                                           true,
		"(Deprecated) The pier.":                                             true,
		"The pier (deprecated). Use `berth`.":                                true,
		"`pier` (deprecated): the pier.":                                     true,
		"Names of piers. `none` (Deprecated) means all.":                     false,
		"Names of piers. `a` and `b` (deprecated) exist.":                    false,
		"The pier, `none` (deprecated) or a name. **Deprecated** since May.": true,
		"This endpoint is deprecated.\n\nLifts a crane.":                     true,
		"The field has been **deprecated** since May.":                       true,
		"This is now obsolete.":                                              true,
		"This endpoint is not deprecated.":                                   false,
		"This endpoint lists berths. `none` is deprecated.":                  false,
		"The pier whose name was deprecated.":                                false,
		"The method of payment that is deprecated elsewhere":                 false,
		"The pier.": false,
	} {
		if got := prose.Deprecated(doc); got != want {
			t.Errorf("%q: %t", doc, got)
		}
	}
}

func TestDefault(t *testing.T) {
	for doc, want := range map[string]string{
		"Defaults to 24 hours.": "", "Defaults to 1 hour and may be less.": "", "Defaults to `24h`.": "24h", "Defaults to 20.": "20",
		"Defaults to 30 seconds.": "30", "Defaults to 5 monthly reports.": "5", "默认30天": "", "Default 5%": "",
	} {
		if got := prose.Default(doc); got != want {
			t.Errorf("Default(%q) is %q, want %q", doc, got, want)
		}
	}
}
