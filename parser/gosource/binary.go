package gosource

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

func (f *frame) binary(i *ssa.BinOp, x, y value, st *state) value {
	switch i.Op {
	case token.ADD:
		if isString(i.Type()) {
			return concat(asText(x), asText(y))
		}
	case token.EQL, token.NEQ:
		if eq, known := f.equal(i, x, y); known {
			return boolean(eq == (i.Op == token.EQL))
		}
		return unknown(types.Typ[types.Bool], "comparison")
	}
	return arithmetic(i, x, y)
}

func arithmetic(i *ssa.BinOp, x, y value) value {
	a, ok := x.(scalar)
	b, also := y.(scalar)
	if !ok || !also || a.c == nil || b.c == nil || a.c.Kind() != b.c.Kind() || a.c.Kind() == constant.Bool {
		return unknown(i.Type(), i.Name())
	}
	switch i.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		return boolean(constant.Compare(a.c, i.Op, b.c))
	case token.SHL, token.SHR:
		n, exact := constant.Uint64Val(b.c)
		if exact && n < 64 {
			return scalar{constant.Shift(a.c, i.Op, uint(n)), i.Type()}
		}
	case token.QUO, token.REM:
		if constant.Sign(b.c) == 0 {
			break
		}
		op := i.Op
		if op == token.QUO && a.c.Kind() == constant.Int {
			op = token.QUO_ASSIGN
		}
		return scalar{constant.BinaryOp(a.c, op, b.c), i.Type()}
	case token.ADD, token.SUB, token.MUL, token.AND, token.OR, token.XOR, token.AND_NOT:
		if a.c.Kind() == constant.Int || i.Op == token.ADD || i.Op == token.SUB || i.Op == token.MUL {
			return scalar{constant.BinaryOp(a.c, i.Op, b.c), i.Type()}
		}
	}
	return unknown(i.Type(), i.Name())
}

// equal reports whether two values are equal, where that is known. An error of which
// nothing is known is taken for nil, and a parameter for something: functions are
// run as they are when they do what they are for. Members of parameters are something, too, but where no request is made then:
// what takes one of two refuses both.
func (f *frame) equal(i *ssa.BinOp, x, y value) (eq, known bool) {
	if isNil(x) {
		x, y = y, x
	}
	if isNil(y) {
		switch x := x.(type) {
		case scalar:
			return x.c == nil, true
		case pointer, closure, slice, failure, *dict, aggregate:
			return false, true
		case iface:
			return false, true
		case text:
			return false, len(x) > 0
		case *sym:
			if isError(x.typ) || isError(i.X.Type()) {
				return true, true
			}
			if x.root == fromParam && (!f.absent || x.parent == nil) {
				return false, true
			}
		}
		return false, false
	}
	a, aText := x.(text)
	b, bText := y.(text)
	switch {
	case aText && bText:
		return equalTexts(a, b)
	case aText || bText:
		return false, false
	}
	if a, ok := x.(iface); ok {
		if b, ok := y.(iface); ok {
			if !types.Identical(a.typ, b.typ) {
				return false, true
			}
			x, y = a.v, b.v
		}
	}
	c, ok := x.(scalar)
	d, also := y.(scalar)
	if ok && also && c.c != nil && d.c != nil && c.c.Kind() == d.c.Kind() {
		return constant.Compare(c.c, token.EQL, d.c), true
	}
	return false, false
}

func isError(t types.Type) bool { return t != nil && types.Identical(t, errorType) }

// equalTexts compares texts with holes, which may stand for anything.
func equalTexts(a, b text) (eq, known bool) {
	s, ok := a.lit()
	t, also := b.lit()
	switch {
	case ok && also:
		return s == t, true
	case ok:
		return false, !couldBe(b, s)
	case also:
		return false, !couldBe(a, t)
	}
	return false, false
}

// couldBe reports whether a text with holes may be the literal.
func couldBe(t text, s string) bool {
	n := 0
	for _, p := range t {
		n += len(p.lit)
		if _, query := p.hole.(*dict); query {
			n++ // has a key at least
		}
	}
	if n > len(s) {
		return false
	}
	return len(t) == 0 || t[0].hole != nil || strings.HasPrefix(s, t[0].lit)
}
