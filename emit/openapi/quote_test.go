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
