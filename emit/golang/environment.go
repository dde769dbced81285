package golang

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// CodeUnrelatedVariable says that FromEnv does not read an environment variable
// that the pages name.
const CodeUnrelatedVariable diag.Code = "unrelated-variable"

// variable returns the environment variable that FromEnv reads for a credential,
// or "". Pages are text from elsewhere: what they name is read only where its name
// begins with a name of the API, or where the caller vouches for it.
func (g *generator) variable(a model.Auth) string {
	return Variable(g.api, g.opts, a)
}

// Variable returns the environment variable that FromEnv of a package reads for a
// credential of an API, or "".
func Variable(api *model.API, o Options, a model.Auth) string {
	if slices.Contains(o.Variables, a.Env) || isRelated(api, o.Package, a.Env) {
		return a.Env
	}
	return ""
}

// isRelated reports whether the name of a variable begins with the title of an
// API, a name of its host, or the name of its package.
func isRelated(api *model.API, pkg, variable string) bool {
	known := map[string]bool{}
	add := func(words ...string) {
		words = words[:min(len(words), 20)] // of a title that is a sentence
		for i := range words {
			for j := range words[i:] {
				known[strings.Join(words[i:i+j+1], "")] = true
			}
		}
	}
	add(lowerWords(api.Title)...)
	add(lowerWords(pkg)...)
	if len(api.Servers) > 0 {
		if u, err := url.Parse(api.Servers[0].URL); err == nil {
			labels := strings.Split(u.Hostname(), ".")
			for _, label := range labels[:max(0, len(labels)-1)] {
				add(lowerWords(label)...)
			}
		}
	}
	for _, word := range generic {
		delete(known, word)
	}
	words := lowerWords(variable)
	for i := range words {
		if known[strings.Join(words[:i+1], "")] {
			return true
		}
	}
	return false
}

func lowerWords(text string) []string { return strings.Fields(strings.ToLower(notWord.Replace(text))) }

var notWord = strings.NewReplacer("_", " ", "-", " ", ".", " ", "/", " ", ":", " ", ",", " ", "(", " ", ")", " ", "'", " ", "’", " ")

// generic are words that many APIs and many variables begin with, so that they
// relate nothing.
var generic = strings.Fields(`a access account admin an and api apis app application auth authentication authorization
	bearer beta client cloud co com console credential data database db demo dev developer developers docs documentation edge env eu
	example for gateway global go home host http https id internal io key live local localhost login mail my net of open
	org password path platform port private prod production proxy public reference rest sandbox sdk secret server service services shell
	ssh stage staging test the to token us user v1 v2 v3 web www`)

// checkVariables reports the variables that FromEnv does not read.
func (g *generator) checkVariables() {
	for _, a := range g.api.Auth {
		if a.Env != "" && g.variable(a) == "" {
			g.diags.Add(CodeUnrelatedVariable, diag.Warning, a.Span, "FromEnv does not read %s for the credential %s: its name has nothing of the title, the host or the package of the API",
				a.Env, a.ID).
				Help = "to have it read, put under the target in docgen.yaml: authentication: {accept: {" + AcceptText(a) + "}}"
		}
	}
}

// AcceptText returns the entry of docgen.yaml that accepts a credential as it is.
// Texts of pages stand in quotes, which they cannot end.
func AcceptText(a model.Auth) string {
	parts := []string{"scheme: " + string(a.Scheme)}
	for _, part := range []struct{ key, value string }{{"name", a.Name}, {"prefix", a.Prefix}, {"env", a.Env}} {
		if part.value != "" {
			parts = append(parts, part.key+": "+strconv.Quote(part.value))
		}
	}
	return strconv.Quote(a.ID) + ": {" + strings.Join(parts, ", ") + "}"
}

// fromEnv declares the option that takes credentials from the environment.
func (g *generator) fromEnv(f gosrc.Writer) {
	f.Func(gosrc.Func{
		Doc:     gosrc.Lines(g.fromEnvDoc()...),
		Name:    "FromEnv",
		Results: []gosrc.Code{gosrc.Name("Option")},
		Body:    returns(func() gosrc.Code { return gosrc.Call(gosrc.Name("fromEnv")) }),
	})
}

// fromEnvDoc lists what FromEnv reads.
func (g *generator) fromEnvDoc() []string {
	var lines []string
	for _, a := range g.api.Auth {
		if v := g.variable(a); v != "" {
			lines = append(lines, "  - "+oneLine(v)+" for "+g.names.Option(a.ID))
		}
	}
	if len(lines) == 0 {
		return wrap("FromEnv takes credentials from the environment. It reads nothing, because no page names a variable of this API.")
	}
	doc := wrap("FromEnv takes each credential from its environment variable, where that is set and not empty:")
	return append(append(doc, ""), lines...)
}

// mostlyAuthenticated reports whether more than half of the operations whose
// examples show a request send a credential.
func (g *generator) mostlyAuthenticated() bool {
	with, without := 0, 0
	for _, m := range g.api.Methods {
		shown := slices.ContainsFunc(m.Examples, func(e *model.Example) bool { return e.Request != nil })
		switch {
		case len(m.Auth) > 0:
			with++
		case shown:
			without++
		}
	}
	return with > without
}
