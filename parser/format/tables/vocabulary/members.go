package vocabulary

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/parser/script"
)

// unspaced are the words of titles over members in scripts without blanks, the longest first.
var unspaced = sync.OnceValue(func() []string {
	var out []string
	for w := range words()["members"].whole {
		if isUnspaced(w) {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return out
})

// isUnspaced reports whether a text begins in a script that parts no words.
func isUnspaced(text string) bool {
	for _, r := range text {
		return r >= 0x2e80
	}
	return false
}

// AnnouncesMembers reports whether a word beside the name of an attribute says but that its
// members follow: object, fields, 对象. One in a script without blanks may be several.
func AnnouncesMembers(word string) bool {
	if !isUnspaced(word) {
		return words()["members"].whole[strings.ToLower(word)]
	}
	word = script.Simplified(word)
	for _, w := range unspaced() {
		word = strings.ReplaceAll(word, w, "")
	}
	return word == ""
}
