package runtime

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// A union is the table of a union's alternatives. Alternatives are given as nil
// pointers to their types.
type union struct {
	by   string // the member that tells objects apart; "" where none does
	told []told
	rest []any // what by does not tell
}

// A told alternative is the one whose member by has the text.
type told struct {
	text string
	is   any
}

// decodeUnion reads the JSON at i into the alternative that it fits best. JSON that
// fits none is kept, and JSON that the alternative does not hold all of.
func (c *codec) decodeUnion(d *decoder, i int, v reflect.Value) (int, error) {
	into, raw := v.Field(0), (*json.RawMessage)(v.Field(1).Addr().UnsafePointer())
	into.SetZero()
	*raw = nil
	d.unions++
	defer func() { d.unions-- }()
	of := c.choose(d, i)
	if d.tooDeep {
		return 0, errDepth
	}
	if of != nil {
		one, kept := reflect.New(of.of).Elem(), d.kept
		end, err := of.decodeAt(d, i, one)
		if err == errDepth {
			return 0, err
		}
		lossless := d.kept == kept
		d.kept = kept
		if err == nil {
			if !lossless {
				*raw = bytes.Clone(d.data[i:end])
			}
			into.Set(one)
			return end, nil
		}
	}
	end, err := d.skip(i)
	if err == nil {
		*raw = bytes.Clone(d.data[i:end])
	}
	return end, err
}

// choose returns the alternative for the JSON at i, or nil.
func (c *codec) choose(d *decoder, i int) *codec {
	if is := c.union.tell(d, i); is != nil {
		return codecOf(reflect.TypeOf(is).Elem())
	}
	of, _ := c.heaviest(d, i)
	return of
}

// tell returns the alternative that the member by tells, or nil.
func (u *union) tell(d *decoder, i int) any {
	if u.by == "" {
		return nil
	}
	text := d.discriminator(i, u.by)
	for n := range u.told {
		if u.told[n].text == text {
			return u.told[n].is
		}
	}
	return nil
}

// discriminator is the text of a member of the object at i, and "" where there is
// no such member.
func (d *decoder) discriminator(i int, name string) (text string) {
	if i >= len(d.data) || d.data[i] != '{' {
		return ""
	}
	_ = d.eachMemberAt(i, func(have []byte, start, end int) {
		if string(have) == name {
			text = textOf(d.data[start:end])
		}
	})
	return text
}
