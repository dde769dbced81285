package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

func (c *comparer) defaults(p location, f, g *model.Field) {
	kind := DefaultChanged
	switch {
	case f.Default == g.Default:
		return
	case f.Default == "" && repeatsDefault(f, g) || g.Default == "" && repeatsDefault(g, f):
		c.unstated[model.FactDefault]++
		return
	case f.Default == "":
		kind = DefaultAdded
	case g.Default == "":
		kind = DefaultRemoved
	}
	c.maybe(p, model.FactDefault, kind, string(f.Default), string(g.Default), f.Default != "", g.Default != "")
}

// repeatsDefault reports whether the words about a member have the default that a sentence
// about it states on the other side, in a form that is not read there.
func repeatsDefault(without, with *model.Field) bool {
	if with.Evidence.Of(model.FactDefault) != model.SourceProse {
		return false
	}
	value := strings.ToLower(strings.Trim(string(with.Default), `"`))
	_, rest, found := strings.Cut(strings.ToLower(without.Doc), "default")
	for found {
		said := rest
		if end := strings.IndexAny(said, ";\n"); end >= 0 {
			said = said[:end]
		}
		if end := strings.Index(said, ". "); end >= 0 {
			said = said[:end]
		}
		for _, word := range strings.FieldsFunc(said, isMark) {
			if strings.TrimRight(word, ".") == value {
				return true
			}
		}
		_, rest, found = strings.Cut(rest, "default")
	}
	return false
}

// isMark reports whether a character stands around values in sentences.
func isMark(r rune) bool { return strings.ContainsRune(" `'\"*():,!=|", r) }
