package runtime

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// A document is JSON that was read, which nothing changes.
type document struct{ text []byte }

// A readJSON is where the JSON of an object stands in the document that it was read
// from. All objects of a document share it, and it is there as long as one of
// them is. Copies of an object share it.
type readJSON struct {
	in       *document
	from, to int
}

var readType = reflect.TypeFor[*readJSON]()

// RawJSON is the JSON that an object was read from, as the server wrote it: a result or
// anything in it, such as an element of a list, a variant, or the Value of a union. It is
// nil for what was not read and for what events of a stream add up to. What the program
// sets does not change it.
func RawJSON(v any) json.RawMessage {
	at := reflect.ValueOf(v)
	for at.IsValid() {
		if union, ok := at.Interface().(interface{ RawJSON() json.RawMessage }); ok && at.Kind() == reflect.Struct {
			return union.RawJSON()
		}
		inner, wraps := unwrap(at)
		if !wraps {
			read := readOf(at)
			if read == nil || *read == nil {
				return nil
			}
			return bytes.Clone((*read).in.text[(*read).from:(*read).to])
		}
		at = inner
	}
	return nil
}

// readOf is where an object was read, nil for what is none.
func readOf(v reflect.Value) **readJSON {
	c := codecOf(v.Type())
	c.once.Do(c.make)
	if c.object == nil || c.object.read < 0 {
		return nil
	}
	if !v.CanAddr() {
		v = reflect.ValueOf(addressOf(v)).Elem()
	}
	return c.object.readOf(v)
}

// readOf is the field of an object that has where it was read.
func (p *objectPlan) readOf(v reflect.Value) **readJSON {
	return (**readJSON)(v.Field(p.read).Addr().UnsafePointer())
}

// readAt is the place of an object that was read. The decoder's text is copied at the
// first one: it may be of somebody who changes it.
func (d *decoder) readAt(from, to int) *readJSON {
	if d.made {
		return nil
	}
	if d.document == nil {
		d.document = &document{bytes.Clone(d.data)}
	}
	return &readJSON{d.document, from, to}
}

// decodeMade is decodeValue for JSON that the package made and no server wrote: objects
// do not keep it.
func decodeMade(data []byte, into any) error {
	return decodeInto(decoder{data: data, made: true}, into)
}
