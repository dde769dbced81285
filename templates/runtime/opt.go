package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// An Opt is a value that may be missing. It has three states: absent, which is
// the zero Opt and is left out of JSON; null; and a value.
type Opt[T any] struct {
	value *T
	null  bool
}

// Some is an Opt that holds v.
func Some[T any](v T) Opt[T] { return Opt[T]{value: &v} }

// Null is an Opt that is written as JSON null.
func Null[T any]() Opt[T] { return Opt[T]{null: true} }

// Get returns the value and whether there is one.
func (o Opt[T]) Get() (T, bool) {
	if o.value == nil {
		var none T
		return none, false
	}
	return *o.value, true
}

// Or returns the value, or fallback where there is none.
func (o Opt[T]) Or(fallback T) T {
	if o.value == nil {
		return fallback
	}
	return *o.value
}

// IsNull reports whether the Opt is JSON null.
func (o Opt[T]) IsNull() bool { return o.null }

// IsZero reports whether the Opt is absent.
func (o Opt[T]) IsZero() bool { return o.value == nil && !o.null }

// String is the value as fmt prints it, "null", or "" for an absent Opt.
func (o Opt[T]) String() string {
	switch {
	case o.value != nil:
		return fmt.Sprint(*o.value)
	case o.null:
		return "null"
	}
	return ""
}

// MarshalJSON writes the value, and null for an absent or null Opt.
func (o Opt[T]) MarshalJSON() ([]byte, error) { return o.appendTo(nil) }

func (o Opt[T]) appendTo(out []byte) ([]byte, error) {
	if o.value == nil {
		return append(out, null...), nil
	}
	return appendValue(out, o.value)
}

// UnmarshalJSON reads null or a value.
func (o *Opt[T]) UnmarshalJSON(data []byte) error {
	_, err := o.decodeAt(data, 0)
	return err
}

func (o *Opt[T]) decodeAt(data []byte, i int) (int, error) {
	if bytes.HasPrefix(data[i:], null) {
		*o = Null[T]()
		return i + len(null), nil
	}
	var v T
	end, err := decodeAt(data, i, &v)
	if err == nil {
		*o = Some(v)
	}
	return end, err
}

// takesNull makes null a value of an Opt instead of one that does not fit.
func (*Opt[T]) takesNull() {}

// MustJSON is v as raw JSON, for members that take any value. It panics where
// v cannot be written as JSON, which is a mistake in the calling program.
func MustJSON(v any) json.RawMessage {
	raw, err := marshal(v)
	if err != nil {
		panic(err)
	}
	return raw
}
