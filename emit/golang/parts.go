package golang

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/templates"
)

// Parts are the parts of the runtime that the package of an API needs.
func Parts(api *model.API, o Options) []string {
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
	if len(findAccumulations(api, o.Accumulations)) > 0 {
		need[templates.PartAdd] = true
	}
	if needsWebhooks(api, o) {
		need[templates.PartWebhook] = true
	}
	return sortedKeys(need)
}

// needsWebhooks reports whether a resource or a type of an API is about webhooks, or
// docgen.yaml says something of them.
func needsWebhooks(api *model.API, o Options) bool {
	about := func(name string) bool { return slices.ContainsFunc(naming.Words(name), naming.IsWebhook) }
	return o.Webhooks != nil || naming.WebhookEvent(api) != "" ||
		slices.ContainsFunc(api.Types, func(t *model.NamedType) bool { return about(t.Name) || about(t.Resource) }) ||
		hasMethod(api, func(m *model.Method) bool { return about(m.ID) })
}

func hasMethod(api *model.API, is func(*model.Method) bool) bool {
	for _, m := range api.Methods {
		if is(m) {
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
