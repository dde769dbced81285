package gosource

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
)

// A typeReader turns Go types into what they hold on the wire, each once.
type typeReader struct {
	*reader
	seen   map[string]*gofacts.Type
	consts map[string][]gofacts.Constant
	docs   map[token.Pos]string // of members, by their names
	fixed  map[*types.Struct]bool
	copied map[*types.Struct]bool
	// nullables are the structs that are one value or null on the wire, by the name of the type.
	nullables map[string]*nullable
}

func newTypeReader(r *reader, p *Program) *typeReader {
	t := &typeReader{reader: r, seen: map[string]*gofacts.Type{}, consts: map[string][]gofacts.Constant{}, docs: map[token.Pos]string{}, fixed: fixedStructs(p), copied: copiedStructs(p), nullables: map[string]*nullable{}}
	for _, pkg := range p.Packages {
		if pkg.Own {
			t.readDocs(pkg.Syntax)
		}
	}
	for _, pkg := range r.source {
		t.readConstants(pkg.Pkg)
	}
	return t
}

// readDocs notes what comments say of members of structs.
func (r *typeReader) readDocs(files []*ast.File) {
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			field, ok := n.(*ast.Field)
			if !ok {
				return true
			}
			if text := field.Doc.Text() + field.Comment.Text(); text != "" {
				for _, name := range field.Names {
					r.docs[name.Pos()] = text
				}
			}
			return true
		})
	}
}

func (r *typeReader) readConstants(pkg *types.Package) {
	scope := pkg.Scope()
	var found []*types.Const
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok {
			continue
		}
		if _, named := c.Type().(*types.Named); named {
			found = append(found, c)
		}
	}
	slices.SortFunc(found, func(a, b *types.Const) int { return int(a.Pos() - b.Pos()) })
	for _, c := range found {
		key := c.Type().String()
		v := c.Val().ExactString()
		if c.Val().Kind() == constant.String {
			v = constant.StringVal(c.Val())
		}
		r.consts[key] = append(r.consts[key], gofacts.Constant{GoName: c.Name(), Value: v, Span: r.span(c.Pos(), c.Pos())})
	}
}

// inventory returns the named types of the client's packages that stand for something on
// the wire: those with tags or constants, lists, texts and numbers.
func (r *typeReader) inventory() []*gofacts.Type {
	var out []*gofacts.Type
	for _, typ := range r.named {
		t, ok := typ.(*types.Named)
		if !ok {
			continue
		}
		_, list := t.Underlying().(*types.Slice)
		_, basic := t.Underlying().(*types.Basic)
		if s := structOf(t); t.Obj().Exported() && (list || basic || s != nil && hasTags(s) || len(r.consts[t.String()]) > 0) {
			out = append(out, r.of(t))
		}
	}
	slices.SortStableFunc(out, func(a, b *gofacts.Type) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Short, b.Short))
	})
	return out
}

// of returns what values of a type are on the wire.
func (r *typeReader) of(t types.Type) *gofacts.Type {
	t = types.Unalias(t)
	for p, ok := t.(*types.Pointer); ok; p, ok = t.(*types.Pointer) {
		t = types.Unalias(p.Elem())
	}
	if s, ok := t.(*types.Struct); ok && s.NumFields() == 1 && s.Field(0).Embedded() && s.Tag(0) == "" {
		return r.of(s.Field(0).Type())
	}
	if nested(t) > maxNested {
		return &gofacts.Type{Kind: gofacts.Custom, Codec: "it is nested too deeply"}
	}
	key := t.String()
	if known := r.seen[key]; known != nil {
		return known
	}
	out := &gofacts.Type{}
	r.seen[key] = out
	if named, ok := t.(*types.Named); ok {
		obj := named.Obj()
		out.Short, out.GoName = obj.Name(), obj.Name()
		if obj.Pkg() != nil {
			out.Package = obj.Pkg().Path()
			out.GoName = obj.Pkg().Name() + "." + obj.Name()
		}
		out.Span = r.span(obj.Pos(), obj.Pos())
		out.Values = r.consts[key]
		out.Accessors, out.Names, out.Fixed = accessors(named), takenNames(named), r.fixed[structOf(named.Origin())]
		out.Copied = r.copied[structOf(named.Origin())]
		if r.wellKnown(named, out) || r.codec(named, out) {
			return out
		}
	}
	r.structure(t, out)
	return out
}

// maxNested is how deep a type without a name is read: whoever writes lists of lists of lists means no API.
const maxNested = 100

// nested returns how many lists, maps and pointers a type is nested in before one with a name or a struct.
func nested(t types.Type) int {
	for n := 0; ; n++ {
		switch u := t.(type) {
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		case *types.Pointer:
			t = u.Elem()
		case *types.Chan:
			t = u.Elem()
		default:
			return n
		}
	}
}

// takenNames returns the names of the fields and methods that a type declares.
func takenNames(t *types.Named) []string {
	var out []string
	if s, ok := t.Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			out = append(out, f.Name())
		}
	}
	for m := range t.Methods() {
		out = append(out, m.Name())
	}
	return out
}

// accessors reports whether a type has methods that give its members: GetName beside Name.
func accessors(t *types.Named) bool {
	n := 0
	s, ok := t.Underlying().(*types.Struct)
	for i := 0; ok && i < s.NumFields(); i++ {
		if sel, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, t.Obj().Pkg(), "Get"+s.Field(i).Name()); sel != nil {
			n++
		}
	}
	return n > 1
}

// wellKnown is about types of the standard library.
func (r *typeReader) wellKnown(t *types.Named, out *gofacts.Type) bool {
	switch out.Package + "." + out.Short {
	case "time.Time":
		out.Kind = gofacts.Time
	case "encoding/json.RawMessage":
		out.Kind = gofacts.Any
	case "encoding/json.Number":
		out.Kind = gofacts.NumberText
	case "math/big.Int", "math/big.Float":
		out.Kind = gofacts.Number
	case "time.Duration":
		out.Kind = gofacts.Integer
	default:
		return false
	}
	return true
}

// structure fills in what a type is by its structure alone.
func (r *typeReader) structure(t types.Type, out *gofacts.Type) {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		out.Kind = basicKind(u)
	case *types.Slice:
		r.list(u.Elem(), out)
	case *types.Array:
		r.list(u.Elem(), out)
	case *types.Map:
		out.Kind, out.Elem = gofacts.Map, r.of(u.Elem())
	case *types.Struct:
		out.Kind = gofacts.Struct
		r.members(u, out)
	case *types.Pointer:
		*out = *r.of(u.Elem())
	default:
		out.Kind = gofacts.Any
	}
}

func (r *typeReader) list(elem types.Type, out *gofacts.Type) {
	if b, ok := elem.(*types.Basic); ok && b.Kind() == types.Byte {
		out.Kind = gofacts.Bytes
		return
	}
	out.Kind, out.Elem = gofacts.List, r.of(elem)
}

func basicKind(b *types.Basic) gofacts.Kind {
	switch {
	case b.Info()&types.IsString != 0:
		return gofacts.String
	case b.Info()&types.IsBoolean != 0:
		return gofacts.Boolean
	case b.Info()&types.IsInteger != 0:
		return gofacts.Integer
	case b.Info()&types.IsFloat != 0:
		return gofacts.Number
	}
	return gofacts.Any
}

// wireTags are the keys of tags that name a member on the wire.
var wireTags = []string{"json", "url", "query", "form", "schema", "path", "uri", "header", "param"}

// members adds the members of a struct, those of embedded ones in their middle.
func (r *typeReader) members(s *types.Struct, out *gofacts.Type) {
	for i := range s.NumFields() {
		v := s.Field(i)
		tag := reflect.StructTag(s.Tag(i))
		f := &gofacts.Field{GoName: v.Name(), Span: r.span(v.Pos(), v.Pos()), Tags: map[string]string{}, Owner: out, Doc: r.docs[v.Pos()], Tag: s.Tag(i),
			GoType: typeText(v.Type(), v.Pkg())}
		skipped, inline := readTag(tag, f)
		if v.Embedded() && len(f.Tags) == 0 && !skipped {
			r.embed(r.of(v.Type()), out)
			continue
		}
		if !v.Exported() || skipped && len(f.Tags) == 0 {
			continue
		}
		f.Type = r.of(v.Type())
		if _, options, _ := strings.Cut(tag.Get("json"), ","); hasOption(options, "string") {
			f.Type = &gofacts.Type{Kind: gofacts.String, GoName: f.Type.GoName, Short: f.Type.Short, Package: f.Type.Package, Span: f.Type.Span} // a number in quotes
		}
		f.Optional = isOptional(v.Type())
		if value, null := r.heldIn(v.Type()); value != nil {
			f.Held, f.HeldNull, f.Optional = typeText(value, v.Pkg()), null, true
		}
		switch {
		case inline && f.Type.Kind == gofacts.Map:
			out.Open = true
		case inline && f.Name == "":
			f.Name = f.GoName
			out.Alternatives = append(out.Alternatives, f)
		default:
			if len(f.Tags) == 0 {
				f.Name, f.Implicit = v.Name(), true
			}
			out.Fields = append(out.Fields, f)
		}
	}
}

// typeText returns a type as a package writes it.
func typeText(t types.Type, in *types.Package) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == in {
			return ""
		}
		return p.Name()
	})
}

// embed adds the members of an embedded struct that are not hidden.
func (r *typeReader) embed(inner, out *gofacts.Type) {
	if inner.Kind == gofacts.Map || inner.Kind == gofacts.Any && inner.GoName != "" {
		out.Open = true
		return
	}
	for _, f := range inner.Fields {
		if !slices.ContainsFunc(out.Fields, func(g *gofacts.Field) bool { return g.Name == f.Name }) {
			out.Fields = append(out.Fields, f)
		}
	}
	out.Open = out.Open || inner.Open
}

// readTag reads the names of a tag; skipped says that one of its keys leaves the member out,
// inline that the member stands for its own members.
func readTag(tag reflect.StructTag, f *gofacts.Field) (skipped, inline bool) {
	for _, key := range wireTags {
		value, ok := tag.Lookup(key)
		if !ok {
			continue
		}
		name, options, _ := strings.Cut(value, ",")
		if name == "-" && options == "" {
			skipped = true
			continue
		}
		inline = inline || name == "" && (hasOption(options, "inline") || hasOption(options, "squash"))
		f.Omits = f.Omits || hasOption(options, "omitempty") || hasOption(options, "omitzero")
		if name == "" {
			if key == "json" && !inline {
				name = f.GoName
			} else {
				continue
			}
		}
		f.Tags[key] = name
		if f.Name == "" {
			f.Name = name
		}
	}
	return skipped, inline
}

func hasOption(options, name string) bool {
	return slices.Contains(strings.Split(options, ","), name)
}

// isOptional reports whether a type tells an absent value from an empty one.
func isOptional(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Interface:
		return true
	case *types.Struct:
		return wrapped(t, u) != nil
	}
	return false
}

// wrapped returns what a generic type with one argument wraps: Opt[T] has a member of
// type T, a pointer or a map to it, and no tags of its own.
func wrapped(t types.Type, u types.Type) types.Type {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.TypeArgs().Len() != 1 {
		return nil
	}
	arg := named.TypeArgs().At(0)
	switch u := u.(type) {
	case *types.Struct:
		for i := range u.NumFields() {
			if u.Tag(i) != "" && reflect.StructTag(u.Tag(i)).Get("json") != "-" {
				return nil
			}
		}
		for i := range u.NumFields() {
			if f := u.Field(i).Type(); types.Identical(deref(f), arg) {
				return arg
			}
		}
	case *types.Map:
		if types.Identical(deref(u.Elem()), arg) && u.Key().String() == "bool" {
			return arg
		}
	}
	return nil
}
