package generated

import (
	_ "embed"
	"strings"
)

//go:embed types.txt
var typeWords string

// A scalar is what a word for a type says in OpenAPI.
type scalar struct{ kind, format string }

// scalars are the words for types, and carriers those that stand before what they hold:
// list, map, or of.
var scalars, carriers = readWords()

func readWords() (map[string]scalar, map[string]string) {
	words, holds := map[string]scalar{}, map[string]string{}
	for line := range strings.Lines(typeWords) {
		kind, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(list) {
			if kind == "list" || kind == "map" || kind == "of" {
				holds[w] = kind
				continue
			}
			s := scalar{kind: kind}
			s.kind, s.format, _ = strings.Cut(kind, " ")
			words[w] = s
		}
	}
	return words, holds
}
