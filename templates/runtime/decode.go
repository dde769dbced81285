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

// maxDepth is how deep values may stand in each other, as in encoding/json.
const maxDepth = 10_000

var errDepth = fmt.Errorf("values stand more than %d deep in each other", maxDepth)

// A decoder reads one JSON text.
type decoder struct {
	data  []byte
	depth int
	// kept counts what would be lost if its JSON were not kept: values that did
	// not fit, and spellings that are written otherwise. Who keeps the JSON sets it
	// back.
	kept int
	// misfits counts what was read although it is not what was due.
	misfits int
	unions  int  // that the value at hand stands in
	tooDeep bool // an alternative goes beyond maxDepth
	ends    *bracketEnds
	weights map[weightKey]weight
	// document is the text as objects keep it, made says that they do not.
	document *document
	made     bool
}

// decodeValue reads JSON into what into points at.
//
//go:noinline
func decodeValue(data []byte, into any) error { return decodeInto(decoder{data: data}, into) }

func decodeInto(d decoder, into any) error {
	v := reflect.ValueOf(into).Elem()
	_, err := codecOf(v.Type()).decodeAt(&d, 0, v)
	if err == nil && d.kept > 0 {
		remember(v, d.data)
	}
	return err
}

// open steps into an object or an array at i.
func (d *decoder) open(i int, bracket byte) (int, error) {
	if d.depth++; d.depth > maxDepth {
		return 0, errDepth
	}
	return open(d.data, i, bracket)
}

// scalarAt returns the JSON at i, for values that are not made of others, and
// its end. A null is an error.
func (d *decoder) scalarAt(i int) (raw []byte, end int, err error) {
	if end, err = d.skip(i); err != nil {
		return nil, 0, err
	}
	if raw = d.data[i:end]; bytes.Equal(raw, null) {
		return nil, 0, errNull
	}
	return raw, end, nil
}

func (c *codec) decodeString(d *decoder, i int, v reflect.Value) (int, error) {
	raw, end, err := d.scalarAt(i)
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

func (c *codec) decodeBool(d *decoder, i int, v reflect.Value) (int, error) {
	raw, end, err := d.scalarAt(i)
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

// numberAt returns the number at i. One in a string is read too, and noted.
func (d *decoder) numberAt(i int, as string) (raw []byte, end int, err error) {
	raw, end, err = d.scalarAt(i)
	if err != nil {
		return nil, 0, err
	}
	if kindOf(raw) == kindString {
		text, err := decodeText(raw)
		if inner := []byte(text); err == nil && kindOf(inner)&kindNumber != 0 && json.Valid(inner) {
			d.kept++
			d.misfits++
			return bytes.TrimSpace(inner), end, nil
		}
	}
	if kindOf(raw)&kindNumber == 0 {
		return nil, 0, misfit(raw, as)
	}
	return raw, end, nil
}

func (c *codec) decodeInteger(d *decoder, i int, v reflect.Value) (int, error) {
	raw, end, err := d.numberAt(i, "an integer")
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(string(raw), 10, 64)
	if err != nil {
		n, err = wholeNumber(raw)
	}
	v.SetInt(n)
	return end, err
}

func (c *codec) decodeNumber(d *decoder, i int, v reflect.Value) (int, error) {
	raw, end, err := d.numberAt(i, "a number")
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseFloat(string(raw), 64)
	v.SetFloat(n)
	if err == nil && len(raw) > 15 && !keepsDigits(raw, n) {
		d.kept++
	}
	return end, err
}

// decodeDigits reads a number as it is written.
func (c *codec) decodeDigits(d *decoder, i int, v reflect.Value) (int, error) {
	raw, end, err := d.numberAt(i, c.expected)
	v.SetString(string(raw))
	return end, err
}

// decodeTime keeps the JSON of a time that is not spelled as it is written.
func (c *codec) decodeTime(d *decoder, i int, v reflect.Value) (int, error) {
	raw, end, err := d.scalarAt(i)
	if err != nil {
		return 0, err
	}
	if kindOf(raw) != kindString {
		return 0, misfit(raw, "a time")
	}
	text, err := decodeText(raw)
	if err != nil {
		return 0, err
	}
	at, usual, err := parseTime(text)
	if err != nil {
		return 0, err
	}
	if !usual {
		d.kept++
	}
	v.Set(reflect.ValueOf(at))
	return end, nil
}

func misfit(raw []byte, as string) error {
	return fmt.Errorf("cannot read a JSON %s as %s", kindOf(raw), as)
}

func (c *codec) decodeRaw(d *decoder, i int, v reflect.Value) (int, error) {
	end, err := d.skip(i)
	if err == nil {
		v.SetBytes(bytes.Clone(d.data[i:end]))
	}
	return end, err
}

// decodeOpt writes the fields by pointer, because reflection sets none that are
// not exported.
func (c *codec) decodeOpt(d *decoder, i int, v reflect.Value) (int, error) {
	value := reflect.NewAt(v.Field(optValue).Type(), v.Field(optValue).Addr().UnsafePointer()).Elem()
	isNull := (*bool)(v.Field(optNull).Addr().UnsafePointer())
	if bytes.HasPrefix(d.data[i:], null) {
		value.SetZero()
		*isNull = true
		return i + len(null), nil
	}
	read := reflect.New(c.elem.of)
	end, err := c.elem.decodeAt(d, i, read.Elem())
	if err == nil {
		value.Set(read)
		*isNull = false
	}
	return end, err
}

func (c *codec) decodePointer(d *decoder, i int, v reflect.Value) (int, error) {
	v.SetZero()
	if bytes.HasPrefix(d.data[i:], null) {
		return i + len(null), nil
	}
	read := reflect.New(c.elem.of)
	end, err := c.elem.decodeAt(d, i, read.Elem())
	if err == nil {
		v.Set(read)
	}
	return end, err
}

func (c *codec) decodeEmbedded(d *decoder, i int, v reflect.Value) (int, error) {
	return c.elem.decodeAt(d, i, v.Field(0))
}

// decodeOther leaves the JSON to the type, or to encoding/json.
func (c *codec) decodeOther(d *decoder, i int, v reflect.Value) (int, error) {
	raw, end, err := d.scalarAt(i)
	if err != nil {
		return 0, err
	}
	into := v.Addr().Interface()
	if u, ok := into.(json.Unmarshaler); ok {
		return end, u.UnmarshalJSON(raw)
	}
	return end, json.Unmarshal(raw, into)
}

// decodeSlice reads an array. An element that does not fit is left zero.
func (c *codec) decodeSlice(d *decoder, i int, v reflect.Value) (int, error) {
	if d.data[i] != '[' {
		return 0, d.notA(i, "a list")
	}
	v.SetZero()
	i, err := d.open(i, '[')
	for err == nil && d.data[i] != ']' {
		n := v.Len()
		v.Grow(1)
		v.SetLen(n + 1)
		end, fault := c.elem.decodeElement(d, i, v.Index(n))
		if fault != nil {
			return 0, fault
		}
		i, err = next(d.data, end, ']')
	}
	if err == nil && v.IsNil() {
		v.Set(reflect.MakeSlice(c.of, 0, 0))
	}
	d.depth--
	return i + 1, err
}

// decodeMap reads an object of arbitrary members. A value that does not fit is
// left zero.
func (c *codec) decodeMap(d *decoder, i int, v reflect.Value) (int, error) {
	if d.data[i] != '{' {
		return 0, d.notA(i, "an object")
	}
	v.Set(reflect.MakeMap(c.of))
	i, err := d.open(i, '{')
	for err == nil && d.data[i] != '}' {
		name, start, fault := memberName(d.data, i)
		if fault != nil {
			return 0, fault
		}
		value := reflect.New(c.elem.of).Elem()
		end, fault := c.elem.decodeElement(d, start, value)
		if fault != nil {
			return 0, fault
		}
		v.SetMapIndex(reflect.ValueOf(string(name)).Convert(c.of.Key()), value)
		i, err = next(d.data, end, '}')
	}
	d.depth--
	return i + 1, err
}

// decodeElement reads a value among others, which one that does not fit must not
// take with it: it is left zero, and whoever has the JSON of all keeps it.
func (c *codec) decodeElement(d *decoder, i int, v reflect.Value) (int, error) {
	end, err := c.decodeAt(d, i, v)
	if err == nil || err == errDepth {
		return end, err
	}
	v.SetZero()
	d.kept++
	d.misfits++
	return d.skip(i)
}

// notA is the error for a value at i that is of another kind.
func (d *decoder) notA(i int, what string) error {
	raw, _, err := d.scalarAt(i)
	if err != nil {
		return err
	}
	return misfit(raw, what)
}
