package drift

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// structural returns the type of the client that has the members, or the values, that
// the pages document.
func (w *wish) structural(t *model.Type, wire string, depth int) string {
	r := w.api.Resolve(t)
	switch {
	case r == nil || depth > 3:
	case r.Kind == model.KindArray:
		if t := w.typeNamed(w.owner.Short + w.goName(names.Singular(wire))); t != nil && (w.class == "array of "+string(model.KindAny) || w.newWish(w.api, &model.Field{Name: wire, Type: r.Elem}, w.owner, w.input).fits(t) && w.hasMost(r.Elem, t)) {
			return "[]" + w.elementPointer(t.Short) + t.Short
		}
		if elem := w.newWish(w.api, &model.Field{Name: names.Singular(wire), Type: r.Elem}, w.owner, w.input).typeByReference(); elem != "" && core(elem) == elem {
			return cmp.Or(w.listOf(elem), "[]"+w.elementPointer(elem)+elem)
		}
		if elem := w.structural(r.Elem, wire, depth+1); elem != "" {
			if list := w.listOf(elem); list != "" {
				return list
			}
			return "[]" + w.elementPointer(elem) + elem
		}
		if depth == 0 && w.class == "array of "+string(model.KindAny) {
			list := func(s *sample) bool { return strings.HasPrefix(s.base, "[]") && isPlain(s.base) }
			if t := w.firstOf(func(s *sample) string { return s.base }, [][]func(*sample) bool{{w.ofPackage, w.sameWord, list}, {w.ofPackage, w.sameClass, w.sameInput, list}}); t != "" {
				return t
			}
		}
		elem := w.newWish(w.api, &model.Field{Name: names.Singular(wire), Type: r.Elem, Required: true}, w.owner, w.input)
		if inner := elem.goType(); inner != "" {
			return "[]" + inner
		}
	case r.Kind == model.KindMap && r.Elem != nil:
		elem := w.newWish(w.api, &model.Field{Name: names.Singular(wire), Type: r.Elem, Required: true}, w.owner, w.input)
		if inner := elem.goType(); inner != "" {
			return "map[" + w.mapKey() + "]" + inner
		}
	case r.Kind == model.KindObject && len(r.Fields) > 0:
		return w.mostAlike(wire, func(c *gofacts.Type) float64 {
			n := overlap(&use{fields: r.Fields}, c)
			return float64(n) / float64(max(len(r.Fields)+len(c.Fields)-n, 1))
		})
	case r.Kind == model.KindEnum:
		return w.mostAlike(wire, func(c *gofacts.Type) float64 {
			if r.Enum.Base != model.KindString && !strings.Contains(names.Letters(c.Short), names.Letters(wire)) {
				return 0 // small numbers are values of many types
			}
			if !w.isAbout(c, r.Enum) {
				return 0
			}
			return sharedValues(r.Enum.Values, c)
		})
	}
	return ""
}

func sharedValues(documented []model.EnumValue, c *gofacts.Type) float64 {
	n := countValues(documented, c)
	return float64(n) / float64(max(len(documented)+len(c.Values)-n, 1))
}

// countValues returns how many documented values a type has constants for.
func countValues(documented []model.EnumValue, c *gofacts.Type) int {
	n := 0
	for _, v := range documented {
		text := plainLiteral(v.Literal)
		if slices.ContainsFunc(c.Values, func(k gofacts.Constant) bool { return k.Value == text }) {
			n++
		}
	}
	return n
}

// mostAlike returns the name of the type of the owner's package that is most like what is
// documented. Of several that are the same, the one whose name has most of the words of the member counts.
func (w *wish) mostAlike(wire string, alike func(*gofacts.Type) float64) string {
	best, most := "", 0.4
	for _, t := range w.types {
		if t.Package != w.owner.Package || t == w.owner {
			continue
		}
		s := alike(t)
		for _, word := range append(names.Words(wire), names.Words(w.owner.Short)...) {
			if s > 0 && strings.Contains(names.Letters(t.Short), names.Letters(names.Singular(word))) {
				s += 0.05
			}
		}
		if s > 0 {
			s += 0.3 * float64(2*commonPrefix(t.Short, w.owner.Short)) / float64(len(t.Short)+len(w.owner.Short))
		}
		if s > 0 && s > most-0.4 && t.Kind == gofacts.Struct {
			s += 0.4 * w.namedAlike(t, wire)
			if w.otherWay(t) {
				s -= 0.3
			}
		}
		if s > most {
			best, most = t.Short, s
		}
	}
	return best
}

// namedAlike returns the share of the members of this name, both of requests or of results, that have a struct or lists of it:
// pages that show an object by examples give it a name of its own in each place.
func (w *wish) namedAlike(t *gofacts.Type, wire string) float64 {
	n, of := 0, 0
	for _, s := range w.samples {
		if s.wire != plainName(wire) || s.input != w.input || s.category != "struct" && s.category != "list" || !w.ofPackage(s) || !w.shared(s) {
			continue
		}
		of++
		if core(s.base) == t.Short {
			n++
		}
	}
	return float64(n) / float64(max(of, 1))
}

// otherWay reports whether a struct is one for requests only where a result is wished for, or the other way round, by
// its members that are documented or else by the last word of its name.
func (w *wish) otherWay(t *gofacts.Type) bool {
	if t.Kind != gofacts.Struct {
		return false
	}
	same, other, sameWord, otherWord := 0, 0, 0, 0
	last := lastWord(t.Short)
	for _, s := range w.samples {
		switch {
		case s.owner == t && s.input == w.input:
			same++
		case s.owner == t:
			other++
		case s.last == last && s.input == w.input:
			sameWord++
		case s.last == last:
			otherWord++
		}
	}
	return same == 0 && (other > 0 || sameWord == 0 && otherWord >= 5)
}

// commonPrefix returns how many bytes two names begin with in common.
func commonPrefix(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// hasHeld reports whether members have a type of which nothing else is known for one of some kinds of values, or no
// three have it for other ones.
func (w *wish) hasHeld(goType string, kinds []gofacts.Kind) bool {
	others := 0
	for _, s := range w.samples {
		if s.base != goType || !w.ofPackage(s) || len(s.kinds) == 0 {
			continue
		}
		if slices.ContainsFunc(s.kinds, func(k gofacts.Kind) bool { return slices.Contains(kinds, k) }) {
			return true
		}
		others++
	}
	return len(kinds) == 0 || others < 3
}
