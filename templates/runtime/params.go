package runtime

import (
	"fmt"
	"reflect"
	"slices"
)

// takeParams reads the parameters of a method into the struct that params points at
// and returns the other options. Options that are given twice stay among them, and are a
// mistake there, because one would be lost in silence.
func takeParams(opts []Option, params any) []Option {
	into := reflect.ValueOf(params).Elem()
	for i, o := range opts {
		v := reflect.ValueOf(o)
		switch {
		case o == nil:
			continue
		case v.Type() == reflect.PointerTo(into.Type()):
			if !v.IsNil() {
				into.Set(v.Elem())
			}
		case v.Type() == into.Type():
			into.Set(v)
		default:
			continue
		}
		return slices.Concat(opts[:i], opts[i+1:])
	}
	return opts
}

// errMisplaced says that parameters were given to what does not take them.
func errMisplaced(params Option) error {
	return fmt.Errorf("%T has the parameters of another method, or was given twice", params)
}
