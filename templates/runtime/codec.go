package runtime

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"
	"time"
)

// A codec writes and reads the values of one Go type. It is made of the type
// and of the tags of its fields when the first value is written or read.
type codec struct {
	once sync.Once
	of   reflect.Type
	// elem is the codec of what a slice, a map, a pointer or an Opt holds.
	elem *codec
	// object is the plan of a struct for a JSON object.
	object *objectPlan
	zero   zeroForm
	encode func(c *codec, out []byte, v reflect.Value) ([]byte, error)
	decode func(c *codec, data []byte, i int, v reflect.Value) (int, error)
}

// codecs are all that are known, by reflect.Type. Codecs refer to each other
// before they are made, so that types may contain themselves.
var codecs sync.Map

func codecOf(t reflect.Type) *codec {
	if c, ok := codecs.Load(t); ok {
		return c.(*codec)
	}
	c, _ := codecs.LoadOrStore(t, &codec{of: t})
	return c.(*codec)
}

// appendTo appends the JSON of v.
func (c *codec) appendTo(out []byte, v reflect.Value) ([]byte, error) {
	c.once.Do(c.make)
	return c.encode(c, out, v)
}

// decodeAt reads the JSON at i into v and returns its end, so that what is
// nested is read once and not once for each level. v must be settable.
func (c *codec) decodeAt(data []byte, i int, v reflect.Value) (int, error) {
	if i >= len(data) {
		return 0, errJSON
	}
	c.once.Do(c.make)
	return c.decode(c, data, i, v)
}

// A nested type reads itself out of the JSON around it: a union.
type nested interface {
	decodeAt(data []byte, i int) (int, error)
}

// A zeroer tells its zero value itself.
type zeroer interface{ IsZero() bool }

var (
	rawType         = reflect.TypeFor[json.RawMessage]()
	timeType        = reflect.TypeFor[time.Time]()
	extraType       = reflect.TypeFor[map[string]json.RawMessage]()
	zeroerType      = reflect.TypeFor[zeroer]()
	nestedType      = reflect.TypeFor[nested]()
	marshalerType   = reflect.TypeFor[json.Marshaler]()
	unmarshalerType = reflect.TypeFor[json.Unmarshaler]()
	ownPackage      = reflect.TypeFor[codec]().PkgPath()
)

// make chooses how values of the type are written and read.
func (c *codec) make() {
	c.zero = zeroFormOf(c.of)
	switch pointer := reflect.PointerTo(c.of); {
	case c.of == rawType:
		c.encode, c.decode = (*codec).encodeRaw, (*codec).decodeRaw
	case c.of == timeType:
		c.encode, c.decode = (*codec).encodeTime, (*codec).decodeOther
	case isOpt(c.of):
		c.elem = codecOf(c.of.Field(0).Type.Elem())
		c.encode, c.decode = (*codec).encodeOpt, (*codec).decodeOpt
	case isObject(c.of):
		c.object = newObjectPlan(c.of)
		c.encode, c.decode = (*codec).encodeObject, (*codec).decodeObject
	case pointer.Implements(nestedType):
		c.encode, c.decode = (*codec).encodeUnion, (*codec).decodeNested
	default:
		c.makeByKind()
		if pointer.Implements(marshalerType) {
			c.encode = (*codec).encodeMarshaler
		}
		if pointer.Implements(unmarshalerType) {
			c.decode = (*codec).decodeOther
		}
	}
}

// makeByKind is for types that have no methods for JSON.
func (c *codec) makeByKind() {
	c.encode, c.decode = (*codec).encodeOther, (*codec).decodeOther
	switch c.of.Kind() {
	case reflect.String:
		c.encode, c.decode = (*codec).encodeString, (*codec).decodeString
	case reflect.Bool:
		c.encode, c.decode = (*codec).encodeBool, (*codec).decodeBool
	case reflect.Int64:
		c.encode, c.decode = (*codec).encodeInteger, (*codec).decodeInteger
	case reflect.Float64:
		c.encode, c.decode = (*codec).encodeNumber, (*codec).decodeNumber
	case reflect.Slice:
		if c.elem = codecOf(c.of.Elem()); c.elem.of.Kind() != reflect.Uint8 {
			c.encode, c.decode = (*codec).encodeSlice, (*codec).decodeSlice
		}
	case reflect.Map:
		if c.elem = codecOf(c.of.Elem()); c.of.Key().Kind() == reflect.String {
			c.encode, c.decode = (*codec).encodeMap, (*codec).decodeMap
		}
	case reflect.Pointer:
		c.elem = codecOf(c.of.Elem())
		c.encode, c.decode = (*codec).encodePointer, (*codec).decodePointer
	}
}

// isOpt reports whether t is an Opt of something.
func isOpt(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.PkgPath() == ownPackage && strings.HasPrefix(t.Name(), "Opt[")
}

// valueOfOpt returns what an Opt holds, invalid where that is nothing. It goes by
// pointer, because reflection hands out no interface to what it found in a field
// that is not exported.
func valueOfOpt(v reflect.Value) reflect.Value {
	at := v.Field(0)
	if at.IsNil() {
		return reflect.Value{}
	}
	return reflect.NewAt(at.Type().Elem(), at.UnsafePointer()).Elem()
}

// addressOf returns a pointer to v, or to a copy of a value without an address.
func addressOf(v reflect.Value) any {
	if v.CanAddr() {
		return v.Addr().Interface()
	}
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p.Interface()
}

// A zeroForm is how to tell the zero value of a type.
type zeroForm uint8

const (
	zeroPlain  zeroForm = iota // as reflection tells it
	zeroLength                 // of raw JSON
	zeroNumber                 // -0 too
	zeroOpt                    // an absent Opt
	zeroMethod                 // as the method IsZero tells it
)

func zeroFormOf(t reflect.Type) zeroForm {
	switch {
	case t == rawType:
		return zeroLength
	case t.Kind() == reflect.Float64:
		return zeroNumber
	case isOpt(t):
		return zeroOpt
	case t.Kind() == reflect.Struct && reflect.PointerTo(t).Implements(zeroerType):
		return zeroMethod
	}
	return zeroPlain
}

// isZero reports whether v is the zero value of its type.
func (c *codec) isZero(v reflect.Value) bool {
	c.once.Do(c.make)
	switch c.zero {
	case zeroLength:
		return v.Len() == 0
	case zeroNumber:
		return v.Float() == 0
	case zeroOpt:
		return v.Field(0).IsNil() && !v.Field(1).Bool()
	case zeroMethod:
		return addressOf(v).(zeroer).IsZero()
	}
	return v.IsZero()
}

// isZero reports whether what at points at is its zero value.
func isZero(at any) bool {
	v := reflect.ValueOf(at).Elem()
	return codecOf(v.Type()).isZero(v)
}
