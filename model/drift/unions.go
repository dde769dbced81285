package drift

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// listed returns a member as a list where the pages end its name with brackets: that it may be given again and again
// is all that they mean, whatever type they state of one of its values.
func listed(api *model.API, d *model.Field) *model.Field {
	if r := api.Resolve(d.Type); !strings.HasSuffix(d.Name, "[]") || r == nil || r.Kind == model.KindArray {
		return d
	}
	out := *d
	out.Type = &model.Type{Kind: model.KindArray, Elem: d.Type}
	return &out
}

// unionOf returns what unions of the same kinds of values, and lists of such, have in common, "" of another type.
func unionOf(api *model.API, t *model.Type) string {
	list, r := "", api.Resolve(t)
	for r != nil && r.Kind == model.KindArray && r.Elem != nil && len(list) < 10 {
		list, r = list+"[]", api.Resolve(r.Elem)
	}
	if r == nil || r.Kind != model.KindUnion {
		return ""
	}
	var kinds []string
	for _, k := range kindsOf(api, r) {
		kinds = append(kinds, string(k))
	}
	slices.Sort(kinds)
	if kinds = slices.Compact(kinds); len(kinds) < 2 {
		return ""
	}
	return list + strings.Join(kinds, " ")
}

// typeOfUnion returns the type without a name that most members have whose unions are of the same kinds of values: many
// clients have any for all of them.
func (w *wish) typeOfUnion() string {
	union := unionOf(w.api, w.field.Type)
	if union == "" {
		return ""
	}
	base := func(s *sample) string { return s.base }
	same := func(s *sample) bool { return s.union == union }
	v := w.count(base, w.ofPackage, same)
	if best := v.winner(); isPlain(best) && v[best] >= 2 && 2*v[best] > v.total() {
		return best
	}
	return ""
}

// besideAll returns the type that all members of the same struct have whose names differ in one word from that of the
// member, and whose values are of the same format, or objects: source_issue and target_issue, allowed_to_push and allowed_to_merge.
func (w *wish) besideAll() string {
	have, kinds := lowerWords(plainName(w.field.Name)), []gofacts.Kind(nil)
	if r := w.api.Resolve(w.field.Type); r != nil {
		kinds = kindsOf(w.api, r)
	}
	v := votes{}
	for _, s := range w.samples {
		word := otherWord(have, lowerWords(s.wire))
		if s.owner == w.owner && word != "" && slices.Equal(s.kinds, kinds) && (w.sameClass(s) || strings.Contains(s.class, "ref ") && strings.Contains(w.class, "ref ")) {
			if strings.Contains(names.Letters(core(s.base)), names.Letters(names.Singular(word))) {
				return "" // a type for that one
			}
			v.add(s.base)
		}
	}
	if len(v) != 1 {
		return ""
	}
	return v.winner()
}

// otherWord returns the word in which the second of two names differs from the first, "" where they differ in more. Names
// of two words have the last one in common, which says what both are.
func otherWord(a, b []string) string {
	if len(a) != len(b) || len(a) < 2 || len(a) == 2 && a[1] != b[1] {
		return ""
	}
	word := ""
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if word != "" {
			return ""
		}
		word = b[i]
	}
	return word
}
