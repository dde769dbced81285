package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// servers compares base URLs where both sides have examples that show one. The
// first is the one that clients call, credentials and all.
func (c *comparer) servers() {
	before, after := c.old.api.Servers, c.new.api.Servers
	if len(before) == 0 || len(after) == 0 {
		return
	}
	has := func(list []model.Server, url string) bool {
		return slices.ContainsFunc(list, func(s model.Server) bool { return s.URL == url })
	}
	moved := before[0].URL != after[0].URL
	if moved {
		c.add(location{oldSpan: before[0].Span, newSpan: after[0].Span}, ServerChanged, before[0].URL, after[0].URL)
	}
	for i, s := range before {
		if !has(after, s.URL) && !(moved && i == 0) {
			c.add(location{oldSpan: s.Span}, ServerRemoved, s.URL, "")
		}
	}
	for i, s := range after {
		if !has(before, s.URL) && !(moved && i == 0) {
			c.add(location{newSpan: s.Span}, ServerAdded, "", s.URL)
		}
	}
}

// clientCredentials compares what clients can be given to prove who they are, with
// the environment variables that it comes from, whichever methods send it. A side
// that lists none and whose examples show no request says nothing of it.
func (c *comparer) clientCredentials() {
	if !saysCredentials(c.old.api) || !saysCredentials(c.new.api) {
		return
	}
	c.wordsOfCredentials()
	gone, came := lacking(c.old.api.Auth, c.new.api.Auth), lacking(c.new.api.Auth, c.old.api.Auth)
	// What is sent in the same way has another variable; what is left over came
	// in the place of another in order.
	for _, alike := range []func(a, b model.Auth) bool{
		func(a, b model.Auth) bool { return authText(a) == authText(b) && a.Prefix == b.Prefix },
		func(a, b model.Auth) bool { return a.Env == b.Env && a.Env != "" },
		func(a, b model.Auth) bool { return true },
	} {
		gone = slices.DeleteFunc(gone, func(a model.Auth) bool {
			i := slices.IndexFunc(came, func(b model.Auth) bool { return alike(a, b) })
			if i < 0 {
				return false
			}
			c.add(location{oldSpan: a.Span, newSpan: came[i].Span}, ClientCredentialChanged, credentialText(a), credentialText(came[i]))
			came = slices.Delete(came, i, i+1)
			return true
		})
	}
	for _, a := range gone {
		c.add(location{oldSpan: a.Span}, ClientCredentialRemoved, credentialText(a), "")
	}
	for _, a := range came {
		c.add(location{newSpan: a.Span}, ClientCredentialAdded, "", credentialText(a))
	}
}

// wordsOfCredentials compares what is said of the credentials that both sides have.
func (c *comparer) wordsOfCredentials() {
	for _, a := range c.old.api.Auth {
		i := slices.IndexFunc(c.new.api.Auth, func(b model.Auth) bool { return a.ID == b.ID && authText(a) == authText(b) })
		if i < 0 {
			continue
		}
		b := c.new.api.Auth[i]
		c.words(location{oldSpan: a.Span, newSpan: b.Span}.part("credentials").below(b.ID, nil, nil), a.Doc, b.Doc)
	}
}

// lacking returns the credentials of one API that another one has not. One whose
// example names no variable is any that is sent in the same way.
func lacking(of, in []model.Auth) []model.Auth {
	return slices.DeleteFunc(slices.Clone(of), func(a model.Auth) bool {
		return slices.ContainsFunc(in, func(b model.Auth) bool {
			return authText(a) == authText(b) && a.Prefix == b.Prefix && (a.Env == b.Env || a.Env == "" || b.Env == "")
		})
	})
}

func saysCredentials(api *model.API) bool {
	if len(api.Auth) > 0 {
		return true
	}
	for _, m := range api.Methods {
		if shown(m) || m.Public {
			return true
		}
	}
	return false
}

// credentialText says how a credential is sent and which variable has it.
func credentialText(a model.Auth) string {
	text := authText(a)
	if a.Prefix != "" {
		text += " " + a.Prefix
	}
	if a.Env != "" {
		text += " from " + a.Env
	}
	return text
}
