package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// A trait is a member of Type that only some kinds have.
type trait uint16

const (
	traitFormat trait = 1 << iota
	traitLiteral
	traitEnum
	traitFields
	traitVariants
	traitDiscriminator
	traitElem
	traitRef
	traitPartial
)

var traitNames = []string{"format", "literal", "enum", "fields", "variants", "discriminator", "elem", "ref", "partial"}

func (t trait) String() string {
	var names []string
	for i, name := range traitNames {
		if t&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// A shape is what a type of one kind must have and may have besides.
type shape struct{ must, may trait }

var shapes = map[Kind]shape{
	KindString:   {may: traitFormat},
	KindInteger:  {may: traitFormat},
	KindNumber:   {may: traitFormat},
	KindBoolean:  {may: traitFormat},
	KindDate:     {may: traitFormat},
	KindDateTime: {may: traitFormat},
	KindFile:     {may: traitFormat},
	KindAny:      {may: traitFormat | traitPartial},
	KindNull:     {may: traitFormat},
	KindConst:    {must: traitLiteral, may: traitFormat},
	KindEnum:     {must: traitEnum, may: traitFormat | traitPartial},
	KindObject:   {may: traitFields | traitElem | traitPartial},
	KindUnion:    {must: traitVariants, may: traitDiscriminator | traitPartial},
	KindArray:    {must: traitElem},
	KindMap:      {must: traitElem},
	KindRef:      {must: traitRef},
}

func traitsOf(t *Type) trait {
	var have trait
	set := func(bit trait, present bool) {
		if present {
			have |= bit
		}
	}
	set(traitFormat, t.Format != "")
	set(traitLiteral, t.Literal != "")
	set(traitEnum, t.Enum != nil)
	set(traitFields, len(t.Fields) > 0)
	set(traitVariants, len(t.Variants) > 0)
	set(traitDiscriminator, t.Discriminator != "")
	set(traitElem, t.Elem != nil)
	set(traitRef, t.Ref != "")
	set(traitPartial, t.Partial)
	return have
}

func checkShape(t *Type) error {
	s, ok := shapes[t.Kind]
	if !ok {
		return fmt.Errorf("there is no kind %q", t.Kind)
	}
	have := traitsOf(t)
	if lost := s.must &^ have; lost != 0 {
		return fmt.Errorf("kind %s without %s", t.Kind, lost)
	}
	if extra := have &^ (s.must | s.may); extra != 0 {
		return fmt.Errorf("kind %s does not have %s", t.Kind, extra)
	}
	if t.Literal != "" {
		return checkLiteral(t.Literal)
	}
	return checkEnum(t.Enum)
}

func checkEnum(e *Enum) error {
	if e == nil {
		return nil
	}
	if _, ok := shapes[e.Base]; !ok {
		return fmt.Errorf("enum: there is no kind %q", e.Base)
	}
	if len(e.Values) == 0 {
		return errors.New("enum without values")
	}
	for i, v := range e.Values {
		if err := checkLiteral(v.Literal); err != nil {
			return fmt.Errorf("enum value %d: %w", i+1, err)
		}
	}
	return nil
}

func checkLiteral(l Literal) error {
	if !json.Valid([]byte(l)) {
		return fmt.Errorf("%q is not a JSON value", l)
	}
	return nil
}
