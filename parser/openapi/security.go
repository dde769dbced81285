package openapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// security reads the schemes that a client can send: those that end in a token are
// bearer tokens, however one gets them.
func (r *reader) security() {
	for _, s := range r.root.get("components").get("securitySchemes").members() {
		scheme := named(s, r.follow(s))
		r.check(objectSecurityScheme, scheme)
		auth := model.Auth{ID: s.name(), Doc: s.get("description").text(), Span: s.span()}
		auth.Scheme, auth.Name, auth.Prefix = authScheme(scheme)
		if auth.Scheme == "" {
			if scheme.ok() {
				r.unsupported(scheme, "a client cannot send the credential %q (%s %s): set it with an option or on the http.Client", s.name(), scheme.get("type").text(), scheme.get("scheme").text())
			}
			continue
		}
		r.api.Auth = append(r.api.Auth, auth)
	}
	slices.SortFunc(r.api.Auth, func(a, b model.Auth) int { return strings.Compare(a.ID, b.ID) })
}

// challenges are schemes that answer what the server asks, and cannot be a word
// before a credential.
var challenges = []string{"digest", "hoba", "mutual", "negotiate", "scram-sha-1", "scram-sha-256", "ntlm", "vapid", "dpop"}

func authScheme(s node) (scheme model.AuthScheme, name, prefix string) {
	kind, word := s.get("type").text(), s.get("scheme").text()
	switch {
	case kind == "http" && strings.EqualFold(word, "basic"):
		return model.AuthBasic, "", ""
	case kind == "http" && (strings.EqualFold(word, "bearer") || word == ""), kind == "oauth2", kind == "openIdConnect":
		return model.AuthBearer, "", ""
	case kind == "http" && !slices.Contains(challenges, strings.ToLower(word)):
		return model.AuthHeader, "Authorization", word + " "
	case kind == "apiKey":
		switch in := s.get("in").text(); in {
		case "header", "query", "cookie":
			return model.AuthScheme(in), s.get("name").text(), ""
		}
	}
	return "", "", ""
}

// auth finds the credentials of an operation, without repeats. Of alternatives, each
// is sent that the caller has set.
func (r *reader) auth(m *model.Method, op node) {
	requirements := op.get("security")
	if !requirements.ok() {
		requirements = r.root.get("security")
	}
	alternatives := requirements.elems()
	for _, one := range alternatives {
		for _, s := range one.members() {
			if r.hasAuth(s.name()) {
				if !slices.Contains(m.Auth, s.name()) {
					m.Auth = append(m.Auth, s.name())
				}
			} else if !r.root.get("components").get("securitySchemes").get(s.name()).ok() {
				r.invalid(s, "there is no security scheme %q", s.name())
			}
			if scopes := s.elems(); len(scopes) > 0 && op.get("security").ok() {
				r.note(s, "the token needs the scopes %s, which a client cannot check", strings.Join(s.texts(), ", "))
			}
		}
	}
	m.Public = requirements.isList() && len(m.Auth) == 0 && !slices.ContainsFunc(alternatives, func(one node) bool { return len(one.members()) > 0 })
}

func (r *reader) hasAuth(id string) bool {
	return slices.ContainsFunc(r.api.Auth, func(a model.Auth) bool { return a.ID == id })
}

// servers reads the base URLs, with the default values of their variables.
func (r *reader) servers() {
	for _, s := range r.root.get("servers").elems() {
		r.check(objectServer, s)
		url := s.get("url").text()
		for _, v := range s.get("variables").members() {
			r.check(objectServerVariable, v)
			fill := v.get("default")
			if !fill.isText() {
				r.invalid(v, "the variable %q of the server %s has no default value; callers have to give a base URL", v.name(), url)
				continue
			}
			url = strings.ReplaceAll(url, "{"+v.name()+"}", fill.text())
		}
		if strings.Contains(url, "{") {
			r.unsupported(s, "the server %s has a variable without a value: callers have to give a base URL", url)
		}
		if url != "" && !strings.Contains(url, "://") && !strings.HasPrefix(url, "//") {
			r.unsupported(s, "the server %s names no host: callers have to give a base URL with one", url)
		}
		if url != "" {
			r.api.Servers = append(r.api.Servers, model.Server{URL: url, Span: s.get("url").span()})
		}
	}
}
