package overrides

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// authenticate changes the credentials of the API and of the methods that ask
// for them.
func authenticate(api *model.API, a config.Authentication, faults *config.Faults) {
	for _, c := range a.Replace {
		replaceAuth(api, c, faults)
	}
	for _, id := range a.Remove {
		removeAuth(api, id, faults)
	}
	for _, c := range a.Add {
		addAuth(api, c, faults)
	}
}

func replaceAuth(api *model.API, c *config.Credential, faults *config.Faults) {
	i := indexAuth(api, c.ID, faults)
	if i < 0 {
		return
	}
	have, will := api.Auth[i], authOf(c)
	if have.Span = will.Span; have == will {
		faults.Add(c.ID.At, "%s is sent in this way already; take the entry out", c.ID.Value)
	}
	api.Auth[i] = will
}

func removeAuth(api *model.API, id config.Text, faults *config.Faults) {
	i := indexAuth(api, id, faults)
	if i < 0 {
		return
	}
	api.Auth = slices.Delete(api.Auth, i, i+1)
	for _, m := range api.Methods {
		m.Auth = slices.DeleteFunc(m.Auth, func(of string) bool { return of == id.Value })
	}
}

func addAuth(api *model.API, c *config.Credential, faults *config.Faults) {
	if slices.Contains(authIDs(api), c.ID.Value) {
		faults.Add(c.ID.At, "the pages have a credential %s already; put the entry under replace, or choose another ID", c.ID.Value)
		return
	}
	api.Auth = append(api.Auth, authOf(c))
	for _, m := range api.Methods {
		m.Auth = append(m.Auth, c.ID.Value)
	}
}

// indexAuth finds a credential of the API, or adds a fault and returns -1.
func indexAuth(api *model.API, id config.Text, faults *config.Faults) int {
	ids := authIDs(api)
	i := slices.Index(ids, id.Value)
	switch {
	case i >= 0:
	case len(ids) == 0:
		faults.Add(id.At, "the pages have no credential %q, and no other; add it", id.Value)
	default:
		faults.Add(id.At, "the pages have no credential %q%s", id.Value, config.Suggest(id.Value, ids))
	}
	return i
}

func authIDs(api *model.API) []string {
	ids := make([]string, len(api.Auth))
	for i, a := range api.Auth {
		ids[i] = a.ID
	}
	return ids
}

// authOf is a credential as the pages could have shown it.
func authOf(c *config.Credential) model.Auth {
	return model.Auth{ID: c.ID.Value, Scheme: model.AuthScheme(c.Scheme.Value), Name: c.Name.Value, Prefix: c.Prefix.Value, Env: c.Env.Value, Span: c.ID.At}
}
