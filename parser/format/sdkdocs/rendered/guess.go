package rendered

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/decl"
)

// A Guess is a choice of which nothing, or the names of its alternatives alone,
// tells where it ends.
type Guess struct {
	// Line is that of the first alternative in question, and Item what it is.
	Line int32
	Item string
	// Of is what it was taken for an alternative of, and Or what else it may be
	// one of. Where one is "", that is a model of its own.
	Of, Or string
	// By is what alone tells it, or "" where nothing does.
	By string
}

// What may tell where a choice ends besides counts.
const (
	byNames = "the names of these types"
	byLinks = "links to it as a type of the resource"
)

// sorted returns the guesses of a page in the order of their lines.
func (r *rewriter) sorted() []Guess {
	slices.SortStableFunc(r.guesses, func(a, b Guess) int { return cmp.Compare(a.Line, b.Line) })
	return r.guesses
}

// A rival is an item that another level could also have had.
type rival struct {
	node *node
	or   *level
	// named says that names speak for the level that has it.
	named bool
}

func (l *level) rival(or *level, n *node) {
	l.rivals = append(l.rivals, rival{n, or, or.owner.item != nil && affine(n, l, or)})
}

// guess notes what nothing but names tells about a level that is closed. Its
// first alternative is its own in any case.
func (t *tree) guess(l *level) {
	for _, named := range []bool{false, true} {
		for _, r := range l.rivals {
			if r.named != named || len(l.owner.kids) == 0 || r.node == l.owner.kids[0] || r.or.want != unknown {
				continue
			}
			g := Guess{Line: r.node.at, Item: r.node.code, Of: l.owner.label()}
			if named {
				g.By = byNames
			}
			if r.or.owner.item != nil {
				g.Or = r.or.owner.label()
			}
			t.guesses = append(t.guesses, g)
			return
		}
	}
}

// label is what a choice is called: by the name of its type, or else by its own.
func (n *node) label() string {
	if e := n.item.Expr.Innermost(); n.item.Form != decl.Named && (e.Op == decl.Name || e.Op == decl.Object) && e.Text != "" {
		return e.Text
	}
	return cmp.Or(n.item.Name, n.code)
}

// related looks outside of level i, whose end nothing tells, for a choice whose
// alternatives are named like the item, where those of level i are not: what
// follows OpenCrate and ShutCrate is no crate where it is called RoadVan and
// the choice further out has AirVan.
func (t *tree) related(n *node, i int) int {
	for j := i - 1; j > 0; j-- {
		l := t.open[j]
		if l.variants && l.takes(n) {
			if l.want == unknown && len(t.open[i].owner.kids) > 0 && affine(n, l, t.open[i]) {
				t.guesses = append(t.guesses, Guess{
					Line: n.at, Item: n.code, Of: l.owner.label(), Or: t.open[i].owner.label(), By: byNames,
				})
				return j
			}
			return 0
		}
		if !l.full() {
			return 0
		}
	}
	return 0
}

// affine reports whether an item is named like all alternatives of a choice and
// unlike those of another one: by the last word of their names.
func affine(n *node, l, other *level) bool {
	word := lastWord(n.item.Name)
	return word != "" && l.lastWord(n) == word && other.lastWord(n) != "" && other.lastWord(n) != word
}

// lastWord is the last word of the names of all alternatives but one, or "".
func (l *level) lastWord(but *node) string {
	word := ""
	for _, k := range l.owner.kids {
		w := lastWord(k.item.Name)
		if k == but {
			continue
		}
		if k.item.Form != decl.Named || w == "" || word != "" && w != word {
			return ""
		}
		word = w
	}
	if word != "" || l.owner.item == nil || l.owner.item.Expr == nil {
		return word
	}
	return lastWord(l.owner.item.Expr.Innermost().Text)
}

// lastWord is the last word of a name such as OpenCrate.
func lastWord(name string) string {
	i := strings.LastIndexFunc(name, unicode.IsUpper)
	if i < 0 {
		return ""
	}
	return name[i:]
}

// A modelList is what is known of a section that lists the models of a resource.
type modelList struct {
	resource string
	// once are the models that the section declares at one place only: that is
	// where they stand in the list.
	once map[string]bool
}

// list looks for the models of a section among its items.
func (r *rewriter) list(items []*node) *modelList {
	l := &modelList{once: map[string]bool{}}
	if len(r.trail) > 0 {
		l.resource = r.trail[len(r.trail)-1]
	}
	seen := map[string]bool{}
	for _, n := range items {
		if n == nil || n.item.Form != decl.Named {
			continue
		}
		name := n.item.Name
		l.once[name] = !seen[name] && r.survey.models[declaredKey(l.resource, name)]
		seen[name] = true
	}
	return l
}

// has reports whether an item is sure to stand in the list itself.
func (l *modelList) has(n *node) bool {
	return l != nil && n.item.Form == decl.Named && l.once[n.item.Name]
}
