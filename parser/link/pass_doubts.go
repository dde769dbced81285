package link

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A Doubt is one about methods, and about a type that the pages call TypeName
// where it stands below Resource.
type Doubt struct {
	model.Doubt
	TypeName, Resource string
}

// A Cut is a member of a named type, or the type itself, whose members or
// alternatives are announced and not listed on its page.
type Cut struct {
	Doubt
	Of, Name string
	Want     int
	Code     diag.Code
	Help     string
}

// doubts tells what the pages put in doubt. What one page cuts short and another
// lists is no doubt.
func (l *linker) doubts() {
	names := l.byName()
	for _, c := range l.in.Cuts {
		if l.isListed(&c, names.of(c.Of, c.Resource)) {
			continue
		}
		l.diags.Add(c.Code, diag.Warning, c.Span, "%s", c.Reason).Help = c.Help
		if c.TypeName == "" && len(c.Methods) == 0 {
			c.TypeName = c.Of
		}
		l.in.Doubts = append(l.in.Doubts, c.Doubt)
	}
	for _, d := range l.in.Doubts {
		for _, t := range names.of(d.TypeName, d.Resource) {
			d.Types = append(d.Types, t.ID)
		}
		l.api.Doubts = append(l.api.Doubts, d.Doubt)
	}
	slices.SortStableFunc(l.api.Doubts, func(a, b model.Doubt) int {
		return cmp.Or(cmp.Compare(a.Span.File, b.Span.File), cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Reason, b.Reason))
	})
}

// typesByName are the types that pages declare, by name in lower case.
type typesByName map[string][]*model.NamedType

func (l *linker) byName() typesByName {
	out := typesByName{}
	for _, t := range l.sortedTypes() {
		if name := strings.ToLower(t.Name); !t.Anonymous {
			out[name] = append(out[name], t)
		}
	}
	return out
}

// of returns the types of a name: those of the resource, if it has any, else all.
func (n typesByName) of(name, resource string) []*model.NamedType {
	all := n[strings.ToLower(name)]
	own := slices.DeleteFunc(slices.Clone(all), func(t *model.NamedType) bool { return t.Resource != resource })
	if len(own) > 0 {
		return own
	}
	return all
}

// isListed reports whether the model has as much as the cut announces.
func (l *linker) isListed(c *Cut, types []*model.NamedType) bool {
	return len(types) > 0 && !slices.ContainsFunc(types, func(t *model.NamedType) bool {
		if c.Of == c.Name && l.size(t.Type, 0) >= c.Want {
			return false
		}
		return !l.hasMember(t.Type, c, map[*model.Type]bool{})
	})
}

// hasMember reports whether a member of the name below a type has as much as
// the cut announces.
func (l *linker) hasMember(t *model.Type, c *Cut, seen map[*model.Type]bool) bool {
	if t == nil || seen[t] {
		return false
	}
	seen[t] = true
	if n := l.named[t.Ref]; t.Kind == model.KindRef {
		return n != nil && (n.Name == c.Name && l.size(n.Type, 0) >= c.Want || n.Anonymous && l.hasMember(n.Type, c, seen))
	}
	for _, f := range t.Fields {
		n := l.size(f.Type, 0)
		if f.Nullable {
			n++
		}
		if f.Name == c.Name && n >= c.Want || l.hasMember(f.Type, c, seen) {
			return true
		}
	}
	return l.hasMember(t.Elem, c, seen) || slices.ContainsFunc(t.Variants, func(v *model.Variant) bool {
		return v.Name == c.Name && l.size(v.Type, 0) >= c.Want || l.hasMember(v.Type, c, seen)
	})
}

// size is how many members or alternatives a page announces that lists all of
// them. Members of which only the names are known do not count.
func (l *linker) size(t *model.Type, depth int) int {
	if t == nil || depth > 16 {
		return 0
	}
	switch t.Kind {
	case model.KindRef:
		if n := l.named[t.Ref]; n != nil {
			return l.size(n.Type, depth+1)
		}
	case model.KindArray, model.KindMap:
		return l.size(t.Elem, depth+1)
	case model.KindObject:
		if !onlyNames(t) {
			return len(t.Fields)
		}
	case model.KindEnum:
		n := len(t.Enum.Values)
		if t.Enum.Open {
			n++
		}
		return n
	case model.KindUnion:
		n := 0
		for _, v := range t.Variants {
			n++
			if v.Type.Kind == model.KindEnum || v.Type.Kind == model.KindRef && l.isAnonymousEnum(v.Type) {
				n += l.size(v.Type, depth+1) - 1
			}
		}
		return n
	}
	return 0
}

// isAnonymousEnum reports whether a ref stands for values that the page lists
// beside other alternatives.
func (l *linker) isAnonymousEnum(t *model.Type) bool {
	n := l.named[t.Ref]
	return n != nil && n.Anonymous && n.Type.Kind == model.KindEnum
}
