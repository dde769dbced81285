package link

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A lineStart is where a line of a table begins.
type lineStart struct {
	file   string
	offset int
}

func startOf(s source.Span) lineStart { return lineStart{s.File, int(s.Start.Offset)} }

// bareLists are the rows of lists that say nothing of their elements.
func (l *linker) bareLists() map[lineStart]bool {
	if l.bare == nil {
		l.bare = map[lineStart]bool{}
		for _, s := range l.in.Stated.Lists {
			l.bare[startOf(s)] = true
		}
	}
	return l.bare
}

// isListOfAny reports whether a type is a list of any values, perhaps within others.
func isListOfAny(t *model.Type) bool {
	return t != nil && t.Kind == model.KindArray && (t.Elem.Kind == model.KindAny || isListOfAny(t.Elem))
}

// inferElements gives a list whose row says nothing of its elements the type that all of
// them have in the examples.
func (l *linker) inferElements(f *model.Field, o *observed) {
	if o.arrays == 0 || o.objects+o.nulls > 0 || !isListOfAny(f.Type) || f.Type.Elem.Kind != model.KindAny || !l.bareLists()[startOf(f.Span)] {
		return
	}
	kind, numbers := model.KindAny, o.zeros+o.integers+o.fractions
	switch {
	case o.strings > 0 && numbers+o.booleans == 0:
		kind = model.KindString
	case o.booleans > 0 && numbers+o.strings == 0:
		kind = model.KindBoolean
	case numbers > 0 && o.strings+o.booleans == 0 && o.fractions == 0:
		kind = model.KindInteger
	case numbers > 0 && o.strings+o.booleans == 0:
		kind = model.KindNumber
	default:
		return
	}
	f.Type = l.replaceScalar(f.Type, model.Type{Kind: kind})
	f.Evidence = f.Evidence.With(model.FactType, model.SourceExample)
}

// A memberPath is the way to a member: its name, and the way to what it is a member of.
type memberPath struct {
	up   *memberPath
	name string
}

// deepestNamed is how many names of a path a finding says, longestNamed how many bytes of each.
const (
	deepestNamed = 8
	longestNamed = 60
)

func (p *memberPath) String() string {
	var names []string
	for ; p != nil && len(names) < deepestNamed; p = p.up {
		if p.name != "" {
			names = append(names, strings.ToValidUTF8(p.name[:min(len(p.name), longestNamed)], ""))
		}
	}
	slices.Reverse(names)
	return strings.Join(names, ".")
}

// An untypedList is a list of any values, by its path.
type untypedList struct {
	path *memberPath
	at   source.Span
}

// untypedElements tells of lists whose elements no page gives a type, once for each method
// and each type that pages name.
func (l *linker) untypedElements() {
	if len(l.bareLists()) == 0 {
		return
	}
	seen := map[string]bool{}
	for m := range l.eachMethod() {
		var found []untypedList
		for _, p := range m.Params {
			found = l.untypedIn(found, &p.Field, &memberPath{name: p.Name}, seen)
		}
		if m.Body != nil {
			found = l.untypedWithin(found, m.Body.Type, &memberPath{name: "body"}, seen)
		}
		if m.Returns != nil {
			found = l.untypedWithin(found, m.Returns.Type, &memberPath{name: "result"}, seen)
		}
		l.tellUntyped(m.ID, found)
	}
	for _, id := range slices.Sorted(maps.Keys(l.named)) {
		if t := l.named[id]; !t.Anonymous {
			l.tellUntyped("type "+id, l.untypedWithin(nil, t.Type, nil, seen))
		}
	}
}

// untypedIn adds the lists of any values in a field that a row states.
func (l *linker) untypedIn(found []untypedList, f *model.Field, path *memberPath, seen map[string]bool) []untypedList {
	if isListOfAny(f.Type) {
		if l.bareLists()[startOf(f.Span)] {
			return append(found, untypedList{path, f.Span})
		}
		return found
	}
	return l.untypedWithin(found, f.Type, path, seen)
}

// untypedWithin adds those within a type, up to types that pages name.
func (l *linker) untypedWithin(found []untypedList, t *model.Type, path *memberPath, seen map[string]bool) []untypedList {
	switch t.Kind {
	case model.KindArray, model.KindMap:
		return l.untypedWithin(found, t.Elem, path, seen)
	case model.KindRef:
		n := l.named[t.Ref]
		if n == nil || !n.Anonymous || seen[t.Ref] {
			return found
		}
		seen[t.Ref] = true
		return l.untypedWithin(found, n.Type, path, seen)
	case model.KindUnion:
		for _, v := range t.Variants {
			found = l.untypedWithin(found, v.Type, path, seen)
		}
	case model.KindObject:
		for _, f := range t.Fields {
			found = l.untypedIn(found, f, &memberPath{path, f.Name}, seen)
		}
	}
	return found
}

// tellUntyped tells of the lists of one method or type.
func (l *linker) tellUntyped(of string, found []untypedList) {
	if len(found) == 0 {
		return
	}
	slices.SortStableFunc(found, func(a, b untypedList) int {
		return cmp.Or(strings.Compare(a.at.File, b.at.File), cmp.Compare(a.at.Start.Offset, b.at.Start.Offset))
	})
	var paths []string
	for _, u := range found[:min(len(found), mostNamed)] {
		paths = append(paths, u.path.String())
	}
	named := strings.Join(paths, ", ")
	if more := len(found) - len(paths); more > 0 {
		named += fmt.Sprintf(" and %d more", more)
	}
	d := l.diags.Add("untyped-elements", diag.Info, found[0].at, "the page says no type of the elements of %s in %s; they may be any values", named, of)
	d.Help = "say what the list holds: array of string, object[]; or show elements in an example of the response"
}

var _ = diag.Register(diag.Entry{
	Code: "untyped-elements", Severity: diag.Info,
	Title:   "a list without a type of its elements",
	Why:     "A row says that its values are lists, and nothing says of what: neither the row, nor a table of members, nor an example. The elements are any values.",
	Help:    "Say what the list holds: array of string, object[], or a table of the members below a heading with the name of the list.",
	Example: "-- parcels.md --\n# Parcels\n\n## Get a parcel\n\n```\nGET /parcels/{id}\n```\n\n### Response\n\n| Field | Type | Description |\n|---|---|---|\n| `stops` | array | Where it was |\n",
})
