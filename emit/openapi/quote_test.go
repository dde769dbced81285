package openapi

import (
	"bytes"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestOldScalarsAreQuoted holds that a text is one for readers of YAML 1.1 too.
func TestOldScalarsAreQuoted(t *testing.T) {
	for text, quoted := range map[string]bool{
		"yes": true, "N": true, "Off": true, "=": true, "12:30:45": true, "-190:20:30.15": true, "1:1": true,
		"12:75": false, "a:b": false, "==": false, "yesterday": false, "1.2.3": false,
	} {
		var b bytes.Buffer
		d := Document{&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}}
		if err := d.WriteYAML(&b); err != nil {
			t.Fatal(err)
		}
		if got := b.Bytes()[0] == '"'; got != quoted {
			t.Errorf("%q is written as %s", text, b.String())
		}
	}
}

// TestNumbersKeepTheirDigits writes numbers that 64 bits do not hold, as pages may have
// them for a default or a constant.
func TestNumbersKeepTheirDigits(t *testing.T) {
	for _, digits := range []string{"1e999", "-1e999", "12345678901234567890123", "18446744073709551615", "0.1000000000000000055511151231257827", "-0", "1.0", "7"} {
		var b bytes.Buffer
		if err := (&Document{parseJSON(digits)}).WriteYAML(&b); err != nil {
			t.Errorf("%s: %v", digits, err)
			continue
		}
		if got := b.String(); got != digits+"\n" {
			t.Errorf("%s is written as %s", digits, got)
		}
	}
}
