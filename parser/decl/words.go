package decl

import (
	"regexp"
	"slices"
	"strings"
)

// header is how a description starts that speaks of a header: "Optional header
// to choose the depot".
var header = regexp.MustCompile(`(?i)^(?:an? |the )?(?:(?:optional|required|custom|http|request) )*header (?:to|that|for|used|which|with|specifying|containing|indicating)\b`)

// SpeaksOfHeader reports whether a description says that its item is a header.
func SpeaksOfHeader(it *Item) bool {
	members := slices.ContainsFunc(it.Children, func(k *Item) bool {
		return k.Form == Field || k.Expr.Op == Object && len(k.Children) > 0
	})
	return header.MatchString(it.Doc) && !members
}

// eventWords are how names of types end that streams carry.
var eventWords = []string{"Event", "Chunk", "EventUnion", "ChunkUnion"}

// IsEventName reports whether a type is called like what a stream carries.
func IsEventName(name string) bool {
	return slices.ContainsFunc(eventWords, func(word string) bool { return strings.HasSuffix(name, word) })
}
