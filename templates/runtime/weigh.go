package runtime

import (
	"bytes"
	"reflect"
)

// A weight is how well JSON fits a type. The zero weight is no fit.
type weight struct {
	fits  bool
	any   bool // the type takes whatever comes
	score int
	// Of an object: how many required members it lacks, and how many of them can have
	// one value only; how many members it has that the type knows, and how many of
	// these have the one value; how many of them cannot be read.
	missing, unsaid, known, constants, unread int
	empty                                     bool // it has no members, or the type knows none
}

// A weightKey is a type and a place in a text. Each is weighed once, however many
// unions stand around it.
type weightKey struct {
	of *codec
	at int
}

// What members add to the score of an object.
const (
	forConstant = 4
	forRequired = 2
	forKnown    = 1
	forStranger = -1
	forMissing  = -4
	forMisfit   = -8
	forUnknown  = -16 // a union of which no alternative fits
)

// The scores of scalars, worst first.
const (
	fitsMisread = iota + 1 // a number in a string
	fitsLoosely            // a value that is newer than the package, another spelling
	fitsKind
	fitsExactly
)

// weighed is the weight of the JSON at i for the type.
func (d *decoder) weighed(c *codec, i int) weight {
	c.once.Do(c.make)
	if i >= len(d.data) {
		return weight{}
	}
	if c.object == nil && c.union == nil && c.elem == nil {
		return c.weigh(c, d, i)
	}
	key := weightKey{c, i}
	if w, ok := d.weights[key]; ok {
		return w
	}
	if d.weights == nil {
		d.weights = map[weightKey]weight{}
	}
	d.weights[key] = weight{} // a union that is its own alternative adds nothing
	inside := 0
	if b := d.data[i]; b == '{' || b == '[' {
		inside = 1
	}
	if c.union != nil || c.of.Kind() == reflect.Struct && c.object == nil {
		inside = 0 // what it holds is at the same place
	}
	if d.depth += inside; d.depth > maxDepth {
		d.tooDeep = true
		return weight{}
	}
	w := c.weigh(c, d, i)
	d.depth -= inside
	d.weights[key] = w
	return w
}

// heaviest returns the alternative that the JSON at i fits best, or nil. Of equals
// the first wins, unless something is missing in both.
func (c *codec) heaviest(d *decoder, i int) (best *codec, heaviest weight) {
	tie := false
	for _, is := range c.union.rest {
		of := codecOf(reflect.TypeOf(is).Elem())
		w := d.weighed(of, i)
		switch {
		case !w.isEnough():
		case best == nil || w.isOver(heaviest):
			best, heaviest, tie = of, w, false
		case !heaviest.isOver(w) && w.missing > 0 && heaviest.missing > 0:
			tie = true
		}
	}
	if tie {
		return nil, weight{}
	}
	return best, heaviest
}

// isEnough reports whether a type can be chosen: all members can be read, and the
// object has all that are required, or one that says what it is. Where all that
// it lacks are members of one value, the others say it.
func (w weight) isEnough() bool {
	if !w.fits || w.unread > 0 {
		return false
	}
	return w.constants > 0 || w.missing == w.unsaid && (w.known > 0 || w.empty && w.missing == 0)
}

func (w weight) isOver(o weight) bool {
	if w.any != o.any {
		return o.any
	}
	return w.score > o.score
}

func (c *codec) weighAny(*decoder, int) weight {
	return weight{fits: true, any: true, empty: true, score: fitsMisread}
}

func (c *codec) weighOpt(d *decoder, i int) weight {
	if bytes.HasPrefix(d.data[i:], null) {
		return weight{fits: true, empty: true, score: fitsKind}
	}
	return d.weighed(c.elem, i)
}

func (c *codec) weighEmbedded(d *decoder, i int) weight { return d.weighed(c.elem, i) }

// weighScalar reads the value to see whether it can be.
func (c *codec) weighScalar(d *decoder, i int) weight {
	probe := decoder{data: d.data, unions: d.unions, ends: d.ends}
	v := reflect.New(c.of).Elem()
	end, err := c.decode(c, &probe, i, v)
	if err != nil {
		return weight{}
	}
	w := weight{fits: true, empty: true, score: fitsKind}
	known, isEnum := v.Interface().(interface{ IsKnown() bool })
	switch {
	case probe.misfits > 0:
		w.score, w.unread = fitsMisread, 1
	case probe.kept > 0, isEnum && !known.IsKnown():
		w.score = fitsLoosely
	case c.of.Kind() == reflect.Int64 && kindOf(d.data[i:end])&kindInteger == 0:
		w.score = fitsLoosely
	case isEnum, c.of.Kind() == reflect.Struct, c.of.Kind() == reflect.Int64:
		w.score = fitsExactly
	}
	return w
}

// weighUnion is the weight of the alternative that would be chosen. JSON that is
// newer than the package fits a union that knows its kind.
func (c *codec) weighUnion(d *decoder, i int) weight {
	d.unions++
	defer func() { d.unions-- }()
	if is := c.union.tell(d, i); is != nil {
		w := d.weighed(codecOf(reflect.TypeOf(is).Elem()), i)
		return weight{fits: true, empty: true, constants: 1, score: w.score}
	}
	best, w := c.heaviest(d, i)
	if best != nil {
		return w
	}
	if c.reads(kindOf(d.data[i:min(i+1, len(d.data))]), map[*codec]bool{}) {
		return weight{fits: true, unread: 1, score: forUnknown}
	}
	return weight{}
}

// reads reports whether one of the alternatives of a union is of a kind that is
// made of others, so that a newer one may be too.
func (c *codec) reads(k kind, seen map[*codec]bool) bool {
	if k&(kindObject|kindArray) == 0 || seen[c] {
		return false
	}
	seen[c] = true
	if k == kindObject && len(c.union.told) > 0 {
		return true
	}
	for _, is := range c.union.rest {
		of := codecOf(reflect.TypeOf(is).Elem())
		of.once.Do(of.make)
		switch {
		case of.union != nil && of.reads(k, seen),
			of.object != nil && k == kindObject,
			of.of.Kind() == reflect.Slice && k == kindArray:
			return true
		}
	}
	return false
}

// weighSlice is the weight of all elements. A list of which none fits does not fit.
func (c *codec) weighSlice(d *decoder, i int) weight {
	if d.data[i] != '[' {
		return weight{}
	}
	var e elementsWeight
	if d.eachElementAt(i, func(start int) { e.add(d.weighed(c.elem, start)) }) != nil {
		return weight{}
	}
	return e.weight()
}

func (c *codec) weighMap(d *decoder, i int) weight {
	if d.data[i] != '{' {
		return weight{}
	}
	var e elementsWeight
	if d.eachMemberAt(i, func(_ []byte, start, _ int) { e.add(d.weighed(c.elem, start)) }) != nil {
		return weight{}
	}
	return e.weight()
}

// An elementsWeight sums up the elements of a list or a map.
type elementsWeight struct{ score, fit, all int }

func (e *elementsWeight) add(w weight) {
	if e.all++; w.fits {
		e.fit++
	}
	e.score += w.asMember()
}

func (e *elementsWeight) weight() weight {
	return weight{fits: e.all == 0 || e.fit > 0, empty: true, score: fitsKind + e.score}
}

// asMember is what a value adds to the score of what it stands in: nothing where
// it is of the kind that is due.
func (w weight) asMember() int {
	if !w.fits {
		return forMisfit
	}
	return w.score - fitsKind
}

// weighObject rules a type out by a member that has another constant.
func (c *codec) weighObject(d *decoder, i int) weight {
	if d.data[i] != '{' {
		return weight{}
	}
	w, seen, all := weight{fits: true, score: fitsKind}, memberSet{}, 0
	err := d.eachMemberAt(i, func(name []byte, start, end int) {
		all++
		n, ok := c.object.byName[string(name)]
		if !ok {
			w.score += forStranger
			return
		}
		if w.addMember(d, &c.object.members[n], start, end) {
			seen.add(n)
		}
	})
	for n, m := range c.object.members {
		if m.required && !seen.has(n) {
			w.score += forMissing
			w.missing++
			if m.isConstant {
				w.unsaid++
			}
		}
	}
	w.empty = all == 0 || len(c.object.members) == 0
	w.fits = w.fits && err == nil
	return w
}

// addMember weighs a member and reports whether it is there: a null where none is
// due is as good as none.
func (w *weight) addMember(d *decoder, m *member, start, end int) bool {
	isNull := bytes.HasPrefix(d.data[start:end], null)
	if m.isConstant && !isNull {
		if textOf(d.data[start:end]) != m.constant {
			w.fits = false
		}
		w.constants++
		w.score += forConstant
		return true
	}
	inner := d.weighed(m.codec, start)
	switch {
	case inner.fits && m.required:
		w.score += forRequired + inner.asMember()
	case inner.fits:
		w.score += forKnown + inner.asMember()
	case isNull:
		w.score += forMisfit
		return false
	default:
		w.unread++
		w.score += forMisfit
		return true
	}
	w.known++
	return true
}
