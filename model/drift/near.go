package drift

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// nearPath reports whether two templates differ in one word, by a slip.
func nearPath(a, b string) bool {
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	if len(as) != len(bs) {
		return false
	}
	different := 0
	for i := range as {
		if as[i] == bs[i] {
			continue
		}
		different++
		if !nearName(as[i], bs[i]) {
			return false
		}
	}
	return different == 1
}

// nearName reports whether two names are likely one, misspelt: they have the same
// letters, or few of many differ.
func nearName(a, b string) bool {
	if a == b {
		return false
	}
	x, y := names.Letters(a), names.Letters(b)
	if x == y {
		return x != ""
	}
	short := min(len(x), len(y))
	if short < 4 || digits(x) != digits(y) {
		return false
	}
	d := distance(x, y)
	return d == 1 || d == 2 && short >= 10
}

// digits returns the digits of a name, which are never a slip: v1 and v2 are two things.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// distance returns how many letters must be added, removed or changed.
func distance(a, b string) int {
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		diagonal := last[0]
		last[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = last[j+1]
			last[j+1] = min(change, last[j]+1, last[j+1]+1)
		}
	}
	return last[len(b)]
}
