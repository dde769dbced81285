package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// A mergeKey is what makes changes of several methods one cause: the same
// change in the same place of each, or of the same item on the pages, or of
// members with one name and description.
type mergeKey struct {
	kind               Kind
	in, at, before, to string
	weak               bool
	item               source.Span
	doc                string
}

func keysOf(c found) [3]mergeKey {
	k := mergeKey{kind: c.Kind, at: c.At, before: c.Old, to: c.New, weak: c.Inferred}
	if len(c.In) > 0 {
		k.in = string(c.In[0])
	}
	if c.Kind == PathChanged {
		k.before, k.to = movedPart(c.Old, c.New)
	}
	byItem := k
	byItem.at, byItem.item = c.At[strings.LastIndexByte(c.At, '.')+1:], c.NewSpan
	if c.New == "" && c.Old != "" {
		byItem.item = c.OldSpan
	}
	byDoc := byItem
	byDoc.item, byDoc.doc = source.Span{}, c.doc
	if c.doc == "" {
		byDoc = byItem
	}
	return [3]mergeKey{k, byItem, byDoc}
}

// merge makes equal changes of several methods one, where the first stands.
func merge(changes []found) []Change {
	first := map[mergeKey]int{}
	var out []Change
	for _, c := range changes {
		if c.Method == "" || !mergeable(c.Kind) {
			out = append(out, c.Change)
			continue
		}
		keys := keysOf(c)
		at, ok := firstOf(first, keys[:])
		if ok {
			out[at].Reach = append(out[at].Reach, c.Reach...)
			if c.Kind == PathChanged {
				out[at].Old, out[at].New = movedPart(c.Old, c.New)
			}
		} else {
			at = len(out)
			out = append(out, c.Change)
		}
		for _, k := range keys {
			first[k] = at
		}
	}
	for i := range out {
		slices.Sort(out[i].Reach)
		out[i].Reach = slices.Compact(out[i].Reach)
	}
	return out
}

func firstOf(first map[mergeKey]int, keys []mergeKey) (at int, ok bool) {
	for _, k := range keys {
		if at, ok = first[k]; ok {
			return at, true
		}
	}
	return 0, false
}

// mergeable reports whether the same change of two methods is one cause. What
// happens to a method as such is its own.
func mergeable(k Kind) bool {
	return !strings.HasPrefix(string(k), "method-") && k != VerbChanged && k != Deprecated && k != Undeprecated
}

// movedPart is two paths without the segments at the end that they share: what
// changed for all methods below.
func movedPart(before, after string) (from, to string) {
	a, b := strings.Split(before, "/"), strings.Split(after, "/")
	for len(a) > 1 && len(b) > 1 && names.WithoutSlots(a[len(a)-1]) == names.WithoutSlots(b[len(b)-1]) {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return strings.Join(a, "/"), strings.Join(b, "/")
}
