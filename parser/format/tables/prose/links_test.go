package prose

import (
	"math/rand"
	"regexp"
	"testing"
)

// TestNextLink compares the search for links with a pattern that says what one is.
func TestNextLink(t *testing.T) {
	pattern := regexp.MustCompile(`!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)`)
	random := rand.New(rand.NewSource(1))
	parts := []string{"[", "]", "](", "(", ")", "!", "a", " ", `"`, "\n", "é", "[a](b)", `[a](b "c")`}
	for range 200_000 {
		text := ""
		for range random.Intn(14) {
			text += parts[random.Intn(len(parts))]
		}
		m := pattern.FindStringSubmatchIndex(text)
		l, ok := nextLink(text)
		if ok != (m != nil) {
			t.Fatalf("%q: found %v, want %v", text, ok, m)
		}
		if got := []int{l.start, l.end, l.text, l.textEnd, l.target, l.targetEnd}; ok && [6]int(got) != [6]int(m) {
			t.Fatalf("%q: found %v, want %v", text, got, m)
		}
	}
}
