package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// encodeValue writes what at points at.
func encodeValue(at any) ([]byte, error) { return appendValue(nil, at) }

// appendValue appends the JSON of what at points at. A nil slice or map is
// written empty: null says something else to an API.
func appendValue(out []byte, at any) ([]byte, error) {
	switch v := at.(type) {
	case *string:
		return appendString(out, *v), nil
	case *bool:
		return strconv.AppendBool(out, *v), nil
	case *int64:
		return strconv.AppendInt(out, *v, 10), nil
	case *float64:
		return appendNumber(out, *v)
	case interface {
		appendTo([]byte) ([]byte, error)
	}:
		return v.appendTo(out)
	case object:
		return appendObject(out, v)
	case json.Marshaler:
		raw, err := v.MarshalJSON()
		return append(out, raw...), err
	}
	return appendReflected(out, reflect.ValueOf(at).Elem())
}

// appendReflected appends the JSON of a value that is addressable or has no
// methods to write itself.
func appendReflected(out []byte, v reflect.Value) ([]byte, error) {
	switch v.Kind() {
	case reflect.String:
		return appendString(out, v.String()), nil
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			return appendSlice(out, v)
		}
	case reflect.Map:
		return appendMap(out, v)
	case reflect.Pointer:
		if !v.IsNil() {
			return appendValue(out, v.Interface())
		}
	}
	raw, err := marshal(v.Interface())
	return append(out, raw...), err
}

func appendSlice(out []byte, v reflect.Value) ([]byte, error) {
	out = append(out, '[')
	for i := range v.Len() {
		if i > 0 {
			out = append(out, ',')
		}
		var err error
		if out, err = appendValue(out, v.Index(i).Addr().Interface()); err != nil {
			return nil, err
		}
	}
	return append(out, ']'), nil
}

// appendMap writes the members sorted by name.
func appendMap(out []byte, v reflect.Value) ([]byte, error) {
	out = append(out, '{')
	first := len(out)
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, key := range keys {
		value := reflect.New(v.Type().Elem())
		value.Elem().Set(v.MapIndex(key))
		var err error
		if out, err = appendValue(appendName(out, first, key.String()), value.Interface()); err != nil {
			return nil, err
		}
	}
	return append(out, '}'), nil
}

// appendString writes a string; plain text needs no help for that.
func appendString(out []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			quoted, _ := marshal(s) // a string always encodes
			return append(out, quoted...)
		}
	}
	return append(append(append(out, '"'), s...), '"')
}

// appendNumber writes a number in the form that encoding/json gives it.
func appendNumber(out []byte, n float64) ([]byte, error) {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return nil, fmt.Errorf("JSON has no number for %v", n)
	}
	form := byte('f')
	if size := math.Abs(n); size != 0 && (size < 1e-6 || size >= 1e21) {
		form = 'e'
	}
	return strconv.AppendFloat(out, n, form, -1, 64), nil
}

// marshal is json.Marshal that leaves <, > and & as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
