package gosource

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A value is what is known of a Go value while a function is run on symbols: one
// of the types below. A nil value is one that was never set.
type value any

type (
	// A sym is a value of which nothing is known but where it comes from.
	sym struct {
		typ  types.Type
		root root
		// name is that of the parameter or the member.
		name     string
		parent   *sym
		children map[any]*sym
		// index is that of the member in its parent, -1 for what is no member.
		index int
		// decoded is the call that filled the value, if one did.
		decoded *decode
	}

	// A scalar is a number, a boolean or nil.
	scalar struct {
		c   constant.Value // nil for nil
		typ types.Type
	}

	// A text is a string or bytes: literals and what stands between them.
	text []part

	// A part of a text is a literal, or else what is not known as one.
	part struct {
		lit  string
		hole value // *sym, *dict for an encoded query, encoded for JSON
	}

	// An encoded part is the JSON of a value.
	encoded struct {
		v   value
		typ types.Type
	}

	// A pointer leads to a part of an object.
	pointer struct {
		obj  *object
		path string // of indexes, each with a slash behind it
	}

	// An object is a variable; what it holds is in the state.
	object struct {
		typ    types.Type
		from   *sym
		global bool
	}

	// An aggregate is a struct or an array by index; what is not there is zero.
	aggregate struct {
		typ    types.Type
		fields map[int]value
		// rest is what members are of that were not set, nil for zero values.
		rest *sym
	}

	// A slice is a stretch of an array. Open says that more elements than the known
	// ones may be there.
	slice struct {
		typ    types.Type
		obj    *object
		lo, hi int
		open   bool
	}

	// An iface is a value in an interface.
	iface struct {
		typ types.Type
		v   value
	}

	closure struct {
		fn       *ssa.Function
		bindings []value
	}

	tuple []value

	// A dict is a map that lives in an object. It is never changed in place.
	dict struct {
		typ     types.Type
		entries []entry
		// from are values that were encoded into it by their tags.
		from []encoded
		open bool
	}

	entry struct {
		key text
		v   value
	}

	// A choice is one of several values, by the way that led to a merge.
	choice struct {
		id   *merge
		alts []value
	}

	merge struct{ arrivals int }

	// A builtin is a function that is modeled, with what it is bound to.
	failure struct{ typ types.Type } // an error that is not nil
)

// A root says where a symbol begins.
type root int

const (
	fromUnknown root = iota
	fromParam
	fromReceiver
	fromDecode
	fromGlobal
)

func (s *sym) top() *sym {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// child returns what a step leads to from a symbol, the same for the same step.
func (s *sym) child(step any, name string, typ types.Type) *sym {
	if c := s.children[step]; c != nil {
		return c
	}
	if s.children == nil {
		s.children = map[any]*sym{}
	}
	c := &sym{typ: typ, root: s.root, name: name, parent: s, decoded: s.decoded, index: -1}
	if i, ok := step.(int); ok {
		c.index = i
	}
	s.children[step] = c
	return c
}

func unknown(typ types.Type, name string) *sym { return &sym{typ: typ, name: name, index: -1} }

func literal(s string) text {
	if s == "" {
		return text{}
	}
	return text{{lit: s}}
}

func holeText(v value) text { return text{{hole: v}} }

// lit returns the text where all of it is known.
func (t text) lit() (string, bool) {
	var b strings.Builder
	for _, p := range t {
		if p.hole != nil {
			return "", false
		}
		b.WriteString(p.lit)
	}
	return b.String(), true
}

// Bounds of values: what doubles itself in a loop would grow without an end.
const (
	maxParts    = 2000
	maxLiteral  = 1 << 20 // bytes
	maxElements = 10_000
)

// concat returns texts one behind the other, or one that is not known where they are too long.
func concat(ts ...text) text {
	var out text
	size := 0
	for _, t := range ts {
		for _, p := range t {
			if size += len(p.lit); size > maxLiteral || len(out) > maxParts {
				return holeText(unknown(types.Typ[types.String], "a text that is too long"))
			}
			if n := len(out); n > 0 && p.hole == nil && out[n-1].hole == nil {
				out[n-1] = part{lit: out[n-1].lit + p.lit}
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// mapLiterals returns the text with its literals changed.
func (t text) mapLiterals(f func(string) string) text {
	var out text
	for _, p := range t {
		if p.hole == nil {
			out = concat(out, literal(f(p.lit)))
		} else {
			out = append(out, p)
		}
	}
	return out
}

// symbols returns the text with one character for each hole, which no literal has,
// so that offsets can be computed in it.
func (t text) symbols() string {
	var b strings.Builder
	for _, p := range t {
		if p.hole != nil {
			b.WriteByte(0)
		} else {
			b.WriteString(p.lit)
		}
	}
	return b.String()
}

// cut returns the part of the text between two offsets of symbols.
func (t text) cut(lo, hi int) text {
	var out text
	at := 0
	for _, p := range t {
		n := len(p.lit)
		if p.hole != nil {
			n = 1
		}
		from, to := max(lo-at, 0), min(hi-at, n)
		if from < to {
			if p.hole != nil {
				out = append(out, p)
			} else {
				out = concat(out, literal(p.lit[from:to]))
			}
		}
		at += n
	}
	return out
}

// asText returns the text that a value is, with a hole where it is none.
func asText(v value) text {
	switch v := v.(type) {
	case text:
		return v
	case scalar:
		if v.c == nil {
			return text{}
		}
		if v.c.Kind() == constant.String {
			return literal(constant.StringVal(v.c))
		}
		return literal(v.c.ExactString())
	case iface:
		return asText(v.v)
	case nil:
		return text{}
	}
	return holeText(v)
}

func boolean(b bool) value { return scalar{constant.MakeBool(b), types.Typ[types.Bool]} }

func integer(n int) value { return scalar{constant.MakeInt64(int64(n)), types.Typ[types.Int]} }

// asInt returns the number that a value is.
func asInt(v value) (int, bool) {
	s, ok := v.(scalar)
	if !ok || s.c == nil || s.c.Kind() != constant.Int {
		return 0, false
	}
	n, exact := constant.Int64Val(s.c)
	return int(n), exact
}

func asBool(v value) (b, ok bool) {
	s, is := v.(scalar)
	if !is || s.c == nil || s.c.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(s.c), true
}

func isNil(v value) bool {
	s, ok := v.(scalar)
	return ok && s.c == nil
}

var errorType = types.Universe.Lookup("error").Type()

// zero returns the zero value of a type.
func zero(typ types.Type) value {
	switch u := typ.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return text{}
		case u.Info()&types.IsBoolean != 0:
			return scalar{constant.MakeBool(false), typ}
		case u.Info()&types.IsNumeric != 0:
			return scalar{constant.MakeInt64(0), typ}
		}
	case *types.Struct, *types.Array:
		if _, param := typ.(*types.TypeParam); !param {
			return aggregate{typ: typ}
		}
	case *types.Tuple:
		out := make(tuple, u.Len())
		for i := range u.Len() {
			out[i] = zero(u.At(i).Type())
		}
		return out
	}
	return scalar{typ: typ}
}
