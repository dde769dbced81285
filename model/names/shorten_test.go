package names

import "testing"

func TestShorten(t *testing.T) {
	for name, want := range map[string]string{"abcdef": "abcdef", "abcdefg": "abcdef2a9eb737", "abcdeß": "abcde53842a0a"} {
		if got := Shorten(name, 6); got != want {
			t.Errorf("Shorten(%q) is %q, want %q", name, got, want)
		}
	}
}

func TestCapitalize(t *testing.T) {
	if got := Capitalize([]string{"ärger", "of", "ID"}); got != "ÄrgerOfID" {
		t.Error(got)
	}
}
