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
	pointer := func(s *sample) string { return s.pointer }
	same := func(s *sample) bool { return s.category == category }
	sameType := func(s *sample) bool { return s.base == base }
	return w.decide(pointer, "", [][]func(*sample) bool{
		{w.ofOwner, same, w.sameNeed, w.sameInput},
		{w.ofPackage, w.sameName, sameType, w.sameInput, w.sameNeed},
		{w.ofOwner, same, w.sameInput},
		{w.ofPackage, sameType, w.sameInput, w.sameNeed},
		{w.ofPackage, same, w.sameInput, w.sameNeed},
		{w.ofPackage, same, w.sameInput},
		{w.ofPackage, same},
	})
}

// shape returns the tag of the member with NUL in the stead of its name, "" where no
// member of the client shows one.
func (w *wish) shape(base, pointer string) string {
	category := categoryOf(base, w.typeNamed(base))
	same := func(s *sample) bool { return s.category == category }
	alike := func(s *sample) bool { return s.category == category && s.pointer == pointer }
	omits := w.decide(func(s *sample) string { return strconv.FormatBool(s.omits) }, strconv.FormatBool(!w.field.Required), [][]func(*sample) bool{
		{w.ofOwner, alike, w.sameNeed, w.sameInput},
		{w.ofOwner, alike, w.sameInput},
		{w.ofPackage, w.sameName, alike, w.sameInput, w.sameNeed},
		{w.ofOwner, w.sameInput},
		{w.ofPackage, alike, w.sameInput, w.sameNeed},
		{w.ofPackage, same, w.sameInput},
	})
	shape := func(s *sample) string { return s.shape }
	named := func(s *sample) bool { return strings.Contains(s.shape, "\x00") }
	asWished := func(s *sample) bool { return strconv.FormatBool(s.omits) == omits }
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

// decide returns what samples that fit have, by the first condition that enough samples
// agree on: one alone says little, and a majority must be clear.
func (w *wish) decide(value func(*sample) string, otherwise string, conditions [][]func(*sample) bool) string {
	for _, fits := range conditions {
		v := w.count(value, fits...)
		if win, n := v.winner(), v.total(); n >= 2 && 4*v[win] >= 3*n {
			return win
		}
	}
	for _, fits := range conditions {
		if v := w.count(value, fits...); len(v) > 0 {
			return v.winner()
		}
	}
	return otherwise
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
