package golang

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/templates"
)

// Parts are the parts of the runtime that the package of an API needs.
func Parts(api *model.API) []string {
	need := map[string]bool{}
	coded(api).EachType(func(t *model.Type) bool {
		switch t.Kind {
		case model.KindUnion:
			need[templates.PartUnion] = true
		case model.KindDate:
			need[templates.PartDate] = true
		case model.KindFile:
			need[templates.PartMultipart] = true
		}
		return true
	})
	for _, m := range api.Methods {
		if isForm(m) || isURLForm(m) {
			need[templates.PartMultipart] = true
		}
		if m.Streaming != nil || m.Returns != nil && isLines(m.Returns.ContentType) {
			need[templates.PartStream] = true
		}
		if m.Paging != nil {
			need[templates.PartPaging] = true
		}
	}
	if len(findAccumulations(api)) > 0 {
		need[templates.PartAdd] = true
	}
	if hasWebhooks(api) {
		need[templates.PartWebhook] = true
	}
	return sortedKeys(need)
}

// hasWebhooks reports whether a resource or a type of an API is about webhooks.
func hasWebhooks(api *model.API) bool {
	about := func(name string) bool {
		return slices.ContainsFunc(naming.Words(name), func(w string) bool { return strings.EqualFold(strings.TrimSuffix(w, "s"), "webhook") })
	}
	for _, t := range api.Types {
		if about(t.Name) || about(t.Resource) {
			return true
		}
	}
	for _, m := range api.Methods {
		if about(m.ID) {
			return true
		}
	}
	return false
}

// coded has the types of an API that the package encodes or decodes: all but the files
// that are results, which are handed out as they come.
func coded(api *model.API) *model.API {
	out := &model.API{Types: slices.Clone(api.Types)}
	add := func(t *model.Type) { out.Types = append(out.Types, &model.NamedType{Type: t}) }
	for _, m := range api.Methods {
		diag.Naming("looking for the types of "+m.ID, m.Span, func() { eachCoded(m, add) })
	}
	return out
}

// eachCoded calls add with the types of a method.
func eachCoded(m *model.Method, add func(*model.Type)) {
	for _, p := range m.Params {
		add(p.Type)
	}
	if m.Body != nil {
		add(m.Body.Type)
	}
	if m.Returns != nil && m.Returns.Type != nil && m.Returns.Type.Kind != model.KindFile {
		add(m.Returns.Type)
	}
	if m.Streaming != nil {
		add(m.Streaming.Type)
	}
	for _, e := range m.Errors {
		if e.Type != nil {
			add(e.Type)
		}
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
