package tables

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// ownFence is a fence in the description of an attribute, and its text.
var ownFence = prefilter.MustCompile("(?s)(?:^|\n)[ \t]*(?:```+|~~~+)[^\n]*\n(.*?)\n[ \t]*(?:```|~~~)")

// typeByOwnExample gives attributes without a type that of the value which an example in their own
// description has for them, alone in an object: {"lift": 3} below `lift`.
func typeByOwnExample(as []*attribute) {
	for _, a := range as {
		if a.typ.Expr != nil || len(a.children) > 0 || len(a.values) > 0 || !strings.Contains(a.doc, "{") {
			typeByOwnExample(a.children)
			continue
		}
		v, ok := ownValue(a.doc, a.name.Text)
		if !ok {
			continue
		}
		if e, members := a.membersOf(v, deepestShown); e != nil {
			a.typ.Expr, a.children, a.shown = e, members, true
		}
	}
}

// ownValue is the value that an object in a description has for what that is about, and nothing else.
func ownValue(doc, name string) (any, bool) {
	m := ownFence.FindStringSubmatch(doc)
	if m == nil {
		return nil, false
	}
	text, ok := relaxed(strings.TrimSpace(m[1]))
	if !ok {
		return nil, false
	}
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var object map[string]any
	if dec.Decode(&object) != nil || len(object) != 1 {
		return nil, false
	}
	v, ok := object[name]
	return v, ok && v != nil
}
