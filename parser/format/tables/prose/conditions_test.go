package prose_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

func TestDefaultOnCondition(t *testing.T) {
	for doc, want := range map[string]string{
		"Defaults to `slow` when the gate is open.":            "",
		"Defaults to `slow` for guests, `fast` for members.":   "",
		"Default is 10 if `full` is set.":                      "",
		"Defaults to `slow` if not set.":                       "slow",
		"Defaults to `slow` when it is omitted.":               "slow",
		"Defaults to `slow` for safety reasons.":               "slow",
		"Defaults to false for backward compatibility.":        "false",
		"Defaults to 0, in which case the gate decides.":       "0",
		"Defaults to `slow`. When the gate is open, see below": "slow",
		"默认为 `slow`，如果闸门已打开":                                   "",
	} {
		if got := prose.Default(doc); got != want {
			t.Errorf("Default(%q) = %q, want %q", doc, got, want)
		}
	}
}
