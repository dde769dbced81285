package tables

import "testing"

// TestSpans holds which requests are uses of paths whose slots take several segments.
func TestSpans(t *testing.T) {
	for _, c := range []struct {
		path, target string
		want         bool
	}{
		{"/boats/{path}", "/boats/a/b", true},
		{"/boats/{path}", "https://api.example.com/v1/boats/a/b?deep=1", true},
		{"/boats/{path}", "/boats/", false},
		{"/boats/{path}", "/rowboats/a", false},
		{"/boats/{path}/crew", "/boats/a/crew/crew/", true},
		{"/boats/{path}/crew", "/boats/crew", false},
		{"/{a}{b}", "/x", false},
		{"/{a}/b/{c}/d", "/b/b/b/d/d", true},
		{"/boats/{path}", "/boats/#a", false},
		{"/boats/{path}", "/docs#/boats/a", true},
		{"/boats", "/boats", false}, // without a slot
	} {
		if got := spans(c.path, c.target); got != c.want {
			t.Errorf("%s is a use of %s: %t, want %t", c.target, c.path, got, c.want)
		}
	}
}
