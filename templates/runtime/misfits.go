package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// A Misfit is a place in JSON that was read and is not what the pages say.
type Misfit struct {
	// Path is where it is, as in $.data[3].name.
	Path string
	// Expected is what is due there, as in "an integer".
	Expected string
	// Found is the JSON that is there. It is nil where a required member is missing.
	Found json.RawMessage
}

// String is the misfit in one line, with the beginning of what was found.
func (m Misfit) String() string {
	if m.Found == nil {
		return m.Path + ": " + m.Expected + " is required and missing"
	}
	return m.Path + ": " + m.Expected + " is due, not " + oneLine(string(m.Found[:min(len(m.Found), 4*maxPiece)]))
}

// A MisfitError is a response with misfits, which WithStrictResponses makes an
// error.
type MisfitError struct{ Misfits []Misfit }

// Error tells of the first misfit and how many there are.
func (e *MisfitError) Error() string {
	if e == nil || len(e.Misfits) == 0 {
		return "no misfits"
	}
	text := e.Misfits[0].String()
	if more := len(e.Misfits) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}

// Misfits are the places of what was read into v that are not what the pages
// say, in the order of its fields: values that do not fit, numbers in strings,
// required members that are missing, and variants that are not known. Values
// that do not fit are zero in v; Found has them. What the program set since is no
// misfit any more. v is a result, a value of a stream, an element of a list or a
// part of one, or a pointer to it. Of a *Stream it is what All left out so far,
// to be asked by the goroutine that reads it.
func Misfits(v any) []Misfit {
	if s, ok := v.(interface{ leftOut() []Misfit }); ok {
		return s.leftOut()
	}
	var out []Misfit
	at := reflect.ValueOf(v)
	for at.IsValid() && at.Kind() == reflect.Pointer {
		at = at.Elem()
	}
	if !at.IsValid() {
		return nil
	}
	w := misfitWalk{visit: func(m Misfit) { out = append(out, m) }}
	w.root(at)
	return out
}

type misfitWalk struct {
	visit func(Misfit)
	flat  bool // leaves out what objects hold and keep themselves
	depth int
}

// root walks through a value that nothing is around.
func (w *misfitWalk) root(v reflect.Value) {
	if raw := recall(v); raw != nil {
		w.compare("$", codecOf(v.Type()), v, raw)
		return
	}
	w.value("$", v)
}

// value walks through a value that holds all that it was read from.
func (w *misfitWalk) value(path string, v reflect.Value) {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if !v.IsValid() || w.flat || w.depth > maxDepth {
		return
	}
	w.depth++
	defer func() { w.depth-- }()
	c := codecOf(v.Type())
	c.once.Do(c.make)
	switch {
	case isOpt(c.of):
		w.value(path, valueOfOpt(v))
	case c.object != nil:
		w.object(path, c, v)
	case c.union != nil:
		w.union(path, c, v)
	case c.of.Kind() == reflect.Pointer:
		w.value(path, v.Elem())
	case c.elem != nil && c.of.Kind() == reflect.Slice:
		w.elements(path, v, 0)
	case c.elem != nil && c.of.Kind() == reflect.Map:
		for _, key := range sortedMapKeys(v) {
			w.value(memberPath(path, key.String()), v.MapIndex(key))
		}
	}
}

// elements walks through the elements of a list from one on.
func (w *misfitWalk) elements(path string, v reflect.Value, from int) {
	switch v.Type().Elem().Kind() {
	case reflect.String, reflect.Int64, reflect.Float64, reflect.Bool, reflect.Uint8:
		return
	}
	for i := from; i < v.Len(); i++ {
		w.value(path+"["+strconv.Itoa(i)+"]", v.Index(i))
	}
}

func (w *misfitWalk) object(path string, c *codec, v reflect.Value) {
	extra := v.Field(c.object.extra).Interface().(map[string]json.RawMessage)
	for i := range c.object.members {
		m := &c.object.members[i]
		f, at := v.Field(m.index), memberPath(path, m.name)
		raw, kept := extra[m.name]
		switch {
		case !kept:
			w.value(at, f)
		case !m.required && bytes.Equal(raw, null): // as good as absent
		case raw != nil:
			w.compare(at, m.codec, f, raw)
		case m.codec.isZero(f):
			w.visit(Misfit{Path: at, Expected: m.codec.due()})
		}
	}
}

func (w *misfitWalk) union(path string, c *codec, v reflect.Value) {
	variant, raw := v.Field(0).Elem(), v.Field(1).Bytes()
	switch {
	case variant.IsValid() && raw != nil && codecOf(variant.Type()).isKindOf(raw):
		w.compare(path, codecOf(variant.Type()), variant, raw)
	case variant.IsValid():
		w.value(path, variant)
	case raw != nil && !bytes.Equal(raw, null):
		w.visit(Misfit{path, c.expected, raw})
	}
}

// compare walks through a value that does not hold all that it was read from.
func (w *misfitWalk) compare(path string, c *codec, v reflect.Value, raw []byte) {
	c.once.Do(c.make)
	switch {
	case c.holdsReadValue(v, raw):
		w.compare(path, c.elem, valueOfOpt(v), raw)
	case isOpt(c.of) && valueOfOpt(v).IsValid():
		w.value(path, valueOfOpt(v))
	case c.union != nil, c.object != nil && kindOf(raw) == kindObject:
		w.value(path, v)
	case c.isListOf(raw):
		elements := elementsOf(raw)
		for i := range min(v.Len(), len(elements)) {
			w.compare(path+"["+strconv.Itoa(i)+"]", c.elem, v.Index(i), elements[i])
		}
		w.elements(path, v, len(elements))
	case c.isMapOf(raw):
		members := membersOf(raw)
		for _, key := range sortedMapKeys(v) {
			w.compare(memberPath(path, key.String()), c.elem, v.MapIndex(key), members[key.String()])
		}
	default:
		read, _, misfits, err := c.reread(raw)
		if raw != nil && (err != nil && c.isZero(v) || misfits > 0 && c.isSame(v, read)) {
			w.visit(Misfit{path, c.due(), raw})
		}
	}
}

// due says what JSON a type reads.
func (c *codec) due() string {
	c.once.Do(c.make)
	switch {
	case c.elem != nil && (c.of.Kind() == reflect.Struct || c.of.Kind() == reflect.Pointer):
		return c.elem.due()
	case c.of == rawType:
		return "a value"
	}
	return c.expected
}

// memberPath is the path of a member, in brackets where a dot would be read
// otherwise.
func memberPath(path, name string) string {
	if name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == "" {
		return path + "." + name
	}
	quoted, _ := marshal(name) // a string always encodes
	return path + "[" + string(quoted) + "]"
}

// WithStrictResponses makes a response an error in which something is not what
// the pages say: an *Error around a *MisfitError. Without it such a response is
// read as far as it goes, see Misfits.
func WithStrictResponses() Option { return optionFunc(func(c *config) { c.strict = true }) }

// WithMisfitHook calls a function with each misfit of each response, and of each
// value of a stream. It may be called by several goroutines at once.
func WithMisfitHook(hook func(Misfit)) Option { return optionFunc(func(c *config) { c.misfit = hook }) }

// check tells of the misfits of a response as the options want it.
func (c *config) check(v any) error {
	if !c.strict && c.misfit == nil {
		return nil
	}
	all := Misfits(v)
	for _, m := range all {
		c.tell(m)
	}
	if c.strict && len(all) > 0 {
		return &MisfitError{all}
	}
	return nil
}

// tell calls the hook with a misfit, if there is one.
func (c *config) tell(m Misfit) {
	if c.misfit != nil {
		c.misfit(m)
	}
}
