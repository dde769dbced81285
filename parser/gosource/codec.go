package gosource

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/docgen-go/docgen/model/gofacts"
)

// codec is about types that write or read themselves. Their methods are run: one that
// hands the value itself, or one member, to a library is understood. It reports
// whether the type is filled in.
func (r *typeReader) codec(t *types.Named, out *gofacts.Type) bool {
	if arg := wrapped(t, t.Underlying()); arg != nil {
		inner := r.of(arg)
		short, name, pkg, span := out.Short, out.GoName, out.Package, out.Span
		*out = *inner
		if inner.GoName == "" {
			out.Short, out.GoName, out.Package, out.Span = short, name, pkg, span
		}
		out.Nullable = true
		return true
	}
	if r.nullable(t, out) {
		return true
	}
	if inner := wrapper(t); inner != nil {
		*out = *r.of(inner)
		return true
	}
	if hasAlternatives(t) {
		return false
	}
	var methods []*ssa.Function
	for _, name := range []string{"MarshalJSON", "UnmarshalJSON"} {
		if fn := r.methodOf(t, name); fn != nil {
			methods = append(methods, fn)
		}
	}
	out.Coded = len(methods) > 0
	text := r.methodOf(t, "MarshalText")
	if len(methods) == 0 {
		if text != nil && out.Package != "" {
			out.Kind = gofacts.String
			return true
		}
		return false
	}
	r.coded(t, methods, out)
	return true
}

// coded fills in a type by what its methods write and read: the type itself, or others in
// its stead, whose members count together. Where one method is not understood the type may have more.
func (r *typeReader) coded(t *types.Named, methods []*ssa.Function, out *gofacts.Type) {
	var why string
	var inner []*gofacts.Type
	itself := false
	for _, fn := range methods {
		other, reason := r.runCodec(t, fn)
		switch {
		case reason != "":
			why = reason
		case other == nil:
			itself = true
		default:
			inner = append(inner, r.of(other))
		}
	}
	switch {
	case itself:
		r.structure(t, out)
	case len(inner) > 0:
		*out = mergeNames(*inner[0], *out)
		out.Fields = slices.Clone(out.Fields)
		inner = inner[1:]
	default:
		out.Kind = gofacts.Custom
	}
	out.Codec = why
	if out.Kind != gofacts.Struct {
		return
	}
	for _, more := range inner {
		for _, f := range more.Fields {
			if !slices.ContainsFunc(out.Fields, func(g *gofacts.Field) bool { return g.Name == f.Name }) {
				out.Fields = append(out.Fields, f)
			}
		}
	}
}

// hasAlternatives reports whether the tags of a struct say that it stands for one of its
// members, whatever its methods do.
func hasAlternatives(t *types.Named) bool {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		name, options, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
		if f := s.Field(i); name == "" && hasOption(options, "inline") && f.Exported() && !f.Embedded() {
			return true
		}
	}
	return false
}

func mergeNames(in, own gofacts.Type) gofacts.Type {
	in.Short, in.GoName, in.Package, in.Span = own.Short, own.GoName, own.Package, own.Span
	in.Coded, in.Accessors, in.Names, in.Fixed, in.Copied = true, own.Accessors, own.Names, own.Fixed, own.Copied
	return in
}

// wrapper returns the embedded type that a struct consists of, for all that is on the wire.
func wrapper(t *types.Named) types.Type {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || s.NumFields() != 1 || !s.Field(0).Embedded() || s.Tag(0) != "" {
		return nil
	}
	return deref(s.Field(0).Type())
}

// methodOf returns a method that a type declares, or has from an embedded member, with a body.
func (r *typeReader) methodOf(t *types.Named, name string) *ssa.Function {
	if types.IsInterface(t) {
		return nil
	}
	for _, typ := range []types.Type{t, types.NewPointer(t)} {
		if sel := types.NewMethodSet(typ).Lookup(nil, name); sel != nil {
			return r.prog.MethodValue(sel)
		}
	}
	return nil
}

// runCodec runs a method that writes or reads a type. It returns another type that is
// written or read in its place, nothing for the type itself, or why that is not known.
func (r *typeReader) runCodec(t *types.Named, fn *ssa.Function) (types.Type, string) {
	if len(fn.Blocks) == 0 {
		return nil, fn.Name() + " has no source"
	}
	run := r.newRun()
	args := make([]value, len(fn.Params))
	for i, p := range fn.Params {
		args[i] = &sym{typ: p.Type(), root: fromParam, name: p.Name(), index: -1}
	}
	if args[0] != nil {
		args[0].(*sym).root = fromReceiver
	}
	run.callFunction(nil, nil, fn, args, nil, r.base.fork())
	var other []types.Type
	for _, e := range run.encodes {
		if isNil(e.v) {
			continue
		}
		if sameStructure(e.typ, t) {
			return nil, ""
		}
		other = append(other, e.typ)
	}
	for _, d := range run.decodes {
		if sameStructure(d.typ, t) {
			return nil, ""
		}
		other = append(other, d.typ)
	}
	if len(other) == 1 && !isAny(other[0]) && structOf(other[0]) != nil && hasTags(structOf(other[0])) {
		return other[0], ""
	}
	if len(other) == 1 && !strings.HasPrefix(other[0].String(), "map[") {
		if member := memberOfType(t, other[0]); member != nil {
			return member, ""
		}
	}
	return nil, fn.Name() + " of " + t.Obj().Name() + " is not understood"
}

// sameStructure reports whether a type has the members of another one: a copy of the
// type without its methods, or a pointer to it.
func sameStructure(a types.Type, t *types.Named) bool {
	for range 3 {
		if p, ok := a.Underlying().(*types.Pointer); ok {
			a = p.Elem()
		}
	}
	return types.Identical(a.Underlying(), t.Underlying())
}

// memberOfType returns the type of the only member of a struct that has a type.
func memberOfType(t *types.Named, member types.Type) types.Type {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for i := range s.NumFields() {
		if types.Identical(deref(s.Field(i).Type()), deref(member)) {
			return member
		}
	}
	return nil
}
