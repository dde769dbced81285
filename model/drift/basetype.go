package drift

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// besideIt returns the plain type of the members of the same struct that end with the same word: startTime and
// endTime are of one type, whatever other structs have.
func (w *wish) besideIt() string {
	plain := func(s *sample) bool { return isPlain(s.base) && len(names.Words(s.wire)) > 1 }
	v := w.count(func(s *sample) string { return s.base }, w.ofOwner, w.sameWord, w.sameClass, plain)
	if len(v) != 1 || len(names.Words(w.field.Name)) < 2 {
		return ""
	}
	return v.winner()
}

// typeByConstants returns the type most of whose constants have the names and the values that the pages
// document, or a list of it. The one that members of this name have counts before others with the same constants.
func (w *wish) typeByConstants() string {
	r, list := w.api.Resolve(w.field.Type), ""
	if r != nil && r.Kind == model.KindArray {
		r, list = w.api.Resolve(r.Elem), "[]"
	}
	if r == nil || r.Kind != model.KindEnum {
		return ""
	}
	best, most := "", 0.5
	if named := w.typeByName(); named != "" {
		if t := w.typeNamed(core(named)); t != nil && len(t.Values) > 0 {
			if sharedNames(r.Enum.Values, t) > most {
				return named
			}
			return ""
		}
	}
	for _, t := range w.types {
		if t.Package != w.owner.Package || !w.isAbout(t, r.Enum) {
			continue
		}
		if s := sharedNames(r.Enum.Values, t); s > most {
			best, most = list+t.Short, s
		}
	}
	return best
}

// isAbout reports whether a type with constants may be for what the documented values are for: its name has the last
// word of the member's, it has many of them, or the client has it for no members that end with other words alone.
// Many things are enabled or disabled.
func (w *wish) isAbout(t *gofacts.Type, e *model.Enum) bool {
	const many = 5
	words := w.endings[t.Package+"."+t.Short]
	return e.Base != model.KindString || len(words) == 0 || words[w.word] > 0 || countValues(e.Values, t) >= many ||
		strings.Contains(names.Letters(t.Short), names.Letters(names.Singular(w.word)))
}

// sharedNames returns the share of the constants of a type and of documented values that are in both by name and
// value. A text names itself; a number that the pages give no name is none of them.
func sharedNames(documented []model.EnumValue, t *gofacts.Type) float64 {
	n := 0
	for _, v := range documented {
		name := documentedName(v)
		if name == "" && strings.HasPrefix(string(v.Literal), `"`) {
			name = plainLiteral(v.Literal)
		}
		letters := names.Letters(name)
		if letters != "" && slices.ContainsFunc(t.Values, func(k gofacts.Constant) bool {
			return k.Value == plainLiteral(v.Literal) && strings.HasSuffix(names.Letters(k.GoName), letters)
		}) {
			n++
		}
	}
	return float64(n) / float64(max(len(documented)+len(t.Values)-n, 1))
}

// typeOfNumbers returns the type of the client's numbers where a union is of nothing else.
func (w *wish) typeOfNumbers() string {
	r := w.api.Resolve(w.field.Type)
	if r == nil || r.Kind != model.KindUnion {
		return ""
	}
	kinds := kindsOf(w.api, r)
	if !slices.Contains(kinds, gofacts.Number) || slices.ContainsFunc(kinds, func(k gofacts.Kind) bool { return k != gofacts.Number && k != gofacts.Integer }) {
		return ""
	}
	return w.as(&model.Type{Kind: model.KindNumber}).goType()
}

// typeOfAlternative returns the type of the first alternative of a union that the client has a type for, which most
// clients write where nothing else shows what they do.
func (w *wish) typeOfAlternative() string {
	r := w.api.Resolve(w.field.Type)
	if r == nil || r.Kind != model.KindUnion {
		return ""
	}
	for _, v := range variants(w.api, r, 0) {
		if v.Kind != model.KindUnion && v.Kind != model.KindNull {
			if t := w.as(v).goType(); t != "" {
				return t
			}
		}
	}
	return ""
}

// as returns what is wished for if the member were of a type.
func (w *wish) as(t *model.Type) *wish {
	return w.newWish(w.api, &model.Field{Name: w.field.Name, Type: t, Required: w.field.Required, Nullable: w.field.Nullable}, w.owner, w.input)
}

// typeByFormat returns the type of most members whose documented type has a format: what pages call a snowflake
// or a UUID is of one type in most clients, whatever it is called.
func (w *wish) typeByFormat() string {
	if !hasFormat(w.field.Type) {
		return ""
	}
	best, n, of := w.ofFormat()
	if of >= 3 && 3*n >= 2*of {
		return best
	}
	return ""
}

// arrayOf is what the class of a list begins with.
const arrayOf = string(model.KindArray) + " of "

// elementKinds returns what JSON the elements of a documented list are.
func (w *wish) elementKinds() []gofacts.Kind {
	r := w.api.Resolve(w.field.Type)
	if r == nil || r.Kind != model.KindArray || r.Elem == nil {
		return nil
	}
	return kindsOf(w.api, w.api.Resolve(r.Elem))
}

// typeOfLastWords returns the type that the last words of the member name among those that members of the same format have:
// user_id, role_ids and target_user_id are texts of one format, and UserID, []RoleID and UserID in many clients.
func (w *wish) typeOfLastWords() string {
	class, isList := strings.CutPrefix(w.class, arrayOf)
	if !hasFormat(w.field.Type) || strings.HasPrefix(class, arrayOf) {
		return ""
	}
	have := lowerWords(names.Singular(strings.TrimSuffix(w.field.Name, "[]")))
	found, most := votes{}, 0
	for _, s := range w.samples {
		name := core(s.base)
		if !w.ofPackage(s) {
			name = core(w.seen(s))
		}
		words := lowerWords(name[strings.LastIndexByte(name, '.')+1:])
		if strings.TrimPrefix(s.class, arrayOf) != class || len(words) == 0 || len(words) < most || isPlain(name) || !endsWith(have, words) {
			continue
		}
		if len(words) > most {
			found, most = votes{}, len(words)
		}
		found.add(name)
	}
	if most < 2 {
		return "" // what all of the format are called
	}
	if isList {
		return "[]" + found.winner()
	}
	return found.winner()
}

func lowerWords(name string) []string {
	words := names.Words(name)
	for i, word := range words {
		words[i] = strings.ToLower(word)
	}
	return words
}

// endsWith reports whether words end with others.
func endsWith(words, end []string) bool {
	return len(end) <= len(words) && slices.Equal(words[len(words)-len(end):], end)
}

// typeOfFormat returns the type that nine in ten of at least ten members of the format have: the others are at odds with
// the client. Moments are none of them, which are written by what they are for.
func (w *wish) typeOfFormat() string {
	if w.field.Type.Format == "" || w.field.Type.Kind != model.KindString {
		return ""
	}
	best, n, of := w.ofFormat()
	if of >= 10 && 10*n >= 9*of {
		return best
	}
	return ""
}

// ofFormat returns the type that most members of the documented type have, and how many of how many.
func (w *wish) ofFormat() (best string, n, of int) {
	v := w.count(func(s *sample) string { return s.base }, w.ofPackage, w.sameClass, w.shared)
	best = v.winner()
	return best, v[best], v.total()
}

// hasFormat reports whether a type, or what it is a list of, has a format.
func hasFormat(t *model.Type) bool {
	for t.Kind == model.KindArray && t.Elem != nil {
		t = t.Elem
	}
	return t.Format != "" || t.Kind == model.KindDateTime || t.Kind == model.KindDate
}

// plainKind returns what JSON a predeclared type holds, "" of another type.
func plainKind(goType string) gofacts.Kind {
	switch {
	case goType == "string":
		return gofacts.String
	case goType == "bool":
		return gofacts.Boolean
	case strings.HasPrefix(goType, "float"):
		return gofacts.Number
	case isNumber(goType):
		return gofacts.Integer
	}
	return ""
}
