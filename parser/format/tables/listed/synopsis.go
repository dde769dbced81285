package listed

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// synopsis is a marked name in square brackets, as those of a synopsis are that may be left out: [`size`].
var synopsis = prefilter.MustCompile("^\\\\?\\[[ \\t]*(`[^`\\n]{1,160}`|\\*\\*[^*\\n]{1,80}\\*\\*)[ \\t]*\\\\?\\](?:[ \\t.:,]|$)")

// withoutSynopsis returns the head of an item whose name stands in square brackets without them, or "".
func withoutSynopsis(head string) string {
	if head == "" || head[0] != '[' && head[0] != '\\' {
		return ""
	}
	m := synopsis.FindStringSubmatchIndex(head)
	if m == nil {
		return ""
	}
	return head[m[2]:m[3]] + strings.TrimLeft(head[m[3]:], " \t")[strings.IndexByte(strings.TrimLeft(head[m[3]:], " \t"), ']')+1:]
}

// needBesides makes what a list names without brackets required where others of its names stand in
// square brackets.
func needBesides(items []item) []item {
	if !slices.ContainsFunc(items, func(it item) bool { return it.synopsis && it.depth == 0 }) {
		return items
	}
	for i := range items {
		if it := &items[i]; it.depth == 0 && it.name != "" && it.need == "" {
			it.need = "required"
		}
	}
	return items
}
