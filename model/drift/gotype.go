package drift

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// A wish is a member that the client lacks.
type wish struct {
	*habits
	api   *model.API
	field *model.Field
	owner *gofacts.Type
	input bool
	class string
	// base is the type without what holds it, category that of the type; they are chosen in this order.
	base, category, holder string
	// at is where it would stand among the members of the owner: behind number 3 is 3.5.
	at float64
	// first and last are words of the name of the owner, word is the last one of the member.
	first, last, word string
	// verb is that of the operation, "" where it is not known.
	verb string
}

// newWish returns what is wished for a member, with nothing chosen.
func (h *habits) newWish(api *model.API, d *model.Field, owner *gofacts.Type, input bool) *wish {
	d = listed(api, d)
	return &wish{habits: h, api: api, field: d, owner: owner, input: input, class: classOf(api, d.Type),
		first: firstWord(owner.Short), last: lastWord(owner.Short), word: lastWord(d.Name)}
}

func (w *wish) ofOwner(s *sample) bool   { return s.owner == w.owner }
func (w *wish) ofPackage(s *sample) bool { return s.owner.Package == w.owner.Package }
func (w *wish) sameInput(s *sample) bool { return s.input == w.input }
func (w *wish) sameName(s *sample) bool  { return s.wire == plainName(w.field.Name) }
func (w *wish) sameClass(s *sample) bool { return s.class == w.class }
func (w *wish) sameWord(s *sample) bool  { return s.word == w.word }
func (w *wish) likeOwner(s *sample) bool { return s.first == w.first }
func (w *wish) sameKind(s *sample) bool {
	return s.last == w.last
}

// shared reports whether the type of a sample is not one for its struct alone, which has the struct's name.
func (w *wish) shared(s *sample) bool {
	return s.owner == w.owner || !strings.HasPrefix(core(s.base), s.owner.Short)
}

// goType returns the type of a member as the client would write it, without what holds it,
// "" where nothing shows it.
func (w *wish) goType() string {
	for _, find := range []func() string{w.typeByConstants, w.typeOfFormat, w.besideIt, w.ownType, w.typeOfOwner, w.typeByName, w.typeByReference, w.typeElsewhere, w.typeOfLastWords, w.typeOfPlural, w.typeByFormat, w.besideAll, w.typeOfNumbers, w.typeByMembers, w.typeOfUnion, func() string { return w.structural(w.field.Type, strings.TrimSuffix(w.field.Name, "[]"), 0) }, w.namesake, w.typeByClass, w.typeOfAlternative} {
		if t := find(); t != "" {
			return t
		}
	}
	return plainType(w.api.Resolve(w.field.Type))
}

// ownType returns the type that the client has for this member of this struct alone, by the name of the type:
// that of both, of the words of both, or as types of members of this name are named elsewhere.
func (w *wish) ownType() string {
	if t := w.typeNamed(w.owner.Short + w.goName(w.field.Name)); t != nil && w.fits(t) && w.hasMost(w.field.Type, t) {
		return t.Short
	}
	v := votes{}
	for _, s := range w.samples {
		if w.ofPackage(s) && w.sameName(s) && s.owner != w.owner {
			if t := w.analogue(s); t != "" {
				v.add(t)
			}
		}
	}
	if len(v) > 0 {
		return v.winner()
	}
	return w.typeOfWords()
}

// analogue returns what is to the owner as the type of a sample is to its struct: FooResult is to FooResponse
// what BarResult is to BarResponse.
func (w *wish) analogue(s *sample) string {
	short := core(s.base)
	n := commonPrefix(short, s.owner.Short)
	rest, ok := strings.CutSuffix(w.owner.Short, s.owner.Short[n:])
	if n < 4 || !ok || !beginsWord(short[n:]) || s.class != w.class && strings.Contains(s.class, "ref ") != strings.Contains(w.class, "ref ") {
		return ""
	}
	t := w.typeNamed(rest + short[n:])
	if t == nil || t == w.owner {
		return ""
	}
	if list := w.listOf(t.Short); list != "" && strings.HasPrefix(s.base, "[]") {
		return list
	}
	if s.base == short && t.Kind == gofacts.Struct && isListOfObjects(w.api, w.field.Type) {
		return "[]" + w.elementPointer(t.Short) + t.Short
	}
	return strings.TrimSuffix(s.base, short) + t.Short
}

// isListOfObjects reports whether a documented type is a list of objects.
func isListOfObjects(api *model.API, t *model.Type) bool {
	r := api.Resolve(t)
	if r == nil || r.Kind != model.KindArray {
		return false
	}
	elem := api.Resolve(r.Elem)
	return elem != nil && elem.Kind == model.KindObject
}

// typeOfWords returns the type with constants all of whose words are of the names of the owner and of the
// member, the one that has most of them: all of the member's, or the whole name of the owner and the member's last word.
func (w *wish) typeOfWords() string {
	have, best, most := map[string]bool{}, "", 0
	member := map[string]bool{}
	for _, word := range names.Words(w.field.Name) {
		have[strings.ToLower(word)], member[strings.ToLower(word)] = true, true
	}
	for _, word := range names.Words(w.owner.Short) {
		have[strings.ToLower(word)] = true
	}
	documented := w.api.Resolve(w.field.Type)
	for _, t := range w.types {
		short := w.written(t)
		if short == "" || len(t.Values) == 0 || !w.fits(t) || documented.Kind == model.KindEnum && sharedValues(documented.Enum.Values, t) < 0.4 {
			continue
		}
		n, ofMember, last, owners := 0, 0, false, false
		for _, word := range names.Words(t.Short) {
			word = strings.ToLower(word)
			if !have[word] {
				n = -1
				break
			}
			n++
			if member[word] {
				ofMember, last = ofMember+1, last || word == w.word
			} else {
				owners = true
			}
		}
		if whole := ofMember == len(member) || last && strings.HasPrefix(t.Short, w.owner.Short); n > most && owners && whole {
			best, most = short, n
		}
	}
	return best
}

// typeByName returns the type of the members of this name.
func (w *wish) typeByName() string {
	base := func(s *sample) string { return s.base }
	if w.saysNothing() {
		return w.firstOf(base, [][]func(*sample) bool{
			{w.ofPackage, w.sameName, w.shared, w.sameInput, w.likeOwner, w.canHold},
			{w.ofPackage, w.sameName, w.shared, w.sameInput, w.canHold},
			{w.ofPackage, w.sameName, w.shared, w.canHold},
		})
	}
	for _, fits := range [][]func(*sample) bool{
		{w.ofPackage, w.sameName, w.sameClass, w.shared, w.likeOwner, w.sameKind, w.sameInput},
		{w.ofPackage, w.sameName, w.sameClass, w.shared, w.likeOwner, w.sameInput},
		{w.ofPackage, w.sameName, w.sameClass, w.shared, w.sameKind, w.sameInput},
		{w.ofPackage, w.sameName, w.sameClass, w.shared, w.sameInput},
		{w.ofPackage, w.sameName, w.sameClass, w.shared, w.likeOwner},
		{w.ofPackage, w.sameName, w.sameClass, w.shared},
	} {
		if v := w.count(base, fits...); len(v) > 0 {
			return v.winner()
		}
	}
	if v := w.count(base, w.ofPackage, w.sameName, w.shared); v.total() >= 3 && 4*v[v.winner()] >= 3*v.total() && w.holds(v.winner()) {
		return v.winner() // whatever one page makes of its type
	}
	return ""
}

// saysNothing reports whether the pages say nothing of the type but that it is a list, if it is one: an example has null
// or an empty list.
func (w *wish) saysNothing() bool {
	return w.class == string(model.KindAny) || w.class == "array of "+string(model.KindAny)
}

// canHold reports whether the type of a sample is one for a list if the member is one.
func (w *wish) canHold(s *sample) bool {
	t := w.typeNamed(s.base)
	return w.class == string(model.KindAny) || strings.HasPrefix(s.base, "[]") || t != nil && t.Kind == gofacts.List
}

// typeByReference returns the type of the members with the same documented type, or the one of its name.
func (w *wish) typeByReference() string {
	if !strings.Contains(w.class, "ref ") {
		return ""
	}
	if v := w.count(func(s *sample) string { return s.base }, w.ofPackage, w.sameClass); len(v) > 0 {
		return v.winner()
	}
	if v := w.count(w.qualified, w.sameClass); v.winner() != "" {
		return v.winner()
	}
	if w.field.Type.Kind != model.KindRef {
		return ""
	}
	ref := names.Letters(w.field.Type.Ref[strings.LastIndexByte(w.field.Type.Ref, '.')+1:])
	for _, t := range w.types {
		if t.Package == w.owner.Package && names.Letters(t.Short) == ref && w.fits(t) {
			return t.Short
		}
	}
	return ""
}

// typeByMembers returns the type of most members of this name whose documented objects have the very members that this
// one has: pages that show objects by examples give each a name of its own.
func (w *wish) typeByMembers() string {
	have := membersOf(w.api, w.field.Type)
	if have == "" {
		return ""
	}
	same := func(s *sample) bool { return s.members == have }
	base := func(s *sample) string { return s.base }
	v := w.count(base, w.ofPackage, same, w.sameName, w.sameInput, w.shared)
	if best := v.winner(); v[best] >= 2 && 2*v[best] > v.total() {
		return best
	}
	return ""
}

// membersOf returns the names of the members of a documented object, or of those of a list, "" where it has fewer than two.
func membersOf(api *model.API, t *model.Type) string {
	r, list := api.Resolve(t), ""
	if r != nil && r.Kind == model.KindArray {
		r, list = api.Resolve(r.Elem), "[] "
	}
	if r == nil || r.Kind != model.KindObject || len(r.Fields) < 2 {
		return ""
	}
	var all []string
	for _, f := range r.Fields {
		all = append(all, f.Name)
	}
	slices.Sort(all)
	return list + strings.Join(all, " ")
}

// typeByClass returns the type of members with the same kind of values.
func (w *wish) typeByClass() string {
	base := func(s *sample) string { return s.base }
	plain := func(s *sample) bool { return isPlain(s.base) }
	foreign := func(s *sample) bool { return isPlain(s.base) || strings.Contains(s.base, ".") }
	if w.class == string(model.KindAny) {
		anything := func(s *sample) bool { return s.category == "any" }
		if t := w.firstOf(base, [][]func(*sample) bool{{w.ofPackage, w.sameWord, w.sameInput, foreign}}); t != "" && w.field.Nullable {
			return t // nothing but null is documented
		}
		return w.firstOf(base, [][]func(*sample) bool{{w.ofPackage, w.sameClass, w.sameWord, foreign}, {w.ofOwner, w.sameClass, foreign}, {w.ofPackage, w.sameClass, anything}, {w.ofPackage, anything}})
	}
	classes := []string{w.class}
	if k := kindsOf(w.api, w.api.Resolve(w.field.Type)); strings.HasPrefix(w.class, "ref ") && len(k) > 0 && !slices.ContainsFunc(k, func(other gofacts.Kind) bool { return other != k[0] }) {
		classes = append(classes, string(k[0])) // the values of an enumeration, or of a union of some
	}
	for _, class := range classes {
		same := func(s *sample) bool { return s.class == class }
		if t := w.firstOf(base, [][]func(*sample) bool{
			{w.ofOwner, same, w.sameWord, plain},
			{w.ofPackage, same, w.sameWord, foreign},
			{w.ofOwner, same, plain},
			{w.ofPackage, same, w.sameInput, plain},
			{w.ofPackage, same, plain},
		}); t != "" {
			return t
		}
	}
	return ""
}

// firstOf returns what most samples have that fit the first conditions which some fit.
func (h *habits) firstOf(value func(*sample) string, conditions [][]func(*sample) bool) string {
	for _, fits := range conditions {
		if v := h.count(value, fits...); len(v) > 0 {
			return v.winner()
		}
	}
	return ""
}

// core returns the name of a type without what lists and pointers write before it.
func core(goType string) string {
	return goType[strings.LastIndexAny(goType, "*]")+1:]
}

// holds reports whether a type that the client writes can hold the documented kind of values, as far
// as that is known.
func (w *wish) holds(goType string) bool {
	r := w.api.Resolve(w.field.Type)
	if r == nil {
		return true
	}
	list := strings.HasPrefix(goType, "[]")
	if list && r.Kind == model.KindArray && isPlain(goType) {
		elem := w.api.Resolve(r.Elem)
		return elem == nil || elem.Kind != model.KindObject
	}
	if kind, k := plainKind(goType), kindsOf(w.api, r); kind != "" && len(k) > 0 && !slices.Contains(k, kind) {
		return false
	}
	if t := w.typeNamed(goType); t != nil && r.Kind == model.KindArray {
		return t.Kind == gofacts.List
	}
	if r.Kind == model.KindArray || list {
		return r.Kind == model.KindArray && (list || !isPlain(goType)) || r.Kind == model.KindAny
	}
	if t := w.typeNamed(goType); t != nil {
		k := kindsOf(w.api, r)
		return len(k) == 0 || slices.Contains(k, t.Kind) || r.Kind == model.KindObject && t.Kind == gofacts.Map
	}
	return w.hasHeld(goType, kindsOf(w.api, r))
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

// hasMost reports whether a struct has half of the documented members at least, or is none: that its name is made
// of those of the owner and of the member says less.
func (w *wish) hasMost(documented *model.Type, t *gofacts.Type) bool {
	r := w.api.Resolve(documented)
	return t.Kind != gofacts.Struct || r == nil || r.Kind != model.KindObject || 2*overlap(&use{fields: r.Fields}, t) >= min(len(r.Fields), len(t.Fields))
}

// plainType returns the Go type of a documented one where there is only one choice.
func plainType(r *model.Type) string {
	switch {
	case r == nil:
	case r.Kind == model.KindString, r.Kind == model.KindEnum && r.Enum.Base == model.KindString, r.Kind == model.KindConst && strings.HasPrefix(string(r.Literal), `"`):
		return "string"
	case r.Kind == model.KindBoolean:
		return "bool"
	case r.Kind == model.KindNumber:
		return "float64"
	}
	return ""
}

// listOf returns the named type of lists of a struct, where the client has one for it.
func (w *wish) listOf(elem string) string {
	for _, t := range w.types {
		if t.Kind == gofacts.List && t.Package == w.owner.Package && t.Elem != nil && t.Elem.Short == elem && t.Elem.Package == t.Package && w.isUsed(t, elem) {
			return t.Short
		}
	}
	return ""
}

// isUsed reports whether members have a named type of lists, or hardly one has a list of its elements without that name.
func (w *wish) isUsed(list *gofacts.Type, elem string) bool {
	uses := func(s *sample) bool { return s.base == list.Short }
	plain := func(s *sample) bool { return strings.HasPrefix(s.base, "[]") && core(s.base) == elem }
	base := func(s *sample) string { return s.base }
	return len(w.count(base, w.ofPackage, uses)) > 0 || w.count(base, w.ofPackage, plain).total() < 2
}

// mapKey returns the type of the keys of the client's maps.
func (w *wish) mapKey() string {
	key := func(s *sample) string {
		before, _, _ := strings.Cut(strings.TrimPrefix(s.base, "map["), "]")
		return before
	}
	isMap := func(s *sample) bool { // keys with constants are those of one member
		t := w.typeNamed(key(s))
		return strings.HasPrefix(s.base, "map[") && (t == nil || len(t.Values) == 0 || w.sameWord(s))
	}
	return cmp.Or(w.firstOf(key, [][]func(*sample) bool{{w.ofOwner, isMap}, {w.ofPackage, isMap, w.sameInput}}), "string")
}

// elementPointer returns "*" where the client's lists of structs have pointers.
func (w *wish) elementPointer(elem string) string {
	if t := w.typeNamed(elem); t == nil || t.Kind != gofacts.Struct {
		return ""
	}
	ofStructs := func(s *sample) bool {
		t := w.typeNamed(strings.TrimPrefix(strings.TrimPrefix(s.base, "[]"), "*"))
		return strings.HasPrefix(s.base, "[]") && t != nil && t.Kind == gofacts.Struct
	}
	ofElem := func(s *sample) bool { return core(s.base) == elem }
	pointed := func(s *sample) string { return strings.TrimSuffix(strings.TrimPrefix(s.base, "[]"), core(s.base)) }
	return w.firstOf(pointed, [][]func(*sample) bool{{w.ofPackage, ofStructs, ofElem}, {w.ofOwner, ofStructs}, {w.ofPackage, ofStructs}})
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
