package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// An Accumulation says how the events of a stream add up to the result of the call
// without one, by names of members.
type Accumulation struct {
	At source.Span
	// Whole is the member of an event that has the result as it is then.
	Whole string
	// List is the list of the result to whose elements events add, Element the member of
	// an event that has a new one, Index its number, and Delta what is added to it: the
	// members of the event itself where Delta is empty.
	List, Element, Index, Delta string
	// Message is the member of an element that the delta of a chunk is added to, where
	// events look like the result.
	Message string
	// Texts are members of deltas whose texts are together the JSON of a member of the
	// element.
	Texts map[string]string
	// Replaced are members of which a text takes the place of the one before, rather than
	// being added to it; nil means id, type and role.
	Replaced []string
}

// What is found about the streams of methods.
const (
	// CodeNoAccumulate says why the events of a stream cannot be added up.
	CodeNoAccumulate diag.Code = "no-accumulate"
	// CodeWrongAccumulate says that what docgen.yaml says of it does not fit the types.
	CodeWrongAccumulate diag.Code = "wrong-accumulate"
)

// of is the accumulation by a rule, or why it does not fit the types of a method.
func (r Accumulation) of(api *model.API, m *model.Method) (*accumulation, error) {
	result, event := addends(api, m)
	if result == nil {
		return nil, fmt.Errorf("%s does not return an object that its events could add up to", m.ID)
	}
	elements, err := r.check(api, result, event)
	if err != nil {
		return nil, err
	}
	for _, to := range sortedKeys(r.Texts) {
		if !anyHas(elements, r.Texts[to]) {
			return nil, fmt.Errorf("no element of %s has a member %q", r.List, r.Texts[to])
		}
	}
	return &accumulation{
		result: result, event: event, whole: r.Whole, list: r.List, element: r.Element, index: r.Index, delta: r.Delta,
		message: r.Message, texts: r.Texts, replaced: r.Replaced,
	}, nil
}

// check returns the objects that elements of the list can be.
func (r Accumulation) check(api *model.API, result, event *model.NamedType) ([]*model.NamedType, error) {
	events := objectsOf(api, event)
	var elements []*model.NamedType
	if r.List != "" {
		f := fieldNamed(result.Type, r.List)
		if f == nil || elementOf(api, f) == nil {
			return nil, fmt.Errorf("%s has no list %q of objects", result.Name, r.List)
		}
		elements = objectsOf(api, elementOf(api, f))
	}
	if r.Message != "" {
		if !anyHas(elements, r.Message) {
			return nil, fmt.Errorf("no element of %s has a member %q", r.List, r.Message)
		}
		return elements, r.checkChunk(api, event)
	}
	if r.Whole != "" && !slices.ContainsFunc(events, func(e *model.NamedType) bool {
		f := fieldNamed(e.Type, r.Whole)
		return f != nil && isNamed(api, f.Type, result)
	}) {
		return nil, fmt.Errorf("no event has a member %q that is a %s", r.Whole, result.Name)
	}
	for _, name := range []string{r.Element, r.Index, r.Delta} {
		if name != "" && !anyHas(events, name) {
			return nil, fmt.Errorf("no event has a member %q", name)
		}
	}
	return elements, nil
}

// checkChunk looks for the index and the delta in the elements of a chunk.
func (r Accumulation) checkChunk(api *model.API, chunk *model.NamedType) error {
	f := fieldNamed(chunk.Type, r.List)
	if f == nil || elementOf(api, f) == nil {
		return fmt.Errorf("%s has no list %q of objects", chunk.Name, r.List)
	}
	for _, name := range []string{r.Index, r.Delta} {
		if !anyHas(objectsOf(api, elementOf(api, f)), name) {
			return fmt.Errorf("no element of %s of %s has a member %q", r.List, chunk.Name, name)
		}
	}
	return nil
}

func isNamed(api *model.API, t *model.Type, named *model.NamedType) bool {
	_, is := naming.Target(api, t)
	return is == named
}

func anyHas(objects []*model.NamedType, member string) bool {
	return slices.ContainsFunc(objects, func(o *model.NamedType) bool { return fieldNamed(o.Type, member) != nil })
}

// checkAccumulations reports rules that do not fit, and streams whose events do not say
// how they add up.
func (g *generator) checkAccumulations() {
	methods := map[string]*model.Method{}
	for _, m := range g.api.Methods {
		methods[m.ID] = m
		result, event := addends(g.api, m)
		if _, set := g.opts.Accumulations[m.ID]; set || result == nil || findAccumulation(g.api, m) != nil {
			continue
		}
		g.diags.Add(CodeNoAccumulate, diag.Info, m.Span, "%s has no Accumulate for the stream of %s: no event of %s has a member that is a %s, and none looks like it",
			g.names.Type(result.ID), m.ID, g.names.Type(event.ID), g.names.Type(result.ID)).
			Help = "say how they add up under accumulate in docgen.yaml: " + m.ID + ": {whole: …, list: …, element: …, index: …, delta: …}"
	}
	for _, id := range sortedKeys(g.opts.Accumulations) {
		rule, m := g.opts.Accumulations[id], methods[id]
		err := fmt.Errorf("%q is no method of the pages", id)
		if m != nil {
			_, err = rule.of(g.api, m)
		}
		if err != nil {
			g.diags.Add(CodeWrongAccumulate, diag.Error, rule.At, "events do not add up as docgen.yaml says: %s", strings.TrimSuffix(err.Error(), ".")).
				Help = "\"docgen inspect\" shows the types of results and events"
		}
	}
}
