package runtime

import (
	"bytes"
	"reflect"
)

// A Const is a member of an object that has one value as far as the pages say, which the
// tag const of the field has. It is written by itself, so that no program sets it. What was
// read is kept, be it newer than this package, and written again.
type Const struct{ read string } // as JSON

// String is the text that was read, and "" where nothing was: not in an object that the
// program made.
func (c Const) String() string { return textOf([]byte(c.read)) }

// MarshalJSON writes what was read, and null where nothing was. Objects write the value of
// the tag instead.
func (c Const) MarshalJSON() ([]byte, error) {
	if c.read == "" {
		return null, nil
	}
	return []byte(c.read), nil
}

var constType = reflect.TypeFor[Const]()

// newConstCodec is the codec of the constant of one member: it tells by the kind what fits.
func newConstCodec(fill []byte) *codec {
	c := &codec{of: constType, weigh: (*codec).weighScalar, encode: (*codec).encodeConst}
	c.once.Do(func() {})
	want, usual := kindOf(fill), string(fill)
	c.expected = "a " + want.String()
	c.decode = func(c *codec, d *decoder, i int, v reflect.Value) (int, error) {
		raw, end, err := d.scalarAt(i)
		switch {
		case err != nil:
			return 0, err
		case bytes.Equal(raw, null):
			return 0, errNull
		case kindOf(raw)&want == 0:
			return 0, misfit(raw, c.expected)
		}
		read := v.Addr().Interface().(*Const)
		if read.read = usual; string(raw) != usual {
			read.read = string(raw)
			if want == kindString {
				_, err = decodeText(raw)
			}
		}
		return end, err
	}
	return c
}

func (c *codec) encodeConst(out []byte, v reflect.Value, _ int) ([]byte, error) {
	return append(out, v.Field(0).String()...), nil
}
