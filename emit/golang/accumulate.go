package golang

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// An accumulation is how the events of a stream add up to the result of the same
// call without one. Its members are named as the runtime names them.
type accumulation struct {
	result, event                      *model.NamedType
	whole, list, element, index, delta string
	message                            string
	texts                              map[string]string
	replaced                           []string
}

// findAccumulations are those of all methods by the ID of the result: as set says by the
// ID of the method, or else as the types tell. Where methods have one result and other
// events, the first counts.
func findAccumulations(api *model.API, set map[string]Accumulation) map[string]*accumulation {
	out := map[string]*accumulation{}
	for _, m := range api.Methods {
		diag.Naming("looking at the stream of "+m.ID, m.Span, func() {
			a := findAccumulation(api, m)
			if rule, ok := set[m.ID]; ok {
				a, _ = rule.of(api, m)
			}
			if a != nil && out[a.result.ID] == nil {
				out[a.result.ID] = a
			}
		})
	}
	return out
}

// addends are the types of the result of a method and of the events of its stream, nil
// where the method has not both.
func addends(api *model.API, m *model.Method) (result, event *model.NamedType) {
	if m.Streaming == nil || m.Streaming.Field == "" || m.Returns == nil {
		return nil, nil
	}
	_, result = naming.Target(api, m.Returns.Type)
	_, event = naming.Target(api, m.Streaming.Type)
	if result == nil || event == nil || result == event || result.Type.Kind != model.KindObject {
		return nil, nil
	}
	return result, event
}

// findAccumulation is nil where nothing says how events add up.
func findAccumulation(api *model.API, m *model.Method) *accumulation {
	result, event := addends(api, m)
	if result == nil {
		return nil
	}
	a := &accumulation{result: result, event: event, texts: map[string]string{}}
	switch event.Type.Kind {
	case model.KindUnion:
		for _, v := range naming.Variants(api, event.Type) {
			if v.Named != nil && v.Named.Type.Kind == model.KindObject {
				a.look(api, v.Named.Type)
			}
		}
		if a.whole == "" {
			return nil
		}
		a.findTexts(api)
	case model.KindObject:
		a.lookAtChunk(api, event.Type)
		if a.message == "" {
			return nil
		}
	default:
		return nil
	}
	return a
}

// look learns from one kind of event: a member of the type of the result has all of
// it, and an index beside a member of the type of a list's elements adds to the list.
func (a *accumulation) look(api *model.API, event *model.Type) {
	index := a.indexOf(api, event)
	for _, f := range event.Fields {
		_, named := naming.Target(api, f.Type)
		switch {
		case named == nil:
		case named == a.result && index == "":
			a.whole = f.Name
		case f.Name == "delta":
			a.delta = f.Name
		case index != "" && a.list == "":
			if list := a.listOf(api, named); list != "" {
				a.list, a.element, a.index = list, f.Name, index
			}
		}
	}
}

// indexOf is the member of an event that is the number of an element, or "".
func (a *accumulation) indexOf(api *model.API, event *model.Type) string {
	if f := fieldNamed(event, "index"); f != nil && isWhole(api.Resolve(f.Type)) {
		return f.Name
	}
	return ""
}

func isWhole(t *model.Type) bool { return t.Kind == model.KindInteger || t.Kind == model.KindNumber }

// listOf is the list of the result that has elements of a type, or "".
func (a *accumulation) listOf(api *model.API, element *model.NamedType) string {
	for _, f := range a.result.Type.Fields {
		if elem := elementOf(api, f); elem != nil && (elem == element || hasAlternatives(api, elem, element)) {
			return f.Name
		}
	}
	return ""
}

// elementOf is the named type of the elements of a member, nil where it has none.
func elementOf(api *model.API, f *model.Field) *model.NamedType {
	list := api.Resolve(f.Type)
	if list.Kind != model.KindArray || list.Elem == nil {
		return nil
	}
	_, named := naming.Target(api, list.Elem)
	return named
}

// hasAlternatives reports whether a union has all alternatives of another one.
func hasAlternatives(api *model.API, union, other *model.NamedType) bool {
	if union.Type.Kind != model.KindUnion || other.Type.Kind != model.KindUnion {
		return false
	}
	has := map[*model.NamedType]bool{}
	for _, v := range naming.Variants(api, union.Type) {
		has[v.Named] = v.Named != nil
	}
	return !slices.ContainsFunc(naming.Variants(api, other.Type), func(v naming.Variant) bool { return !has[v.Named] })
}

// findTexts finds deltas with a text that is a piece of JSON: the elements have no
// member for it, and the kind of the delta begins with the name of a member that is no
// text.
func (a *accumulation) findTexts(api *model.API) {
	if a.list == "" {
		return
	}
	element := elementOf(api, fieldNamed(a.result.Type, a.list))
	members := map[string]model.Kind{}
	for _, object := range objectsOf(api, element) {
		for _, f := range object.Type.Fields {
			members[f.Name] = api.Resolve(f.Type).Kind
		}
	}
	for _, v := range naming.Variants(api, a.event.Type) {
		if v.Named == nil {
			continue
		}
		delta := fieldNamed(v.Named.Type, "delta")
		if delta == nil || a.indexOf(api, v.Named.Type) == "" {
			continue
		}
		_, named := naming.Target(api, delta.Type)
		for _, object := range objectsOf(api, named) {
			a.findText(api, object.Type, members)
		}
	}
}

func (a *accumulation) findText(api *model.API, delta *model.Type, members map[string]model.Kind) {
	kind := ""
	for _, f := range delta.Fields {
		if t := api.Resolve(f.Type); t.Kind == model.KindConst && kind == "" {
			kind = naming.LiteralText(t.Literal)
		}
	}
	for _, f := range delta.Fields {
		if api.Resolve(f.Type).Kind != model.KindString || members[f.Name] != "" || members[f.Name+"s"] != "" {
			continue
		}
		for member, is := range members {
			if first := strings.Join(names.Words(member), "_"); is != model.KindString && is != model.KindConst && strings.HasPrefix(strings.ToLower(kind), strings.ToLower(first)+"_") {
				a.texts[f.Name] = member
			}
		}
	}
}

// objectsOf are the objects among the alternatives of a union, or the object.
func objectsOf(api *model.API, t *model.NamedType) []*model.NamedType {
	switch {
	case t == nil:
	case t.Type.Kind == model.KindObject:
		return []*model.NamedType{t}
	case t.Type.Kind == model.KindUnion:
		var out []*model.NamedType
		for _, v := range naming.Variants(api, t.Type) {
			if v.Named != nil && v.Named.Type.Kind == model.KindObject {
				out = append(out, v.Named)
			}
		}
		return out
	}
	return nil
}

// lookAtChunk learns from events that look like the result: in a list that both have,
// elements have an index and a delta, whose members are those of an object in the
// elements of the result.
func (a *accumulation) lookAtChunk(api *model.API, chunk *model.Type) {
	for _, f := range chunk.Fields {
		same := fieldNamed(a.result.Type, f.Name)
		if same == nil {
			continue
		}
		piece, whole := elementOf(api, f), elementOf(api, same)
		if piece == nil || whole == nil || piece.Type.Kind != model.KindObject || whole.Type.Kind != model.KindObject || a.indexOf(api, piece.Type) == "" {
			continue
		}
		delta := fieldNamed(piece.Type, "delta")
		if delta == nil {
			continue
		}
		_, added := naming.Target(api, delta.Type)
		if added == nil || added.Type.Kind != model.KindObject {
			continue
		}
		for _, m := range whole.Type.Fields {
			_, object := naming.Target(api, m.Type)
			if object != nil && object.Type.Kind == model.KindObject && hasMembers(object.Type, added.Type) {
				a.list, a.index, a.delta, a.message = f.Name, "index", "delta", m.Name
				return
			}
		}
	}
}

// hasMembers reports whether an object has all members of another one.
func hasMembers(object, other *model.Type) bool {
	return len(other.Fields) > 0 && !slices.ContainsFunc(other.Fields, func(f *model.Field) bool { return fieldNamed(object, f.Name) == nil })
}

// accumulate declares the method that adds the events of a stream up.
func (g *generator) accumulate(f gosrc.Writer, t *model.NamedType) {
	a := g.accumulations[t.ID]
	if a == nil {
		return
	}
	name, event := g.names.Type(t.ID), gosrc.Name(g.names.Type(a.event.ID))
	events := gosrc.PkgInstance("iter", "Seq2", event, gosrc.Name("error"))
	f.Func(gosrc.Func{
		Doc: wrapped("Accumulate gives the events of a stream, such as those of its method All, and adds each to v before. " +
			"After the last, v is what the call without a stream returns."),
		Receiver: pointerReceiver(name), Name: "Accumulate",
		Params: []gosrc.Param{{Name: "events", Type: events}}, Results: []gosrc.Code{events},
		Body: returns(func() gosrc.Code {
			return gosrc.Call(gosrc.Name("accumulate"), gosrc.Name("v"), a.literal(), gosrc.Name("events"))
		}),
	})
}

// literal is the accumulation as the runtime takes it.
func (a *accumulation) literal() gosrc.Code {
	var items []gosrc.Code
	add := func(name, value string) {
		if value != "" {
			items = append(items, gosrc.Keyed(name, gosrc.Text(value)))
		}
	}
	add("whole", a.whole)
	add("list", a.list)
	add("element", a.element)
	add("index", a.index)
	add("delta", a.delta)
	add("message", a.message)
	if a.replaced != nil {
		var names []gosrc.Code
		for _, name := range a.replaced {
			names = append(names, gosrc.Text(name))
		}
		items = append(items, gosrc.Keyed("replaced", gosrc.Inline(gosrc.Slice(stringType), names...)))
	}
	if len(a.texts) > 0 {
		var texts []gosrc.Code
		for _, from := range sortedKeys(a.texts) {
			texts = append(texts, gosrc.KeyedText(from, gosrc.Text(a.texts[from])))
		}
		items = append(items, gosrc.Keyed("texts", gosrc.Inline(gosrc.Map(stringType), texts...)))
	}
	return gosrc.Inline(gosrc.Name("accumulation"), items...)
}
