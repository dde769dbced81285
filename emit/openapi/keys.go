package openapi

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// componentKeys gives every named type a key that OpenAPI allows
// (letters, digits, dot, dash, underscore), no two the same.
func componentKeys(types []*model.NamedType) map[string]string {
	keys := make(map[string]string, len(types))
	u := unique{}
	for _, t := range types {
		keys[t.ID] = u.pick(cmp.Or(slug(t.ID), "Type"))
	}
	return keys
}

func slug(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '_'
	}, s)
}

// unique remembers which texts are taken.
type unique map[string]bool

// pick takes s, or s with the first number behind it that makes it new.
func (u unique) pick(s string) string {
	free := s
	for n := 2; u[free]; n++ {
		free = s + "_" + strconv.Itoa(n)
	}
	u[free] = true
	return free
}
