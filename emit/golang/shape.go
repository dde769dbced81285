package golang

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// maxItemDepth is how deep arrays of arrays are told apart.
const maxItemDepth = 3

// shapeList is the table by which the runtime tells variants apart.
func (g *generator) shapeList(variants []variant) gosrc.Code {
	var all []gosrc.Code
	for _, v := range variants {
		all = append(all, g.shapes(v.name, v.Type, maxItemDepth, map[string]bool{}, map[string]bool{})...)
	}
	return gosrc.Items(gosrc.Slice(gosrc.Name("shape")), all...)
}

// shapes are the shapes of a type, for one list. A union has those of its variants;
// one that contains itself ends where it comes round, which seen tells. A type that
// several of them mention has its shapes once: in unions of unions the ways to a
// type are more than anybody can write. listed are those that the list has.
func (g *generator) shapes(name string, t *model.Type, depth int, seen, listed map[string]bool) []gosrc.Code {
	if t.Kind == model.KindRef {
		if seen[t.Ref] || listed[t.Ref] {
			return nil
		}
		seen[t.Ref], listed[t.Ref] = true, true
		defer delete(seen, t.Ref)
		t = g.api.Resolve(t)
	}
	if t.Kind == model.KindNull {
		return nil
	}
	if t.Kind == model.KindUnion {
		var all []gosrc.Code
		for _, v := range t.Variants {
			all = append(all, g.shapes(name, v.Type, depth, seen, listed)...)
		}
		return all
	}
	items := []gosrc.Code{gosrc.Keyed("kinds", gosrc.Name(shapeKind(t)))}
	if name != "" {
		items = append([]gosrc.Code{gosrc.Keyed("is", nilPointer(name))}, items...)
	}
	return []gosrc.Code{gosrc.Inline(gosrc.Code{}, append(items, g.shapeDetails(t, depth, seen)...)...)}
}

// shapeKind is the constant of the runtime for the JSON that a type reads.
func shapeKind(t *model.Type) string {
	kind := t.Kind
	switch kind {
	case model.KindConst:
		kind = naming.LiteralKind(t.Literal)
	case model.KindEnum:
		kind = naming.EnumBase(t.Enum)
	}
	switch kind {
	case model.KindString, model.KindDate, model.KindDateTime, model.KindFile:
		return "kindString"
	case model.KindInteger:
		return "kindInteger"
	case model.KindNumber:
		return "kindNumber"
	case model.KindBoolean:
		return "kindBoolean"
	case model.KindObject, model.KindMap:
		return "kindObject"
	case model.KindArray:
		return "kindArray"
	}
	return "kindAny"
}

func (g *generator) shapeDetails(t *model.Type, depth int, seen map[string]bool) []gosrc.Code {
	switch t.Kind {
	case model.KindConst:
		return []gosrc.Code{texts("values", []string{naming.LiteralText(t.Literal)}), gosrc.Keyed("closed", gosrc.Name("true"))}
	case model.KindEnum:
		return []gosrc.Code{texts("values", enumTexts(t.Enum))}
	case model.KindDate, model.KindDateTime:
		return []gosrc.Code{gosrc.Keyed("format", gosrc.Text(string(t.Kind)))}
	case model.KindObject:
		return g.objectDetails(t)
	case model.KindArray:
		if t.Elem == nil || depth == 0 {
			return nil
		}
		if items := g.shapes("", t.Elem, depth-1, seen, map[string]bool{}); len(items) > 0 {
			return []gosrc.Code{gosrc.Keyed("items", gosrc.Items(gosrc.Slice(gosrc.Name("shape")), items...))}
		}
	}
	return nil
}

func enumTexts(e *model.Enum) []string {
	var out []string
	for _, v := range naming.Values(e) {
		out = append(out, naming.LiteralText(v.Literal))
	}
	return out
}

func (g *generator) objectDetails(t *model.Type) []gosrc.Code {
	var consts []gosrc.Code
	var required, known []string
	for _, f := range t.Fields {
		target := g.api.Resolve(f.Type)
		switch {
		case target.Kind == model.KindConst:
			consts = append(consts, gosrc.Inline(gosrc.Code{}, gosrc.Text(f.Name), gosrc.Text(naming.LiteralText(target.Literal))))
		case f.Required:
			required = append(required, f.Name)
		default:
			known = append(known, f.Name)
		}
	}
	var out []gosrc.Code
	if len(consts) > 0 {
		out = append(out, gosrc.Keyed("consts", gosrc.Inline(gosrc.Slice(gosrc.Name("constMember")), consts...)))
	}
	if len(required) > 0 {
		out = append(out, texts("required", required))
	}
	if len(known) > 0 {
		out = append(out, texts("known", known))
	}
	return out
}

// texts is key: []string{values}.
func texts(key string, values []string) gosrc.Code {
	items := make([]gosrc.Code, len(values))
	for i, v := range values {
		items[i] = gosrc.Text(v)
	}
	return gosrc.Keyed(key, gosrc.Inline(gosrc.Slice(gosrc.Name("string")), items...))
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
