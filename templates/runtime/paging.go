package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
)

// A cursor goes from one page of a list to the next.
type cursor struct {
	seen map[string]bool // the pages that were asked for, to leave a circle
	last []byte          // the elements of the page before, where pages are counted
	// position is the number of the page, or of the element after it, counted
	// from 0.
	position int64
	header   http.Header // of the page
	url      string      // of the next page, where the server says it
	named    bool        // the server named a page that was not there yet
	promised bool        // the server says that a page follows
	done     bool        // the server says that this page is the last one
	over     bool        // no further page is to be asked for
	// stuck is why there is no way on from a page that has elements; after an
	// empty page it is the end.
	stuck error
	err   error
	// cut is how many elements of the page come before the first that did not fit.
	cut   int
	isCut bool
}

// noParams stands for the parameters of a method that has none.
type noParams struct{}

// eachItem gives the elements of page after page. It works on a copy of params,
// which fetch changes to ask for the next page.
// What is not about the types is in the cursor, because this is compiled once
// for each list of a package. It is not inlined, which would compile it twice.
//
//go:noinline
func eachItem[P, T any](params P, fetch func(*P, *cursor) ([]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		params, c := params, &cursor{seen: map[string]bool{}}
		for c.begin() {
			items, err := fetch(&params, c)
			for _, item := range items[:c.whole(len(items))] {
				if !yield(item, nil) {
					return
				}
			}
			if err := c.end(len(items), err); err != nil {
				var none T
				yield(none, err)
			}
		}
	}
}

// begin reports whether there is a page to ask for, and forgets what the last one
// said.
func (c *cursor) begin() bool {
	c.named, c.promised, c.stuck = false, false, nil
	return !c.over
}

// whole is how many of the elements of a page are given: none after one that did
// not fit, whose place is a zero value.
func (c *cursor) whole(elements int) int {
	if c.isCut {
		return min(c.cut, elements)
	}
	return elements
}

// end notes what a page with so many elements says of the list as a whole, and
// returns why the list cannot go on although it should, or the error that there
// was no page for.
func (c *cursor) end(elements int, err error) error {
	if err == nil {
		err = c.fault(elements)
	}
	c.over = err != nil || c.done || elements == 0 && !c.named
	return err
}

// fault is why the list cannot go on after a page with so many elements,
// although it should.
func (c *cursor) fault(elements int) error {
	if c.err == nil && elements > 0 {
		return c.stuck
	}
	return c.err
}

// options are opts with what the next page takes, its parameters too where they are
// an option.
//
//go:noinline
func (c *cursor) options(opts []Option, params ...Option) []Option {
	next := c.url
	return append(append(slices.Clip(opts), params...), optionFunc(func(cfg *config) {
		if next != "" {
			cfg.locate = func(u *url.URL, query url.Values) (*url.URL, error) { return pageAt(u, next, query) }
		}
		cfg.observe = func(resp *http.Response) { c.header = resp.Header }
	}))
}

// read returns the JSON of a member of a page, null where it is absent: that of
// the field that at points at, whose name is name, or of what names lead to
// below it. extra has it where it does not fit the field.
func (c *cursor) read(extra map[string]json.RawMessage, name string, at any, names ...string) []byte {
	raw, kept := extra[name]
	if !kept {
		var err error
		if raw, err = encodeValue(at); err != nil {
			c.err = err
			return null
		}
	}
	return memberOf(raw, names)
}

// memberOf returns the JSON that names lead to, or null.
func memberOf(raw []byte, names []string) []byte {
	for _, name := range names {
		var members map[string]json.RawMessage
		if json.Unmarshal(raw, &members) != nil {
			return null
		}
		raw = members[name]
	}
	if len(raw) == 0 {
		return null
	}
	return raw
}

// fits makes it an error that a page has a list, or an object around it, that its
// field does not hold all of. Without a name the page is the list itself.
func (c *cursor) fits(extra map[string]json.RawMessage, name string, held any) {
	v := reflect.ValueOf(held)
	raw := extra[name]
	if name == "" {
		raw = recall(v)
	}
	if c.err != nil || len(raw) == 0 || bytes.Equal(raw, null) {
		return
	}
	of := codecOf(v.Type())
	of.once.Do(of.make)
	w := misfitWalk{flat: true, visit: func(m Misfit) {
		c.err = cmpError(c.err, fmt.Errorf("elements of a page are lost: %s", m))
	}}
	path := memberPath("$", name)
	if name == "" {
		path = "$"
	}
	elements := elementsOf(raw)
	if !of.isListOf(raw) || len(elements) != v.Len() {
		w.compare(path, of, v, raw)
		return
	}
	for i, element := range elements {
		if w.compare(path+"["+strconv.Itoa(i)+"]", of.elem, v.Index(i), element); c.err != nil {
			c.cut, c.isCut = i, true
			return
		}
	}
}

// more ends the list where a member is false. Any other says that a page
// follows only where it is true.
//
//go:noinline
func (c *cursor) more(raw []byte) {
	c.done = c.done || string(raw) == "false"
	c.promised = string(raw) == "true"
}

// none ends the list because the page names no next one, which must not be
// where it says that there is one.
func (c *cursor) none() {
	if c.promised && !c.done {
		c.stuck = errors.New("the server says that a page follows, and does not name it")
	}
	c.done = true
}

// follow makes next the page that a parameter asks for: what at points at, or
// the member of it that names lead to. An empty one ends the list.
func (c *cursor) follow(next []byte, at any, names ...string) {
	if textOf(next) == "" || bytes.Equal(next, null) {
		c.none()
	}
	if c.done {
		return
	}
	c.seen[string(paramOf(at, names))] = true
	if err := setParam(at, next, names...); err != nil {
		c.err = fmt.Errorf("next page %.80s: %w", next, err)
		return
	}
	c.visit(string(paramOf(at, names)), textOf(next))
}

// visit notes that the list goes on to a page. One that was asked for before
// would lead in a circle.
func (c *cursor) visit(page, name string) {
	if c.seen[page] {
		c.stuck = fmt.Errorf("the server names the page %.80q twice", name)
		return
	}
	c.seen[page], c.named = true, true
}

// paramOf returns the JSON of a parameter, null where it is absent.
func paramOf(at any, names []string) []byte {
	raw, err := encodeValue(at)
	if err != nil || isZeroOption(at) {
		return null
	}
	return memberOf(raw, names)
}

// setParam reads JSON into a parameter, or into the member of it that names lead
// to. Servers name pages by numbers that they take as text, and the other way
// round.
func setParam(at any, raw []byte, names ...string) error {
	if err := decodeParam(at, raw, names); err == nil || kindOf(raw)&(kindObject|kindArray) != 0 {
		return err
	}
	other := []byte(textOf(raw))
	if kindOf(raw) != kindString {
		other, _ = marshal(textOf(raw)) // a string always encodes
	}
	if decodeParam(at, other, names) == nil {
		return nil
	}
	return decodeParam(at, raw, names)
}

func decodeParam(at any, raw []byte, names []string) error {
	if len(names) == 0 {
		return decodeValue(raw, at)
	}
	members := map[string]json.RawMessage{}
	if err := json.Unmarshal(paramOf(at, nil), &members); err != nil {
		return err
	}
	if members == nil {
		members = map[string]json.RawMessage{}
	}
	inner := json.RawMessage(bytes.Clone(memberOf(members[names[0]], nil)))
	if err := decodeParam(&inner, raw, names[1:]); err != nil {
		return err
	}
	members[names[0]] = inner
	whole, err := json.Marshal(members)
	if err != nil {
		return err
	}
	return decodeValue(whole, at)
}

// lastOf returns the JSON of what names lead to in the last element, or null
// where there is no element.
func lastOf[T any](c *cursor, items []T, names ...string) []byte {
	if len(items) == 0 {
		return null
	}
	raw, err := encodeValue(&items[len(items)-1])
	if err == nil {
		if raw = memberOf(raw, names); textOf(raw) != "" && !bytes.Equal(raw, null) {
			return raw
		}
		err = fmt.Errorf("the last element of a page has no %q, which names the next page", names)
	}
	c.err = cmpError(c.err, err)
	return null
}

// cmpError returns the first of two errors that is one.
func cmpError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// count makes a parameter ask for the page after its own. Where it is absent
// that was the one whose number current is, or else first.
func (c *cursor) count(current []byte, first int64, at any, names ...string) {
	number, ok := integer(paramOf(at, names))
	if !ok {
		if number, ok = integer(current); !ok {
			number = first
		}
	}
	c.position = number - first + 1
	c.ask(number+1, at, names)
}

// skip makes a parameter ask for what follows so many elements. Where it is
// absent the page began with first.
func (c *cursor) skip(elements int, first int64, at any, names ...string) {
	number, ok := integer(paramOf(at, names))
	if !ok {
		number = first
	}
	c.position = number - first + int64(elements)
	c.ask(number+int64(elements), at, names)
}

func (c *cursor) ask(number int64, at any, names []string) {
	if err := setParam(at, strconv.AppendInt(nil, number, 10), names...); err != nil {
		c.err = cmpError(c.err, err)
	}
}

// until ends the list where a member says that there are no more pages, or
// elements, than there were already.
func (c *cursor) until(total []byte) {
	if n, ok := integer(total); ok && n > 0 && c.position >= n {
		c.done = true
	}
}

// differs makes it an error that a page has the elements of the page before: the
// server does not take the parameter. items points at them.
func (c *cursor) differs(items any) {
	raw, err := encodeValue(items)
	if err == nil && bytes.Equal(raw, c.last) {
		c.stuck = errors.New("the server gives the same page twice")
	}
	c.last = raw
}

// integer is the number that JSON is, as a number or as text.
func integer(raw []byte) (int64, bool) {
	f, err := strconv.ParseFloat(textOf(raw), 64)
	return int64(f), err == nil && f == float64(int64(f))
}
