package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// noteBehind is a note in brackets and nothing else: (admin only), **[Auth]**.
var noteBehind = prefilter.MustCompile("^[\\s`*_]*[(（\\[]([^()（）\\[\\]]{1,60})[)）\\]][\\s`*_]*$")

// saysAction reports whether a title begins with a word for what a method does.
func saysAction(title string) bool {
	words := strings.Split(latin(title), "_")
	action, _ := vocabulary.LatinAction(words)
	return actions[words[0]] != "" || action != ""
}

// lastNote is a title with a note in brackets at its end.
var lastNote = prefilter.MustCompile(`^(.*\pL.*?)\s*[(（\[]([^()（）\[\]]{1,60})[)）\]]\s*$`)

// withoutRemark is a title without a note at its end that names nothing: Users (admin only).
func withoutRemark(title string) string {
	if m := lastNote.FindStringSubmatch(title); m != nil && strings.Contains(m[2], " ") && vocabulary.IsRemark(m[2]) {
		return m[1]
	}
	return title
}
