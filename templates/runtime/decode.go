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

// A nullable can tell null from its zero value.
type nullable interface{ takesNull() }

// decodeValue reads JSON into what into points at.
func decodeValue(data []byte, into any) error {
	_, err := decodeAt(data, 0, into)
	return err
}

// decodeAt reads the JSON at i into what into points at and returns its end, so
// that what is nested is read once and not once for each level.
func decodeAt(data []byte, i int, into any) (int, error) {
	if i >= len(data) {
		return 0, errJSON
	}
	switch v := into.(type) {
	case interface {
		decodeAt([]byte, int) (int, error)
	}:
		return v.decodeAt(data, i)
	case object:
		if bytes.HasPrefix(data[i:], null) {
			return 0, errNull
		}
		return decodeObjectAt(data, i, v)
	}
	if v := reflect.ValueOf(into).Elem(); data[i] == '[' || data[i] == '{' {
		switch kind := v.Kind(); {
		case kind == reflect.Slice && data[i] == '[' && !reads(into):
			return decodeSlice(data, i, v)
		case kind == reflect.Map && data[i] == '{' && !reads(into):
			return decodeMap(data, i, v)
		}
	}
	end, err := skipValue(data, i)
	if err != nil {
		return 0, err
	}
	return end, decodeWhole(data[i:end], into)
}

// reads reports whether into has its own way to read JSON.
func reads(into any) bool {
	_, ok := into.(json.Unmarshaler)
	return ok
}

// decodeWhole reads JSON that is all of data.
func decodeWhole(data []byte, into any) error {
	if bytes.Equal(data, null) && !takesNull(into) {
		return errNull
	}
	switch v := into.(type) {
	case *string:
		return decodeString(data, v)
	case *int64:
		return decodeInteger(data, v)
	case *float64:
		return decodeNumber(data, v)
	case json.Unmarshaler:
		return v.UnmarshalJSON(data)
	}
	v := reflect.ValueOf(into).Elem()
	if v.Kind() == reflect.String && kindOf(data) == kindString {
		var text string
		err := decodeString(data, &text)
		v.SetString(text)
		return err
	}
	return json.Unmarshal(data, into)
}

func takesNull(into any) bool {
	switch into.(type) {
	case *json.RawMessage, nullable:
		return true
	case *string, *bool, *int64, *float64:
		return false
	}
	return reflect.TypeOf(into).Elem().Kind() == reflect.Pointer
}

// decodeString takes a string as it is where it has nothing to be undone.
func decodeString(data []byte, into *string) error {
	if end := len(data) - 1; kindOf(data) == kindString && bytes.IndexByte(data, '\\') < 0 && utf8.Valid(data) {
		*into = string(data[1:end])
		return nil
	}
	return json.Unmarshal(data, into)
}

func decodeInteger(data []byte, into *int64) error {
	if kindOf(data)&kindInteger == 0 {
		return fmt.Errorf("cannot read a JSON %s as an integer", kindOf(data))
	}
	n, err := strconv.ParseInt(string(data), 10, 64)
	*into = n
	return err
}

func decodeNumber(data []byte, into *float64) error {
	if kindOf(data)&kindNumber == 0 {
		return fmt.Errorf("cannot read a JSON %s as a number", kindOf(data))
	}
	n, err := strconv.ParseFloat(string(data), 64)
	*into = n
	return err
}

// decodeSlice reads an array. It stops at an element that does not fit.
func decodeSlice(data []byte, i int, v reflect.Value) (int, error) {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	i, err := open(data, i, '[')
	for err == nil && data[i] != ']' {
		n := v.Len()
		v.Grow(1)
		v.SetLen(n + 1)
		end, fault := decodeAt(data, i, v.Index(n).Addr().Interface())
		if fault != nil {
			return 0, fault
		}
		i, err = next(data, end, ']')
	}
	return i + 1, err
}

// decodeMap reads an object of arbitrary members. It stops at a value that does
// not fit.
func decodeMap(data []byte, i int, v reflect.Value) (int, error) {
	v.Set(reflect.MakeMap(v.Type()))
	i, err := open(data, i, '{')
	for err == nil && data[i] != '}' {
		name, start, fault := memberName(data, i)
		if fault != nil {
			return 0, fault
		}
		value := reflect.New(v.Type().Elem())
		end, fault := decodeAt(data, start, value.Interface())
		if fault != nil {
			return 0, fault
		}
		v.SetMapIndex(reflect.ValueOf(string(name)), value.Elem())
		i, err = next(data, end, '}')
	}
	return i + 1, err
}

// isZero reports whether what at points at is its zero value.
func isZero(at any) bool {
	switch v := at.(type) {
	case *string:
		return *v == ""
	case *bool:
		return !*v
	case *int64:
		return *v == 0
	case *float64:
		return *v == 0
	case *json.RawMessage:
		return len(*v) == 0
	case interface{ IsZero() bool }:
		return v.IsZero()
	}
	return reflect.ValueOf(at).Elem().IsZero()
}

// setZero clears what at points at.
func setZero(at any) { reflect.ValueOf(at).Elem().SetZero() }
