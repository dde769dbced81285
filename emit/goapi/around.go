package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// above are the findings about a member of a structure without a name, which
// are reported where the first of several methods uses it.
func (x *explainer) above(s *Side, o origin) []int {
	if o.Wire == "" {
		return nil
	}
	var out []int
	seen := map[string]bool{o.Name: true}
	for todo := []string{o.Name}; len(todo) > 0; todo = todo[1:] {
		for _, d := range s.mentioning(todo[0]) {
			user, _ := s.origins.of(*d)
			out = append(out, s.index.byLast[lastKey{user.Method, o.Wire}]...)
			if user.Anonymous && !seen[user.Name] {
				seen[user.Name] = true
				todo = append(todo, user.Name)
			}
		}
	}
	return out
}

// credential are the findings about a way to authenticate, or else about the
// methods that came or went with it, or about what clients can be given at all.
func (x *explainer) credential(s *Side, id string) []int {
	var own, with, client []int
	span := s.origins.byName[s.origins.names.Option(id)].Span
	for _, about := range s.index.all {
		f := x.findings[about.finding]
		switch {
		case strings.HasPrefix(string(f.Kind), "client-credential-") && about.span == span:
			client = append(client, about.finding)
		case !slices.Contains(s.auth[about.method], id):
		case strings.HasPrefix(string(f.Kind), "credential-"):
			own = append(own, about.finding)
		case strings.HasPrefix(string(f.Kind), "method-"), f.Resource != "":
			with = append(with, about.finding)
		}
	}
	for _, found := range [][]int{own, with} {
		if len(found) > 0 {
			return found
		}
	}
	return client
}

// resource are the findings about a resource as a whole, or else about what
// came, went or moved below it.
func (x *explainer) resource(s *Side, id string) []int {
	a := s.resources
	if whole := slices.Concat(a.resources.covering(id), a.resources.below[id]); len(whole) > 0 {
		return whole
	}
	return slices.Concat(a.types.below[id], a.methods.below[id])
}

// ofResource are the findings about the whole resource that a type is of. Pages also
// declare types that nothing of Go's leads to.
func (x *explainer) ofResource(c *Change) []int {
	s := x.old
	if c.Action == Added {
		s = x.new
	}
	return s.resources.resources.covering(s.origins.byName[c.Name].DeclaredIn)
}

// unstated adds the fact that makes the difference between two members, where
// it is one that not all pages state, and what the change was made of.
func (x *explainer) unstated(c *Change) {
	before, after := x.old.madeOf(x.was(c)), x.new.madeOf(x.is(c))
	of := after
	if c.Action == Removed {
		of = before
	}
	c.Resource, c.Method, c.Type = of.Resource, of.Method, of.Type
	c.position = &position{memberPath(of.Location, of.Wire).String(), before.Span, after.Span}
	f, g := before.Field, after.Field
	switch {
	case c.Action == Changed && x.otherNames(c):
	case c.Kind == KindMethod && strings.HasSuffix(c.Name, "AutoPaging"):
		c.Unstated = model.FactPaging
	case c.Kind == KindMethod && c.Action == Changed && x.otherPath(c):
		c.Unstated = model.FactType
	case f == nil || g == nil || c.Action != Changed:
	case f.Required != g.Required:
		c.Unstated = model.FactRequired
	case f.Nullable != g.Nullable:
		c.Unstated = model.FactNullable
	default:
		c.Unstated = model.FactType
	}
}

// otherNames reports whether declarations differ in nothing but which of the types of the
// pages they name: a structure is another Go type now.
func (x *explainer) otherNames(c *Change) bool {
	before, after := tokens(c.Old), tokens(c.New)
	if len(before) != len(after) {
		return false
	}
	for i, name := range before {
		if name != after[i] && (x.old.origins.types[name] == nil || x.new.origins.types[after[i]] == nil) {
			return false
		}
	}
	return true
}

// otherPath reports whether only the types of what a method takes by itself differ.
func (x *explainer) otherPath(c *Change) bool {
	old, was := cutSignature(c.Old)
	now, is := cutSignature(c.New)
	before, oldHeld := x.parameters(old)
	after, newHeld := x.parameters(now)
	return was == is && oldHeld == newHeld && before != after && strings.Count(before, " ") == strings.Count(after, " ")
}

// madeOf is the origin of a declaration, for a variant that of its union.
func (s *Side) madeOf(d Decl) origin {
	if d.Kind == KindVariant {
		iface, _ := ownersOf(d.Kind, d.Name)
		return s.origins.byName[iface]
	}
	o, _ := s.origins.of(d)
	return o
}
