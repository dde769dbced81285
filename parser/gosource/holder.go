package gosource

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/docgen-go/docgen/model/gofacts"
)

// A nullable is a struct that is one text, number, boolean or time on the wire, or null: its flags say which.
type nullable struct {
	value types.Type
	null  bool // its codecs know null
}

// nullable fills in a type that stands for the value of one member, as its codecs write and read it. It reports whether
// the type is one.
func (r *typeReader) nullable(t *types.Named, out *gofacts.Type) bool {
	value := flaggedValue(t)
	if value == nil {
		return false
	}
	n, some := &nullable{value: value}, false
	for _, name := range []string{"MarshalJSON", "UnmarshalJSON"} {
		if fn := r.methodOf(t, name); fn != nil {
			c := scalarCodec{typeReader: r, value: value}
			if !c.understands(fn) {
				return false
			}
			n.null, some = n.null || c.null, true
		}
	}
	if !some {
		return false
	}
	inner, own := r.of(value), *out
	*out = *inner
	if inner.GoName == "" {
		out.Short, out.GoName, out.Package, out.Span = own.Short, own.GoName, own.Package, own.Span
	}
	out.Nullable = n.null
	r.nullables[t.String()] = n
	return true
}

// flaggedValue returns the type of the only member of a struct that is no flag, where flags stand beside it, those of
// embedded structs included. Of nothing but flags each may be the value, which makes no difference.
func flaggedValue(t *types.Named) types.Type {
	var value, flag types.Type
	flags := 0
	for _, v := range plainMembers(t.Underlying(), 0) {
		switch {
		case v == nil:
			return nil
		case types.Identical(v, types.Typ[types.Bool]):
			flag = v
			flags++
		case value != nil || !isScalar(v):
			return nil
		default:
			value = v
		}
	}
	if value == nil && flags > 1 {
		return flag
	}
	if flags == 0 {
		return nil
	}
	return value
}

// plainMembers returns the types of the members of a struct, nil for one with a name on the wire.
func plainMembers(t types.Type, depth int) []types.Type {
	s, ok := t.(*types.Struct)
	if !ok || s.NumFields() > 4 {
		return nil
	}
	var out []types.Type
	for i := range s.NumFields() {
		f := s.Field(i)
		_, isStruct := f.Type().Underlying().(*types.Struct)
		switch {
		case s.Tag(i) != "":
			out = append(out, nil)
		case f.Embedded() && isStruct && !isScalar(f.Type()) && depth < 2:
			out = append(out, plainMembers(f.Type().Underlying(), depth+1)...)
		default:
			out = append(out, f.Type())
		}
	}
	return out
}

// isScalar reports whether a type is a text, a number, a boolean or a time.
func isScalar(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && basicKind(b) != gofacts.Any || t.String() == "time.Time"
}

// heldIn returns the type of the value that a type with a name of its own holds, which may be absent besides, and
// whether it may be null: a pointer with a name, or one of the nullable structs. It is nil of another type.
func (r *typeReader) heldIn(t types.Type) (value types.Type, null bool) {
	alias, isAlias := t.(*types.Alias)
	if isAlias {
		t = types.Unalias(alias)
	}
	named, isNamed := t.(*types.Named)
	if isNamed && r.nullables[named.String()] != nil {
		n := r.nullables[named.String()]
		return n.value, n.null
	}
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return nil, false
	}
	if n := r.nullables[types.Unalias(p.Elem()).String()]; n != nil {
		return n.value, n.null
	}
	if (isAlias || isNamed) && isScalar(p.Elem()) {
		return p.Elem(), false
	}
	return nil, false
}

// A scalarCodec looks whether a method writes or reads one value, or null, and does nothing else with it.
type scalarCodec struct {
	*typeReader
	value types.Type
	// null says that the method knows null, value that it hands the value to something that writes or reads it.
	null, hands bool
}

// understands reports whether all that a method calls is understood.
func (c *scalarCodec) understands(fn *ssa.Function) bool {
	if len(fn.Blocks) == 0 {
		return false
	}
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			switch i := i.(type) {
			case *ssa.BinOp:
				if b, ok := i.Type().Underlying().(*types.Basic); ok && i.Op == token.ADD && b.Info()&types.IsString != 0 {
					return false
				}
			case *ssa.Call:
				if !c.call(i.Common()) {
					return false
				}
			case *ssa.Defer, *ssa.Go, *ssa.MakeClosure, *ssa.Panic:
				return false
			}
			c.mentions(i)
		}
	}
	return c.hands
}

// mentions notes that an instruction is about null.
func (c *scalarCodec) mentions(i ssa.Instruction) {
	for _, o := range i.Operands(nil) {
		switch v := (*o).(type) {
		case *ssa.Const:
			c.null = c.null || isNullText(v)
		case *ssa.Global:
			c.null = c.null || isNullGlobal(v)
		}
	}
}

func isNullText(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.String && constant.StringVal(k.Value) == "null"
}

// isNullGlobal reports whether a variable of a package is made of the text null.
func isNullGlobal(g *ssa.Global) bool {
	if g.Pkg == nil || g.Pkg.Func("init") == nil {
		return false
	}
	for _, b := range g.Pkg.Func("init").Blocks {
		for _, i := range b.Instrs {
			if s, ok := i.(*ssa.Store); ok && s.Addr == g {
				v, converted := s.Val.(*ssa.Convert)
				return isNullText(s.Val) || converted && isNullText(v.X)
			}
		}
	}
	return false
}

// call reports whether a call is understood.
func (c *scalarCodec) call(common *ssa.CallCommon) bool {
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return true
	}
	fn := common.StaticCallee()
	if fn == nil || fn.Pkg == nil {
		return false
	}
	name := fn.Name()
	switch path := fn.Pkg.Pkg.Path(); path {
	case "strconv":
		c.hands = true
		return c.writes(name)
	case "encoding/json":
		return (name == "Marshal" || name == "Unmarshal") && c.encodes(common.Args[len(common.Args)-1])
	case "errors":
		return true
	case "fmt":
		return name == "Errorf"
	case "bytes", "strings":
		return slices.Contains([]string{"Equal", "EqualFold", "TrimSpace"}, name)
	}
	recv := fn.Signature.Recv()
	if recv != nil && types.Identical(deref(recv.Type()), c.value) && (name == "MarshalJSON" || name == "UnmarshalJSON") {
		c.hands = true
		return true
	}
	return false
}

// writes reports whether a function of strconv is for values of the kind that the value is of.
func (c *scalarCodec) writes(name string) bool {
	kinds := map[string]gofacts.Kind{"Int": gofacts.Integer, "Uint": gofacts.Integer, "Itoa": gofacts.Integer, "Atoi": gofacts.Integer,
		"Float": gofacts.Number, "Bool": gofacts.Boolean, "Quote": gofacts.String, "Unquote": gofacts.String}
	for _, verb := range []string{"Format", "Append", "Parse"} {
		name = strings.TrimPrefix(name, verb)
	}
	return kinds[name] != "" && kinds[name] == c.of(c.value).Kind
}

// encodes reports whether what is given to encoding/json is the value, a pointer to it, or nil.
func (c *scalarCodec) encodes(arg ssa.Value) bool {
	if k, ok := arg.(*ssa.Const); ok {
		c.null = true
		return k.IsNil()
	}
	made, ok := arg.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	t := made.X.Type()
	for range 2 {
		t = deref(t)
	}
	c.hands = true
	return types.Identical(t, c.value)
}
