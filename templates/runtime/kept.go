package runtime

import (
	"encoding/json"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
	"weak"
)

// reread reads JSON that was kept beside a value again, and returns what it
// becomes, how much of it has to be kept, and how much of that is a misfit.
func (c *codec) reread(raw []byte) (v reflect.Value, kept, misfits int, err error) {
	v = reflect.New(c.of).Elem()
	d := decoder{data: raw, made: true}
	_, err = c.decodeAt(&d, 0, v)
	if err != nil {
		v.SetZero()
	}
	return v, d.kept, d.misfits, err
}

// wasReset reports whether a zero value was set by the program: the JSON that was
// kept reads as another one, although not without loss. What is absent was
// never set.
func (c *codec) wasReset(raw []byte) bool {
	if isOpt(c.of) || c.of == rawType {
		return false
	}
	v, kept, _, err := c.reread(raw)
	return err == nil && kept > 0 && !c.isZero(v)
}

// isKindOf reports whether JSON is of the kind that the type reads.
func (c *codec) isKindOf(raw []byte) bool {
	c.once.Do(c.make)
	switch {
	case c.object != nil || c.of.Kind() == reflect.Map:
		return kindOf(raw) == kindObject
	case c.of.Kind() == reflect.Slice && c.of != rawType:
		return kindOf(raw) == kindArray
	case c.elem != nil:
		return c.elem.isKindOf(raw)
	}
	_, _, _, err := c.reread(raw)
	return err == nil
}

// appendKept appends v, which was read from raw and does not hold all of it:
// element by element what the program did not touch as it was read, and
// otherwise v.
func (c *codec) appendKept(out []byte, v reflect.Value, raw []byte, depth int) ([]byte, error) {
	c.once.Do(c.make)
	switch {
	case depth > maxDepth:
		return nil, errDepth
	case c.holdsReadValue(v, raw):
		return c.elem.appendKept(out, valueOfOpt(v), raw, depth)
	case isOpt(c.of) && c.isZero(v):
		return append(out, raw...), nil
	case isOpt(c.of), c.union != nil, c.of == rawType:
		return c.encode(c, out, v, depth)
	case c.object != nil && kindOf(raw) == kindObject:
		return c.encode(c, out, v, depth)
	case c.isListOf(raw):
		return c.appendKeptSlice(out, v, raw, depth+1)
	case c.isMapOf(raw):
		return c.appendKeptMap(out, v, raw, depth+1)
	}
	if read, _, _, err := c.reread(raw); c.isSame(v, read) || err != nil && c.isZero(v) {
		return append(out, raw...), nil
	}
	return c.encode(c, out, v, depth)
}

// holdsReadValue reports whether v is an Opt with a value that raw can be read as.
// One that it cannot be read as would have left the Opt absent: it was set since.
func (c *codec) holdsReadValue(v reflect.Value, raw []byte) bool {
	return isOpt(c.of) && valueOfOpt(v).IsValid() && c.elem.isKindOf(raw)
}

func (c *codec) isListOf(raw []byte) bool {
	return c.elem != nil && c.of.Kind() == reflect.Slice && kindOf(raw) == kindArray
}

func (c *codec) isMapOf(raw []byte) bool {
	return c.elem != nil && c.of.Kind() == reflect.Map && kindOf(raw) == kindObject
}

func (c *codec) appendKeptSlice(out []byte, v reflect.Value, raw []byte, depth int) ([]byte, error) {
	elements := elementsOf(raw)
	out = append(out, '[')
	for i := range v.Len() {
		if i > 0 {
			out = append(out, ',')
		}
		var err error
		if i < len(elements) {
			out, err = c.elem.appendKept(out, v.Index(i), elements[i], depth)
		} else {
			out, err = c.elem.appendTo(out, v.Index(i), depth)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(out, ']'), nil
}

// appendKeptMap writes the members in the order that they were read in, and those
// that came since behind them, sorted by name.
func (c *codec) appendKeptMap(out []byte, v reflect.Value, raw []byte, depth int) ([]byte, error) {
	members, written := membersOf(raw), map[string]bool{}
	out = append(out, '{')
	first := len(out)
	var err error
	_ = eachMember(raw, func(member, _ []byte) error {
		name := string(member)
		value := v.MapIndex(reflect.ValueOf(name).Convert(c.of.Key()))
		if value.IsValid() && !written[name] && err == nil {
			written[name] = true
			out, err = c.elem.appendKept(appendName(out, first, name), value, members[name], depth)
		}
		return nil
	})
	for _, key := range sortedMapKeys(v) {
		if name := key.String(); !written[name] && err == nil {
			out, err = c.elem.appendTo(appendName(out, first, name), v.MapIndex(key), depth)
		}
	}
	return append(out, '}'), err
}

func sortedMapKeys(v reflect.Value) []reflect.Value {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	return keys
}

// isSame reports whether two values of the type are equal.
func (c *codec) isSame(a, b reflect.Value) bool {
	if c.of == timeType {
		return a.Interface().(time.Time).Equal(b.Interface().(time.Time))
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// elementsOf are the elements of a JSON array. They alias raw.
func elementsOf(raw []byte) [][]byte {
	var out [][]byte
	d := decoder{data: raw}
	_ = d.eachElementAt(0, func(start int) {
		if end, err := skipValue(raw, start); err == nil {
			out = append(out, raw[start:end])
		}
	})
	return out
}

// membersOf are the members of a JSON object. They alias raw.
func membersOf(raw []byte) map[string][]byte {
	out := map[string][]byte{}
	_ = eachMember(raw, func(name, raw []byte) error {
		out[string(name)] = raw
		return nil
	})
	return out
}

// remembered has the JSON of lists and maps that stand in no object that could
// keep it, by their address, for as long as they live.
var remembered sync.Map

type memory struct {
	of  weak.Pointer[byte]
	raw json.RawMessage
}

// addressOfElements is where a list or a map has its elements, nil where it has
// none.
func addressOfElements(v reflect.Value) *byte {
	switch {
	case v.Kind() == reflect.Slice && v.Len() > 0 && v.Type().Elem().Size() > 0:
		return (*byte)(v.UnsafePointer())
	case v.Kind() == reflect.Map && v.Len() > 0:
		return (*byte)(v.UnsafePointer())
	}
	return nil
}

// remember keeps the JSON of v where nothing around it does.
func remember(v reflect.Value, data []byte) {
	at := addressOfElements(v)
	if at == nil {
		return
	}
	key, m := v.Pointer(), &memory{weak.Make(at), slices.Clone(data)}
	remembered.Store(key, m)
	runtime.AddCleanup(at, func(m *memory) { remembered.CompareAndDelete(key, m) }, m)
}

// recall returns the JSON that v was read from where it does not hold all of it.
func recall(v reflect.Value) json.RawMessage {
	at := addressOfElements(v)
	if at == nil {
		return nil
	}
	if m, ok := remembered.Load(v.Pointer()); ok && m.(*memory).of.Value() == at {
		return m.(*memory).raw
	}
	return nil
}
