package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// roundSlot is a slot of a path in round brackets: all of a segment, in words.
var roundSlot = prefilter.MustCompile(`^\([A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+){0,5}\)`)

// RoundSlot returns the slot in round brackets that is the segment of a path at offset i,
// such as that of /boats/(id or name)/sails, or "" where there is none.
func RoundSlot(path string, i int) string {
	if i == 0 || path[i] != '(' || path[i-1] != '/' {
		return ""
	}
	slot := roundSlot.FindString(path[i:min(len(path), i+longestLabel*2)])
	if slot == "" {
		return ""
	}
	if rest := path[i+len(slot):]; rest != "" && strings.IndexByte("/?#` \t\n", rest[0]) < 0 {
		return ""
	}
	return slot
}

// squareSlot is a slot of a path in square brackets that is all of a segment, as frameworks
// that route by files name them: /boats/[id]/sails, /docs/[...page].
var squareSlot = prefilter.MustCompile(`/\[(?:\.\.\.)?([A-Za-z_][A-Za-z0-9_-]*)\]($|[/?#])`)

// WithBraces is a path whose slots in round and square brackets are in braces.
func WithBraces(path string) string {
	for strings.Contains(path, "/[") && squareSlot.MatchString(path) {
		path = squareSlot.ReplaceAllString(path, "/{$1}$2")
	}
	if !strings.Contains(path, "/(") {
		return path
	}
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if slot := RoundSlot(path, i); slot != "" {
			b.WriteString("{" + slot[1:len(slot)-1] + "}")
			i += len(slot) - 1
			continue
		}
		b.WriteByte(path[i])
	}
	return b.String()
}
