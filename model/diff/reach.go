package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/source"
)

// finish turns what was found into changes: those of a declared type learn what
// they reach, and equal ones of several methods become one.
func (c *comparer) finish() []Change {
	reached := map[*node]reach{}
	var out []Change
	for _, f := range c.changes {
		if f.node != nil {
			r, ok := reached[f.node]
			if !ok {
				r = f.node.reach()
				reached[f.node] = r
			}
			f.Type, f.Reach, f.In = f.node.label(), r.methods, positions(f.Change, r.in)
		} else if f.Method != "" {
			f.Reach = []string{f.Method}
		}
		out = append(out, f.Change)
	}
	return merge(out)
}

// positions are those of the type, unless the change is about no value.
func positions(c Change, in []Position) []Position {
	if c.Kind == TypeRenamed || c.At == "" && (c.Kind == Deprecated || c.Kind == Undeprecated) {
		return nil
	}
	return in
}

func (n *node) label() string {
	if n.old.ID == n.new.ID || n.old.Name == n.new.Name {
		return n.new.ID
	}
	return n.old.ID + " → " + n.new.ID
}

// A reach is who shows a declared type.
type reach struct {
	methods []string
	in      []Position
}

// reach walks from a declared type up to the methods.
func (n *node) reach() reach {
	seen := map[*node]bool{n: true}
	methods, in := map[string]bool{}, map[Position]bool{}
	for todo := []*node{n}; len(todo) > 0; {
		last := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, u := range last.users {
			switch {
			case u == (user{}): // declared for no method
			case u.node == nil && u.method == "":
				in[u.in] = true // of a method that is not there
			case u.node == nil:
				methods[u.method], in[u.in] = true, true
			case !seen[u.node]:
				seen[u.node] = true
				todo = append(todo, u.node)
			}
		}
	}
	return reach{sorted(methods), sorted(in)} // "request" sorts before "response"
}

func sorted[K ~string](set map[K]bool) []K {
	out := make([]K, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// A mergeKey is what makes changes of several methods one cause: the same
// change in the same place of each, or of the same item on the pages.
type mergeKey struct {
	kind               Kind
	in, at, before, to string
	weak               bool
	item               source.Span
}

func keysOf(c Change) [2]mergeKey {
	k := mergeKey{kind: c.Kind, at: c.At, before: c.Old, to: c.New, weak: c.Inferred}
	if len(c.In) > 0 {
		k.in = string(c.In[0])
	}
	byItem := k
	byItem.at, byItem.item = c.At[strings.LastIndexByte(c.At, '.')+1:], c.NewSpan
	if c.New == "" && c.Old != "" {
		byItem.item = c.OldSpan
	}
	return [2]mergeKey{k, byItem}
}

// merge makes equal changes of several methods one, where the first stands.
func merge(changes []Change) []Change {
	first := map[mergeKey]int{}
	var out []Change
	for _, c := range changes {
		if c.Method == "" || !mergeable(c.Kind) {
			out = append(out, c)
			continue
		}
		keys := keysOf(c)
		at, ok := first[keys[0]]
		if !ok {
			at, ok = first[keys[1]]
		}
		if ok {
			out[at].Reach = append(out[at].Reach, c.Reach...)
		} else {
			at = len(out)
			out = append(out, c)
		}
		first[keys[0]], first[keys[1]] = at, at
	}
	for i := range out {
		slices.Sort(out[i].Reach)
		out[i].Reach = slices.Compact(out[i].Reach)
	}
	return out
}

// mergeable reports whether the same change of two methods is one cause. What
// happens to a method as such is its own.
func mergeable(k Kind) bool {
	return !strings.HasPrefix(string(k), "method-") && k != VerbChanged && k != PathChanged &&
		k != Deprecated && k != Undeprecated
}
