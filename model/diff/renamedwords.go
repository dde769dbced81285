package diff

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// isRename reports whether a kind says that a member, a parameter, a type or a value has
// another name.
func isRename(k Kind) bool {
	switch k {
	case FieldRenamed, ParamRenamed, PathParamRenamed, TypeRenamed, ValueRenamed:
		return true
	}
	return false
}

// replacedWord returns the word of a name that another name has a word in the place of, and
// that word, in small letters. Names that differ in more are replaced as they are.
func replacedWord(before, after string) (from, to string) {
	a, b := lowerWords(before), lowerWords(after)
	at := -1
	for i := 0; i < len(a) && len(a) == len(b); i++ {
		if a[i] == b[i] {
			continue
		}
		if at >= 0 {
			return before, after
		}
		at = i
	}
	if at < 0 {
		return before, after
	}
	return a[at], b[at]
}

func lowerWords(name string) []string {
	ws := names.Words(name)
	for i, w := range ws {
		ws[i] = strings.ToLower(w)
	}
	return ws
}

// leastReplaced is how many members of one object must have had a word replaced by one
// other, so that it also was in the words about them: one alone may as well be another
// member of which the like is said.
const leastReplaced = 3

// longestReplaced is how many bytes about a member are looked at for a word that was
// replaced, and mostWords how many words its name may have.
const longestReplaced, mostWords = 2 << 10, 10

// byWord pairs members that went and came of which one word of the name was replaced: those
// have one type, the same is said of them but for that word, and no other member fits.
func (r *renames) byWord(gone, added []*model.Field) map[*model.Field]*model.Field {
	came, went := map[string][]*model.Field{}, map[string]int{}
	for _, g := range added {
		for _, key := range r.c.new.withHoles(g) {
			came[key] = append(came[key], g)
		}
	}
	if len(came) == 0 {
		return nil
	}
	keys := map[*model.Field][]string{}
	for _, f := range gone {
		if r.same(f) == nil {
			keys[f] = r.c.old.withHoles(f)
		}
		for _, key := range keys[f] {
			went[key]++
		}
	}
	wanted := map[*model.Field]int{} // how many a member that came may have been
	for key, n := range went {
		for _, g := range came[key] {
			wanted[g] += n
		}
	}
	out, count := map[*model.Field]*model.Field{}, map[[2]string]int{}
	for f, of := range keys {
		var found []*model.Field
		for _, key := range of {
			found = append(found, came[key][:min(2, len(came[key]))]...)
		}
		if len(found) == 1 && wanted[found[0]] == 1 {
			out[f] = found[0]
			count[replaced(f, found[0])]++
		}
	}
	maps.DeleteFunc(out, func(f, g *model.Field) bool {
		return oneLine(f.Doc) != oneLine(g.Doc) && count[replaced(f, g)] < leastReplaced
	})
	return out
}

func replaced(f, g *model.Field) [2]string {
	from, to := replacedWord(f.Name, g.Name)
	return [2]string{from, to}
}

// withHoles are texts of which two members share one only where they have one type, their
// names differ in one word, and what is said of them in that word at most, in the singular
// or the plural. There are none where nothing is said, or so much that hostile pages could
// have it repeated for each word of a name.
func (s *side) withHoles(f *model.Field) []string {
	ws := lowerWords(f.Name)
	if f.Doc == "" || len(f.Doc) > longestReplaced || len(ws) > mostWords {
		return nil
	}
	said, typ := lowerWords(f.Doc), s.text(f.Type)
	var out []string
	for i, word := range ws {
		name, doc := slices.Clone(ws), slices.Clone(said)
		name[i] = ""
		for j, w := range doc {
			if names.Singular(w) == names.Singular(word) {
				doc[j] = ""
			}
		}
		head := strings.Join(name, "_") + "\x00" + typ + "\x00"
		out = append(out, head+strings.Join(said, " "))
		if !slices.Equal(doc, said) {
			out = append(out, head+strings.Join(doc, " "))
		}
	}
	return out
}
