package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"sync"
	"time"
	"unicode/utf8"
)

// buffers are where values are written before their size is known.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// maxPooled is the largest buffer, in bytes, that is kept for the next value.
const maxPooled = 1 << 20

// encodeValue writes what at points at. A nil slice or map is written empty:
// null says something else to an API.
//
//go:noinline
func encodeValue(at any) ([]byte, error) { return encode(reflect.ValueOf(at).Elem()) }

// encodeOwn writes v itself. MarshalJSON of a type calls it, with a value because
// that takes less code than a pointer to a copy.
//
//go:noinline
func encodeOwn(v any) ([]byte, error) { return encode(reflect.ValueOf(v)) }

func encode(v reflect.Value) ([]byte, error) {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	out, err := codecOf(v.Type()).appendTo((*buffer)[:0], v, 0)
	if err != nil {
		return nil, err
	}
	if cap(out) <= maxPooled {
		*buffer = out
	}
	return bytes.Clone(out), nil
}

func (c *codec) encodeString(out []byte, v reflect.Value, _ int) ([]byte, error) {
	return appendString(out, v.String()), nil
}

func (c *codec) encodeBool(out []byte, v reflect.Value, _ int) ([]byte, error) {
	return strconv.AppendBool(out, v.Bool()), nil
}

func (c *codec) encodeInteger(out []byte, v reflect.Value, _ int) ([]byte, error) {
	return strconv.AppendInt(out, v.Int(), 10), nil
}

func (c *codec) encodeNumber(out []byte, v reflect.Value, _ int) ([]byte, error) {
	return appendNumber(out, v.Float())
}

func (c *codec) encodeRaw(out []byte, v reflect.Value, _ int) ([]byte, error) {
	if v.IsNil() {
		return append(out, null...), nil
	}
	return append(out, v.Bytes()...), nil
}

func (c *codec) encodeTime(out []byte, v reflect.Value, _ int) ([]byte, error) {
	text, err := addressOf(v).(*time.Time).AppendText(append(out, '"'))
	return append(text, '"'), err
}

func (c *codec) encodeOpt(out []byte, v reflect.Value, depth int) ([]byte, error) {
	value := valueOfOpt(v)
	if !value.IsValid() {
		return append(out, null...), nil
	}
	return c.elem.appendTo(out, value, depth)
}

// encodeUnion writes the variant, or without one the JSON that no variant fit. A
// pointer to a variant is written like the variant.
func (c *codec) encodeUnion(out []byte, v reflect.Value, depth int) ([]byte, error) {
	variant, raw := v.Field(0).Elem(), v.Field(1).Bytes()
	switch {
	case !variant.IsValid() && raw != nil:
		return append(out, raw...), nil
	case !variant.IsValid():
		return append(out, null...), nil
	}
	of := codecOf(variant.Type())
	of.once.Do(of.make)
	if raw != nil && of.isKindOf(raw) {
		return of.appendKept(out, variant, raw, depth)
	}
	return of.appendTo(out, variant, depth)
}

func (c *codec) encodeEmbedded(out []byte, v reflect.Value, depth int) ([]byte, error) {
	return c.elem.appendTo(out, v.Field(0), depth)
}

func (c *codec) encodePointer(out []byte, v reflect.Value, depth int) ([]byte, error) {
	if v.IsNil() {
		return append(out, null...), nil
	}
	return c.elem.appendTo(out, v.Elem(), depth)
}

func (c *codec) encodeSlice(out []byte, v reflect.Value, depth int) ([]byte, error) {
	out = append(out, '[')
	for i := range v.Len() {
		if i > 0 {
			out = append(out, ',')
		}
		var err error
		if out, err = c.elem.appendTo(out, v.Index(i), depth); err != nil {
			return nil, err
		}
	}
	return append(out, ']'), nil
}

// encodeMap writes the members sorted by name.
func (c *codec) encodeMap(out []byte, v reflect.Value, depth int) ([]byte, error) {
	out = append(out, '{')
	first := len(out)
	for _, key := range sortedMapKeys(v) {
		var err error
		if out, err = c.elem.appendTo(appendName(out, first, key.String()), v.MapIndex(key), depth); err != nil {
			return nil, err
		}
	}
	return append(out, '}'), nil
}

func (c *codec) encodeMarshaler(out []byte, v reflect.Value, _ int) ([]byte, error) {
	raw, err := addressOf(v).(json.Marshaler).MarshalJSON()
	return append(out, raw...), err
}

func (c *codec) encodeOther(out []byte, v reflect.Value, _ int) ([]byte, error) {
	raw, err := marshal(addressOf(v))
	return append(out, raw...), err
}

// appendName begins a member, after a comma unless it is the first one.
func appendName(out []byte, first int, name string) []byte {
	if len(out) > first {
		out = append(out, ',')
	}
	return append(appendString(out, name), ':')
}

// appendString writes a string as encoding/json does, but leaves <, > and & as
// they are.
func appendString(out []byte, s string) []byte {
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if i++; c >= ' ' && c != '"' && c != '\\' {
				continue
			}
			out, start = appendEscaped(append(out, s[start:i-1]...), rune(c)), i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if i += size; r == utf8.RuneError && size == 1 || r == '\u2028' || r == '\u2029' {
			out, start = appendEscaped(append(out, s[start:i-size]...), r), i
		}
	}
	return append(append(out, s[start:]...), '"')
}

func appendEscaped(out []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(out, '\\', byte(r))
	case '\b':
		return append(out, `\b`...)
	case '\f':
		return append(out, `\f`...)
	case '\n':
		return append(out, `\n`...)
	case '\r':
		return append(out, `\r`...)
	case '\t':
		return append(out, `\t`...)
	}
	return fmt.Appendf(out, `\u%04x`, r)
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
