package runtime

import (
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strconv"
)

// An accumulation says which members of events change the result that they are of.
type accumulation struct {
	whole   string // has the result as it is then
	list    string // of the result, whose elements events add to
	element string // has a new element of the list
	index   string // is the number of the element
	delta   string // has what is added to the element, or else to the result
	message string // of an element of the list, that a delta of chunks is added to
	// texts are members of deltas whose texts are together the JSON of a member of the
	// element.
	texts map[string]string
	// replaced are members of which a text takes the place of the one before; nil means id,
	// type and role.
	replaced []string
}

// accumulate gives what events give and adds each to the result.
func accumulate[E any](result any, a accumulation, events iter.Seq2[E, error]) iter.Seq2[E, error] {
	return func(yield func(E, error) bool) {
		for event, err := range events {
			if err == nil {
				err = a.add(reflect.ValueOf(result).Elem(), event)
			}
			if !yield(event, err) || err != nil {
				return
			}
		}
	}
}

// add adds an event to a result.
func (a *accumulation) add(result reflect.Value, event any) error {
	raw, err := encodeOwn(event)
	if err != nil {
		return err
	}
	if read := readOf(result); read != nil {
		*read = nil // it is no longer what was read
	}
	members := membersOf(raw)
	whole, delta := members[a.whole], members[a.delta]
	switch {
	case a.message != "":
		return a.chunk(result, members)
	case a.whole != "" && kindOf(whole) == kindObject:
		result.SetZero()
		return decodeMade(whole, result.Addr().Interface())
	case a.list != "" && kindOf(members[a.index]) != 0:
		return a.toElement(result, members)
	case kindOf(delta) != kindObject:
		return nil
	}
	for n, from := range []map[string][]byte{members, membersOf(delta)} {
		for name, value := range from {
			if n == 0 && kindOf(value) != kindObject {
				continue // about the event, such as its ID
			}
			if f, m := memberField(result, name); m != nil && !m.isConstant && (kindOf(value) != 0 || isOpt(f.Type())) {
				if err := a.mergeField(f, name, value, false); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// toElement adds an event to an element of the list, or adds the element.
func (a *accumulation) toElement(result reflect.Value, members map[string][]byte) error {
	list, _ := memberField(result, a.list)
	i, err := strconv.Atoi(string(members[a.index]))
	element, delta := members[a.element], a.deltaOf(members)
	switch {
	case err != nil || i < 0 || i > list.Len() || i == list.Len() && kindOf(element) != kindObject:
		return fmt.Errorf("an event is about element %s of %s, of which there are %d", members[a.index], a.list, list.Len())
	case i == list.Len():
		list.Set(reflect.Append(list, reflect.Zero(list.Type().Elem())))
		return decodeMade(element, list.Index(i).Addr().Interface())
	}
	if inner, wraps := unwrap(list.Index(i)); wraps && !inner.IsValid() { // an alternative that is not known
		at := list.Index(i).Addr().Interface()
		before, err := encodeValue(at)
		if err != nil {
			return err
		}
		more := membersOf(delta)
		delete(more, "type")
		for name, value := range more {
			before = a.mergeJSON("", before, slices.Concat([]byte("{"), appendName(nil, 0, name), value, []byte("}")), true)
		}
		return decodeMade(before, at)
	}
	return changeObject(list.Index(i), func(object reflect.Value) error {
		more := membersOf(delta)
		if a.delta == "" {
			a.keepKnown(object, more)
		}
		if len(more) == 0 {
			return a.finish(object)
		}
		return a.addDelta(object, more)
	})
}

// deltaOf is what an event adds to an element: a member of it, or its own members.
func (a *accumulation) deltaOf(members map[string][]byte) []byte {
	if a.delta != "" {
		return members[a.delta]
	}
	more := map[string]json.RawMessage{}
	for name, value := range members {
		if name != a.index && name != a.element {
			more[name] = value
		}
	}
	raw, _ := marshal(more) // made of JSON
	return raw
}

// keepKnown leaves of the members of an event those that the element has.
func (a *accumulation) keepKnown(element reflect.Value, more map[string][]byte) {
	for name := range more {
		_, m := memberField(element, name)
		_, many := memberField(element, name+"s")
		if m == nil && many == nil && a.texts[name] == "" || m != nil && m.isConstant {
			delete(more, name)
		}
	}
}

// changeObject changes an object, or the one that a union holds.
func changeObject(v reflect.Value, change func(object reflect.Value) error) error {
	if inner, wraps := unwrap(v); wraps && v.Kind() == reflect.Struct && inner.IsValid() && !isOpt(v.Type()) {
		object := reflect.New(inner.Type()).Elem()
		object.Set(inner)
		err := changeObject(object, change)
		v.Field(0).Set(object)
		return err
	}
	return change(v)
}

// addDelta adds the members of a delta to an element: texts to texts, what has the
// singular of a list to the list, and others in their place. What the element has no
// member for is kept in Extra, one text after the other.
func (a *accumulation) addDelta(element reflect.Value, delta map[string][]byte) error {
	for name, value := range delta {
		f, m := memberField(element, name)
		list, many := memberField(element, name+"s")
		var err error
		switch {
		case m != nil && m.isConstant:
		case m != nil:
			err = a.mergeField(f, name, value, true)
		case many != nil:
			err = a.mergeField(list, name, slices.Concat([]byte("["), value, []byte("]")), true)
		default:
			if extra := extraOf(element); extra != nil {
				(*extra)[name] = a.mergeJSON(name, (*extra)[name], value, true)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// finish reads the texts that were kept in Extra as the members that they are of.
func (a *accumulation) finish(element reflect.Value) error {
	extra := extraOf(element)
	if extra == nil {
		return nil
	}
	for from, to := range a.texts {
		text := []byte(textOf((*extra)[from]))
		if f, m := memberField(element, to); m != nil && (*extra)[from] != nil && (len(text) == 0 || json.Valid(text)) {
			delete(*extra, from)
			if len(text) > 0 {
				delete(*extra, to)
				if err := decodeMade(text, f.Addr().Interface()); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// chunk adds a chunk, which has what is new in a result of about the same members.
func (a *accumulation) chunk(result reflect.Value, members map[string][]byte) error {
	for name, value := range members {
		f, m := memberField(result, name)
		if m == nil || m.isConstant || kindOf(value) == 0 {
			continue
		}
		if name != a.list {
			if err := decodeMade(value, f.Addr().Interface()); err != nil {
				return err
			}
			continue
		}
		for _, raw := range elementsOf(value) {
			if err := a.chunkElement(f, membersOf(raw)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *accumulation) chunkElement(list reflect.Value, members map[string][]byte) error {
	i, err := strconv.Atoi(string(members[a.index]))
	if err != nil || i < 0 || i > list.Len() {
		return fmt.Errorf("a chunk is about element %s of %s, of which there are %d", members[a.index], a.list, list.Len())
	}
	if i == list.Len() {
		list.Set(reflect.Append(list, reflect.Zero(list.Type().Elem())))
	}
	element := list.Index(i)
	for name, value := range members {
		if f, m := memberField(element, name); m != nil && kindOf(value) != 0 {
			if err := a.mergeField(f, name, value, false); err != nil {
				return err
			}
		}
	}
	message, m := memberField(element, a.message)
	if m == nil {
		return nil
	}
	return changeObject(message, func(object reflect.Value) error { return a.addDelta(object, membersOf(members[a.delta])) })
}

// memberField is the field of an object for a member, whose plan is nil where there
// is none.
func memberField(object reflect.Value, name string) (reflect.Value, *member) {
	c := codecOf(object.Type())
	c.once.Do(c.make)
	if c.object == nil {
		return reflect.Value{}, nil
	}
	n, ok := c.object.byName[name]
	if !ok {
		return reflect.Value{}, nil
	}
	m := &c.object.members[n]
	return object.Field(m.index), m
}

// extraOf is the map of an object for what its fields cannot hold, made if there is
// none yet; nil where v is no object.
func extraOf(v reflect.Value) *map[string]json.RawMessage {
	c := codecOf(v.Type())
	c.once.Do(c.make)
	if c.object == nil {
		return nil
	}
	extra := v.Field(c.object.extra).Addr().Interface().(*map[string]json.RawMessage)
	if *extra == nil {
		*extra = map[string]json.RawMessage{}
	}
	return extra
}

// mergeField adds JSON to a field. grows says that texts are added to and not
// replaced.
func (a *accumulation) mergeField(f reflect.Value, name string, value []byte, grows bool) error {
	at := f
	if isOpt(f.Type()) {
		at = valueOfOpt(f)
	}
	if at.IsValid() && at.Kind() == reflect.String && kindOf(value) == kindString && grows && !a.isName(name) {
		at.SetString(at.String() + textOf(value))
		return nil
	}
	if kindOf(value)&(kindObject|kindArray) != 0 {
		before, err := encodeValue(f.Addr().Interface())
		if err != nil {
			return err
		}
		if !f.IsZero() {
			value = a.mergeJSON(name, before, value, grows)
		}
	}
	return decodeMade(value, f.Addr().Interface())
}

// mergeJSON adds JSON to JSON: members to members, and where texts grow elements to the
// element of their index or else to the end, and texts to texts, unless they are names.
func (a *accumulation) mergeJSON(name string, before, more []byte, grows bool) []byte {
	out := more
	switch k := kindOf(more); {
	case k == 0:
		return before
	case k != kindOf(before), k != kindObject && !grows:
	case k == kindString && !a.isName(name):
		out, _ = marshal(textOf(before) + textOf(more)) // a string always encodes
	case k == kindObject:
		members := map[string]json.RawMessage{}
		for member, raw := range membersOf(before) {
			members[member] = raw
		}
		for member, raw := range membersOf(more) {
			members[member] = a.mergeJSON(member, members[member], raw, grows)
		}
		out, _ = marshal(members) // made of JSON
	case k == kindArray:
		var elements []json.RawMessage
		for _, raw := range elementsOf(before) {
			elements = append(elements, raw)
		}
		for _, raw := range elementsOf(more) {
			i, err := strconv.Atoi(string(membersOf(raw)["index"]))
			if err == nil && i >= 0 && i < len(elements) {
				elements[i] = a.mergeJSON("", elements[i], raw, true)
			} else {
				elements = append(elements, raw)
			}
		}
		out, _ = marshal(elements) // made of JSON
	}
	return out
}

// isName reports whether the text of a member is sent whole each time.
func (a *accumulation) isName(member string) bool {
	if a.replaced != nil {
		return slices.Contains(a.replaced, member)
	}
	return member == "id" || member == "type" || member == "role"
}
