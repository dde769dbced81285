package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// above are the findings about a member of a structure without a name, which
// are reported where the first of several methods uses it.
func (x *explainer) above(s *Side, o origin) []int {
	var out []int
	seen := map[string]bool{o.Name: true}
	for todo := []string{o.Name}; len(todo) > 0; todo = todo[1:] {
		for _, d := range s.mentioning(todo[0]) {
			user, _ := s.origins.of(d)
			for _, i := range x.index.byMethod[user.Method] {
				if f := x.findings[i]; user.Method != "" && f.Type == "" && strings.HasSuffix(bare(f.At), "."+o.Wire) {
					out = append(out, i)
				}
			}
			if user.Anonymous && !seen[user.Name] {
				seen[user.Name] = true
				todo = append(todo, user.Name)
			}
		}
	}
	return out
}

// credential are the findings about a way to authenticate, or else about the
// methods that came or went with it.
func (x *explainer) credential(s *Side, id string) []int {
	var own, with []int
	for i, f := range x.findings {
		uses := slices.ContainsFunc(f.Reach, func(m string) bool { return slices.Contains(s.auth[m], id) })
		switch {
		case !uses:
		case strings.HasPrefix(string(f.Kind), "credential-"):
			own = append(own, i)
		case strings.HasPrefix(string(f.Kind), "method-"), f.Resource != "":
			with = append(with, i)
		}
	}
	if len(own) > 0 {
		return own
	}
	return with
}

// resource are the findings about a resource as a whole, or else about what
// came, went or moved below it.
func (x *explainer) resource(s *Side, id string) []int {
	a := x.resourceIndexOf(s)
	if whole := slices.Concat(a.resources.covering(id), a.resources.below[id]); len(whole) > 0 {
		return whole
	}
	return slices.Concat(a.types.below[id], a.methods.below[id])
}

// resourceIndexOf returns the index of the findings by the resources of one side.
func (x *explainer) resourceIndexOf(s *Side) *resourceIndex {
	if x.resourceIndexes[s] == nil {
		x.resourceIndexes[s] = newResourceIndex(x.findings, s.resourceOf)
	}
	return x.resourceIndexes[s]
}

// ofResource are the findings about the whole resource that a type is of. Pages also
// declare types that nothing of Go's leads to.
func (x *explainer) ofResource(c Change) []int {
	s := x.old
	if c.Action == Added {
		s = x.new
	}
	return x.resourceIndexOf(s).resources.covering(s.origins.byName[c.Name].DeclaredIn)
}

// covers reports whether a finding is about a whole resource, as it is called on
// either side, and the ID is that or below it.
func covers(f diff.Finding, id string) bool {
	return f.Resource != "" && (within(id, f.Resource) || f.Kind == diff.ResourceRenamed && within(id, f.Old))
}

// cameFrom reports whether the old ID is that of a method that has another one
// with its resource.
func cameFrom(f diff.Finding, id string) bool {
	return f.Kind == diff.ResourceRenamed && within(id, f.Old) &&
		slices.Contains(f.Reach, f.Resource+strings.TrimPrefix(id, f.Old))
}

// within reports whether a dotted ID is another or below it.
func within(id, other string) bool { return id == other || strings.HasPrefix(id, other+".") }

// unstated adds the fact that makes the difference between two members, where
// it is one that not all pages state.
func (x *explainer) unstated(c Change) Change {
	before, _ := x.old.origins.of(x.was(c))
	after, _ := x.new.origins.of(x.is(c))
	f, g := before.Field, after.Field
	switch {
	case f == nil || g == nil || c.Action != Changed:
	case f.Required != g.Required:
		c.Unstated = model.FactRequired
	case f.Nullable != g.Nullable:
		c.Unstated = model.FactNullable
	default:
		c.Unstated = model.FactType
	}
	return c
}
