package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/link"
)

// mostLoosening is how many examples of a page are looked at for members of a structure that they leave out.
const mostLoosening = 32

// loosenByExamples makes members of a structure optional that examples of the page leave out, where the structure says
// of none whether it is required: nothing but its members stands in these examples.
func (r *reading) loosenByExamples(t *typeTable, it *decl.Item) {
	if t.enum || t.choice || len(it.Children) == 0 || slices.ContainsFunc(it.Children, func(c *decl.Item) bool { return !r.assumed[c] || c.Form != decl.Field }) {
		return
	}
	n := 0
	for _, c := range r.document.calls {
		for _, p := range c.parts {
			if p.kind != fenceBlock || c.isStatement(p.block) || p.status >= 300 || n >= mostLoosening {
				continue
			}
			text := strings.TrimSpace(r.document.code(p.block))
			if !isJSON(text) {
				continue
			}
			n++
			if v, err := link.ParseJSON(text); err == nil && isOfMembers(v, it.Children) {
				r.missing(it.Children, v)
				t.answered = true
			}
		}
	}
}

// sentPartly is the type of what is sent, where it is a structure of the page that answers have, and that says of
// no member whether it is required: what is sent may lack any.
func (r *reading) sentPartly(e *decl.Expr) *decl.Expr {
	switch e.Op {
	case decl.Array:
		if len(e.Args) == 1 {
			return arrayOf(r.sentPartly(e.Args[0]))
		}
	case decl.Name:
		if t := r.view.byName[e.Text]; t != nil && t.document == r.document && t.answered {
			return &decl.Expr{Op: decl.Name, Text: r.view.Partial(e.Text)}
		}
	}
	return e
}

// isOfMembers reports whether a value is an object of some of the members, several, or a list of such.
func isOfMembers(v any, items []*decl.Item) bool {
	if list, ok := v.([]any); ok {
		return len(list) > 0 && !slices.ContainsFunc(list, func(v any) bool { return !isOfMembers(v, items) })
	}
	members, ok := v.(map[string]any)
	if !ok || len(members) < 2 {
		return false
	}
	for name := range members {
		if itemNamed(items, name) == nil {
			return false
		}
	}
	return true
}
