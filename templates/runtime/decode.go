package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// null is the JSON literal.
var null = []byte("null")

// errNull is what reading null into a value without a null state gives. Its
// caller keeps the null where it can.
var errNull = errors.New("null does not fit")

// decodeValue reads JSON into what into points at.
//
//go:noinline
func decodeValue(data []byte, into any) error {
	v := reflect.ValueOf(into).Elem()
	_, err := codecOf(v.Type()).decodeAt(data, 0, v)
	return err
}

// scalarAt returns the JSON at i, for values that are not made of others, and
// its end. A null is an error.
func scalarAt(data []byte, i int) (raw []byte, end int, err error) {
	if end, err = skipValue(data, i); err != nil {
		return nil, 0, err
	}
	if raw = data[i:end]; bytes.Equal(raw, null) {
		return nil, 0, errNull
	}
	return raw, end, nil
}

func (c *codec) decodeString(data []byte, i int, v reflect.Value) (int, error) {
	raw, end, err := scalarAt(data, i)
	if err != nil {
		return 0, err
	}
	text, err := decodeText(raw)
	v.SetString(text)
	return end, err
}

// decodeText takes a string as it is where it has nothing to be undone.
func decodeText(raw []byte) (string, error) {
	if end := len(raw) - 1; kindOf(raw) == kindString && bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) {
		return string(raw[1:end]), nil
	}
	var text string
	err := json.Unmarshal(raw, &text)
	return text, err
}

func (c *codec) decodeBool(data []byte, i int, v reflect.Value) (int, error) {
	raw, end, err := scalarAt(data, i)
	if err != nil {
		return 0, err
	}
	switch string(raw) {
	case "true", "false":
		v.SetBool(raw[0] == 't')
		return end, nil
	}
	return 0, misfit(raw, "a boolean")
}

func (c *codec) decodeInteger(data []byte, i int, v reflect.Value) (int, error) {
	raw, end, err := scalarAt(data, i)
	if err != nil {
		return 0, err
	}
	if kindOf(raw)&kindInteger == 0 {
		return 0, misfit(raw, "an integer")
	}
	n, err := strconv.ParseInt(string(raw), 10, 64)
	v.SetInt(n)
	return end, err
}

func (c *codec) decodeNumber(data []byte, i int, v reflect.Value) (int, error) {
	raw, end, err := scalarAt(data, i)
	if err != nil {
		return 0, err
	}
	if kindOf(raw)&kindNumber == 0 {
		return 0, misfit(raw, "a number")
	}
	n, err := strconv.ParseFloat(string(raw), 64)
	v.SetFloat(n)
	return end, err
}

func misfit(raw []byte, as string) error {
	return fmt.Errorf("cannot read a JSON %s as %s", kindOf(raw), as)
}

func (c *codec) decodeRaw(data []byte, i int, v reflect.Value) (int, error) {
	end, err := skipValue(data, i)
	if err == nil {
		v.SetBytes(bytes.Clone(data[i:end]))
	}
	return end, err
}

// decodeOpt writes the fields by pointer, because reflection sets none that are
// not exported.
func (c *codec) decodeOpt(data []byte, i int, v reflect.Value) (int, error) {
	value := reflect.NewAt(v.Field(0).Type(), v.Field(0).Addr().UnsafePointer()).Elem()
	isNull := (*bool)(v.Field(1).Addr().UnsafePointer())
	if bytes.HasPrefix(data[i:], null) {
		value.SetZero()
		*isNull = true
		return i + len(null), nil
	}
	read := reflect.New(c.elem.of)
	end, err := c.elem.decodeAt(data, i, read.Elem())
	if err == nil {
		value.Set(read)
		*isNull = false
	}
	return end, err
}

func (c *codec) decodeNested(data []byte, i int, v reflect.Value) (int, error) {
	return v.Addr().Interface().(nested).decodeAt(data, i)
}

func (c *codec) decodePointer(data []byte, i int, v reflect.Value) (int, error) {
	v.SetZero()
	if bytes.HasPrefix(data[i:], null) {
		return i + len(null), nil
	}
	read := reflect.New(c.elem.of)
	end, err := c.elem.decodeAt(data, i, read.Elem())
	if err == nil {
		v.Set(read)
	}
	return end, err
}

// decodeOther leaves the JSON to the type, or to encoding/json.
func (c *codec) decodeOther(data []byte, i int, v reflect.Value) (int, error) {
	raw, end, err := scalarAt(data, i)
	if err != nil {
		return 0, err
	}
	into := v.Addr().Interface()
	if u, ok := into.(json.Unmarshaler); ok {
		return end, u.UnmarshalJSON(raw)
	}
	return end, json.Unmarshal(raw, into)
}

// decodeSlice reads an array. It stops at an element that does not fit.
func (c *codec) decodeSlice(data []byte, i int, v reflect.Value) (int, error) {
	if data[i] != '[' {
		return 0, notA(data, i, "a list")
	}
	v.SetZero()
	i, err := open(data, i, '[')
	for err == nil && data[i] != ']' {
		n := v.Len()
		v.Grow(1)
		v.SetLen(n + 1)
		end, fault := c.elem.decodeAt(data, i, v.Index(n))
		if fault != nil {
			return 0, fault
		}
		i, err = next(data, end, ']')
	}
	if err == nil && v.IsNil() {
		v.Set(reflect.MakeSlice(c.of, 0, 0))
	}
	return i + 1, err
}

// decodeMap reads an object of arbitrary members. It stops at a value that does
// not fit.
func (c *codec) decodeMap(data []byte, i int, v reflect.Value) (int, error) {
	if data[i] != '{' {
		return 0, notA(data, i, "an object")
	}
	v.Set(reflect.MakeMap(c.of))
	i, err := open(data, i, '{')
	for err == nil && data[i] != '}' {
		name, start, fault := memberName(data, i)
		if fault != nil {
			return 0, fault
		}
		value := reflect.New(c.elem.of).Elem()
		end, fault := c.elem.decodeAt(data, start, value)
		if fault != nil {
			return 0, fault
		}
		v.SetMapIndex(reflect.ValueOf(string(name)).Convert(c.of.Key()), value)
		i, err = next(data, end, '}')
	}
	return i + 1, err
}

// notA is the error for a value at i that is of another kind.
func notA(data []byte, i int, what string) error {
	raw, _, err := scalarAt(data, i)
	if err != nil {
		return err
	}
	return misfit(raw, what)
}
