package drift

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
)

// pointer returns "*" where the client would write the member as a pointer.
func (w *wish) pointer(base string) string {
	category := categoryOf(base, w.typeNamed(base))
	if category == "any" {
		return ""
	}
	if category == "struct" && w.holds(w.typeNamed(base), map[*gofacts.Type]bool{}) {
		return "*" // a struct cannot hold itself
	}
	same := func(s *sample) bool { return s.category == category }
	sameType := func(s *sample) bool { return s.base == base }
	first := 0.1
	if category != "list" && !w.field.Required {
		first = 0.5
	}
	if w.chance(first, func(s *sample) bool { return s.pointer == "*" }, [][]func(*sample) bool{
		{w.ofPackage, same},
		{w.ofPackage, same, w.sameInput},
		{w.ofPackage, same, w.sameInput, w.sameNeed},
		{w.ofPackage, sameType, w.sameInput, w.sameNeed},
		{w.ofOwner, same, w.sameInput},
		{w.ofOwner, same, w.sameInput, w.sameNeed},
	}) > 0.5 {
		return "*"
	}
	return ""
}

// shape returns the tag of the member with NUL in the stead of its name, "" where no
// member of the client shows one.
func (w *wish) shape(base, pointer string) string {
	category := categoryOf(base, w.typeNamed(base))
	same := func(s *sample) bool { return s.category == category }
	alike := func(s *sample) bool { return s.category == category && s.pointer == pointer }
	first := 0.4
	if !w.field.Required {
		first = 0.6
	}
	omits := w.chance(first, func(s *sample) bool { return s.omits }, [][]func(*sample) bool{
		{w.ofPackage, w.sameInput},
		{w.ofPackage, same, w.sameInput},
		{w.ofPackage, alike, w.sameInput},
		{w.ofPackage, alike, w.sameInput, w.sameNeed},
		{w.ofOwner, w.sameInput},
		{w.ofOwner, alike, w.sameInput},
		{w.ofOwner, alike, w.sameInput, w.sameNeed},
	}) >= 0.5
	shape := func(s *sample) string { return s.shape }
	named := func(s *sample) bool { return strings.Contains(s.shape, "\x00") }
	asWished := func(s *sample) bool { return s.omits == omits }
	for _, fits := range [][]func(*sample) bool{
		{w.ofOwner, named, asWished, alike, w.sameInput},
		{w.ofOwner, named, asWished, same},
		{w.ofOwner, named, asWished},
		{w.ofPackage, named, asWished, alike, w.sameInput, w.keysOfOwner},
		{w.ofPackage, named, asWished, w.keysOfOwner},
		{w.ofOwner, named},
		{w.ofPackage, named, asWished, w.sameInput},
	} {
		if v := w.count(shape, fits...); len(v) > 0 {
			return v.winner()
		}
	}
	return ""
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

// chance returns how likely a member has something, by what samples have that fit ever
// narrower conditions: each says the more the more samples it has, and what is wider counts
// as much as two of them. First is what counts before any.
func (w *wish) chance(first float64, has func(*sample) bool, conditions [][]func(*sample) bool) float64 {
	const wider = 2
	p := first
	for _, fits := range conditions {
		v := w.count(func(s *sample) string { return strconv.FormatBool(has(s)) }, fits...)
		p = (float64(v["true"]) + wider*p) / (float64(v.total()) + wider)
	}
	return p
}

// holds reports whether a struct holds the owner as a value, by itself or in what it holds.
func (w *wish) holds(t *gofacts.Type, seen map[*gofacts.Type]bool) bool {
	if t == nil || seen[t] {
		return false
	}
	seen[t] = true
	if t == w.owner {
		return true
	}
	for _, f := range t.Fields {
		if f.Type != nil && f.Type.Kind == gofacts.Struct && !strings.HasPrefix(f.GoType, "*") && w.holds(f.Type, seen) {
			return true
		}
	}
	return false
}
