package script

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed accents.txt
var accents string

// unmarked are the letters of Latin script with marks, as they are without.
var unmarked = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for line := range strings.Lines(accents) {
		base, marked, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || base == "#" {
			continue
		}
		for _, r := range marked {
			pairs = append(pairs, string(r), base)
		}
	}
	return strings.NewReplacer(pairs...)
})

// Unaccented returns a text with its letters of Latin script without accents and other marks: créer is
// creer, löschen is loschen.
func Unaccented(text string) string {
	for i := range len(text) {
		if text[i] >= 0xc3 && text[i] <= 0xc9 || text[i] == 0xe1 {
			return unmarked().Replace(text)
		}
	}
	return text
}
