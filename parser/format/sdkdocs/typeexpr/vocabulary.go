package typeexpr

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// A Vocabulary tells what the type names of a programming language stand for.
type Vocabulary struct {
	// Scalars are the neutral names of the language's own types.
	Scalars map[string]string
	// Arrays and Maps are generic types. The last argument is what they hold.
	Arrays, Maps map[string]bool
	// Wrappers say nothing about the value, as param.Field does; those that are
	// true say that it may be absent.
	Wrappers map[string]bool
	// TypeName spells the name of any other type. It may be nil.
	TypeName func(printed string) string
}

// Neutral translates a type. optional and nullable say what is marked on the
// type itself, not inside of it.
func (v *Vocabulary) Neutral(t *Term) (e *decl.Expr, optional, nullable bool) {
	if absent, ok := v.Wrappers[t.Name]; ok && len(t.Args) == 1 {
		e, optional, nullable = v.Neutral(t.Args[0])
		return e, optional || absent, nullable || t.Nullable
	}
	return v.expr(t), false, t.Nullable
}

func (v *Vocabulary) expr(t *Term) *decl.Expr {
	if name, ok := v.scalar(t); ok {
		return &decl.Expr{Op: decl.Name, Text: name}
	}
	switch {
	case t.Name == "[]" || v.Arrays[t.Name]:
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{v.last(t)}}
	case v.Maps[t.Name]:
		return &decl.Expr{Op: decl.Map, Args: []*decl.Expr{v.last(t)}}
	case len(t.Args) > 0:
		return &decl.Expr{Op: decl.Name, Text: t.String()}
	}
	name := unqualified(t.Name)
	if v.TypeName != nil {
		name = v.TypeName(name)
	}
	return &decl.Expr{Op: decl.Name, Text: name}
}

// scalar looks a type up, bytes in an array included: `byte[]`.
func (v *Vocabulary) scalar(t *Term) (string, bool) {
	if name, ok := v.Scalars[t.Name]; ok && len(t.Args) == 0 {
		return name, true
	}
	if t.Name == "[]" {
		name, ok := v.Scalars[t.Args[0].Name+"[]"]
		return name, ok && len(t.Args[0].Args) == 0
	}
	name, ok := v.Scalars[unqualified(t.Name)]
	return name, ok && len(t.Args) == 0 && strings.Contains(t.Name, ".")
}

// last is what an array or a map holds; a raw type does not say.
func (v *Vocabulary) last(t *Term) *decl.Expr {
	if len(t.Args) == 0 {
		return &decl.Expr{Op: decl.Name, Text: "unknown"}
	}
	e, _, _ := v.Neutral(t.Args[len(t.Args)-1])
	return e
}

// unqualified cuts off the package.
func unqualified(name string) string {
	return name[strings.LastIndexByte(name, '.')+1:]
}
