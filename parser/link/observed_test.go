package link

import (
	"encoding/json"
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestIsFloat64(t *testing.T) {
	for text, want := range map[string]bool{
		"0.1": true, "1.50e-7": true, "-12.0": true, "1e3": true, "0.0": true, "-0.0": true, "0e5": true, "0.3333333333333333": true, "120.5E+2": true, "5e-324": true,
		"0.33333333333333333": false, "12.123456789012345678901": false, "1e400": false, "1e-400": false, "9007199254740993.0": false, "1e99999999999999999999": false,
	} {
		if got := isFloat64(text); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

func TestIntegersBeyond64Bits(t *testing.T) {
	const beyond, most = json.Number("9223372036854775808"), json.Number("9223372036854775807")
	for _, c := range []struct {
		format string
		value  json.Number
		want   string
	}{
		{"", beyond, "$.id is 9223372036854775808, beyond the integers of 64 bits"},
		{"int64", beyond, "$.id is 9223372036854775808, beyond the integers of 64 bits"},
		{model.FormatDecimal, beyond, ""},
		{"", most, ""},
	} {
		if got := misfitScalar(&model.Type{Kind: model.KindInteger, Format: c.format}, c.value, "$.id"); got != c.want {
			t.Errorf("%q %s: got %q", c.format, c.value, got)
		}
	}
}
