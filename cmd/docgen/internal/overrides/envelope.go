package overrides

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/link"
)

// envelop puts what the pages describe of answers into the objects that docgen.yaml
// says lie around them.
func envelop(api *model.API, entries config.Envelopes, faults *config.Faults) {
	for _, e := range entries {
		methods := matching(api, e.Pattern, faults)
		if len(methods) == 0 {
			continue
		}
		members, ok := fieldsOf(api, e.Members, faults)
		failures, valid := fieldsOf(api, e.Errors, faults)
		if !ok || !valid {
			continue
		}
		w := &wrapping{api: api, entry: e, members: members, made: map[*model.Type]*model.Type{}}
		if e.Result.Value != "" {
			w.results(methods, faults)
		}
		if len(failures) > 0 {
			w.errors(methods, failures, faults)
		}
	}
}

// A method with the resource that it belongs to.
type method struct {
	resource string
	*model.Method
}

// matching are the methods that a pattern means. That there are none is a fault.
func matching(api *model.API, pattern config.Text, faults *config.Faults) []method {
	var out []method
	for r, m := range api.Methods {
		if config.MatchID(pattern.Value, m.ID) {
			out = append(out, method{r.ID, m})
		}
	}
	if len(out) == 0 {
		faults.Add(pattern.At, "%q is no method of the pages; \"docgen inspect\" shows what there is", pattern.Value)
	}
	return out
}

// fieldsOf are the fields that pairs name with their types; ok is false where a type is
// none of the API.
func fieldsOf(api *model.API, pairs config.Pairs, faults *config.Faults) (fields []*model.Field, ok bool) {
	ok = true
	for _, p := range pairs {
		to, err := config.ParseFieldType(p.Value.Value)
		if err != nil || to.Type == nil {
			faults.Add(p.Value.At, "%q is no type", p.Value.Value)
			ok = false
			continue
		}
		if name := missing(api, to.Type); name != "" {
			faults.Add(p.Value.At, "%q is no type%s", name, suggestType(api, name))
			ok = false
			continue
		}
		fields = append(fields, &model.Field{
			Name: p.Key.Value, Type: to.Type, Span: p.Key.At,
			Required: to.Required == nil || *to.Required, Nullable: to.Nullable != nil && *to.Nullable,
		})
	}
	return fields, ok
}

// A wrapping puts answers into one kind of envelope.
type wrapping struct {
	api     *model.API
	entry   *config.Envelope
	members []*model.Field
	// made are the envelopes around types.
	made map[*model.Type]*model.Type
}

// results puts the results of methods into the envelope, but for those that are in it
// already, and those that are no JSON.
func (w *wrapping) results(methods []method, faults *config.Faults) {
	wrapped, within := 0, 0
	for _, m := range methods {
		switch {
		case m.Returns == nil || m.Returns.Type == nil || m.Streaming != nil || !isJSON(m.Returns.ContentType) || w.api.Resolve(m.Returns.Type).Kind == model.KindFile:
		case w.isWithin(m.Returns.Type):
			within++
		default:
			wrapped++
			w.wrap(m)
		}
	}
	switch result := w.entry.Result; {
	case wrapped > 0:
	case within > 0:
		faults.Add(result.At, "the answers of %s are in the envelope with %q already; take the entry out", w.entry.Pattern.Value, result.Value)
	default:
		faults.Add(w.entry.Pattern.At, "no method of %s answers with JSON that the pages describe", w.entry.Pattern.Value)
	}
}

func isJSON(contentType string) bool {
	media, _, _ := strings.Cut(contentType, ";")
	return media == "" || strings.HasSuffix(media, "/json") || strings.HasSuffix(media, "+json")
}

// isWithin reports whether the pages describe the envelope of an answer: it has the
// member of the result and all others that are required.
func (w *wrapping) isWithin(t *model.Type) bool {
	t = w.api.Resolve(t)
	if t == nil || t.Kind != model.KindObject || fieldOf(t, w.entry.Result.Value) == nil {
		return false
	}
	return !slices.ContainsFunc(w.members, func(f *model.Field) bool { return f.Required && fieldOf(t, f.Name) == nil })
}

func fieldOf(t *model.Type, name string) *model.Field {
	if i := slices.IndexFunc(t.Fields, func(f *model.Field) bool { return f.Name == name }); i >= 0 {
		return t.Fields[i]
	}
	return nil
}

// wrap gives a method the envelope around its result. What leads from page to page is
// then below the member of the result, and examples are compared with the whole.
func (w *wrapping) wrap(m method) {
	returns := *m.Returns
	inner := returns.Type
	if w.made[inner] == nil {
		result := &model.Field{Name: w.entry.Result.Value, Type: inner, Required: true, Span: w.entry.Result.At}
		w.made[inner] = w.declare(w.nameOf(m, inner), m.resource, append([]*model.Field{result}, w.members...), w.entry.Result.At)
	}
	returns.Type = w.made[inner]
	m.Returns = &returns
	if m.Paging != nil {
		paging := *m.Paging
		below := func(p *model.FieldPath) { *p = model.PathOf(append([]string{w.entry.Result.Value}, p.Names()...)...) }
		below(&paging.Items)
		for _, p := range []*model.FieldPath{&paging.Next, &paging.More, &paging.Total, &paging.Pages, &paging.Current} {
			if *p != "" {
				below(p)
			}
		}
		m.Paging = &paging
	}
	for i, e := range m.Examples {
		if e.Kind != model.ExampleResponse || e.Status >= 300 {
			continue
		}
		if why, ok := link.Conflict(w.api, returns.Type, e.Text); ok {
			changed := *e
			changed.Conflict = why
			m.Examples[i] = &changed
		}
	}
}

// nameOf is the name of the envelope around a type: that of the type, of a list of it,
// or of the method.
func (w *wrapping) nameOf(m method, inner *model.Type) string {
	t, list := inner, ""
	if t.Kind == model.KindArray {
		t, list = t.Elem, "List"
	}
	if t.Kind == model.KindRef {
		if n := w.api.Lookup(t.Ref); n != nil {
			return n.Name + list + "Envelope"
		}
	}
	return names.Capitalize(names.Parts(m.ID)) + "Envelope"
}

// declare adds a named type to the API, with an ID that no other has, and returns a ref
// to it.
func (w *wrapping) declare(name, resource string, fields []*model.Field, at source.Span) *model.Type {
	id := name
	for n := 2; w.api.Lookup(id) != nil; n++ {
		id = name + strconv.Itoa(n)
	}
	t := &model.NamedType{ID: id, Name: id, Resource: resource, Anonymous: true, Type: &model.Type{Kind: model.KindObject, Fields: fields}, Span: at}
	index, _ := slices.BinarySearchFunc(w.api.Types, id, func(n *model.NamedType, id string) int { return strings.Compare(n.ID, id) })
	w.api.Types = slices.Insert(w.api.Types, index, t)
	return &model.Type{Kind: model.KindRef, Ref: id}
}

// errors gives methods what failures carry, but for those of which the pages say it.
func (w *wrapping) errors(methods []method, fields []*model.Field, faults *config.Faults) {
	var is *model.Type
	at := w.entry.Errors[0].Key.At
	for _, m := range methods {
		if slices.ContainsFunc(m.Errors, func(e *model.ErrorResponse) bool { return e.Status == "default" }) {
			continue
		}
		if is == nil {
			is = w.declare("Failure", "", fields, at)
		}
		m.Errors = append(m.Errors, &model.ErrorResponse{Status: "default", ContentType: "application/json", Type: is, Span: at})
	}
	if is == nil {
		faults.Add(at, "the pages say what failures of %s carry; take errors out", w.entry.Pattern.Value)
	}
}
