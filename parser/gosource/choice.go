package gosource

import (
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// maxAlternatives bounds the alternatives of one value. Beyond it nothing is known.
const maxAlternatives = 24

// newChoice returns one of the values, or what they all are.
func newChoice(id *merge, alts []value) value {
	first := value(nil)
	same := true
	withoutDots(alts)
	for _, v := range alts {
		if v == nil {
			continue
		}
		if first == nil {
			first = v
			continue
		}
		same = same && sameValue(first, v)
	}
	if first == nil || same {
		return first
	}
	n := 0
	for i, v := range alts {
		if v == nil {
			alts[i] = first
		}
		n += weight(alts[i])
	}
	if n > maxAlternatives {
		if few := distinct(alts); len(few) <= maxAlternatives {
			return choice{&merge{len(few)}, few}
		}
		if joined := joinURLs(alts); joined != nil {
			return joined
		}
		return unknown(typeOf(first), "one of many")
	}
	return choice{id, alts}
}

// withoutDots puts the value of a slot in the stead of . and .., which functions that
// escape a segment of a path have an alternative of its own for.
func withoutDots(alts []value) {
	at := slices.IndexFunc(alts, func(v value) bool {
		t, ok := v.(text)
		return ok && len(t) == 1 && t[0].hole != nil
	})
	if at < 0 {
		return
	}
	for i, v := range alts {
		if t, ok := v.(text); ok {
			if s, known := t.lit(); known && s != "" && strings.Trim(strings.ReplaceAll(s, "%2E", "."), ".") == "" {
				alts[i] = alts[at]
			}
		}
	}
}

// distinct returns alternatives without those that are surely equal to another one, as far as they are not too many
// still. On which way each comes is not known any more.
func distinct(alts []value) []value {
	var out []value
	for _, v := range flatten(alts) {
		if len(out) > maxAlternatives {
			break
		}
		if !slices.ContainsFunc(out, func(o value) bool { return sameValue(o, v) }) {
			out = append(out, v)
		}
	}
	return out
}

func weight(v value) int {
	c, ok := v.(choice)
	if !ok {
		return 1
	}
	n := 0
	for _, a := range c.alts {
		n += weight(a)
	}
	return n
}

// joinURLs returns one text for texts whose paths are the same and whose queries
// differ: each key may be sent.
func joinURLs(alts []value) value {
	var out text
	for _, a := range flatten(alts) {
		t, ok := a.(text)
		if !ok {
			return nil
		}
		path, query := splitQuery(t)
		if out == nil {
			out = concat(path, literal("?"))
		}
		have, _ := splitQuery(out)
		if !sameText(have, path) {
			return nil
		}
		if len(query) > 0 {
			out = concat(out, literal("&"), query)
		}
		if len(out) > 200 {
			return nil
		}
	}
	return out
}

func flatten(vs []value) []value {
	var out []value
	for _, v := range vs {
		if c, ok := v.(choice); ok {
			out = append(out, flatten(c.alts)...)
		} else {
			out = append(out, v)
		}
	}
	return out
}

// sameValue reports whether two values are surely equal, for what is asked of them:
// symbols that come from the same parameter are.
func sameValue(a, b value) bool {
	switch a := a.(type) {
	case text:
		b, ok := b.(text)
		return ok && sameText(a, b)
	case *sym:
		b, ok := b.(*sym)
		return ok && (a == b || a.decoded == nil && b.decoded == nil && a.top() == b.top() && a.root != fromReceiver && isText(a.typ) && isText(b.typ))
	case scalar:
		b, ok := b.(scalar)
		if !ok || (a.c == nil) != (b.c == nil) {
			return false
		}
		return a.c == nil || a.c.Kind() == b.c.Kind() && constant.Compare(a.c, tokenEqual, b.c)
	case iface:
		b, ok := b.(iface)
		return ok && types.Identical(a.typ, b.typ) && sameValue(a.v, b.v)
	case pointer:
		return a == b
	case slice:
		return a == b
	case closure:
		b, ok := b.(closure)
		return ok && a.fn == b.fn && sameValues(a.bindings, b.bindings)
	case aggregate:
		b, ok := b.(aggregate)
		return ok && sameFields(a, b)
	case choice:
		b, ok := b.(choice)
		return ok && a.id == b.id && sameValues(a.alts, b.alts)
	case tuple:
		b, ok := b.(tuple)
		return ok && sameValues(a, b)
	case *dict:
		return a == b
	case failure:
		_, ok := b.(failure)
		return ok
	case encoded:
		b, ok := b.(encoded)
		return ok && sameValue(a.v, b.v)
	case nil:
		return b == nil
	}
	return reflect.TypeOf(a) == reflect.TypeOf(b) && reflect.TypeOf(a).Comparable() && a == b
}

func sameValues(a, b []value) bool {
	return slices.EqualFunc(a, b, func(v, w value) bool { return sameValue(v, w) })
}

func sameFields(a, b aggregate) bool {
	if a.rest != b.rest || len(a.fields) != len(b.fields) || !types.Identical(a.typ, b.typ) {
		return false
	}
	for i, v := range a.fields {
		if !sameValue(v, b.fields[i]) {
			return false
		}
	}
	return true
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	if ok {
		return b.Info()&(types.IsString|types.IsInteger) != 0
	}
	_, param := t.Underlying().(*types.Interface)
	return param
}

func sameText(a, b text) bool {
	if len(a) != len(b) {
		return false
	}
	for i, p := range a {
		if p.lit != b[i].lit || (p.hole == nil) != (b[i].hole == nil) || p.hole != nil && !sameValue(p.hole, b[i].hole) {
			return false
		}
	}
	return true
}

// pick returns what a value is on one way through a merge.
func pick(v value, id *merge, i int) value {
	switch v := v.(type) {
	case choice:
		if v.id == id && i < len(v.alts) {
			return v.alts[i]
		}
		alts := make([]value, len(v.alts))
		for j, a := range v.alts {
			alts[j] = pick(a, id, i)
		}
		return newChoice(v.id, alts)
	case iface:
		return iface{v.typ, pick(v.v, id, i)}
	}
	return v
}

// lift applies f to the values, for each way through the merges that they depend
// on; nothing is known of the result where there are too many.
func lift(vs []value, f func([]value) value) value {
	for _, v := range vs {
		c, ok := v.(choice)
		if !ok {
			continue
		}
		alts := make([]value, len(c.alts))
		for i := range c.alts {
			picked := make([]value, len(vs))
			for j, w := range vs {
				picked[j] = pick(w, c.id, i)
			}
			alts[i] = lift(picked, f)
		}
		return newChoice(c.id, alts)
	}
	return f(vs)
}

func lift1(v value, f func(value) value) value {
	if c, ok := v.(choice); ok {
		alts := make([]value, len(c.alts))
		for i, a := range c.alts {
			alts[i] = lift1(a, f)
		}
		return newChoice(c.id, alts)
	}
	return f(v)
}

// typeOf returns the type of a value where it knows it.
func typeOf(v value) types.Type {
	switch v := v.(type) {
	case *sym:
		return v.typ
	case scalar:
		return v.typ
	case aggregate:
		return v.typ
	case iface:
		return v.typ
	case slice:
		return v.typ
	case *dict:
		return v.typ
	}
	return types.Typ[types.String]
}
