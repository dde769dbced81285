package dialect

import (
	"slices"

	"github.com/docgen-go/docgen/parser/decl"
)

// cutEvent takes what a stream carries out of a Returns section that prints it
// beside the result:
//
//   - `Run object { id }`
//   - `RunChunk object { text }`
func cutEvent(op *decl.Operation) {
	if op.Returns == nil || len(op.Returns.Items) < 2 || slices.ContainsFunc(op.Returns.Items, func(it *decl.Item) bool { return it.Form != decl.Named }) {
		return
	}
	found := -1
	for i, it := range op.Returns.Items {
		if decl.IsEventName(it.Name) || op.Signature.Event != "" && it.Name == op.Signature.Event {
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
