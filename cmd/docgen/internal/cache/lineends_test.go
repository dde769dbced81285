package cache

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestLineEndsOfDigests holds that the digest of text ignores line ends and nothing else.
func TestLineEndsOfDigests(t *testing.T) {
	of := func(text string) (exact, plain string) {
		exact, plain, err := Digests(t.Context(), fstest.MapFS{"a.md": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		return exact, plain
	}
	unix, text := of("a\nb\n\r")
	if unix != text {
		t.Error("two digests of a page with line ends of Unix")
	}
	windows, same := of("a\r\nb\n\r")
	if windows == unix || same != text {
		t.Error("the digest of text depends on line ends, or the exact one does not")
	}
	for _, other := range []string{"a\rb\n\r", "a\r\r\nb\n\r", "a\nb\n", "a\n\nb\n\r", "a\nb\n\r\r"} {
		if _, got := of(other); got == text {
			t.Errorf("%q has the digest of another text", other)
		}
	}
}

// TestUnixWriter cuts texts at every place.
func TestUnixWriter(t *testing.T) {
	for _, text := range []string{"", "\r", "\r\n", "a\r\n\r\nb\r", "\r\r\n\n\r", "no end"} {
		want := strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\r")
		var whole, single strings.Builder
		w := &unixWriter{w: &whole}
		_, _ = w.Write([]byte(text))
		one := &unixWriter{w: &single}
		for i := range len(text) {
			_, _ = one.Write([]byte{text[i]})
		}
		if whole.String() != want || single.String() != want || w.changed != strings.Contains(text, "\r\n") || one.changed != w.changed {
			t.Errorf("%q: %q, byte by byte %q, changed %v and %v", text, whole.String(), single.String(), w.changed, one.changed)
		}
	}
}
