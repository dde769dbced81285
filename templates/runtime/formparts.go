package runtime

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
)

// A part is one part of a form: a file, or text.
type part struct {
	name string
	text string
	file *File
}

// partsOf takes a form apart. Files stand anywhere in it: in choices, in lists,
// in objects.
func partsOf(form object, style listStyle) ([]part, error) {
	b := formBuilder{style: style}
	err := b.members(form, func(member string) string { return member })
	return b.parts, err
}

type formBuilder struct {
	style listStyle
	parts []part
}

// members adds the members of an object under the names that spell gives them.
func (b *formBuilder) members(o object, nameFor func(member string) string) error {
	fields, extra := split(o)
	for _, f := range fields {
		if err := b.member(nameFor(f.name), f); err != nil {
			return fmt.Errorf("form field %s: %w", f.name, err)
		}
	}
	for _, member := range slices.Sorted(maps.Keys(*extra)) {
		if err := b.flatten(nameFor(member), (*extra)[member]); err != nil {
			return fmt.Errorf("form field %s: %w", member, err)
		}
	}
	return nil
}

func (b *formBuilder) member(name string, f field) error {
	at := reflect.ValueOf(f.at).Elem()
	switch {
	case holdsFile(at.Type(), map[reflect.Type]bool{}):
		return b.value(name, at)
	case f.fill != "" && isZero(f.at):
		b.add(name, textOf([]byte(f.fill)))
		return nil
	}
	return b.json(name, f.at)
}

func (b *formBuilder) add(name, text string) { b.parts = append(b.parts, part{name: name, text: text}) }

var fileType = reflect.TypeFor[File]()

// value adds a value that may hold files.
func (b *formBuilder) value(name string, v reflect.Value) error {
	inner, wraps := unwrap(v)
	switch {
	case wraps && !inner.IsValid() && v.Kind() != reflect.Struct:
		return nil
	case wraps && !inner.IsValid():
		return b.json(name, addressOf(v)) // absent, null, or newer than this package
	case wraps:
		return b.value(name, inner)
	case v.Type() == fileType:
		f := v.Interface().(File)
		b.parts = append(b.parts, part{name: name, file: &f})
		return f.check()
	case !holdsFile(v.Type(), map[reflect.Type]bool{}):
		return b.json(name, addressOf(v))
	case v.Kind() == reflect.Slice:
		return b.list(name, v)
	case v.Kind() == reflect.Struct:
		return b.object(name, v)
	}
	return fmt.Errorf("a %s with files cannot be sent", v.Type())
}

// list adds the elements of a list. Several files have brackets where the API
// writes lists so; one alone has none.
func (b *formBuilder) list(name string, v reflect.Value) error {
	plain := v.Type().Elem() == fileType
	if plain && b.style == brackets && v.Len() > 1 {
		name += "[]"
	}
	for i := range v.Len() {
		element := name
		if !plain {
			element += "[" + strconv.Itoa(i) + "]"
		}
		if err := b.value(element, v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// object adds the members of an object, or what a wrapper wraps.
func (b *formBuilder) object(name string, v reflect.Value) error {
	if !isObject(v.Type()) {
		if v.NumField() != 1 {
			return fmt.Errorf("a %s with files cannot be sent", v.Type())
		}
		return b.value(name, v.Field(0))
	}
	return b.members(addressOf(v).(object), func(member string) string { return name + "[" + member + "]" })
}

// json adds a value that holds no file. Elements of a list that are objects have
// numbers, so that everybody can tell whose members are whose.
func (b *formBuilder) json(name string, at any) error {
	if isZeroOption(at) {
		return nil
	}
	raw, err := encodeValue(at)
	if err != nil {
		return err
	}
	return b.flatten(name, raw)
}

func (b *formBuilder) flatten(name string, raw []byte) error {
	switch kindOf(raw) {
	case 0:
		return nil
	case kindObject:
		return eachMember(raw, func(member, raw []byte) error { return b.flatten(name+"["+string(member)+"]", raw) })
	case kindArray:
		var items []json.RawMessage
		if err := json.Unmarshal(raw, &items); err != nil {
			return err
		}
		for i, item := range items {
			element := name
			if kindOf(item)&(kindObject|kindArray) != 0 {
				element += "[" + strconv.Itoa(i) + "]"
			} else if b.style == brackets {
				element += "[]"
			}
			if err := b.flatten(element, item); err != nil {
				return err
			}
		}
		return nil
	}
	b.add(name, textOf(raw))
	return nil
}

// holdsFile reports whether a value of a type can hold a file. Only the value of
// a union says what it holds.
func holdsFile(t reflect.Type, seen map[reflect.Type]bool) bool {
	switch {
	case t == fileType || t.Kind() == reflect.Interface && t.NumMethod() > 0:
		return true
	case seen[t] || t.PkgPath() != "" && t.PkgPath() != fileType.PkgPath():
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer:
		return holdsFile(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			if holdsFile(t.Field(i).Type, seen) {
				return true
			}
		}
	}
	return false
}

// check refuses a file that nothing can be read from.
func (f File) check() error {
	if v := reflect.ValueOf(f.Reader); !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		if f.Name != "" {
			return fmt.Errorf("file %q has no Reader", f.Name)
		}
		return errors.New("the file has no Reader")
	}
	return nil
}
