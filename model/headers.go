package model

import (
	"slices"
	"strings"
)

// HeadersOf returns the headers with a fixed value that every request of a
// method carries: its own, then those of the API that it has no value of its
// own for. Each name is there once, whatever its case.
func (a *API) HeadersOf(m *Method) []Constant { return distinctHeaders(m.Headers, a.Headers) }

// OwnHeaders returns the method's own headers with a fixed value, each name once.
func (m *Method) OwnHeaders() []Constant { return distinctHeaders(m.Headers) }

func distinctHeaders(lists ...[]Constant) []Constant {
	var out []Constant
	for _, h := range slices.Concat(lists...) {
		if !slices.ContainsFunc(out, func(have Constant) bool { return strings.EqualFold(have.Name, h.Name) }) {
			out = append(out, h)
		}
	}
	return out
}
