package drift

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// lineOf returns where the pages state a member of an operation. Equal tables of several operations are one structure,
// which names the rows of the first: of the others it is where the operation is stated. One that has no table, but is said
// to take what another one takes, has the rows of that.
func (c *comparison) lineOf(p *pair, d *model.Field) source.Span {
	other := c.stating(d.Span)
	if other == nil || other == p.doc {
		return d.Span
	}
	own, others := p.doc, other
	switch {
	case own.Body != nil && others.Body != nil && statesMember(own.Body.Type, others.Body.Type, d) && c.statesBody(own),
		own.Returns != nil && others.Returns != nil && statesMember(own.Returns.Type, others.Returns.Type, d) && c.stating(own.Returns.Span) == own:
		return own.Span
	}
	return d.Span
}

// statesMember reports whether two types are one object without a name that has a member.
func statesMember(a, b *model.Type, d *model.Field) bool {
	return a == b && a != nil && a.Kind == model.KindObject && slices.Contains(a.Fields, d)
}

// statesBody reports whether an operation states what it takes itself: the body, or a parameter that is described.
func (c *comparison) statesBody(m *model.Method) bool {
	return c.stating(m.Body.Span) == m || slices.ContainsFunc(m.Params, func(p *model.Param) bool { return p.Doc != "" && c.stating(p.Span) == m })
}

// stating returns the operation that a place is stated with: the last one of the file that is stated above it.
func (c *comparison) stating(at source.Span) *model.Method {
	if c.stated == nil {
		c.stated = map[string][]*model.Method{}
		for _, m := range c.api.Methods {
			c.stated[m.Span.File] = append(c.stated[m.Span.File], m)
		}
		for _, all := range c.stated {
			slices.SortFunc(all, func(a, b *model.Method) int { return compareStarts(a.Span, b.Span) })
		}
	}
	all := c.stated[at.File]
	n, _ := slices.BinarySearchFunc(all, at, func(m *model.Method, at source.Span) int {
		return cmp.Or(compareStarts(m.Span, at), -1) // behind those that begin there
	})
	if n == 0 || at.IsZero() {
		return nil
	}
	return all[n-1]
}

func compareStarts(a, b source.Span) int {
	return cmp.Or(cmp.Compare(a.Start.Line, b.Start.Line), cmp.Compare(a.Start.Column, b.Start.Column))
}
