package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

type explainer struct {
	old, new        *Side
	findings        []diff.Finding
	index           *findingIndex
	resourceIndexes map[*Side]*resourceIndex // see resourceIndexOf
	// byMethod are the findings that name a method, by its ID; made when asked for.
	byMethod map[string][]int
	// byValue are the findings about values of an enum, by their literal.
	byValue map[valuesOf]map[string][]int
	// to are the new names of types that have another one now.
	to map[string]string
}

// renamed notes which types have another name.
func (x *explainer) renamed(all []change) {
	x.to = map[string]string{}
	for _, c := range all {
		if c.Action == Renamed {
			x.to[c.Old] = c.New
		}
	}
}

// was and is are the declarations of the two sides behind a change.
func (x *explainer) was(c Change) Decl { return Decl{c.Kind, c.Name, c.Old} }

func (x *explainer) is(c Change) Decl {
	d := Decl{c.Kind, c.Name, c.New}
	if len(x.to) > 0 && c.Action != Added {
		d.Name = renameAll(d.Name, x.to)
	}
	return d
}

// direct are the findings that are about a declaration.
func (x *explainer) direct(c Change) []int {
	var out []int
	if c.Action != Added {
		out = x.about(c, x.was(c), x.old)
	}
	if c.Action != Removed {
		out = append(out, x.about(c, x.is(c), x.new)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (x *explainer) about(c Change, d Decl, s *Side) []int {
	if c.Kind == KindVariant {
		return x.variant(d.Name, s)
	}
	o, ok := s.origins.of(d)
	switch {
	case !ok:
		return nil
	case o.Resource != "":
		return x.resource(s, o.Resource)
	case o.Auth != "":
		return x.credential(s, o.Auth)
	case c.Kind == KindConst:
		return x.ofValue(s, o)
	case o.Method != "" && o.Location == "":
		return x.method(c, o.Method)
	}
	if found := x.index.at(o); len(found) > 0 || !o.Anonymous {
		return found
	}
	return x.above(s, o)
}

// variant are the findings about a type's being a variant: that it came or went,
// or else about what is in its place.
func (x *explainer) variant(name string, s *Side) []int {
	owners := ownersOf(KindVariant, name)
	union, variant := s.origins.byName[owners[0]], s.origins.byName[owners[1]]
	if found := x.inType(s, union, isVariant); len(found) > 0 {
		return found
	}
	if found := x.index.byType[variant.Type]; variant.Type != "" && len(found) > 0 {
		return found
	}
	return x.inType(s, union, func(diff.Finding) bool { return true })
}

func isVariant(f diff.Finding) bool {
	return f.Kind == diff.VariantAdded || f.Kind == diff.VariantRemoved
}

// inType are the findings about a type itself or, where it has its name of its
// place, about the members that have it.
func (x *explainer) inType(s *Side, o origin, about func(diff.Finding) bool) []int {
	found := x.index.at(origin{Type: o.Type})
	for _, d := range s.mentioning(o.Name) {
		user, _ := s.origins.of(d)
		found = append(found, x.index.at(user)...)
	}
	return slices.DeleteFunc(found, func(i int) bool { return !about(x.findings[i]) })
}

// valuesOf is the enum of a side, by its ID and its name in Go.
type valuesOf struct {
	side     *Side
	id, name string
}

// ofValue returns the findings about a value of an enum. An enum with many values
// is looked at once for all of them.
func (x *explainer) ofValue(s *Side, o origin) []int {
	key := valuesOf{s, o.Type, o.Name}
	if _, known := x.byValue[key]; !known {
		by := map[string][]int{}
		for _, i := range x.inType(s, o, func(diff.Finding) bool { return true }) {
			f := x.findings[i]
			by[f.Old] = append(by[f.Old], i)
			if f.New != f.Old {
				by[f.New] = append(by[f.New], i)
			}
		}
		if x.byValue == nil {
			x.byValue = map[valuesOf]map[string][]int{}
		}
		x.byValue[key] = by
	}
	return slices.Clone(x.byValue[key][o.Wire]) // the caller sorts it
}

// method are the findings about a method as such: for one that only one side
// has, that it came or went or moved, and for one that is called otherwise, how.
func (x *explainer) method(c Change, id string) []int {
	var out []int
	for _, i := range x.naming(id) {
		f := x.findings[i]
		moved := f.Kind == diff.MethodMoved || f.Kind == diff.MethodRenamed
		switch {
		case covers(f, id) && slices.Contains(f.Reach, id), cameFrom(f, id):
		case moved && f.Old == id:
		case f.Type != "" || !slices.Contains(f.Reach, id):
			continue
		case strings.HasPrefix(string(f.Kind), "method-"), iterates(f.Kind) && c.Action != Changed:
		case c.Action == Changed && inSignature(f), c.Kind == KindType && inParams(f):
		default:
			continue
		}
		out = append(out, i)
	}
	return out
}

// naming are the findings that name a method in any way, in their order.
func (x *explainer) naming(id string) []int {
	if x.byMethod == nil {
		x.byMethod = map[string][]int{}
		for i, f := range x.findings {
			x.name(i, f.Old)
			for _, reached := range f.Reach {
				x.name(i, reached)
				if below, ok := strings.CutPrefix(reached, f.Resource); ok && f.Kind == diff.ResourceRenamed {
					x.name(i, f.Old+below)
				}
			}
		}
	}
	return x.byMethod[id]
}

// name notes that a finding names a method.
func (x *explainer) name(i int, id string) {
	if have := x.byMethod[id]; len(have) == 0 || have[len(have)-1] != i {
		x.byMethod[id] = append(have, i)
	}
}

// iterates reports whether a kind is about what gives a method a second form.
func iterates(k diff.Kind) bool {
	return strings.HasPrefix(string(k), "paging-") || strings.HasPrefix(string(k), "stream-")
}

// inSignature reports whether a finding is about what the signature of a Go
// method is made of.
func inSignature(f diff.Finding) bool {
	switch f.Kind {
	case diff.PathChanged, diff.MediaChanged, diff.ReturnsAdded, diff.ReturnsRemoved:
		return true
	}
	at := bare(f.At)
	return iterates(f.Kind) || at == "returns" || at == "stream" || strings.HasPrefix(at, "path.") || inParams(f)
}

// inParams reports whether a finding is about a parameter that a struct holds.
func inParams(f diff.Finding) bool {
	head, rest, _ := strings.Cut(f.At, ".")
	switch bare(head) {
	case "body", "query", "header", "cookie":
		return !strings.Contains(bare(rest), ".")
	}
	return false
}
