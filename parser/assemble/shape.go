package assemble

import (
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// shapeMark stands between name and shape in the Ref of an unlinked ref. No
// page can print it: Clean rejects texts that hold it.
const shapeMark = "\x00"

// SplitRef returns the name and the shape in the Ref of an unlinked ref. The
// shape is "" where the page did not expand the type there.
func SplitRef(ref string) (name, shape string) {
	name, shape, _ = strings.Cut(ref, shapeMark)
	return name, shape
}

func refName(t *model.Type) string {
	if t.Kind != model.KindRef {
		return ""
	}
	name, _ := SplitRef(t.Ref)
	return name
}

// shapeOf sums up a structure one level deep: what fields it has and of what
// kind. Two expansions of one type have one shape even where one was cut short
// further down, and two types that share a name by accident do not.
func shapeOf(t *model.Type) string {
	h := fnv.New64a()
	fmt.Fprint(h, t.Kind)
	for _, f := range t.Fields {
		fmt.Fprint(h, "\x01", f.Name, "\x02")
		writeShallow(h, f.Type)
	}
	if t.Kind == model.KindObject {
		return fmt.Sprintf("%016x", h.Sum64())
	}
	// How a page cuts and groups alternatives varies; that it has some does not.
	return string(t.Kind)
}

func writeShallow(h interface{ Write([]byte) (int, error) }, t *model.Type) {
	switch t.Kind {
	case model.KindRef:
		fmt.Fprint(h, refName(t))
	case model.KindConst:
		fmt.Fprint(h, t.Literal)
	case model.KindArray, model.KindMap:
		fmt.Fprint(h, t.Kind)
		writeShallow(h, t.Elem)
	default:
		fmt.Fprint(h, plainKind(t.Kind))
	}
}

// plainKind is the kind as every dialect prints it. How exact a scalar is
// depends on the dialects that a page was fused with.
func plainKind(k model.Kind) model.Kind {
	switch k {
	case model.KindInteger:
		return model.KindNumber
	case model.KindDate, model.KindDateTime, model.KindFile:
		return model.KindString
	}
	return k
}
