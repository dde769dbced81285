package golang

import (
	"strconv"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// findUses notes for each type one place where it is used: a union that it is a
// variant of, else a member of an object, else an operation.
func (g *generator) findUses() {
	g.uses, g.returned = map[string]func() string{}, map[string]int{}
	if event := g.webhookEvent(); event != nil {
		g.noteUse(&model.Type{Kind: model.KindRef, Ref: event.ID}, func() string { return "what webhooks carry" })
	}
	for _, t := range g.api.Types {
		if t.Type != nil && t.Type.Kind == model.KindUnion {
			for _, v := range naming.Variants(g.api, t.Type) {
				g.noteUse(v.Type, func() string { return "a variant of " + g.names.Type(t.ID) })
			}
		}
	}
	for _, t := range g.api.Types {
		if t.Type != nil && t.Type.Kind == model.KindObject {
			g.noteFields(t.Type.Fields, func() string { return g.names.Type(t.ID) })
		}
	}
	for r, m := range g.api.Methods {
		diag.Naming("looking for the types of "+m.ID, m.Span, func() { g.noteMethod(r, m) })
	}
	g.noteEvents(g.api.Resources)
}

// noteEvents notes what resources list as carried by streams, sockets and webhooks.
func (g *generator) noteEvents(resources []*model.Resource) {
	for _, r := range resources {
		for _, e := range r.Events {
			use := func() string { return "what the event " + oneLine(e.Name) + " of " + oneLine(r.ID) + " carries" }
			g.noteUse(&model.Type{Kind: model.KindRef, Ref: e.Type}, use)
		}
		g.noteEvents(r.Resources)
	}
}

func (g *generator) noteMethod(r *model.Resource, m *model.Method) {
	name := func() string { return g.names.Service(r.ID) + "." + g.names.Method(m.ID) }
	params := func() string { return g.names.Params(m.ID) }
	for _, p := range m.Params {
		g.noteFields([]*model.Field{&p.Field}, params)
	}
	if m.Body != nil && m.Body.Type != nil {
		g.noteFields(m.Body.Type.Fields, params)
		g.noteUse(m.Body.Type, func() string { return "what " + name() + " sends" })
	}
	if m.Returns != nil {
		result := m.Returns.Type
		if _, to := naming.Target(g.api, result); to != nil && to.Type.Kind == model.KindObject {
			g.returned[to.ID]++
		}
		g.noteUse(result, func() string { return "what " + name() + " returns" + asDoOthers(g.returned[result.Ref]) })
	}
	if m.Streaming != nil {
		g.noteUse(m.Streaming.Type, func() string { return "what the stream of " + name() + " gives" })
	}
	for _, e := range m.Errors {
		g.noteUse(e.Type, func() string { return "an error of " + name() })
	}
}

// asDoOthers returns how many methods besides one return an object that n return.
func asDoOthers(n int) string {
	switch {
	case n < 2:
		return ""
	case n == 2:
		return ", as does another method"
	default:
		return ", as do " + strconv.Itoa(n-1) + " other methods"
	}
}

func (g *generator) noteFields(fields []*model.Field, owner func() string) {
	for _, f := range fields {
		g.noteUse(f.Type, func() string { return "the " + oneLine(f.Name) + " of " + owner() })
	}
}

// noteUse notes a use of a type, or of what a list or a map of them holds.
func (g *generator) noteUse(t *model.Type, use func() string) {
	if t == nil {
		return
	}
	switch t.Kind {
	case model.KindRef:
		if g.uses[t.Ref] == nil {
			g.uses[t.Ref] = use
		}
	case model.KindArray, model.KindMap:
		g.noteUse(t.Elem, func() string { return "an element of " + use() })
	}
}

// use says where a type is used, or "".
func (g *generator) use(id string) string {
	if use := g.uses[id]; use != nil {
		return use()
	}
	return ""
}
