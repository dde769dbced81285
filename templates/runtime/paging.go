package runtime

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strconv"
)

// A cursor goes from one page of a list to the next.
type cursor struct {
	seen map[string]bool // the pages that were asked for, to leave a circle
	last []byte          // the elements of the page before, where pages are counted
	done bool
	err  error
}

// eachItem gives the elements of page after page. It works on a copy of params,
// which fetch changes to ask for the next page.
func eachItem[P, T any](params P, fetch func(*P, *cursor) ([]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		params, c := params, &cursor{seen: map[string]bool{}}
		var none T
		for {
			items, err := fetch(&params, c)
			if err != nil {
				yield(none, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if c.err != nil {
				yield(none, c.err)
				return
			}
			if c.done || len(items) == 0 {
				return
			}
		}
	}
}

// more ends the list where what at points at is false. An absent value says
// nothing.
func (c *cursor) more(at any) {
	raw, err := encodeValue(at)
	c.done = c.done || err == nil && string(raw) == "false"
}

// follow makes what next points at the page that param asks for. An empty one
// ends the list.
func (c *cursor) follow(param, next any) {
	raw, err := encodeValue(next)
	if err != nil || isZeroOption(next) || textOf(raw) == "" || bytes.Equal(raw, null) {
		c.done, c.err = true, err
	}
	if c.done {
		return
	}
	if asked, err := encodeValue(param); err == nil {
		c.seen[string(asked)] = true
	}
	if err := setParam(param, raw); err != nil {
		c.err = fmt.Errorf("next page %s: %w", raw, err)
		return
	}
	asked, _ := encodeValue(param) // was just decoded
	if c.seen[string(asked)] {
		c.err = fmt.Errorf("the server names the page %.80s twice", raw)
	}
}

// setParam reads JSON into a parameter. Servers name pages by numbers that they
// take as text, and the other way round.
func setParam(param any, raw []byte) error {
	err := decodeValue(raw, param)
	if err == nil {
		return nil
	}
	if kindOf(raw) == kindString {
		raw = []byte(textOf(raw))
	} else if raw, err = marshal(textOf(raw)); err != nil {
		return err
	}
	if again := decodeValue(raw, param); again == nil {
		return nil
	}
	return err
}

// count makes param ask for the page after its own. Where it is absent that was
// the first. items points at the elements of the page: a server that gives the
// same ones again does not take the parameter.
func (c *cursor) count(param any, first int64, items any) {
	raw, err := encodeValue(items)
	if err == nil && bytes.Equal(raw, c.last) {
		c.err = errors.New("the server gives the same page twice")
	}
	c.last = raw
	if !isZeroOption(param) {
		number, _ := encodeValue(param)
		if n, err := strconv.ParseInt(textOf(number), 10, 64); err == nil {
			first = n
		}
	}
	if err := setParam(param, strconv.AppendInt(nil, first+1, 10)); err != nil {
		c.err = err
	}
}
