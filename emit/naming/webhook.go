package naming

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// webhookEventName is what the union of all that webhooks carry is called.
const webhookEventName = "WebhookEvent"

// withWebhookEvent is an API in which what webhooks carry is one type: the pages list
// events of a resource that is about webhooks, each with its type, and no union of them.
func withWebhookEvent(api *model.API) *model.API {
	resource, ids := webhookEvents(api.Resources)
	if len(ids) < 2 || unionOf(api, ids) != "" || api.Lookup(webhookEventID(resource)) != nil {
		return api
	}
	union := &model.Type{Kind: model.KindUnion}
	for _, id := range ids {
		union.Variants = append(union.Variants, &model.Variant{Type: &model.Type{Kind: model.KindRef, Ref: id}})
	}
	event := &model.NamedType{ID: webhookEventID(resource), Name: webhookEventName, Resource: resource.ID, Type: union, Span: resource.Span}
	types := append(slices.Clone(api.Types), event)
	slices.SortStableFunc(types, func(a, b *model.NamedType) int { return strings.Compare(a.ID, b.ID) })
	return &model.API{
		Title: api.Title, Servers: api.Servers, Auth: api.Auth, Headers: api.Headers, Pages: api.Pages,
		Resources: api.Resources, Types: types,
	}
}

func webhookEventID(r *model.Resource) string { return r.ID + "." + webhookEventName }

// WebhookEvent is the ID of the type that webhooks carry, "" where the pages list no
// events of webhooks.
func WebhookEvent(api *model.API) string {
	resource, ids := webhookEvents(api.Resources)
	switch {
	case len(ids) == 0:
		return ""
	case len(ids) == 1:
		return ids[0]
	case api.Lookup(webhookEventID(resource)) != nil:
		return webhookEventID(resource)
	}
	return unionOf(api, ids)
}

// webhookEvents are the IDs of the types of the events of the first resource that is
// about webhooks, each once, in the order of the pages.
func webhookEvents(resources []*model.Resource) (*model.Resource, []string) {
	for _, r := range resources {
		if ws := words(r.ID[strings.LastIndexByte(r.ID, '.')+1:]); len(r.Events) > 0 && slices.ContainsFunc(ws, IsWebhook) {
			var ids []string
			for _, e := range r.Events {
				if !slices.Contains(ids, e.Type) {
					ids = append(ids, e.Type)
				}
			}
			return r, ids
		}
		if below, ids := webhookEvents(r.Resources); below != nil {
			return below, ids
		}
	}
	return nil, nil
}

// IsWebhook reports whether a word means webhooks.
func IsWebhook(word string) bool { return strings.EqualFold(strings.TrimSuffix(word, "s"), "webhook") }

// unionOf is the ID of the union with a name that has just these alternatives, "" where
// there is none.
func unionOf(api *model.API, ids []string) string {
	for _, t := range api.Types {
		if t.Anonymous || t.Type == nil || t.Type.Kind != model.KindUnion || len(t.Type.Variants) != len(ids) {
			continue
		}
		if !slices.ContainsFunc(t.Type.Variants, func(v *model.Variant) bool { return !slices.Contains(ids, v.Type.Ref) }) {
			return t.ID
		}
	}
	return ""
}
