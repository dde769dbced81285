package runtime

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
)

// toParam makes what a request takes of what a response has, and puts it where out
// points at. Members that the request does not know, and nulls where it takes none,
// are left out. It panics where v cannot be written as JSON, which is a mistake in
// the calling program. It is not generic, so that it is compiled once.
func toParam(v, out any) {
	raw, err := encodeOwn(v)
	if err == nil {
		err = decodeMade(raw, out)
	}
	if err != nil {
		panic(err)
	}
	leaveOut(reflect.ValueOf(out).Elem())
}

// leaveOut drops what objects hold besides their fields, at any depth.
func leaveOut(v reflect.Value) {
	c := codecOf(v.Type())
	c.once.Do(c.make)
	switch {
	case isOpt(c.of):
		if inner := valueOfOpt(v); inner.IsValid() {
			leaveOut(inner)
		}
	case c.object != nil:
		for _, m := range c.object.members {
			leaveOut(v.Field(m.index))
		}
		extra := v.Field(c.object.extra).Addr().Interface().(*map[string]json.RawMessage)
		maps.DeleteFunc(*extra, func(name string, raw json.RawMessage) bool {
			n, known := c.object.byName[name]
			return !known || !c.object.members[n].required && bytes.Equal(raw, null)
		})
		if len(*extra) == 0 {
			*extra = nil
		}
	case c.union != nil:
		if variant := v.Field(0).Elem(); variant.IsValid() {
			v.Field(0).Set(leftOut(variant))
		}
	case c.elem != nil && c.of.Kind() == reflect.Slice:
		for i := range v.Len() {
			leaveOut(v.Index(i))
		}
	case c.elem != nil && c.of.Kind() == reflect.Map:
		for _, key := range v.MapKeys() {
			v.SetMapIndex(key, leftOut(v.MapIndex(key)))
		}
	case c.of.Kind() == reflect.Pointer && !v.IsNil():
		leaveOut(v.Elem())
	}
}

// leftOut is leaveOut of a copy.
func leftOut(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	leaveOut(out)
	return out
}
