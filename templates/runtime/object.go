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
	fill     string
	required bool
	seen     bool // while an object is decoded
}

// An object is a struct with a table of its fields, which ends with rest.
type object interface{ fields() []field }

// required is a member that is always written.
func required(name string, at any) field { return field{name: name, at: at, required: true} }

// optional is a member that is left out while it is absent.
func optional(name string, at any) field { return field{name: name, at: at} }

// constant is a member that is written as literal while it is empty.
func constant(name string, at any, literal string) field {
	return field{name: name, at: at, required: true, fill: literal}
}

// rest ends a table with the map for what the fields cannot hold.
func rest(extra *map[string]json.RawMessage) field { return field{at: extra} }

// split takes the table of an object apart.
func split(o object) ([]field, *map[string]json.RawMessage) {
	table := o.fields()
	last := len(table) - 1
	return table[:last], table[last].at.(*map[string]json.RawMessage)
}

// decodeObject reads a JSON object into the fields of o, and into the rest what they
// cannot hold: members of other names, values that do not fit, and as nil the
// required members that are missing. encodeObject writes the same object again.
func decodeObject(data []byte, o object) error {
	if len(data) == 0 || bytes.Equal(data, null) {
		return nil
	}
	_, err := decodeObjectAt(data, 0, o)
	return err
}

// decodeObjectAt reads the object at i and returns its end.
func decodeObjectAt(data []byte, i int, o object) (int, error) {
	if data[i] != '{' {
		return 0, fmt.Errorf("cannot read a JSON %s as an object", kindOf(data[i:]))
	}
	fields, extra := split(o)
	d := objectDecoder{data: data, fields: fields}
	end, err := d.members(i)
	if err != nil {
		return 0, err
	}
	for _, f := range fields {
		if f.required && !f.seen {
			d.keep(f.name, nil)
		}
	}
	*extra = d.extra
	return end, nil
}

type objectDecoder struct {
	data   []byte
	fields []field
	next   int
	extra  map[string]json.RawMessage
}

func (d *objectDecoder) members(i int) (int, error) {
	i, err := open(d.data, i, '{')
	for err == nil && d.data[i] != '}' {
		name, start, fault := memberName(d.data, i)
		if fault != nil {
			return 0, fault
		}
		end, fault := d.member(name, start)
		if fault != nil {
			return 0, fault
		}
		i, err = next(d.data, end, '}')
	}
	return i + 1, err
}

// member reads the value at start and returns its end. A value that does not
// fit is no error: it is kept aside.
func (d *objectDecoder) member(name []byte, start int) (int, error) {
	n := d.find(name)
	if n >= 0 {
		f := &d.fields[n]
		f.seen = true
		end, err := decodeAt(d.data, start, f.at)
		if err == nil && (f.fill == "" || !isZero(f.at)) {
			return end, nil
		}
		if err != nil {
			setZero(f.at)
		}
	}
	end, err := skipValue(d.data, start)
	if err != nil {
		return 0, err
	}
	d.keep(string(name), d.data[start:end])
	return end, nil
}

// find looks for the field after the one found last, because objects mostly
// come in the order of their documentation.
func (d *objectDecoder) find(name []byte) int {
	for n := range d.fields {
		i := (d.next + n) % len(d.fields)
		if d.fields[i].name == string(name) {
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

// encodeObject writes fields in order, then what is left of the rest, sorted by
// name. What the rest has for a field counts while the field is its zero value.
func encodeObject(o object) ([]byte, error) { return appendObject(nil, o) }

func appendObject(out []byte, o object) ([]byte, error) {
	fields, extra := split(o)
	left := maps.Clone(*extra)
	out = append(out, '{')
	first := len(out)
	for _, f := range fields {
		kept, isKept := (*extra)[f.name]
		delete(left, f.name)
		var err error
		if out, err = appendField(out, first, f, kept, isKept); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(left)) {
		if raw := left[name]; raw != nil {
			out = append(appendName(out, first, name), raw...)
		}
	}
	return append(out, '}'), nil
}

func appendField(out []byte, first int, f field, kept json.RawMessage, isKept bool) ([]byte, error) {
	zero := (isKept || !f.required || f.fill != "") && isZero(f.at)
	switch {
	case zero && isKept && kept == nil, zero && !isKept && !f.required:
		return out, nil
	case zero && isKept:
		return append(appendName(out, first, f.name), kept...), nil
	case zero && f.fill != "":
		return append(appendName(out, first, f.name), f.fill...), nil
	}
	return appendValue(appendName(out, first, f.name), f.at)
}

// appendName begins a member, after a comma unless it is the first one.
func appendName(out []byte, first int, name string) []byte {
	if len(out) > first {
		out = append(out, ',')
	}
	return append(appendString(out, name), ':')
}
