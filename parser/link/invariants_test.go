package link

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// An invariant is what holds after a pass and after all that follow it.
type invariant struct {
	after string
	holds func(*linker) error
}

var invariants = []invariant{
	{"identify", occurrencesHaveIDs},
	{"declare", typesHaveStructures},
	{"declare", refsLeadToTypes},
	{"events", eventsCarryTypes},
	{"merge", methodsStandOnce},
	{"merge", pathParametersAreSlots},
	{"requests", credentialsAreKnown},
	{"anonymous", structuresHaveNames},
	{"extend", extendedTypesAreWhole},
	{"observe", examplesWereSeen},
	{"infer", defaultsAreJSON},
	{"presence", bodiesAgreeWithFields},
	{"paging", pagesHaveItems},
	{"streaming", streamsCarryTypes},
	{"discriminate", discriminatorsTell},
	{"tree", apiIsValid},
	{"tree", treeHasAll},
}

// LinkChecked links and reports after every pass what does not hold.
func LinkChecked(in Input, report func(pass string, fault error)) (*model.API, diag.List, error) {
	reached := map[string]bool{}
	return link(in, func(pass string, l *linker) {
		reached[pass] = true
		for _, i := range invariants {
			if !reached[i.after] {
				continue
			}
			if err := i.holds(l); err != nil {
				report(pass, fmt.Errorf("what holds after %s: %w", i.after, err))
			}
		}
	})
}

// PassNames are the passes in their order, InvariantNames the passes after which
// something is checked.
func PassNames() (out []string) {
	for _, p := range passes {
		out = append(out, p.name)
	}
	return out
}

func InvariantNames() (out []string) {
	for _, i := range invariants {
		out = append(out, i.after)
	}
	return out
}

func occurrencesHaveIDs(l *linker) error {
	for _, u := range l.in.Units {
		for _, s := range u.Occurrences {
			key := nameShape{s.Name, s.Shape}
			if id, ok := l.ids[key]; ok && l.named[id] == nil || !ok && l.local[key] == nil {
				return fmt.Errorf("%s, at %s, has the ID %q, and no type has it", s.Name, s.Span, id)
			}
		}
	}
	return nil
}

func typesHaveStructures(l *linker) error {
	for id, t := range l.named {
		if t.ID != id || t.Type == nil {
			return fmt.Errorf("%s has the ID %q and the type %v", id, t.ID, t.Type)
		}
		if t.Type.Kind == model.KindRef && t.Type.Ref == id {
			return fmt.Errorf("%s is declared as itself", id)
		}
	}
	return nil
}

func refsLeadToTypes(l *linker) (err error) {
	l.everyType(func(where string, t *model.Type, _ bool) {
		if t.Kind == model.KindRef && l.named[t.Ref] == nil {
			err = fmt.Errorf("%s refers to %s, which is no type", where, t.Ref)
		}
	})
	return err
}

// everyType calls yield for every type that stands in a named type or a method,
// and says whether it is the structure of a named type or of a body itself.
func (l *linker) everyType(yield func(where string, t *model.Type, top bool)) {
	var walk func(where string, t *model.Type, top bool)
	walk = func(where string, t *model.Type, top bool) {
		if t == nil {
			return
		}
		yield(where, t, top)
		walk(where, t.Elem, false)
		for _, f := range t.Fields {
			walk(where+"."+f.Name, f.Type, false)
		}
		for _, v := range t.Variants {
			walk(where+"|", v.Type, false)
		}
	}
	for _, t := range l.sortedTypes() {
		walk(t.ID, t.Type, true)
	}
	for _, m := range l.sortedMethods() {
		for _, p := range m.Params {
			walk(m.ID+" "+p.Name, p.Type, false)
		}
		if m.Body != nil {
			walk(m.ID+" body", m.Body.Type, true)
		}
		if m.Returns != nil {
			walk(m.ID+" returns", m.Returns.Type, false)
		}
		if m.Streaming != nil {
			walk(m.ID+" event", m.Streaming.Type, false)
		}
	}
}

func eventsCarryTypes(l *linker) error {
	want := 0
	for _, u := range l.in.Units {
		if u.Event != nil {
			want++
		}
	}
	for resource, events := range l.carried {
		for _, e := range events {
			if want--; l.named[e.Type] == nil {
				return fmt.Errorf("the event %s of %s carries %s, which is no type", e.Name, resource, e.Type)
			}
		}
	}
	if want != 0 {
		return fmt.Errorf("%d events are lost", want)
	}
	return nil
}

func extendedTypesAreWhole(l *linker) error {
	sizes := map[string]int{}
	for _, u := range l.in.Units {
		for _, s := range u.Occurrences {
			if id := l.ids[nameShape{s.Name, s.Shape}]; s.Extends != nil && l.named[id] != nil {
				sizes[id] = max(sizes[id], s.Extends.Size)
			}
		}
	}
	for id, size := range sizes {
		known := slices.ContainsFunc(l.diags, func(d diag.Diagnostic) bool { return d.Code == "unknown-base" && d.Span == l.named[id].Span })
		if t := l.named[id].Type; t.Kind == model.KindObject && len(t.Fields) < size && !known {
			return fmt.Errorf("%s has %d members, and what it extends has %d", id, len(t.Fields), size)
		}
		if l.extends[id] != nil && l.named[id].Type.Kind == model.KindObject && !includes(l.named[id].Type.Fields, l.extends[id]) {
			return fmt.Errorf("%s was not given the members of %s", id, l.extends[id].Base)
		}
	}
	return nil
}

func methodsStandOnce(l *linker) error {
	for id, m := range l.methods {
		if m.ID != id {
			return fmt.Errorf("%s has the ID %q", id, m.ID)
		}
		if _, ok := l.resourceOf[id]; !ok {
			return fmt.Errorf("%s has no resource", id)
		}
	}
	for _, u := range l.in.Units {
		for _, id := range u.IDs {
			if u.Method != nil && l.methods[id] == nil && !l.aliased[id] {
				return fmt.Errorf("%s is lost", id)
			}
		}
	}
	return nil
}

func pathParametersAreSlots(l *linker) error {
	for _, m := range l.sortedMethods() {
		var params []string
		for _, p := range m.Params {
			if p.Location == model.LocationPath {
				params = append(params, p.Name)
				if !p.Required {
					return fmt.Errorf("%s: the slot %s is optional", m.ID, p.Name)
				}
			}
		}
		if slots := names.Slots(m.Path); !slices.Equal(params, slots) {
			return fmt.Errorf("%s has the path parameters %q, and the path %s", m.ID, params, m.Path)
		}
	}
	return nil
}

func credentialsAreKnown(l *linker) error {
	for _, m := range l.sortedMethods() {
		for _, id := range m.Auth {
			if !slices.ContainsFunc(l.api.Auth, func(a model.Auth) bool { return a.ID == id }) {
				return fmt.Errorf("%s sends the credential %s, which the API has not", m.ID, id)
			}
		}
	}
	return nil
}

func structuresHaveNames(l *linker) (err error) {
	l.everyType(func(where string, t *model.Type, top bool) {
		if !top && (t.Kind == model.KindObject || t.Kind == model.KindUnion || t.Kind == model.KindEnum) {
			err = fmt.Errorf("%s holds a structure of the kind %s and no ref", where, t.Kind)
		}
	})
	return err
}

func examplesWereSeen(l *linker) error {
	if l.seen == nil {
		return errors.New("no examples were observed")
	}
	return nil
}

func defaultsAreJSON(l *linker) (err error) {
	check := func(where string, f *model.Field) {
		if f.Default != "" && !json.Valid([]byte(f.Default)) {
			err = fmt.Errorf("%s.%s has the default %s, which is no JSON", where, f.Name, f.Default)
		}
	}
	l.everyType(func(where string, t *model.Type, _ bool) {
		for _, f := range t.Fields {
			check(where, f)
		}
	})
	for _, m := range l.sortedMethods() {
		for _, p := range m.Params {
			check(m.ID, &p.Field)
		}
	}
	return err
}

func bodiesAgreeWithFields(l *linker) error {
	for _, m := range l.sortedMethods() {
		if m.Body == nil || m.Body.Type.Kind != model.KindObject || m.Body.Required {
			continue
		}
		if slices.ContainsFunc(m.Body.Type.Fields, isRequired) {
			return fmt.Errorf("the body of %s is optional and has fields that are required", m.ID)
		}
	}
	return nil
}

func pagesHaveItems(l *linker) error {
	for _, m := range l.sortedMethods() {
		if m.Paging == nil || m.Paging.Items == "" || m.Returns == nil {
			continue
		}
		if t := l.structure(m.Returns.Type); t.Kind == model.KindObject && !hasField(t, m.Paging.Items.Names()[0]) {
			return fmt.Errorf("%s has its elements in %s, which its result has not", m.ID, m.Paging.Items)
		}
	}
	return nil
}

func streamsCarryTypes(l *linker) error {
	for _, m := range l.sortedMethods() {
		if m.Streaming != nil && m.Streaming.Type == nil {
			return fmt.Errorf("%s streams nothing", m.ID)
		}
	}
	return nil
}

func discriminatorsTell(l *linker) (err error) {
	l.everyType(func(where string, t *model.Type, _ bool) {
		if t.Discriminator == "" {
			return
		}
		for _, v := range t.Variants {
			if s := l.structure(v.Type); s.Kind == model.KindObject && !hasField(s, t.Discriminator) {
				err = fmt.Errorf("%s is told apart by %s, which one of its objects has not", where, t.Discriminator)
			}
		}
	})
	return err
}

func apiIsValid(l *linker) error { return l.api.Validate() }

func treeHasAll(l *linker) error {
	found := map[string]int{}
	for _, m := range l.api.Methods {
		found[m.ID]++
	}
	for id := range l.methods {
		if found[id] != 1 {
			return fmt.Errorf("%s stands %d times in the tree", id, found[id])
		}
	}
	if len(found) != len(l.methods) || len(l.api.Types) != len(l.named) {
		return fmt.Errorf("the tree has %d methods and %d types, of %d and %d", len(found), len(l.api.Types), len(l.methods), len(l.named))
	}
	return nil
}

func hasField(t *model.Type, name string) bool {
	return slices.ContainsFunc(t.Fields, func(f *model.Field) bool { return f.Name == name })
}
