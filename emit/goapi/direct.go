package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

type explainer struct {
	old, new *Side
	findings []diff.Finding
	// byValue are the findings about values of an enum, by their literal.
	byValue map[valuesOf]map[string][]int
	// to are the new names of types that have another one now.
	to map[string]string
}

// renamed notes which types have another name.
func (x *explainer) renamed(all []change) {
	x.to = map[string]string{}
	for i := range all {
		if c := &all[i]; c.Action == Renamed {
			x.to[c.Old] = c.New
		}
	}
}

// was and is are the declarations of the two sides behind a change.
func (x *explainer) was(c *Change) Decl { return Decl{c.Kind, c.Name, c.Old} }

func (x *explainer) is(c *Change) Decl {
	d := Decl{c.Kind, c.Name, c.New}
	if len(x.to) > 0 && c.Action != Added {
		d.Name = renameAll(d.Name, x.to)
	}
	return d
}

// direct are the findings that are about a declaration.
func (x *explainer) direct(c *Change) []int {
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

func (x *explainer) about(c *Change, d Decl, s *Side) []int {
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
		return x.method(c, s, o.Method)
	}
	switch found := s.index.at(o); {
	case len(found) > 0:
		return found
	case o.Method != "" && (c.Action == Added) == (s == x.new):
		return x.whole(s, o.Method)
	case !o.Anonymous:
		return nil
	}
	return x.above(s, o)
}

// whole returns the findings that a method came or went, with all that it takes: another
// method can have had the name of its params struct.
func (x *explainer) whole(s *Side, method string) []int {
	var out []int
	for _, about := range s.index.byMethod[method] {
		switch x.findings[about.finding].Kind {
		case diff.MethodAdded, diff.MethodRemoved, diff.ResourceAdded, diff.ResourceRemoved:
			out = append(out, about.finding)
		}
	}
	return out
}

// variant are the findings about a type's being a variant: that it came or went,
// or else about what is in its place.
func (x *explainer) variant(name string, s *Side) []int {
	iface, variantName := ownersOf(KindVariant, name)
	if iface == OptionName {
		return x.about(&Change{Action: Changed, Kind: KindType, Name: variantName}, Decl{Kind: KindType, Name: variantName}, s)
	}
	union, variant := s.origins.byName[iface], s.origins.byName[variantName]
	if found := x.inType(s, union, isVariant); len(found) > 0 {
		return x.naming(s, variantName, found)
	}
	if found := findingsOf(s.index.byType[variant.Type]); len(found) > 0 {
		return found
	}
	return x.inType(s, union, func(diff.Finding) bool { return true })
}

// naming returns those of the findings about alternatives that name the one that has the
// Go type, or all of them where none does, because it has no name in the pages. One union
// can have several: alternatives that also came elsewhere are an entry of their own.
func (x *explainer) naming(s *Side, goType string, found []int) []int {
	t := s.origins.types[goType]
	if t == nil {
		return found
	}
	var out []int
	for _, i := range found {
		f := x.findings[i]
		if slices.Contains(strings.Split(f.Old+", "+f.New, ", "), t.Name) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return found
	}
	return out
}

func isVariant(f diff.Finding) bool {
	return f.Kind == diff.VariantAdded || f.Kind == diff.VariantRemoved
}

// inType are the findings about a type itself or, where it has its name of its
// place, about the members that have it.
func (x *explainer) inType(s *Side, o origin, about func(diff.Finding) bool) []int {
	found := s.index.at(origin{Type: o.Type})
	for _, d := range s.mentioning(o.Name) {
		user, _ := s.origins.of(*d)
		found = append(found, s.index.at(user)...)
	}
	slices.Sort(found) // one with a thousand subjects is there a thousand times
	found = slices.Compact(found)
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
			for _, about := range x.findings[i].Subjects {
				for _, literal := range []string{string(about.OldLiteral), string(about.NewLiteral)} {
					if found := by[literal]; len(found) == 0 || found[len(found)-1] != i {
						by[literal] = append(found, i)
					}
				}
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
func (x *explainer) method(c *Change, s *Side, id string) []int {
	var out []int
	for _, about := range s.index.byMethod[id] {
		f := x.findings[about.finding]
		switch {
		case f.Resource != "", strings.HasPrefix(string(f.Kind), "method-"):
		case iterates(f.Kind) && c.Action != Changed:
		case staysInGo(f.Kind):
			continue
		case c.Action == Changed && inSignature(f.Kind, about.path) && x.inChange(c, about.path), c.Kind == KindType && inParams(about.path):
		default:
			continue
		}
		out = append(out, about.finding)
	}
	return out
}

// staysInGo reports whether what a kind is about is no part of any declaration.
func staysInGo(k diff.Kind) bool {
	switch k {
	case diff.Deprecated, diff.Undeprecated, diff.DefaultAdded, diff.DefaultRemoved, diff.DefaultChanged,
		diff.LimitTightened, diff.LimitLoosened, diff.LimitChanged, diff.StyleChanged, diff.DiscriminatorAdded,
		diff.DiscriminatorRemoved, diff.DiscriminatorChanged, diff.ValueRenamed, diff.BecamePublic, diff.NoLongerPublic:
		return true
	}
	return false
}

// iterates reports whether a kind is about what gives a method a second form.
func iterates(k diff.Kind) bool {
	return strings.HasPrefix(string(k), "paging-") || strings.HasPrefix(string(k), "stream-")
}

// inSignature reports whether a change at a place of a method is about what the
// signature of a Go method is made of.
func inSignature(kind diff.Kind, at diff.Path) bool {
	switch kind {
	case diff.PathChanged, diff.MediaChanged, diff.ReturnsAdded, diff.ReturnsRemoved:
		return true
	}
	if iterates(kind) || inParams(at) {
		return true
	}
	if at = at.Member(); len(at) == 0 {
		return false
	}
	part := at[0].Name
	return part == "path" || len(at) == 1 && (part == "returns" || part == "stream")
}

// inChange reports whether a change of a signature is one of its results where a place of a
// method is one, of the struct with the parameters where that has it, and else of the other
// parameters.
func (x *explainer) inChange(c *Change, at diff.Path) bool {
	before, was := cutSignature(c.Old)
	after, is := cutSignature(c.New)
	switch {
	case len(at) > 0 && (at[0].Name == "returns" || at[0].Name == "stream"):
		return was != is
	case before == after:
		return was == is // it has another name
	case len(at.Member()) == 0:
		return true
	}
	path, held := x.parameters(before)
	newPath, newHeld := x.parameters(after)
	if at[0].Name == "path" {
		return path != newPath
	}
	return held != newHeld || path == newPath
}

// parameters returns the parameters of a signature in two: those that stand by themselves,
// and the struct with the others.
func (x *explainer) parameters(list string) (alone, held string) {
	var own, structs []string
	for _, typ := range strings.FieldsFunc(list, func(c rune) bool { return strings.ContainsRune("(), ", c) }) {
		if x.old.origins.params[typ] != nil || x.new.origins.params[typ] != nil {
			structs = append(structs, typ)
		} else {
			own = append(own, typ)
		}
	}
	return strings.Join(own, " "), strings.Join(structs, " ")
}

// cutSignature cuts the type of a function into its parameters and results.
func cutSignature(text string) (params, results string) {
	depth := 0
	for i, c := range text {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return text[:i+1], text[i+1:]
			}
		}
	}
	return text, ""
}

// inParams reports whether a place of a method is a parameter that a struct holds.
func inParams(at diff.Path) bool {
	members := 0
	for _, step := range at {
		if step.Kind == diff.StepMember {
			members++
		}
	}
	return len(at) > 0 && members < 2 && slices.Contains([]string{"body", "query", "header", "cookie"}, at[0].Name)
}
