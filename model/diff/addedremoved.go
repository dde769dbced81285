package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// addedAndRemoved compares what is about the API as such, then resources and methods
// that only one side has.
func (c *comparer) addedAndRemoved() {
	c.servers()
	c.clientCredentials()
	c.findMoved()
	c.appear(c.new.api, c.old.api, c.added, ResourceAdded, MethodAdded)
	c.appear(c.old.api, c.new.api, c.gone, ResourceRemoved, MethodRemoved)
}

// appear reports methods that only one side has. Where a resource is there on
// one side only, with all its methods, it is one change; so it is where the other side has
// but types of it.
func (c *comparer) appear(has, lacks *model.API, methods []*model.Method, whole, one Kind) {
	alone := map[*model.Method]bool{}
	for _, m := range methods {
		alone[m] = true
	}
	known := map[string]bool{}
	eachResource(lacks.Resources, func(r *model.Resource) bool {
		known[r.ID] = known[r.ID] || len(r.Events) > 0 || len(methodsBelow(r)) > 0
		return true
	})
	eachResource(has.Resources, func(r *model.Resource) bool {
		below := methodsBelow(r)
		if !known[r.ID] && len(below) > 0 && allAlone(below, alone) {
			c.appears(whole, r.ID, below)
			return false
		}
		for _, m := range r.Methods {
			if alone[m] {
				c.appears(one, "", []*model.Method{m})
			}
		}
		return true
	})
}

func (c *comparer) appears(kind Kind, resource string, methods []*model.Method) {
	text := methodText(methods[0])
	if resource != "" {
		text = list(methods, ", ", func(m *model.Method) string { return strings.TrimPrefix(m.ID, resource+".") })
	}
	came := kind == ResourceAdded || kind == MethodAdded
	f := found{Change: Change{Kind: kind, Resource: resource}}
	for _, m := range methods {
		f.Reach = append(f.Reach, m.ID)
		s := Subject{NewResource: resource, NewMethod: m.ID, NewSpan: m.Span}
		if !came {
			s = Subject{OldResource: resource, OldMethod: m.ID, OldSpan: m.Span}
		}
		f.Subjects = append(f.Subjects, s)
	}
	if resource == "" {
		f.Method = methods[0].ID
	}
	if came {
		f.New, f.NewSpan = text, firstOnPage(methods)
		f.newMethods = c.describe(methods)
	} else {
		f.Old, f.OldSpan = text, firstOnPage(methods)
		f.deprecated = deprecationOf(methods)
	}
	c.changes = append(c.changes, f)
}

// firstOnPage returns where the first of methods stands that are on the page of the first
// one by ID.
func firstOnPage(methods []*model.Method) source.Span {
	first := methods[0].Span
	for _, m := range methods[1:] {
		if m.Span.File == first.File && m.Span.Start.Offset < first.Start.Offset {
			first = m.Span
		}
	}
	return first
}

// eachResource visits a tree from the top; below what visit refuses it does not go.
func eachResource(rs []*model.Resource, visit func(*model.Resource) bool) {
	for _, r := range rs {
		if visit(r) {
			eachResource(r.Resources, visit)
		}
	}
}

func methodsBelow(r *model.Resource) []*model.Method {
	out := append([]*model.Method(nil), r.Methods...)
	for _, sub := range r.Resources {
		out = append(out, methodsBelow(sub)...)
	}
	return out
}

func allAlone(methods []*model.Method, alone map[*model.Method]bool) bool {
	for _, m := range methods {
		if !alone[m] {
			return false
		}
	}
	return true
}

// deprecationOf returns what the pages say of the deprecation of methods, all of which
// have to be deprecated.
func deprecationOf(methods []*model.Method) string {
	for _, m := range methods {
		if m.Deprecated == "" {
			return ""
		}
	}
	return methods[0].Deprecated
}
