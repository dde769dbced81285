package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
)

// null is the JSON literal.
var null = []byte("null")

// errNull is what reading null into a value without a null state gives. Its
// caller keeps the null where it can.
var errNull = errors.New("null")

// decodeValue reads JSON into what into points at. It calls UnmarshalJSON
// directly, so that nested objects are not checked again at every level.
func decodeValue(data []byte, into any) error {
	if bytes.Equal(data, null) && !takesNull(into) {
		return errNull
	}
	switch v := into.(type) {
	case *json.RawMessage:
		*v = bytes.Clone(data)
		return nil
	case json.Unmarshaler:
		return v.UnmarshalJSON(data)
	}
	return json.Unmarshal(data, into)
}

// takesNull reports whether into can tell null from its zero value.
func takesNull(into any) bool {
	switch into.(type) {
	case *json.RawMessage, interface{ takesNull() }:
		return true
	case *string, *bool, *int64, *float64:
		return false
	}
	return reflect.TypeOf(into).Elem().Kind() == reflect.Pointer
}

// encodeValue writes what at points at.
func encodeValue(at any) ([]byte, error) {
	return encodeAs(at, reflect.TypeOf(at).Elem().Kind())
}

// encodeAs writes v, which has the kind or points at it. A nil slice or map is
// written empty: null says something else to an API.
func encodeAs(v any, kind reflect.Kind) ([]byte, error) {
	if m, ok := v.(json.Marshaler); ok {
		return m.MarshalJSON()
	}
	out, err := marshal(v)
	switch {
	case err != nil || !bytes.Equal(out, null):
		return out, err
	case kind == reflect.Slice:
		return []byte("[]"), nil
	case kind == reflect.Map:
		return []byte("{}"), nil
	}
	return out, nil
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
