package runtime

import (
	"encoding/base64"
	"net/http"
	"slices"
)

// A credential is a way to authenticate: scheme is bearer, basic, header or
// query, and name is the header or the query parameter. A header has prefix
// before the secret.
type credential struct{ id, scheme, name, prefix, env string }

// authenticate adds the credentials that a method asks for. Where none of them
// is set, or the method asks for none, it adds all that are set.
func authenticate(r *http.Request, secrets map[string]string, wanted []string) {
	asked := func(id string) bool { return slices.Contains(wanted, id) && secrets[id] != "" }
	all := !slices.ContainsFunc(wanted, asked)
	for _, c := range credentials {
		if secret := secrets[c.id]; secret != "" && (all || asked(c.id)) {
			c.add(r, secret)
		}
	}
}

// add sets the credential, unless another one took its place already.
func (c credential) add(r *http.Request, secret string) {
	switch c.scheme {
	case "bearer":
		setDefault(r.Header, "Authorization", "Bearer "+secret)
	case "basic":
		encoded := base64.StdEncoding.EncodeToString([]byte(secret))
		setDefault(r.Header, "Authorization", "Basic "+encoded)
	case "header":
		setDefault(r.Header, c.name, c.prefix+secret)
	case "query":
		q := r.URL.Query()
		q.Set(c.name, secret)
		r.URL.RawQuery = q.Encode()
	}
}

func setDefault(h http.Header, name, value string) {
	if h.Get(name) == "" {
		h.Set(name, value)
	}
}
