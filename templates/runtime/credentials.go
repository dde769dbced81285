package runtime

import (
	"encoding/base64"
	"net/http"
	"slices"
	"strings"
)

// A credential is a way to authenticate: scheme is bearer, basic, header,
// query or cookie, and name is that of the header, the parameter or the cookie. A header has prefix
// before the secret.
type credential struct{ id, scheme, name, prefix, env string }

// authenticate adds the credentials that a method asks for, as far as they are
// set. None stands in for another: it would reach whom it is not meant for.
func authenticate(r *http.Request, secrets map[string]string, wanted []string) {
	for _, c := range credentials {
		if secret := secrets[c.id]; secret != "" && slices.Contains(wanted, c.id) {
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
	case "cookie":
		if _, err := r.Cookie(c.name); err != nil {
			r.AddCookie(&http.Cookie{Name: c.name, Value: secret})
		}
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

// secretIn is the secret that a request carries for the credential, or "".
func (c credential) secretIn(r *http.Request) string {
	switch c.scheme {
	case "bearer":
		return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	case "basic":
		return strings.TrimPrefix(r.Header.Get("Authorization"), "Basic ")
	case "header":
		return strings.TrimPrefix(r.Header.Get(c.name), c.prefix)
	}
	return r.URL.Query().Get(c.name)
}

// withoutCredentials takes the credentials of a request out of a text.
func withoutCredentials(text string, r *http.Request) string {
	hide := func(secret string) {
		if len(secret) > 3 { // shorter ones are a part of anything
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	for _, c := range credentials {
		hide(c.secretIn(r))
	}
	for _, secret := range signatures(r) {
		hide(secret)
	}
	if user, password, ok := r.BasicAuth(); ok {
		hide(user + ":" + password)
		hide(password)
	}
	if r.URL.User != nil {
		password, _ := r.URL.User.Password()
		hide(password)
	}
	return text
}
