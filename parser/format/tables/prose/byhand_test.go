package prose

import (
	"regexp"
	"strings"
	"testing"
)

// Patterns of what is read by hand.
var (
	leadPattern  = regexp.MustCompile("(?i)\\b(?:in|by|as|is|are|be|either|to|of|for|use|scope|order|type|types|direction|status|state|level|mode|method)\\b:? ?`$")
	tokenPattern = regexp.MustCompile("\"[^\"]*\"|'[^']*'|\\[\\]|[\\p{L}\\p{N}_.$-]+|\\S")
)

// FuzzByHand holds that what is read by hand is what the patterns in its place would find.
func FuzzByHand(f *testing.F) {
	for _, text := range []string{
		"Optional. All of the parameters are optional and nullable.", "Required if `a` is set", "One of `a`, `b`; default is `a`.", "可选值：`a`、`b`。默认值为 `a`。必填，当 a",
		"Takes an array of boats", "name (required)", "a new", "(OPTIONAL)", "Can be set to 60, 1440 or 4320", "either 0 (off) or 1 (on)", "for all 1 or 2 for me", "the kind (a, b, or c)", "either `x` or `y`", "значения", "All query params accepted by this endpoint are optional",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for i := range len(text) {
			if text[i] == '`' && (leadsIn(text[:i]) >= 0) != leadPattern.MatchString(text[:i+1]) {
				t.Errorf("leadsIn(%q) is %d", text[:i], leadsIn(text[:i]))
			}
		}
		rest, want := text, tokenPattern.FindAllString(text, -1)
		for rest != "" {
			token := rest[:tokenLength(rest)]
			rest = rest[len(token):]
			switch {
			case strings.Trim(token, " \t\n\f\r") == "":
			case len(want) == 0 || want[0] != token:
				t.Fatalf("%q has the token %q, want %q", text, token, want)
			default:
				want = want[1:]
			}
		}
		if len(want) > 0 {
			t.Errorf("%q lacks the tokens %q", text, want)
		}
	})
}

// TestTokens cuts cells of types as people read them.
func TestTokens(t *testing.T) {
	for cell, want := range map[string]string{
		"array of integers": "array|of|integers", "string[]": "string|[]", `"a b" or 'c'`: `"a b"|or|'c'`, "a/b": "a|/|b", "int<64>": "int|<|64|>",
		"`x-y.z_1`": "x-y.z_1", "字符串": "字符串", "déjà vu": "déjà|vu", `it's`: "it|'|s", "": "",
	} {
		var parts []string
		for _, token := range tokens(cell) {
			parts = append(parts, token.text)
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("tokens(%q) are %s, want %s", cell, got, want)
		}
	}
}
