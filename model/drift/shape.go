package drift

import (
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
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
	return heaviest(weights)
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

// inHolder returns the type with what holds it, by the name that most members of the package have for that: option.Uint and
// *uint are one. Where no member has a nullable of the type it is a pointer.
func (w *wish) inHolder() string {
	v := votes{}
	for _, t := range w.types {
		for _, f := range t.Fields {
			if f.Owner != t || t.Package != w.owner.Package || f.Held == "" && w.holder != "*" {
				continue
			}
			if holder, base := heldBy(f); holder == w.holder && base == w.base {
				v.add(f.GoType)
			}
		}
	}
	if len(v) > 0 {
		return v.winner()
	}
	return hold(strings.Replace(w.holder, nullHolder, "*", 1), w.base)
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

// tag returns the tag of the member, "" where no member of the client shows one. A name with brackets goes by those of
// members that have some, too: an option of the tag may write them.
func (w *wish) tag() string {
	if name, ok := strings.CutSuffix(w.field.Name, "[]"); ok {
		keys := w.keysOfOwner()
		bracketed := func(s *sample) bool { return s.bracketed && s.category == w.category && (keys == "" || s.keys == keys) }
		if shape := w.shapeLike([]func(*sample) bool{w.ofPackage, bracketed}); shape != "" {
			return named(shape, name)
		}
	}
	if shape := w.shape(); shape != "" {
		return named(shape, w.field.Name)
	}
	return ""
}

// shape returns the tag of the member with NUL in the stead of its name, "" where no
// member of the client shows one.
func (w *wish) shape() string {
	omits := w.likeliest(w.omitLikeness(), omitsOf) == "true" || len(w.samples) == 0 && !w.field.Required
	asWished := func(s *sample) bool { return s.omits == omits }
	asText := w.asText()
	same := func(s *sample) bool { return saysText(s.shape) == asText }
	list := func(s *sample) bool { return s.category == "list" || !strings.Contains(s.shape, "\x00[]") }
	if w.category == "list" {
		list = func(*sample) bool { return true }
	}
	keys := w.keysOfOwner()
	sameKeys := func(s *sample) bool { return keys == "" || s.keys == keys }
	for _, fits := range [][]func(*sample) bool{
		{w.ofPackage, asWished, same, list, sameKeys},
		{w.ofOwner, same, list},
		{w.ofPackage, asWished, same, list, w.sameInput},
	} {
		if shape := w.shapeLike(fits); shape != "" {
			return shape
		}
	}
	return ""
}

// What a tag looks like goes by these, besides what omitempty goes by: options of the tag belong to the type, or to the
// name.
var shapeLikeness = likeness{{sameBase, 2}, {sameOwner, 2}, {sameCategory, 1}, {sameBaseAndName, 4}}

func sameBaseAndName(a, b *sample) bool { return sameBase(a, b) && sameName(a, b) }

// shapeLike returns the tag that counts most among those of the package's members that fit.
func (w *wish) shapeLike(fits []func(*sample) bool) string {
	a, weights, l := w.sample(), map[string]float64{}, append(slices.Clone(w.omitLikeness()), shapeLikeness...)
	for _, s := range w.samples {
		if strings.Contains(s.shape, "\x00") && !slices.ContainsFunc(fits, func(fit func(*sample) bool) bool { return !fit(s) }) {
			weights[s.shape] += math.Exp(l.of(a, s))
		}
	}
	return heaviest(weights)
}

// heaviest returns what has most weight, the first in the alphabet in a tie.
func heaviest(weights map[string]float64) string {
	best := ""
	for _, v := range slices.Sorted(maps.Keys(weights)) {
		if weights[v] > weights[best] {
			best = v
		}
	}
	return best
}

// asText reports whether encoding/json must be told to write a number as a text, and the client does so for numbers
// whose text the pages document, as far as it has some.
func (w *wish) asText() bool {
	r := w.api.Resolve(w.field.Type)
	if r == nil || !slices.Contains(kindsOf(w.api, r), gofacts.String) || !w.isNumber(w.base) {
		return false
	}
	texts, all := 0, 0
	for _, s := range w.samples {
		if w.ofPackage(s) && slices.Contains(s.kinds, gofacts.String) && w.isNumber(s.base) {
			all++
			if saysText(s.shape) {
				texts++
			}
		}
	}
	return 2*texts >= all
}

// isNumber reports whether a type of the client is written as a number.
func (w *wish) isNumber(goType string) bool {
	if t := w.typeNamed(goType); t != nil {
		return t.Kind == gofacts.Integer || t.Kind == gofacts.Number
	}
	return isNumber(goType)
}

func isNumber(goType string) bool {
	return slices.Contains([]string{"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "float32", "float64"}, goType)
}

// tagShape returns the tag of a member with NUL in the stead of its name.
func tagShape(f *gofacts.Field) string {
	var b strings.Builder
	name, rest := strings.TrimSuffix(wireName(f), "[]"), f.Tag
	for key, value := range tagPairs(f.Tag) {
		at := strings.Index(rest, key+`:"`) + len(key) + 2
		b.WriteString(rest[:at])
		rest = rest[at:]
		if said, _, _ := strings.Cut(value, ","); said == name || said == name+"[]" {
			b.WriteByte(0)
			rest = rest[len(name):]
		}
	}
	return b.String() + rest
}

// tagPairs returns the keys and values of a tag in their order, up to what is no pair.
func tagPairs(tag string) iter.Seq2[string, string] {
	return func(yield func(key, value string) bool) {
		for {
			key, rest, ok := strings.Cut(strings.TrimLeft(tag, " "), ":")
			quoted, err := strconv.QuotedPrefix(rest)
			if !ok || err != nil || !strings.HasPrefix(rest, `"`) {
				return
			}
			value, err := strconv.Unquote(quoted)
			if err != nil || !yield(key, value) {
				return
			}
			tag = rest[len(quoted):]
		}
	}
}

// named returns a tag with a name in the stead of NUL. That keys of lists end with brackets in a query is no part of
// what they are called elsewhere.
func named(shape, name string) string {
	plain := strings.TrimSuffix(name, "[]")
	if plain == name || strings.Contains(shape, "\x00[]") {
		return strings.ReplaceAll(shape, "\x00", plain)
	}
	query := strings.NewReplacer(`url:"`+"\x00", `url:"`+name, `query:"`+"\x00", `query:"`+name, `form:"`+"\x00", `form:"`+name, `schema:"`+"\x00", `schema:"`+name).Replace(shape)
	if query == shape {
		plain = name
	}
	return strings.ReplaceAll(query, "\x00", plain)
}

// saysText reports whether a tag has the option that writes numbers as texts.
func saysText(shape string) bool {
	return strings.Contains(shape, ",string,") || strings.Contains(shape, ",string\"")
}

// keysOfOwner returns the keys of the tags that most members of the owner have, "" where it has none.
func (w *wish) keysOfOwner() string {
	v := votes{}
	for _, f := range w.owner.Fields {
		if f.Owner == w.owner && hasWireTag(f) {
			v.add(tagKeys(f.Tag))
		}
	}
	return v.winner()
}

// tagKeys returns the keys of a tag in their order.
func tagKeys(tag string) string {
	var keys []string
	for key := range tagPairs(tag) {
		keys = append(keys, key)
	}
	return strings.Join(keys, " ")
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
