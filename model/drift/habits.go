package drift

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// habits are what a client's members say about how it names and types things.
type habits struct {
	// words are the forms of words of wire names in Go names, by the word in lower case.
	words map[string]votes
	// samples are the documented members that the client has, each once for each way that it travels.
	samples []*sample
	seen    map[sampleKey]bool
	// types are the named types of the client.
	types []*gofacts.Type
}

type sampleKey struct {
	field *gofacts.Field
	input bool
}

// A sample is how the client writes one documented member.
type sample struct {
	wire, word, class     string
	owner                 *gofacts.Type
	required, null, input bool
	// base is the type without the pointer, pointer "*" or "", shape the tag with NUL for the name.
	base, pointer, shape string
	category             string
	omits                bool
}

type votes map[string]int

func newHabits(types []*gofacts.Type) *habits {
	h := &habits{words: map[string]votes{}, seen: map[sampleKey]bool{}, types: types}
	for _, t := range types {
		for _, f := range t.Fields {
			if f.Owner == t && f.GoType != "" {
				h.learnWords(wireName(f), f.GoName)
			}
		}
	}
	return h
}

func (v votes) add(value string) { v[value]++ }

// winner returns what most votes are for, the first in the alphabet in a tie.
func (v votes) winner() string {
	best := ""
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for i, k := range keys {
		if i == 0 || v[k] > v[best] {
			best = k
		}
	}
	return best
}

func (v votes) total() int {
	n := 0
	for _, k := range v {
		n += k
	}
	return n
}

// learn notes how a client writes a documented member.
func (h *habits) learn(api *model.API, d *model.Field, f *gofacts.Field, t *gofacts.Type, input bool) {
	if f.GoType == "" || f.Owner != t || h.seen[sampleKey{f, input}] {
		return
	}
	h.seen[sampleKey{f, input}] = true
	base := strings.TrimPrefix(f.GoType, "*")
	h.samples = append(h.samples, &sample{
		wire: plainName(d.Name), word: lastWord(d.Name), class: classOf(api, d.Type), owner: t, required: d.Required, null: d.Nullable, input: input,
		base: base, pointer: f.GoType[:len(f.GoType)-len(base)], shape: tagShape(f), category: categoryOf(base, f.Type), omits: f.Omits,
	})
}

// tagShape returns the tag of a member with NUL in the stead of its name.
func tagShape(f *gofacts.Field) string {
	name := wireName(f)
	return strings.NewReplacer(`"`+name+`"`, "\"\x00\"", `"`+name+`,`, "\"\x00,").Replace(f.Tag)
}

func lastWord(wire string) string {
	words := names.Words(wire)
	if len(words) == 0 {
		return ""
	}
	return strings.ToLower(words[len(words)-1])
}

// categoryOf returns what pointers and tags of a member go by: lists, structs and the
// rest are each written in their own way.
func categoryOf(base string, t *gofacts.Type) string {
	switch {
	case strings.HasPrefix(base, "["), strings.HasPrefix(base, "map["):
		return "list"
	case base == "any" || strings.HasPrefix(base, "interface"):
		return "any"
	case t != nil && t.Kind == gofacts.Struct:
		return "struct"
	}
	return "value"
}

// count returns the votes of the samples that fit.
func (h *habits) count(value func(*sample) string, fits ...func(*sample) bool) votes {
	out := votes{}
	for _, s := range h.samples {
		if !slices.ContainsFunc(fits, func(fit func(*sample) bool) bool { return !fit(s) }) {
			out.add(value(s))
		}
	}
	return out
}

// A wish is a member that the client lacks.
type wish struct {
	*habits
	api   *model.API
	field *model.Field
	owner *gofacts.Type
	input bool
	class string
}

func (w *wish) ofOwner(s *sample) bool   { return s.owner == w.owner }
func (w *wish) ofPackage(s *sample) bool { return s.owner.Package == w.owner.Package }
func (w *wish) sameInput(s *sample) bool { return s.input == w.input }
func (w *wish) sameName(s *sample) bool  { return s.wire == plainName(w.field.Name) }
func (w *wish) sameClass(s *sample) bool { return s.class == w.class }
func (w *wish) sameWord(s *sample) bool  { return s.word == lastWord(w.field.Name) }
func (w *wish) sameNeed(s *sample) bool {
	return s.required == w.field.Required && s.null == w.field.Nullable
}

// goType returns the type of a member as the client would write it, without a pointer, ""
// where nothing shows it.
func (w *wish) goType() string {
	base := func(s *sample) string { return s.base }
	plain := func(s *sample) bool { return isPlain(s.base) }
	likeOwner := func(s *sample) bool { return firstWord(s.owner.Short) == firstWord(w.owner.Short) }
	if t := w.typeNamed(w.owner.Short + w.goName(w.field.Name)); t != nil && w.fits(t) {
		return t.Short
	}
	for _, fits := range [][]func(*sample) bool{
		{w.ofPackage, w.sameName, w.sameClass, likeOwner, w.sameInput},
		{w.ofPackage, w.sameName, w.sameClass, likeOwner},
		{w.ofPackage, w.sameName, w.sameClass, w.sameInput},
		{w.ofPackage, w.sameName, w.sameClass},
	} {
		if v := w.count(base, fits...); len(v) > 0 {
			return v.winner()
		}
	}
	if v := w.count(base, w.ofPackage, w.sameName); v.total() >= 3 && 4*v[v.winner()] >= 3*v.total() {
		return v.winner() // whatever one page makes of its type
	}
	if named := strings.Contains(w.class, "ref "); named {
		if v := w.count(base, w.ofPackage, w.sameClass); len(v) > 0 {
			return v.winner()
		}
	}
	if t := w.structural(w.field.Type, w.field.Name, 0); t != "" {
		return t
	}
	if t := w.namesake(); t != "" {
		return t
	}
	for _, fits := range [][]func(*sample) bool{
		{w.ofOwner, w.sameClass, w.sameWord, plain},
		{w.ofPackage, w.sameClass, w.sameWord, func(s *sample) bool { return isPlain(s.base) || strings.Contains(s.base, ".") }},
		{w.ofOwner, w.sameClass, plain},
		{w.ofPackage, w.sameClass, w.sameInput, plain},
		{w.ofPackage, w.sameClass, plain},
	} {
		if v := w.count(base, fits...); len(v) > 0 {
			return v.winner()
		}
	}
	return plainType(w.api.Resolve(w.field.Type))
}

// namesake returns the type with constants that has the name of the member, or the last
// words of it, and holds the documented kind of values.
func (w *wish) namesake() string {
	words := names.Words(w.field.Name)
	for i := range words {
		if i > 0 && len(words)-i < 2 {
			break // one word alone says too little
		}
		t := w.typeNamed(w.goName(strings.Join(words[i:], "_")))
		if t != nil && len(t.Values) > 0 && w.fits(t) {
			return t.Short
		}
	}
	return ""
}

// fits reports whether a type holds the documented kind of values.
func (w *wish) fits(t *gofacts.Type) bool {
	r := w.api.Resolve(w.field.Type)
	return r != nil && slices.Contains(kindsOf(w.api, r), t.Kind)
}

// plainType returns the Go type of a documented one where there is only one choice.
func plainType(r *model.Type) string {
	switch {
	case r == nil:
	case r.Kind == model.KindString, r.Kind == model.KindEnum && r.Enum.Base == model.KindString, r.Kind == model.KindConst && strings.HasPrefix(string(r.Literal), `"`):
		return "string"
	case r.Kind == model.KindBoolean:
		return "bool"
	}
	return ""
}

// structural returns the type of the client that has the members, or the values, that
// the pages document.
func (w *wish) structural(t *model.Type, wire string, depth int) string {
	r := w.api.Resolve(t)
	switch {
	case r == nil || depth > 3:
	case r.Kind == model.KindArray:
		if elem := w.structural(r.Elem, wire, depth+1); elem != "" {
			if list := w.listOf(elem); list != "" {
				return list
			}
			return "[]" + w.elementPointer(elem) + elem
		}
		elem := &wish{w.habits, w.api, &model.Field{Name: names.Singular(wire), Type: r.Elem, Required: true}, w.owner, w.input, classOf(w.api, r.Elem)}
		if inner := elem.goType(); inner != "" {
			return "[]" + inner
		}
	case r.Kind == model.KindObject && len(r.Fields) > 0:
		return w.mostAlike(wire, func(c *gofacts.Type) float64 {
			n := overlap(&use{fields: r.Fields}, c)
			return float64(n) / float64(max(len(r.Fields)+len(c.Fields)-n, 1))
		})
	case r.Kind == model.KindEnum:
		return w.mostAlike(wire, func(c *gofacts.Type) float64 {
			if r.Enum.Base != model.KindString && !strings.Contains(names.Letters(c.Short), names.Letters(lastWord(wire))) {
				return 0 // small numbers are values of many types
			}
			return sharedValues(r.Enum.Values, c)
		})
	}
	return ""
}

func sharedValues(documented []model.EnumValue, c *gofacts.Type) float64 {
	n := 0
	for _, v := range documented {
		text := plainLiteral(v.Literal)
		if slices.ContainsFunc(c.Values, func(k gofacts.Constant) bool { return k.Value == text }) {
			n++
		}
	}
	return float64(n) / float64(max(len(documented)+len(c.Values)-n, 1))
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
		if s > most {
			best, most = t.Short, s
		}
	}
	return best
}

// commonPrefix returns how many bytes two names begin with in common.
func commonPrefix(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// listOf returns the named type of lists of a struct, where the client has one for it.
func (w *wish) listOf(elem string) string {
	for _, t := range w.types {
		if t.Kind == gofacts.List && t.Package == w.owner.Package && t.Elem != nil && t.Elem.Short == elem && t.Elem.Package == t.Package {
			return t.Short
		}
	}
	return ""
}

// elementPointer returns "*" where the client's lists of structs have pointers.
func (w *wish) elementPointer(elem string) string {
	if t := w.typeNamed(elem); t == nil || t.Kind != gofacts.Struct {
		return ""
	}
	pointed := func(s *sample) string { return s.base[2:min(3, len(s.base))] }
	ofStructs := func(s *sample) bool {
		t := w.typeNamed(strings.TrimPrefix(strings.TrimPrefix(s.base, "[]"), "*"))
		return strings.HasPrefix(s.base, "[]") && t != nil && t.Kind == gofacts.Struct
	}
	n := 0
	v := w.count(pointed, w.ofPackage, ofStructs)
	for k, c := range v {
		if k != "*" {
			n += c
		}
	}
	if v["*"] > n {
		return "*"
	}
	return ""
}

// typeNamed returns the type of the owner's package with a name, or nil.
func (w *wish) typeNamed(short string) *gofacts.Type {
	for _, t := range w.types {
		if t.Short == short && t.Package == w.owner.Package {
			return t
		}
	}
	return nil
}

// isPlain reports whether a type is made of those that Go has: a type with a name of its
// own says something about one member, not about others.
func isPlain(goType string) bool {
	last := strings.TrimRight(goType, "]")
	if at := strings.LastIndexAny(last, "*[]"); at >= 0 {
		last = last[at+1:]
	}
	return last == "time.Time" || last == strings.ToLower(last) && !strings.Contains(last, ".")
}

func firstWord(goName string) string {
	if words := names.Words(goName); len(words) > 0 {
		return words[0]
	}
	return ""
}

// classOf returns what a type is, as far as a Go type depends on it.
func classOf(api *model.API, t *model.Type) string {
	if t.Kind == model.KindRef {
		if r := api.Resolve(t); r.Kind == model.KindObject || r.Kind == model.KindUnion || r.Kind == model.KindEnum {
			return "ref " + t.Ref
		}
		t = api.Resolve(t)
	}
	if (t.Kind == model.KindArray || t.Kind == model.KindMap) && t.Elem != nil {
		return string(t.Kind) + " of " + classOf(api, t.Elem)
	}
	return strings.TrimSpace(string(t.Kind) + " " + t.Format)
}
