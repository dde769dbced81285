package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// A field ties a member of a JSON object to a field of a struct. at is a
// pointer to it. fill is the JSON that stands for an empty constant.
type field struct {
	name     string
	at       any
	required bool
	fill     string
}

// required is a member that is always written.
func required(name string, at any) field { return field{name: name, at: at, required: true} }

// optional is a member that is left out while it is absent.
func optional(name string, at any) field { return field{name: name, at: at} }

// constant is a member that is written as literal while it is empty.
func constant(name string, at any, literal string) field {
	return field{name: name, at: at, required: true, fill: literal}
}

// decodeObject reads a JSON object into fields, and into extra what they
// cannot hold: members of other names, values that do not fit, and as nil the
// required members that are missing. encodeObject writes the same object again.
func decodeObject(data []byte, fields []field, extra *map[string]json.RawMessage) error {
	if bytes.Equal(data, null) {
		return nil
	}
	if kind := kindOf(data); kind != kindObject {
		return fmt.Errorf("cannot read a JSON %s as an object", kind)
	}
	d := objectDecoder{fields: fields, seen: make([]bool, len(fields))}
	if err := eachMember(data, d.member); err != nil {
		return err
	}
	for i, f := range fields {
		if f.required && !d.seen[i] {
			d.keep(f.name, nil)
		}
	}
	*extra = d.extra
	return nil
}

type objectDecoder struct {
	fields []field
	seen   []bool
	next   int
	extra  map[string]json.RawMessage
}

func (d *objectDecoder) member(name string, raw []byte) error {
	i := d.find(name)
	if i < 0 {
		d.keep(name, raw)
		return nil
	}
	f := d.fields[i]
	d.seen[i] = true
	if err := decodeValue(raw, f.at); err != nil {
		setZero(f.at)
		d.keep(name, raw)
	} else if f.fill != "" && isZero(f.at) {
		d.keep(name, raw)
	}
	return nil
}

// find looks for the field after the one found last, because objects mostly
// come in the order of their documentation.
func (d *objectDecoder) find(name string) int {
	for n := range d.fields {
		i := (d.next + n) % len(d.fields)
		if d.fields[i].name == name {
			d.next = i + 1
			return i
		}
	}
	return -1
}

func (d *objectDecoder) keep(name string, raw []byte) {
	if d.extra == nil {
		d.extra = map[string]json.RawMessage{}
	}
	d.extra[name] = bytes.Clone(raw)
}

// encodeObject writes fields in order, then the rest of extra sorted by name.
// What extra keeps for a field counts while the field is its zero value.
func encodeObject(fields []field, extra map[string]json.RawMessage) ([]byte, error) {
	e := objectEncoder{out: []byte{'{'}}
	left := maps.Clone(extra)
	for _, f := range fields {
		kept, isKept := extra[f.name]
		delete(left, f.name)
		if err := e.field(f, kept, isKept); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(left)) {
		if raw := left[name]; raw != nil {
			e.member(name, raw)
		}
	}
	return append(e.out, '}'), nil
}

type objectEncoder struct{ out []byte }

func (e *objectEncoder) field(f field, kept json.RawMessage, isKept bool) error {
	zero := (isKept || !f.required || f.fill != "") && isZero(f.at)
	switch {
	case zero && isKept && kept == nil, zero && !isKept && !f.required:
		return nil
	case zero && isKept:
		e.member(f.name, kept)
		return nil
	case zero && f.fill != "":
		e.member(f.name, []byte(f.fill))
		return nil
	}
	raw, err := encodeValue(f.at)
	if err == nil {
		e.member(f.name, raw)
	}
	return err
}

func (e *objectEncoder) member(name string, raw []byte) {
	if len(e.out) > 1 {
		e.out = append(e.out, ',')
	}
	quoted, _ := marshal(name) // a string always encodes
	e.out = append(append(append(e.out, quoted...), ':'), raw...)
}
