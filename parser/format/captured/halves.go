package captured

import (
	"strconv"
	"strings"
)

// slack is by how many bytes of blanks the sides of an unchanged line may
// differ, and most how many places of a reworded one are tried.
const (
	slack = 8
	most  = 32
)

// cutNumber cuts the number off the start of a line.
func cutNumber(s string, n int) (rest string, ok bool) {
	return strings.CutPrefix(s, strconv.Itoa(n))
}

// halves parts `text9text` at the number. Equal halves win, which meet in the
// middle, then those that have most in common.
func halves(s string, n int) (a, b string, ok bool) {
	if a, ok = twice(s, n); ok {
		return a, a, true
	}
	word := strconv.Itoa(n)
	best, from := -1, 0
	for range most {
		i := strings.Index(s[from:], word)
		if i < 0 {
			break
		}
		from += i
		x, y := content(s[:from]), content(s[from+len(word):])
		if c := common(x, y); c > best {
			a, b, best, ok = x, y, c, true
		}
		from++
	}
	return a, b, ok
}

// twice reads `text9text` where both texts are equal.
func twice(s string, n int) (string, bool) {
	word := strconv.Itoa(n)
	middle := (len(s) - len(word)) / 2
	for i := max(0, middle-slack); i <= min(len(s)-len(word), middle+slack); i++ {
		if strings.HasPrefix(s[i:], word) {
			if x := content(s[:i]); x == content(s[i+len(word):]) {
				return x, true
			}
		}
	}
	return "", false
}

// common is how many bytes two texts share at their ends.
func common(a, b string) int {
	n := min(len(a), len(b))
	i, j := 0, 0
	for i < n && a[i] == b[i] {
		i++
	}
	for j < n-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	return i + j
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
