package dialect

import (
	"slices"
	"strings"
)

// eventWords are how names of types end that streams carry.
var eventWords = []string{"Event", "Chunk", "EventUnion", "ChunkUnion"}

// IsEventName reports whether a type is called like what a stream carries.
func IsEventName(name string) bool {
	return slices.ContainsFunc(eventWords, func(word string) bool { return strings.HasSuffix(name, word) })
}

// cutEvent takes what a stream carries out of a Returns section that prints it
// beside the result:
//
//   - `Run object { id }`
//   - `RunChunk object { text }`
func (op *Operation) cutEvent() {
	if op.Returns == nil || len(op.Returns.Items) < 2 || slices.ContainsFunc(op.Returns.Items, func(it *Item) bool { return it.Form != Named }) {
		return
	}
	found := -1
	for i, it := range op.Returns.Items {
		if IsEventName(it.Name) || op.Signature.Event != "" && it.Name == op.Signature.Event {
			if found >= 0 {
				return
			}
			found = i
		}
	}
	if found >= 0 {
		op.Returns.Event = op.Returns.Items[found]
		op.Returns.Items = slices.Delete(slices.Clone(op.Returns.Items), found, found+1)
	}
}
