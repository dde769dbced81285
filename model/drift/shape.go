package drift

import (
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
)

// sample returns the member as one of the client's, as far as it is chosen.
func (w *wish) sample() *sample {
	return &sample{wire: plainName(w.field.Name), word: w.word, class: w.class, owner: w.owner, required: w.field.Required, null: w.field.Nullable, input: w.input,
		holder: w.holder, base: w.base, category: w.category, at: w.at, first: w.first, last: w.last, verb: w.verb}
}

// likeliest returns what of the samples of the package counts most, by how much each has in common with the member.
func (w *wish) likeliest(l likeness, value func(a, b *sample) string) string {
	a, weights := w.sample(), map[string]float64{}
	for _, s := range w.samples {
		if w.ofPackage(s) {
			weights[value(a, s)] += math.Exp(l.of(a, s))
		}
	}
	best := ""
	for _, v := range slices.Sorted(maps.Keys(weights)) {
		if weights[v] > weights[best] {
			best = v
		}
	}
	return best
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
	w.holder = w.likeliest(w.holderLikeness(), holderOf)
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
	omits := w.likeliest(w.omitLikeness(), omitsOf) == "true" || len(w.samples) == 0 && !w.field.Required
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

func (w *wish) sameCategory(s *sample) bool { return s.category == w.category }
