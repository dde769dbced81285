package assemble

import (
	"fmt"
	"hash/fnv"
	"slices"
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

// choiceMark stands in the shape of a choice before what it is between.
const choiceMark = ":"

// choiceOf is the shape of a choice on the page of a client, where a name may be
// that of a class inside another: it says what the choice is between.
func choiceOf(t *model.Type) string {
	var members []string
	for _, v := range t.Variants {
		members = append(members, memberOf(v.Type))
	}
	if t.Enum != nil {
		members = append(members, memberOf(t))
	}
	slices.Sort(members)
	h := fnv.New64a()
	for _, m := range members {
		fmt.Fprint(h, m, "\x01")
	}
	return fmt.Sprintf("%s%s%016x", t.Kind, choiceMark, h.Sum64())
}

// memberOf names an alternative. A choice inside a choice counts with what it is
// between, any other type with its name.
func memberOf(t *model.Type) string {
	switch t.Kind {
	case model.KindRef:
		name, shape := SplitRef(t.Ref)
		if strings.Contains(shape, choiceMark) {
			return name + shape
		}
		return name
	case model.KindArray, model.KindMap:
		return string(t.Kind) + memberOf(t.Elem)
	case model.KindConst:
		return string(t.Literal)
	case model.KindEnum:
		var b strings.Builder
		for _, v := range t.Enum.Values {
			b.WriteString(string(v.Literal))
		}
		return b.String()
	}
	return shapeOf(t)
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
