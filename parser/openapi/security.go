package openapi

import (
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
)

// security reads the schemes that a request example could show; the others
// (OAuth flows, OpenID, mutual TLS) end in a bearer token or are no part of a
// request.
func (r *reader) security() {
	if r.doc.Components == nil {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(r.doc.Components.SecuritySchemes)) {
		scheme := r.doc.Components.SecuritySchemes[id].Value
		if scheme == nil {
			continue
		}
		auth := model.Auth{ID: id, Span: r.span(pointer("").child("components", "securitySchemes", id))}
		auth.Scheme, auth.Name = authScheme(scheme)
		if auth.Scheme != "" {
			r.api.Auth = append(r.api.Auth, auth)
		}
	}
}

func authScheme(s *openapi3.SecurityScheme) (scheme model.AuthScheme, name string) {
	switch {
	case s.Type == "http" && strings.EqualFold(s.Scheme, "basic"):
		return model.AuthBasic, ""
	case s.Type == "http", s.Type == "oauth2", s.Type == "openIdConnect":
		return model.AuthBearer, ""
	case s.Type == "apiKey" && s.In == "header":
		return model.AuthHeader, s.Name
	case s.Type == "apiKey" && s.In == "query":
		return model.AuthQuery, s.Name
	}
	return "", ""
}

// authOf are the IDs of the schemes of an operation, without repeats.
func (r *reader) authOf(op *openapi3.Operation) []string {
	requirements := r.doc.Security
	if op.Security != nil {
		requirements = *op.Security
	}
	var ids []string
	for _, one := range requirements {
		for _, id := range slices.Sorted(maps.Keys(one)) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
