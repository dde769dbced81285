package golang

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
)

// client declares the package's documentation, the client and its options.
func (g *generator) client(f gosrc.Writer) {
	f.PackageDoc(g.packageDoc)
	var fields []gosrc.Field
	for _, r := range model.Called(g.api.Resources) {
		fields = append(fields, g.accessor(r))
	}
	fields = append(fields, gosrc.Field{Name: "transport", Type: gosrc.Pointer(gosrc.Name("transport"))})
	f.Struct(wrapped("A Client calls the API. Its fields lead to the operations. It is safe for concurrent use."), "Client", fields...)
	f.Func(gosrc.Func{
		Doc:     wrapped(g.newClientDoc()),
		Name:    "NewClient",
		Params:  []gosrc.Param{{Name: "opts", Variadic: true, Type: gosrc.Name("Option")}},
		Results: []gosrc.Code{gosrc.Pointer(gosrc.Name("Client"))},
		Body:    g.newClientBody,
	})
	f.Const(gosrc.Lines("defaultBaseURL is the server that the pages call."), "defaultBaseURL",
		func() gosrc.Code { return gosrc.Text(g.baseURL()) })
	f.Consts(wrapped("ClientVersion is the version of this package, which requests have in User-Agent. While it is devel, they have that of the module."),
		[]gosrc.Const{{Name: "ClientVersion", Type: "string", Value: gosrc.Text(cmp.Or(g.opts.ClientVersion, "devel"))}})
	f.Var(gosrc.Lines("credentials are what the API takes to authenticate."), "credentials", g.credentials)
	f.Var(gosrc.Lines("usualCredentials are those that most methods take, by their IDs."), "usualCredentials", g.usualCredentials)
	for _, a := range g.api.Auth {
		g.credentialOption(f, a)
	}
	g.fromEnv(f)
	g.webhookScheme(f)
}

func (g *generator) newClientBody() []gosrc.Code {
	return []gosrc.Code{
		gosrc.Define("t", gosrc.Address(gosrc.Items(gosrc.Name("transport"),
			gosrc.Keyed("config", gosrc.Call(gosrc.Name("newConfig"), gosrc.Name("defaultBaseURL"), gosrc.Name("opts"))),
			gosrc.Keyed("fixed", g.fixedHeaders())))),
		gosrc.Return(gosrc.Address(gosrc.Items(gosrc.Name("Client"), append(g.services(g.api.Resources), gosrc.Keyed("transport", gosrc.Name("t")))...))),
	}
}

func (g *generator) newClientDoc() string {
	doc := "NewClient returns a client that calls " + g.baseURL() + "."
	if g.baseURL() == "" {
		doc = "NewClient returns a client. The pages name no server, so that WithBaseURL is needed."
	}
	if len(g.api.Auth) > 0 {
		doc += " Credentials come from options only; FromEnv takes them from the environment."
	}
	return doc
}

func (g *generator) baseURL() string {
	if len(g.api.Servers) == 0 {
		return ""
	}
	return g.api.Servers[0].URL
}

// services are the fields of a client or of a service.
func (g *generator) services(resources []*model.Resource) []gosrc.Code {
	var out []gosrc.Code
	for _, r := range model.Called(resources) {
		fields := append([]gosrc.Code{gosrc.Keyed("transport", gosrc.Name("t"))}, g.services(r.Resources)...)
		service := gosrc.Inline(gosrc.Name(g.names.Service(r.ID)), fields...)
		if len(fields) > 1 {
			service = gosrc.Items(gosrc.Name(g.names.Service(r.ID)), fields...)
		}
		out = append(out, gosrc.Keyed(g.names.Accessor(r.ID), service))
	}
	return out
}

func (g *generator) fixedHeaders() gosrc.Code {
	var items []gosrc.Code
	seen := map[string]bool{}
	for _, h := range g.api.Headers {
		name := canonicalHeader(h.Name)
		if !seen[name] {
			seen[name] = true
			items = append(items, gosrc.KeyedText(name, gosrc.Inline(gosrc.Code{}, gosrc.Text(h.Value))))
		}
	}
	return gosrc.Inline(gosrc.Pkg("net/http", "Header"), items...)
}

// credentials is the table that the runtime authenticates by.
func (g *generator) credentials() gosrc.Code {
	var items []gosrc.Code
	for _, a := range g.api.Auth {
		fields := []gosrc.Code{gosrc.Keyed("id", gosrc.Text(a.ID)), gosrc.Keyed("scheme", gosrc.Text(string(a.Scheme))),
			gosrc.Keyed("name", gosrc.Text(a.Name)), gosrc.Keyed("env", gosrc.Text(g.variable(a)))}
		if a.Prefix != "" {
			fields = append(fields, gosrc.Keyed("prefix", gosrc.Text(a.Prefix)))
		}
		items = append(items, gosrc.Inline(gosrc.Code{}, fields...))
	}
	return gosrc.Items(gosrc.Slice(gosrc.Name("credential")), items...)
}

// usualCredentials are the credentials that most methods take which take any, the first
// ones of several.
func (g *generator) usualCredentials() gosrc.Code {
	var usual []string
	count := map[string]int{}
	for _, m := range g.api.Methods {
		auth := g.auth(m)
		key := strings.Join(auth, "\x00")
		if count[key]++; len(auth) > 0 && count[key] > count[strings.Join(usual, "\x00")] || len(usual) == 0 {
			usual = auth
		}
	}
	return gosrc.Inline(gosrc.Slice(gosrc.Name("string")), literals(usual)...)
}

// credentialOption declares the option that sets a credential.
func (g *generator) credentialOption(f gosrc.Writer, a model.Auth) {
	name := g.names.Option(a.ID)
	f.Func(gosrc.Func{
		Doc:  wrapped(name + " " + g.credentialDoc(a)),
		Name: name, Params: []gosrc.Param{{Name: "secret", Type: gosrc.Name("string")}},
		Results: []gosrc.Code{gosrc.Name("Option")},
		Body: returns(func() gosrc.Code {
			return gosrc.Call(gosrc.Name("withSecret"), gosrc.Text(a.ID), gosrc.Name("secret"))
		}),
	})
}

func (g *generator) credentialDoc(a model.Auth) string {
	doc := credentialUse(a) + "."
	if v := g.variable(a); v != "" {
		doc += fmt.Sprintf(" FromEnv takes it from %s.", oneLine(v))
	}
	return doc
}

// credentialUse says how a credential travels.
func credentialUse(a model.Auth) string {
	switch a.Scheme {
	case model.AuthBearer:
		return "authenticates with a bearer token"
	case model.AuthBasic:
		return "authenticates with user:password"
	case model.AuthCookie:
		return "authenticates with the cookie " + oneLine(a.Name)
	case model.AuthQuery:
		return "authenticates with the query parameter " + oneLine(a.Name)
	}
	doc := "authenticates with the header " + oneLine(a.Name)
	switch {
	case a.Prefix != "":
		doc += fmt.Sprintf(", in which it stands behind %q", oneLine(a.Prefix))
	case strings.EqualFold(a.Name, "Authorization"):
		doc += ", whose whole value it is, with a scheme in front if the API wants one"
	}
	return doc
}
