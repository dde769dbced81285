package runtime

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// As returns the variant of a union as a T, where its Value is a T or points at
// one. A nil pointer points at none, and is written as null.
func As[T any](value any) (variant T, ok bool) {
	if variant, ok = value.(T); ok {
		return variant, true
	}
	if at, ok := value.(*T); ok && at != nil {
		return *at, true
	}
	return variant, false
}

// wantConstant reports as an error that data is not the literal.
func wantConstant(data []byte, literal string) error {
	if kindOf(data) != kindOf([]byte(literal)) || textOf(data) != textOf([]byte(literal)) {
		return fmt.Errorf("%.80s is not %s", data, literal)
	}
	return nil
}

// variantOf returns the alternative of a union that a value is, converted to the type
// that stands for it.
func variantOf[V any](u *union, value any) V { return u.variantOf(value).(V) }

func (u *union) variantOf(value any) any {
	v := reflect.ValueOf(value)
	var of reflect.Type
	for _, at := range u.rest {
		switch t := reflect.TypeOf(at).Elem(); {
		case t == v.Type():
			return value
		case of == nil && v.CanConvert(t) && (t.Kind() == v.Kind()):
			of = t
		}
	}
	return v.Convert(of).Interface()
}

// rawOf is the JSON that the value of a union was read from: what was kept, or that of
// an object.
//
//go:noinline
func rawOf(kept json.RawMessage, value any) json.RawMessage {
	if kept != nil {
		return kept
	}
	return RawJSON(value)
}
