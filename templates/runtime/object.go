package runtime

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// An objectPlan ties the members of a JSON object to the fields of a struct.
// The tags of a field say it: json has the name of the member and omitzero where
// it may be absent, wire the names that json cannot have, const the value that is
// written while the field is empty, as that it is no text, and only one that is never
// written by itself.
type objectPlan struct {
	members []member
	byName  map[string]int
	extra   int // the field for what the others cannot hold
	read    int // the field that has where the object was read, -1 without one
}

type member struct {
	name     string
	head     []byte // the name as it is written, with the colon
	index    int    // of the field
	codec    *codec
	fill     []byte // the JSON that stands for an empty constant
	required bool
	// constant is the text of the only value that the pages know.
	constant   string
	isConstant bool
}

// isObject reports whether t is one of the package's structs for JSON objects,
// which all have Extra.
func isObject(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t.PkgPath() != ownPackage {
		return false
	}
	f, ok := t.FieldByName("Extra")
	return ok && f.Type == extraType && len(f.Index) == 1
}

func newObjectPlan(t reflect.Type) *objectPlan {
	p := &objectPlan{byName: map[string]int{}, read: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type == readType {
			p.read = i
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if wire, ok := f.Tag.Lookup("wire"); ok {
			name = wire
		} else if name == "-" {
			if f.Name == "Extra" {
				p.extra = i
			}
			continue
		}
		m := member{name: name, index: i, codec: codecOf(f.Type), required: options != "omitzero"}
		m.head = append(appendString(nil, name), ':')
		if literal, ok := f.Tag.Lookup("const"); ok {
			_, isOther := f.Tag.Lookup("as")
			m.fill = fillOf(f.Type, literal, isOther)
			m.constant, m.isConstant = literal, true
			if f.Type == constType {
				m.codec = newConstCodec(m.fill)
			}
		}
		if literal, ok := f.Tag.Lookup("only"); ok {
			m.constant, m.isConstant = literal, true
		}
		p.byName[name] = len(p.members)
		p.members = append(p.members, m)
	}
	return p
}

// fillOf is the JSON of a constant: the tag has the text of a string, and other JSON as it is.
func fillOf(t reflect.Type, literal string, isOther bool) []byte {
	if t.Kind() == reflect.String || t == constType && !isOther {
		return appendString(nil, literal)
	}
	return []byte(literal)
}

// decodeOwn reads a JSON object into the fields of what o points at, and
// into Extra what they cannot hold: members of other names, values that do not
// fit, and as nil the required members that are missing. encodeOwn writes the
// same object again.
//
//go:noinline
func decodeOwn(data []byte, o any) error {
	if len(data) == 0 || bytes.Equal(data, null) {
		return nil
	}
	return decodeValue(data, o)
}

func (c *codec) decodeObject(d *decoder, i int, v reflect.Value) (int, error) {
	if d.data[i] != '{' {
		if bytes.HasPrefix(d.data[i:], null) {
			return 0, errNull
		}
		return 0, misfit(d.data[i:i+1], "an object")
	}
	o := objectDecoder{decoder: d, plan: c.object, v: v}
	end, err := o.members(i)
	if err != nil {
		return 0, err
	}
	for n, m := range o.plan.members {
		if m.required && !o.seen.has(n) {
			o.keep(m.name, nil)
		}
	}
	*v.Field(o.plan.extra).Addr().Interface().(*map[string]json.RawMessage) = o.extra
	if o.plan.read >= 0 {
		*o.plan.readOf(v) = d.readAt(i, end)
	}
	return end, nil
}

type objectDecoder struct {
	*decoder
	plan  *objectPlan
	v     reflect.Value
	seen  memberSet
	next  int
	extra map[string]json.RawMessage
}

// A memberSet is a set of members by their numbers. It needs no memory of its own
// for objects of common size.
type memberSet struct {
	few  [2]uint64
	many map[int]bool
}

func (s *memberSet) add(n int) {
	switch {
	case n < 128:
		s.few[n/64] |= 1 << (n % 64)
	case s.many == nil:
		s.many = map[int]bool{n: true}
	default:
		s.many[n] = true
	}
}

func (s *memberSet) has(n int) bool {
	if n < 128 {
		return s.few[n/64]&(1<<(n%64)) != 0
	}
	return s.many[n]
}

func (d *objectDecoder) members(i int) (int, error) {
	i, err := d.open(i, '{')
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
	d.depth--
	return i + 1, err
}

// member reads the value at start and returns its end. A value that does not
// fit is no error: it is kept aside, and so is one of which something does not.
func (d *objectDecoder) member(name []byte, start int) (int, error) {
	if n, ok := d.find(name); ok {
		m := &d.plan.members[n]
		if d.seen.has(n) {
			delete(d.extra, m.name) // of the same name the last one counts
		}
		d.seen.add(n)
		d.next = n + 1
		f, kept := d.v.Field(m.index), d.kept
		end, err := m.codec.decodeAt(d.decoder, start, f)
		switch {
		case err == errDepth:
			return 0, err
		case err == nil && d.kept == kept && (m.fill == nil || !m.codec.isZero(f)):
			return end, nil
		case err != nil:
			f.SetZero()
		}
		d.kept = kept
	}
	end, err := d.skip(start)
	if err != nil {
		return 0, err
	}
	d.keep(string(name), d.data[start:end])
	return end, nil
}

// find tries the member after the one found last, because objects mostly come
// in the order of their documentation.
func (d *objectDecoder) find(name []byte) (n int, ok bool) {
	if d.next < len(d.plan.members) && d.plan.members[d.next].name == string(name) {
		return d.next, true
	}
	n, ok = d.plan.byName[string(name)]
	return n, ok
}

func (d *objectDecoder) keep(name string, raw []byte) {
	if d.extra == nil {
		d.extra = map[string]json.RawMessage{}
	}
	d.extra[name] = bytes.Clone(raw)
}

// encodeObject writes fields in order, then what is left of Extra, sorted by
// name. What Extra has for a field counts until the program sets the field.
func (c *codec) encodeObject(out []byte, v reflect.Value, depth int) ([]byte, error) {
	extra := v.Field(c.object.extra).Interface().(map[string]json.RawMessage)
	out = append(out, '{')
	first := len(out)
	for i := range c.object.members {
		m := &c.object.members[i]
		var kept json.RawMessage
		var isKept bool
		if len(extra) > 0 {
			kept, isKept = extra[m.name]
		}
		var err error
		if out, err = m.appendTo(out, first, v.Field(m.index), kept, isKept, depth); err != nil {
			return nil, err
		}
	}
	if len(extra) > 0 {
		out = c.object.appendRest(out, first, extra)
	}
	return append(out, '}'), nil
}

// appendRest appends what is for no field, sorted by name.
func (p *objectPlan) appendRest(out []byte, first int, extra map[string]json.RawMessage) []byte {
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		raw := extra[name]
		if _, isField := p.byName[name]; raw != nil && !isField {
			out = append(appendName(out, first, name), raw...)
		}
	}
	return out
}

func (m *member) appendTo(out []byte, first int, v reflect.Value, kept json.RawMessage, isKept bool, depth int) ([]byte, error) {
	zero := (isKept || !m.required || m.fill != nil) && m.codec.isZero(v)
	if zero && (isKept && kept == nil || !isKept && !m.required) {
		return out, nil
	}
	if len(out) > first {
		out = append(out, ',')
	}
	out = append(out, m.head...)
	switch {
	case zero && isKept && !m.codec.wasReset(kept):
		return append(out, kept...), nil
	case zero && m.fill != nil:
		return append(out, m.fill...), nil
	case isKept && kept != nil:
		return m.codec.appendKept(out, v, kept, depth)
	}
	return m.codec.appendTo(out, v, depth)
}

// A field is a member of an object with a pointer to its field. fill is the JSON
// that stands for an empty constant.
type field struct {
	name string
	at   any
	fill string
}

// An object is a pointer to a struct for a JSON object.
type object interface {
	json.Marshaler
	json.Unmarshaler
}

// split takes an object apart.
func split(o object) ([]field, *map[string]json.RawMessage) {
	v := reflect.ValueOf(o).Elem()
	c := codecOf(v.Type())
	c.once.Do(c.make)
	plan := c.object
	fields := make([]field, len(plan.members))
	for i, m := range plan.members {
		fields[i] = field{m.name, v.Field(m.index).Addr().Interface(), string(m.fill)}
	}
	return fields, v.Field(plan.extra).Addr().Interface().(*map[string]json.RawMessage)
}
