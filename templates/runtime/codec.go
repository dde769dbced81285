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
	// union has the alternatives of a union.
	union *union
	zero  zeroForm
	// expected says in messages what JSON is due.
	expected string
	encode   func(c *codec, out []byte, v reflect.Value, depth int) ([]byte, error)
	decode   func(c *codec, d *decoder, i int, v reflect.Value) (int, error)
	// weigh is how well the JSON at i fits, to choose the alternative of a union.
	weigh func(c *codec, d *decoder, i int) weight
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

// appendTo appends the JSON of v, which stands so many values deep.
func (c *codec) appendTo(out []byte, v reflect.Value, depth int) ([]byte, error) {
	c.once.Do(c.make)
	if depth > maxDepth {
		return nil, errDepth
	}
	return c.encode(c, out, v, depth+1)
}

// decodeAt reads the JSON at i into v and returns its end, so that what is
// nested is read once and not once for each level. v must be settable.
func (c *codec) decodeAt(d *decoder, i int, v reflect.Value) (int, error) {
	if i >= len(d.data) {
		return 0, errJSON
	}
	c.once.Do(c.make)
	return c.decode(c, d, i, v)
}

// A tabled type is a union, which has a table of its alternatives.
type tabled interface{ table() *union }

// A zeroer tells its zero value itself.
type zeroer interface{ IsZero() bool }

var (
	rawType         = reflect.TypeFor[json.RawMessage]()
	numberType      = reflect.TypeFor[json.Number]()
	timeType        = reflect.TypeFor[time.Time]()
	extraType       = reflect.TypeFor[map[string]json.RawMessage]()
	zeroerType      = reflect.TypeFor[zeroer]()
	tabledType      = reflect.TypeFor[tabled]()
	marshalerType   = reflect.TypeFor[json.Marshaler]()
	unmarshalerType = reflect.TypeFor[json.Unmarshaler]()
	ownPackage      = reflect.TypeFor[codec]().PkgPath()
)

// make chooses how values of the type are written, read and weighed.
func (c *codec) make() {
	c.zero = zeroFormOf(c.of)
	c.expected, c.weigh = c.of.Name(), (*codec).weighScalar
	switch pointer := reflect.PointerTo(c.of); {
	case c.of == rawType:
		c.encode, c.decode, c.weigh = (*codec).encodeRaw, (*codec).decodeRaw, (*codec).weighAny
	case c.of == numberType:
		c.encode, c.decode, c.expected = (*codec).encodeOther, (*codec).decodeDigits, "a number"
	case c.of == constType:
		c.encode, c.decode = (*codec).encodeMarshaler, (*codec).decodeOther
	case c.of == timeType:
		c.encode, c.decode, c.expected = (*codec).encodeTime, (*codec).decodeTime, "a time"
	case isOpt(c.of):
		c.elem = codecOf(c.of.Field(optValue).Type.Elem())
		c.encode, c.decode, c.weigh = (*codec).encodeOpt, (*codec).decodeOpt, (*codec).weighOpt
	case isObject(c.of):
		c.object = newObjectPlan(c.of)
		c.expected = "an object"
		c.encode, c.decode, c.weigh = (*codec).encodeObject, (*codec).decodeObject, (*codec).weighObject
	case pointer.Implements(tabledType):
		c.union = reflect.New(c.of).Interface().(tabled).table()
		c.expected = "a known variant of " + c.of.Name()
		c.encode, c.decode, c.weigh = (*codec).encodeUnion, (*codec).decodeUnion, (*codec).weighUnion
	case isEmbedded(c.of):
		c.elem = codecOf(c.of.Field(0).Type)
		c.encode, c.decode, c.weigh = (*codec).encodeEmbedded, (*codec).decodeEmbedded, (*codec).weighEmbedded
	default:
		c.makeByKind()
		if pointer.Implements(marshalerType) {
			c.encode = (*codec).encodeMarshaler
		}
		if pointer.Implements(unmarshalerType) {
			c.decode, c.weigh = (*codec).decodeOther, (*codec).weighScalar
		}
	}
}

// makeByKind is for types that have no methods for JSON.
func (c *codec) makeByKind() {
	c.encode, c.decode = (*codec).encodeOther, (*codec).decodeOther
	switch c.of.Kind() {
	case reflect.String:
		c.encode, c.decode, c.expected = (*codec).encodeString, (*codec).decodeString, "a string"
	case reflect.Bool:
		c.encode, c.decode, c.expected = (*codec).encodeBool, (*codec).decodeBool, "a boolean"
	case reflect.Int64:
		c.encode, c.decode, c.expected = (*codec).encodeInteger, (*codec).decodeInteger, "an integer"
	case reflect.Float64:
		c.encode, c.decode, c.expected = (*codec).encodeNumber, (*codec).decodeNumber, "a number"
	case reflect.Slice:
		if c.elem = codecOf(c.of.Elem()); c.elem.of.Kind() != reflect.Uint8 {
			c.expected = "a list"
			c.encode, c.decode, c.weigh = (*codec).encodeSlice, (*codec).decodeSlice, (*codec).weighSlice
		}
	case reflect.Map:
		if c.elem = codecOf(c.of.Elem()); c.of.Key().Kind() == reflect.String {
			c.expected = "an object"
			c.encode, c.decode, c.weigh = (*codec).encodeMap, (*codec).decodeMap, (*codec).weighMap
		}
	case reflect.Pointer:
		c.elem = codecOf(c.of.Elem())
		c.encode, c.decode, c.weigh = (*codec).encodePointer, (*codec).decodePointer, (*codec).weighOpt
	}
}

// isEmbedded reports whether t is one of the package's structs around a type
// whose methods it takes over.
func isEmbedded(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.PkgPath() == ownPackage && t.NumField() == 1 && t.Field(0).Anonymous
}

// The fields of an Opt.
const (
	optValue = 1
	optNull  = 2
)

// isOpt reports whether t is an Opt of something.
func isOpt(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.PkgPath() == ownPackage && strings.HasPrefix(t.Name(), "Opt[")
}

// valueOfOpt returns what an Opt holds, invalid where that is nothing. It goes by
// pointer, because reflection hands out no interface to what it found in a field
// that is not exported.
func valueOfOpt(v reflect.Value) reflect.Value {
	at := v.Field(optValue)
	if at.IsNil() {
		return reflect.Value{}
	}
	return reflect.NewAt(at.Type().Elem(), at.UnsafePointer()).Elem()
}

// unwrap returns what an Opt, a union or a pointer holds, invalid where that is
// nothing. wraps is false for any other value.
func unwrap(v reflect.Value) (inner reflect.Value, wraps bool) {
	switch {
	case v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface:
		return v.Elem(), true
	case isOpt(v.Type()):
		return valueOfOpt(v), true
	case v.Kind() == reflect.Struct && reflect.PointerTo(v.Type()).Implements(tabledType):
		return v.Field(0).Elem(), true // a union
	}
	return v, false
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
		return v.Field(optValue).IsNil() && !v.Field(optNull).Bool()
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
