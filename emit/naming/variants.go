package naming

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// A Variant is an alternative of a union as Go sees it.
type Variant struct {
	Type *model.Type
	Doc  string
	// Named is the declared type behind the variant, nil where it is Wrapped.
	Named *model.NamedType
	// Wrapped says that no declared type can have the union's marker method, so
	// that the variant needs a type of its own.
	Wrapped bool

	title string
}

// Variants are the alternatives of a union, each once, without null: a union
// holds null as the absence of a variant.
func Variants(api *model.API, union *model.Type) []Variant {
	if len(union.Variants) == 0 {
		return nil
	}
	out := make([]Variant, 0, len(union.Variants))
	type identity struct{ ref, other string } // most are refs, which need no text of their own
	seen := make(map[identity]bool, len(union.Variants))
	for _, v := range union.Variants {
		t, named := Target(api, v.Type)
		is := identity{ref: t.Ref}
		if t.Kind != model.KindRef {
			is = identity{other: signature(t)}
		}
		if t.Kind == model.KindNull || seen[is] {
			continue
		}
		seen[is] = true
		out = append(out, Variant{Type: t, Named: named, Doc: v.Doc, Wrapped: named == nil, title: v.Name})
	}
	return out
}

// Target follows t to the declared type that it means, past types that are
// only another name. The named type is nil where t ends at a type that Go does
// not declare, which is then returned itself.
func Target(api *model.API, t *model.Type) (*model.Type, *model.NamedType) {
	for range len(api.Types) + 1 {
		if t == nil {
			break
		}
		if t.Kind != model.KindRef {
			return t, nil
		}
		named := api.Lookup(t.Ref)
		if named == nil {
			break
		}
		if Declared(named.Type) {
			return t, named
		}
		t = named.Type
	}
	return &model.Type{Kind: model.KindAny}, nil
}

// Declared reports whether a named type of this structure becomes a Go type of
// its own, which can have methods, rather than another name for one.
func Declared(t *model.Type) bool {
	if t == nil {
		return false
	}
	switch t.Kind {
	case model.KindObject, model.KindUnion, model.KindArray, model.KindMap:
		return true
	case model.KindEnum:
		return EnumBase(t.Enum) != model.KindAny
	}
	return false
}

// signature is what makes two variants one.
func signature(t *model.Type) string {
	switch t.Kind {
	case model.KindRef:
		return "ref " + t.Ref
	case model.KindConst:
		return "const " + string(t.Literal)
	case model.KindArray, model.KindMap:
		if t.Elem == nil {
			return string(t.Kind)
		}
		return string(t.Kind) + " of " + signature(t.Elem)
	}
	return string(t.Kind)
}

// wrapperNames are what the type for a wrapped variant may be called. A title
// of the page comes first, unless the variant is many of something: pages then
// title the something.
func (s *assigner) wrapperNames(union string, v Variant) []string {
	content := s.contentName(v.Type)
	names := []string{join(union, strings.TrimPrefix(content, union))}
	if v.title != "" {
		at := 0
		if v.Type.Kind == model.KindArray || v.Type.Kind == model.KindMap {
			at = 1
		}
		names = slices.Insert(names, at, join(union, camel(signed(v.title))))
	}
	if v.Type.Kind == model.KindConst {
		for ending := range valueNames(LiteralText(v.Type.Literal)) {
			names = append(names, join(union, ending))
		}
	}
	names = append(names, join(union, content)+"Value")
	if s.rules >= RulesShort {
		return bounded(names, maxTypeName)
	}
	return names
}

// contentName says in CamelCase what a type holds.
func (s *assigner) contentName(t *model.Type) string {
	switch t.Kind {
	case model.KindRef:
		if _, named := Target(s.api, t); named != nil {
			return s.names.get(key("type", named.ID))
		}
	case model.KindArray, model.KindMap:
		if t.Elem == nil {
			return camel([]string{string(t.Kind)})
		}
		return s.contentName(t.Elem) + camel([]string{string(t.Kind)})
	case model.KindConst:
		return camel(signed(LiteralText(t.Literal)))
	case model.KindDateTime:
		return "Time"
	case model.KindBoolean:
		return "Bool"
	}
	return camel(words(string(t.Kind)))
}
