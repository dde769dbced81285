package model

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// An Interner gives equal structure one pointer. The words of docs and limits
// are part of what makes two types equal; spans, evidence and the lines that
// docs are set in are not, so the first occurrence lends its own to all. An Interner is not safe for concurrent use.
type Interner struct {
	seed    maphash.Seed
	buckets map[uint64][]*Type
	last    uint32
	buf     []byte
}

// NewInterner returns an empty Interner.
func NewInterner() *Interner {
	return &Interner{seed: maphash.MakeSeed(), buckets: map[uint64][]*Type{}}
}

// Len is how many distinct types were interned.
func (in *Interner) Len() int { return int(in.last) }

// Intern returns the one Type equal to t. The types below t must be this
// Interner's own.
func (in *Interner) Intern(t Type) *Type {
	h := in.hash(&t)
	for _, have := range in.buckets[h] {
		if equalTypes(have, &t) {
			return have
		}
	}
	in.last++
	kept := new(Type) // a copy, so that t stays on the stack where there is a hit
	*kept = t
	kept.id = in.last
	in.buckets[h] = append(in.buckets[h], kept)
	return kept
}

// Scalar interns a type that has nothing but a kind.
func (in *Interner) Scalar(k Kind) *Type { return in.Intern(Type{Kind: k}) }

// Importer returns a function that interns a type and everything below it, from
// whatever Interner it came. It remembers what it has seen, for many types that
// share structure.
func (in *Interner) Importer() func(*Type) *Type {
	seen := map[*Type]*Type{}
	return func(t *Type) *Type { return in.importAll(t, seen) }
}

func (in *Interner) importAll(t *Type, seen map[*Type]*Type) *Type {
	if t == nil {
		return nil
	}
	if have, ok := seen[t]; ok {
		return have
	}
	c := *t
	c.Elem = in.importAll(t.Elem, seen)
	c.Fields = mapSlice(t.Fields, func(f *Field) *Field {
		g := *f
		g.Type = in.importAll(f.Type, seen)
		return &g
	})
	c.Variants = mapSlice(t.Variants, func(v *Variant) *Variant {
		w := *v
		w.Type = in.importAll(v.Type, seen)
		return &w
	})
	kept := in.Intern(c)
	seen[t] = kept
	return kept
}

func mapSlice[T any](s []T, f func(T) T) []T {
	if s == nil {
		return nil
	}
	out := make([]T, len(s))
	for i, v := range s {
		out[i] = f(v)
	}
	return out
}

func (in *Interner) hash(t *Type) uint64 {
	b := in.buf[:0]
	text := func(s string) { b = append(append(b, s...), 0) }
	child := func(c *Type) {
		if c != nil {
			b = binary.LittleEndian.AppendUint32(b, c.id)
		}
	}
	text(string(t.Kind))
	text(t.Format)
	text(string(t.Literal))
	text(t.Ref)
	child(t.Elem)
	for _, f := range t.Fields {
		text(f.Name)
		child(f.Type)
	}
	for _, v := range t.Variants {
		text(v.Name)
		child(v.Type)
	}
	if t.Enum != nil {
		for _, v := range t.Enum.Values {
			text(string(v.Literal))
		}
	}
	in.buf = b
	return maphash.Bytes(in.seed, b)
}

func equalTypes(a, b *Type) bool {
	return a.Kind == b.Kind && a.Format == b.Format && a.Literal == b.Literal &&
		a.Ref == b.Ref && a.Partial == b.Partial && a.Elem == b.Elem && a.Discriminator == b.Discriminator &&
		equalEnums(a.Enum, b.Enum) &&
		slices.EqualFunc(a.Fields, b.Fields, equalFields) &&
		slices.EqualFunc(a.Variants, b.Variants, equalVariants)
}

func equalEnums(a, b *Enum) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Base == b.Base && a.Open == b.Open && slices.EqualFunc(a.Values, b.Values, equalValues)
}

func equalValues(a, b EnumValue) bool {
	return a.Literal == b.Literal && SameWords(a.Doc, b.Doc) && SameWords(a.Deprecated, b.Deprecated) && a.Since == b.Since && a.SDKName == b.SDKName && a.Name == b.Name
}

func equalVariants(a, b *Variant) bool {
	return a.Name == b.Name && a.Type == b.Type && SameWords(a.Doc, b.Doc)
}

func equalFields(a, b *Field) bool {
	return a.Name == b.Name && a.Type == b.Type && a.Required == b.Required &&
		a.Nullable == b.Nullable && SameWords(a.Doc, b.Doc) && SameWords(a.Deprecated, b.Deprecated) && a.Since == b.Since &&
		a.Default == b.Default && a.ReadOnly == b.ReadOnly && a.WriteOnly == b.WriteOnly && a.SDKName == b.SDKName && EqualLimits(a.Limits, b.Limits)
}

// EqualLimits compares limits by value.
func EqualLimits(a, b *Limits) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := *a, *b
	same := equalInt(x.MinLength, y.MinLength) && equalInt(x.MaxLength, y.MaxLength) &&
		equalInt(x.MinItems, y.MinItems) && equalInt(x.MaxItems, y.MaxItems)
	x.MinLength, x.MaxLength, x.MinItems, x.MaxItems = nil, nil, nil, nil
	y.MinLength, y.MaxLength, y.MinItems, y.MaxItems = nil, nil, nil, nil
	return same && x == y
}

func equalInt(a, b *int64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
