package config

import (
	"slices"
	"strings"
)

// Suggest is a phrase that proposes the option which a word was meant to be,
// or names all of them where none is near.
func Suggest(word string, options []string) string {
	if len(options) == 0 {
		return ""
	}
	best := slices.MinFunc(options, func(a, b string) int { return distance(word, a) - distance(word, b) })
	if distance(word, best) <= max(2, len(best)/3) {
		return "; did you mean " + best + "?"
	}
	return "; it must be one of " + strings.Join(options, ", ")
}

// distance is the number of letters to add, remove or change, in a spelling
// that knows neither case nor hyphens.
func distance(a, b string) int {
	plain := strings.NewReplacer("-", "_", " ", "_")
	a, b = plain.Replace(strings.ToLower(a)), plain.Replace(strings.ToLower(b))
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
