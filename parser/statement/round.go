package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// roundSlot is a slot of a path in round brackets: all of a segment, in words, perhaps behind a colon.
var roundSlot = prefilter.MustCompile(`^\(:?[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+){0,5}\)`)

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
	if rest := path[i+len(slot):]; rest != "" && strings.IndexByte("/?#` \t\n", rest[0]) < 0 && !strings.HasPrefix(rest, "[/") {
		return ""
	}
	return slot
}

// squareSlot is a slot of a path in square brackets that is all of a segment, as frameworks
// that route by files name them, or is parted from the rest of it by a dot or a hyphen:
// /boats/[id]/sails, /docs/[...page], /boats/[BOAT NAME].json.
var squareSlot = prefilter.MustCompile(`([/.-])\[(?:\.\.\.)?([A-Za-z_][A-Za-z0-9_-]*(?:[ |][A-Za-z0-9_-]+){0,5})\]($|[/?#.-])`)

// squareWords is a slot in square brackets of several words.
var squareWords = prefilter.MustCompile(`^\[[A-Za-z_][A-Za-z0-9_-]*(?:[ |][A-Za-z0-9_-]+){1,5}\]`)

// endingsOf are the endings that a path may have: /boats.(json|xml).
var endingsOf = prefilter.MustCompile(`\.\([a-z0-9]{2,5}(?:\|[a-z0-9]{2,5})+\)`)

// wordsInBrackets is how many bytes the brackets at offset i of a path take that have blanks
// or bars in them and belong to it, or 0.
func wordsInBrackets(path string, i int) int {
	if path[i] == '[' {
		return len(squareWords.FindString(path[i:min(len(path), i+longestLabel*2)]))
	}
	if i == 0 || path[i-1] != '.' {
		return 0
	}
	if at := endingsOf.FindStringIndex(path[i-1 : min(len(path), i+longestLabel)]); at != nil && at[0] == 0 {
		return at[1] - 1
	}
	return 0
}

// WithBraces is a path whose slots in round and square brackets are in braces.
func WithBraces(path string) string {
	for strings.Contains(path, "[") && squareSlot.MatchString(path) {
		path = squareSlot.ReplaceAllString(path, "$1{$2}$3")
	}
	if !strings.Contains(path, "/(") {
		return path
	}
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if slot := RoundSlot(path, i); slot != "" {
			b.WriteString("{" + strings.TrimPrefix(slot[1:len(slot)-1], ":") + "}")
			i += len(slot) - 1
			continue
		}
		b.WriteByte(path[i])
	}
	return b.String()
}
