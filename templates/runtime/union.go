package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"time"
)

// A shape says which JSON fits a variant of a union. A variant may have
// several shapes.
type shape struct {
	variant  string
	kinds    kind
	format   string        // of a string: "date-time" or "date"
	values   []string      // the texts that a scalar has; empty for any
	closed   bool          // no other text than values fits
	consts   []constMember // members of an object that have one value
	required []string      // members that an object must have
	known    []string      // the other members that an object may have
	items    []shape       // of an array, one of which its first element must fit
}

// A constMember is a member that always has one value, given as text.
type constMember struct{ name, text string }

// decodeVariant reads data into a variant and reports whether it fits.
func decodeVariant(data []byte, into any) bool { return decodeValue(data, into) == nil }

// encodeUnion writes the variant, or without one the JSON that no variant fit.
func encodeUnion(variant any, raw json.RawMessage) ([]byte, error) {
	switch {
	case variant != nil:
		if m, ok := variant.(json.Marshaler); ok {
			return m.MarshalJSON()
		}
		return appendReflected(nil, reflect.ValueOf(variant))
	case raw != nil:
		return raw, nil
	}
	return null, nil
}

// discriminator is the text of a member of an object, and "" for JSON that has
// no such member.
func discriminator(data []byte, name string) (text string) {
	if kindOf(data) != kindObject {
		return ""
	}
	_ = eachMember(data, func(have, raw []byte) error {
		if string(have) == name {
			text = textOf(raw)
		}
		return nil
	})
	return text
}

// chooseVariant names the variant whose shape fits data best, or "". Of equals
// the first wins.
func chooseVariant(data []byte, shapes []shape) string {
	v := newValueView(data)
	best, score := "", 0
	for i := range shapes {
		if s := shapes[i].score(v); s > score {
			best, score = shapes[i].variant, s
		}
	}
	return best
}

// A valueView is what shapes ask of a value, read once.
type valueView struct {
	data    []byte
	kind    kind
	members map[string][]byte
}

func newValueView(data []byte) valueView {
	v := valueView{data: data, kind: kindOf(data)}
	if v.kind == kindObject {
		v.members = map[string][]byte{}
		_ = eachMember(data, func(name, raw []byte) error {
			v.members[string(name)] = raw
			return nil
		})
	}
	return v
}

// Scores of a fit, worst first. Objects add to fitsObject what they match.
const (
	fitsNot    = 0
	fitsAny    = 1
	fitsLoose  = 2
	fitsKind   = 3
	fitsExact  = 4
	fitsObject = 1 << 20
	perConst   = 1 << 24
)

// score is how well the value fits the shape: fitsNot where it does not.
func (s *shape) score(v valueView) int {
	switch {
	case s.kinds == kindAny:
		return fitsAny
	case v.kind&s.kinds == 0:
		return fitsNot
	case v.kind == kindObject:
		return s.scoreObject(v.members)
	case v.kind == kindArray:
		return s.scoreArray(v.data)
	}
	return s.scoreScalar(v)
}

func (s *shape) scoreScalar(v valueView) int {
	text := textOf(v.data)
	switch {
	case slices.Contains(s.values, text):
		return fitsExact
	case s.closed:
		return fitsNot
	case len(s.values) > 0:
		return fitsLoose
	case s.format != "":
		return s.scoreFormat(text)
	case s.kinds == kindInteger:
		return fitsExact
	}
	return fitsKind
}

func (s *shape) scoreFormat(text string) int {
	layout := time.RFC3339
	if s.format == "date" {
		layout = time.DateOnly
	}
	if _, err := time.Parse(layout, text); err != nil {
		return fitsNot
	}
	return fitsExact
}

// scoreArray goes by the first element; an empty array fits any.
func (s *shape) scoreArray(data []byte) int {
	first := firstElement(data)
	if first == nil || len(s.items) == 0 {
		return fitsKind
	}
	v, best := newValueView(first), fitsNot
	for i := range s.items {
		best = max(best, s.items[i].score(v))
	}
	return best
}

// scoreObject weighs constants over required members over known ones. Another
// value of a constant rules the shape out; a missing required member does not.
func (s *shape) scoreObject(members map[string][]byte) int {
	score, strangers := fitsObject, len(members)
	for _, c := range s.consts {
		raw, ok := members[c.name]
		if ok && textOf(raw) != c.text {
			return fitsNot
		}
		if ok {
			score, strangers = score+perConst, strangers-1
		}
	}
	for _, name := range s.required {
		if _, ok := members[name]; ok {
			strangers--
		} else {
			score -= 1 << 8
		}
	}
	for _, name := range s.known {
		if _, ok := members[name]; ok {
			strangers--
		}
	}
	return max(score-strangers, fitsLoose)
}

// keepRaw is the copy of JSON that a union keeps for a variant it does not know.
func keepRaw(data []byte) json.RawMessage { return bytes.Clone(data) }

// wantConstant reports as an error that data is not the literal.
func wantConstant(data []byte, literal string) error {
	if kindOf(data) != kindOf([]byte(literal)) || textOf(data) != textOf([]byte(literal)) {
		return fmt.Errorf("%.80s is not %s", data, literal)
	}
	return nil
}
