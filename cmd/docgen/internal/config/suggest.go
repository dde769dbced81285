package config

import (
	"slices"
	"strings"
)

// Suggest is a phrase that proposes the option which a word was meant to be,
// or names all of them where none is near.
func Suggest(word string, options []string) string {
	if near, ok := Nearest(word, options); ok {
		return "; did you mean " + near + "?"
	}
	return "; it must be one of " + strings.Join(options, ", ")
}

// Nearest is the option that a word was likely meant to be.
func Nearest(word string, options []string) (near string, ok bool) {
	if len(options) == 0 {
		return "", false
	}
	near = slices.MinFunc(options, func(a, b string) int { return distance(word, a) - distance(word, b) })
	return near, distance(word, near) <= max(2, len(near)/3)
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
