package drift

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
)

// A likeness says how much what a sample has in common with a wish makes it count: a sample counts
// e to the power of the sum.
type likeness []struct {
	same   func(*wish, *sample) bool
	weight float64
}

// How much counts was found on four clients by leaving each member out in turn; all the same weights
// restore little less.
var (
	holderLikeness = likeness{
		{(*wish).sameCategory, 4}, {(*wish).sameName, 2}, {(*wish).sameClass, 2}, {(*wish).sameRequired, 2}, {(*wish).sameNeed, 2}, {(*wish).sameInput, 1.5},
		{(*wish).sameBase, 1.5}, {(*wish).sameWord, 1.5}, {(*wish).sameKind, 1.5}, {(*wish).sameNull, 1.5}, {(*wish).besides, 1.5}, {(*wish).near, 1.5},
	}
	omitLikeness = likeness{
		{(*wish).sameName, 2}, {(*wish).sameHolder, 2}, {(*wish).ofOwner, 1.5}, {(*wish).sameClass, 1.5}, {(*wish).sameRequired, 1.5}, {(*wish).sameNeed, 2},
		{(*wish).sameInput, 1.5}, {(*wish).sameWord, 1.5}, {(*wish).besides, 1.5}, {(*wish).near, 1.5}, {(*wish).sameKind, 1}, {(*wish).sameNull, 0.5},
	}
)

func (w *wish) sameRequired(s *sample) bool { return s.required == w.field.Required }
func (w *wish) sameNull(s *sample) bool     { return s.null == w.field.Nullable }
func (w *wish) sameBase(s *sample) bool     { return s.base == w.base }
func (w *wish) sameHolder(s *sample) bool   { return s.holder == w.holder }
func (w *wish) sameCategory(s *sample) bool { return s.category == w.category }

// besides and near report whether a sample is a neighbour of the member in its struct, and whether it is close.
func (w *wish) besides(s *sample) bool { return w.ofOwner(s) && math.Abs(s.at-w.at) <= 1 }
func (w *wish) near(s *sample) bool    { return w.ofOwner(s) && math.Abs(s.at-w.at) <= 3 }

// weigh returns what the samples of the package have, each with its weight.
func (w *wish) weigh(l likeness, value func(*sample) string) map[string]float64 {
	out := map[string]float64{}
	for _, s := range w.samples {
		if !w.ofPackage(s) {
			continue
		}
		sum := 0.0
		for _, c := range l {
			if c.same(w, s) {
				sum += c.weight
			}
		}
		out[value(s)] += math.Exp(sum)
	}
	return out
}

// chooseHolder chooses what the client would hold a value of the type in: nothing, a pointer or a generic type.
func (w *wish) chooseHolder() {
	w.category = w.categoryOf()
	if w.category == "any" {
		return
	}
	if w.category == "struct" && w.contains(w.typeNamed(w.base), map[*gofacts.Type]bool{}) {
		w.holder = "*" // a struct cannot hold itself
		return
	}
	weights := w.weigh(holderLikeness, func(s *sample) string {
		if w.category == "list" && s.category != "list" {
			return "" // a list is nil by itself: that texts are pointers says nothing about it
		}
		return s.holder
	})
	for _, holder := range slices.Sorted(maps.Keys(weights)) {
		if weights[holder] > weights[w.holder] {
			w.holder = holder
		}
	}
}

// categoryOf returns the category of the type: that of members which have it, or else that of its declaration.
func (w *wish) categoryOf() string {
	for _, s := range w.samples {
		if s.base == w.base && w.ofPackage(s) {
			return s.category
		}
	}
	return categoryOf(w.base, w.typeNamed(w.base))
}

// shape returns the tag of the member with NUL in the stead of its name, "" where no
// member of the client shows one.
func (w *wish) shape() string {
	weights := w.weigh(omitLikeness, func(s *sample) string { return strconv.FormatBool(s.omits) })
	omits := weights["true"] > weights["false"] || len(w.samples) == 0 && !w.field.Required
	shape := func(s *sample) string { return s.shape }
	named := func(s *sample) bool { return strings.Contains(s.shape, "\x00") }
	asWished := func(s *sample) bool { return s.omits == omits }
	asText := w.asText()
	same := func(s *sample) bool { return saysText(s.shape) == asText }
	for _, fits := range [][]func(*sample) bool{
		{w.ofOwner, named, same, asWished, w.sameCategory, w.sameInput},
		{w.ofOwner, named, same, asWished},
		{w.ofPackage, named, same, asWished, w.sameCategory, w.sameInput, w.keysOfOwner},
		{w.ofPackage, named, same, asWished, w.keysOfOwner},
		{w.ofOwner, named, same},
		{w.ofPackage, named, same, asWished, w.sameInput},
	} {
		if v := w.count(shape, fits...); len(v) > 0 {
			return v.winner()
		}
	}
	return ""
}

// asText reports whether encoding/json must be told to write a number as a text.
func (w *wish) asText() bool {
	r := w.api.Resolve(w.field.Type)
	if r == nil || !slices.Contains(kindsOf(w.api, r), gofacts.String) {
		return false
	}
	kind := gofacts.Kind("")
	if t := w.typeNamed(w.base); t != nil {
		kind = t.Kind
	}
	return kind == gofacts.Integer || kind == gofacts.Number || isNumber(w.base)
}

func isNumber(goType string) bool {
	return slices.Contains([]string{"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "float32", "float64"}, goType)
}

// saysText reports whether a tag has the option that writes numbers as texts.
func saysText(shape string) bool {
	return strings.Contains(shape, ",string,") || strings.Contains(shape, ",string\"")
}

// keysOfOwner reports whether a sample has a tag with the keys of those of the owner.
func (w *wish) keysOfOwner(s *sample) bool {
	for _, f := range w.owner.Fields {
		if f.Owner == w.owner && hasWireTag(f) {
			return tagKeys(f.Tag) == tagKeys(s.shape)
		}
	}
	return true
}

// tagKeys returns the keys of a tag in their order.
func tagKeys(tag string) string {
	var keys []string
	for i, part := range strings.Split(tag, `"`) {
		if i%2 == 0 {
			keys = append(keys, strings.TrimSpace(part))
		}
	}
	return strings.Join(keys, "")
}

// contains reports whether a struct holds the owner as a value, by itself or in what it holds.
func (w *wish) contains(t *gofacts.Type, seen map[*gofacts.Type]bool) bool {
	if t == nil || seen[t] {
		return false
	}
	seen[t] = true
	if t == w.owner {
		return true
	}
	for _, f := range t.Fields {
		if f.Type != nil && f.Type.Kind == gofacts.Struct && !strings.HasPrefix(f.GoType, "*") && w.contains(f.Type, seen) {
			return true
		}
	}
	return false
}
