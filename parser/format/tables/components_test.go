package tables

import (
	"strings"
	"testing"
)

// TestComponentEnd looks up the component around each letter of a page.
func TestComponentEnd(t *testing.T) {
	text := "\na\n<Update label=\"x\">\nb\n<Note>\nc\n</Note>\nd\n</Update>\ne\n<Image src />\nf\n<Tab>\ng\n"
	for letter, end := range map[string]string{"a": "", "b": "</Update>", "c": "</Note>", "d": "</Update>", "e": "", "f": "", "g": ""} {
		want := len(text)
		if end != "" {
			want = strings.Index(text, end)
		}
		s := &document{text: text}
		if got := s.componentEnd(strings.Index(text, "\n"+letter+"\n") + 1); got != want {
			t.Errorf("%s: %d, want %d", letter, got, want)
		}
	}
}
