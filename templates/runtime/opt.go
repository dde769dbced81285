package runtime

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// An Opt is a value that may be missing. It has three states: absent, which is
// the zero Opt and is left out of JSON; null; and a value.
//
// Its methods are not inlined, because the compiler repeats them for each type
// and for pointers to it.
type Opt[T any] struct {
	_     [0]func() // not to be compared by ==, which would compare pointers
	value *T
	null  bool
}

// Some is an Opt that holds v.
func Some[T any](v T) Opt[T] { return Opt[T]{value: &v} }

// Int is Some of an integer, which saves the type of a constant: Int(3).
func Int(v int64) Opt[int64] { return Some(v) }

// Float is Some of a number.
func Float(v float64) Opt[float64] { return Some(v) }

// Null is an Opt that is written as JSON null.
func Null[T any]() Opt[T] { return Opt[T]{null: true} }

// Get returns the value and whether there is one.
//
//go:noinline
func (o Opt[T]) Get() (value T, ok bool) {
	if o.value != nil {
		value, ok = *o.value, true
	}
	return value, ok
}

// Or returns the value, or fallback where there is none.
//
//go:noinline
func (o Opt[T]) Or(fallback T) T {
	if o.value != nil {
		fallback = *o.value
	}
	return fallback
}

// IsNull reports whether the Opt is JSON null.
//
//go:noinline
func (o Opt[T]) IsNull() bool { return o.null }

// IsZero reports whether the Opt is absent.
//
//go:noinline
func (o Opt[T]) IsZero() bool { return o.value == nil && !o.null }

// String is the value as fmt prints it, "null", or "" for an absent Opt.
//
//go:noinline
func (o Opt[T]) String() string { return optText(o.value, o.null) }

// MarshalJSON writes the value, and null for an absent or null Opt.
//
//go:noinline
func (o Opt[T]) MarshalJSON() ([]byte, error) { return encodePointed(o.value) }

// UnmarshalJSON reads null or a value.
//
//go:noinline
func (o *Opt[T]) UnmarshalJSON(data []byte) error { return decodeValue(data, o) }

// What follows is not generic and not inlined, so that it is compiled once and
// not for each Opt.

// optText is what an Opt prints as. at is a pointer to the value, nil without one.
//
//go:noinline
func optText(at any, isNull bool) string {
	switch v := reflect.ValueOf(at); {
	case !v.IsNil():
		return fmt.Sprint(v.Elem().Interface())
	case isNull:
		return "null"
	}
	return ""
}

// encodePointed writes what at points at, and null for a nil pointer.
//
//go:noinline
func encodePointed(at any) ([]byte, error) {
	if reflect.ValueOf(at).IsNil() {
		return []byte("null"), nil
	}
	return encodeValue(at)
}

// MustJSON is v as raw JSON, for members that take any value. It panics where
// v cannot be written as JSON, which is a mistake in the calling program.
func MustJSON(v any) json.RawMessage {
	raw, err := marshal(v)
	if err != nil {
		panic(err)
	}
	return raw
}
