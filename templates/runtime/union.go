package runtime

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"time"
)

// A union is the table of a union's alternatives. Alternatives are given as nil
// pointers to their types.
type union struct {
	by     string // the member that tells objects apart; "" where none does
	told   []told
	shapes []shape // of what by does not tell
}

// A told alternative is the one whose member by has the text.
type told struct {
	text string
	is   any
}

// A shape says which JSON fits an alternative, which may have several shapes.
type shape struct {
	is       any
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

// decodeAt reads the JSON at i into the alternative that it fits, to which into
// is a pointer to an interface. JSON that fits none is kept in raw. It returns
// the end of the JSON.
func (u *union) decodeAt(data []byte, i int, into any, raw *json.RawMessage) (int, error) {
	end, err := skipValue(data, i)
	if err != nil {
		return 0, err
	}
	data = data[i:end]
	v := reflect.ValueOf(into).Elem()
	v.SetZero()
	*raw = nil
	if !decodeAs(u.tell(data), data, v) && !decodeAs(chooseVariant(data, u.shapes), data, v) {
		*raw = bytes.Clone(data)
	}
	return end, nil
}

// decodeAs reads data into a value of the type that is points at, and reports
// whether it fits.
func decodeAs(is any, data []byte, into reflect.Value) bool {
	if is == nil {
		return false
	}
	one := reflect.New(reflect.TypeOf(is).Elem()).Elem()
	if _, err := codecOf(one.Type()).decodeAt(data, 0, one); err != nil {
		return false
	}
	into.Set(one)
	return true
}

// tell returns the alternative that the member by tells, or nil.
func (u *union) tell(data []byte) any {
	if u.by == "" {
		return nil
	}
	text := discriminator(data, u.by)
	for i := range u.told {
		if u.told[i].text == text {
			return u.told[i].is
		}
	}
	return nil
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

// chooseVariant returns the alternative whose shape fits data best, or nil. Of
// equals the first wins.
func chooseVariant(data []byte, shapes []shape) any {
	if len(shapes) == 0 {
		return nil
	}
	v := newValueView(data)
	var best any
	score := 0
	for i := range shapes {
		if s := shapes[i].score(v); s > score {
			best, score = shapes[i].is, s
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

// wantConstant reports as an error that data is not the literal.
func wantConstant(data []byte, literal string) error {
	if kindOf(data) != kindOf([]byte(literal)) || textOf(data) != textOf([]byte(literal)) {
		return fmt.Errorf("%.80s is not %s", data, literal)
	}
	return nil
}
