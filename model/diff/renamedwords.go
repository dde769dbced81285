package diff

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// isRename reports whether a kind says that a member or parameter has another name.
func isRename(k Kind) bool { return k == FieldRenamed || k == ParamRenamed || k == PathParamRenamed }

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

// byWord pairs members that went and came of which one word of the name was replaced: those
// have one type, the same is said of them but for that word, and no other member fits.
func (r *renames) byWord(gone, added []*model.Field) map[*model.Field]*model.Field {
	came := map[string][]*model.Field{}
	for _, g := range added {
		if g.Doc != "" {
			for _, key := range r.c.new.withHoles(g) {
				came[key] = append(came[key], g)
			}
		}
	}
	now, was := map[*model.Field][]*model.Field{}, map[*model.Field]int{}
	for _, f := range gone {
		if f.Doc == "" || len(came) == 0 || r.same(f) != nil {
			continue
		}
		for _, key := range r.c.old.withHoles(f) {
			for _, g := range came[key] {
				if differByWord(f, g) {
					now[f] = append(now[f], g)
					was[g]++
				}
			}
		}
	}
	out, count := map[*model.Field]*model.Field{}, map[[2]string]int{}
	for f, found := range now {
		if len(found) == 1 && was[found[0]] == 1 {
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

// withHoles are texts of which two members share one only where they have one type, as
// many words about them, and names that differ in one word.
func (s *side) withHoles(f *model.Field) []string {
	ws := lowerWords(f.Name)
	about := s.text(f.Type) + "\x00" + strconv.Itoa(len(names.Words(f.Doc)))
	out := make([]string, len(ws))
	for i := range ws {
		rest := slices.Clone(ws)
		rest[i] = ""
		out[i] = strings.Join(rest, "_") + "\x00" + about
	}
	return out
}

// differByWord reports whether what is said of two members differs in nothing but the word
// by which their names do, in the singular or the plural.
func differByWord(f, g *model.Field) bool {
	from, to := replacedWord(f.Name, g.Name)
	if from == f.Name {
		return false
	}
	a, b := lowerWords(f.Doc), lowerWords(g.Doc)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (names.Singular(a[i]) != names.Singular(from) || names.Singular(b[i]) != names.Singular(to)) {
			return false
		}
	}
	return true
}
