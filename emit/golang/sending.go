package golang

import (
	"cmp"
	"mime"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// The findings about credentials: nothing tells which one an operation takes, or
// only the operations around it do.
const (
	CodeNoCredential      diag.Code = "no-credential"
	CodeAssumedCredential diag.Code = "assumed-credential"
)

// auth are the credentials that an operation wants. Where none of its examples
// shows any, which many leave out, they are those that the operations around it
// agree on.
func (g *generator) auth(m *model.Method) []string {
	if len(m.Auth) > 0 || len(g.api.Auth) == 0 || m.Public {
		return m.Auth
	}
	agreed, _ := g.agreedAuth(m)
	return agreed
}

// agreedAuth are the credentials that all operations of the same resource take,
// or else of a resource above it, or of the API, with the ID of the resource.
// They are nil where the nearest ones that take any differ.
func (g *generator) agreedAuth(m *model.Method) (agreed []string, within string) {
	for within = m.ID; within != ""; {
		within = within[:max(strings.LastIndexByte(within, '.'), 0)]
		var found [][]string
		for _, other := range g.api.Methods {
			if len(other.Auth) > 0 && (within == "" || strings.HasPrefix(other.ID, within+".")) {
				found = append(found, other.Auth)
			}
		}
		if len(found) == 0 {
			continue
		}
		if within == "" && !g.mostlyAuthenticated() {
			break // an example in passing has no say over operations that do without
		}
		if slices.ContainsFunc(found, func(a []string) bool { return !slices.Equal(a, found[0]) }) {
			break
		}
		return found[0], within
	}
	return nil, within
}

// checkCredentials reports operations whose pages do not show which credential
// they take.
func (g *generator) checkCredentials() {
	for _, m := range g.api.Methods {
		if len(m.Auth) > 0 || len(g.api.Auth) == 0 || m.Public {
			continue
		}
		if agreed, within := g.agreedAuth(m); agreed != nil {
			g.diags.Add(CodeAssumedCredential, diag.Info, m.Span, "%s is sent with the credential %s, as all operations of %s are: no request example of its own shows one",
				m.ID, strings.Join(agreed, ", "), cmp.Or(within, "the API"))
			continue
		}
		g.diags.Add(CodeNoCredential, diag.Info, m.Span,
			"%s is sent without a credential: no request example shows which one it takes, and the operations around it differ", m.ID).
			Help = "set the header with WithHeader, or name the credential in an example of the page"
	}
}

// isURLForm reports whether the body is a form written like a query.
func isURLForm(m *model.Method) bool {
	return m.Body != nil && mediaOf(m.Body.ContentType) == "application/x-www-form-urlencoded"
}

func mediaOf(contentType string) string {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return media
}

// bodyMedia names the media type of JSON that has one of its own.
func (g *generator) bodyMedia(m *model.Method) []gosrc.Code {
	if media := mediaOf(m.Body.ContentType); media == "application/json" || !strings.HasSuffix(media, "+json") {
		return nil
	}
	return []gosrc.Code{gosrc.Assign(gosrc.Select(gosrc.Name("r"), "contentType"), gosrc.Text(m.Body.ContentType))}
}

// CodeBodyMedia says that a body is sent as something else than the pages say.
const CodeBodyMedia diag.Code = "body-media"

// checkBodies reports bodies of media types that the package cannot write.
func (g *generator) checkBodies() {
	for _, m := range g.api.Methods {
		if m.Body == nil || m.Body.Type == nil || isForm(m) || isURLForm(m) || isJSON(m.Body.ContentType) {
			continue
		}
		if t := g.api.Resolve(m.Body.Type); t.Kind != model.KindFile {
			g.diags.Add(CodeBodyMedia, diag.Warning, m.Span, "the body of %s is sent as JSON: the pages say %s, which is neither JSON, a form nor a file",
				m.ID, m.Body.ContentType)
		}
	}
}

// accept says what a download answers with, where the pages do.
func (g *generator) accept(m *model.Method) []gosrc.Code {
	if !g.result(m).download || m.Returns == nil || m.Returns.ContentType == "" || isJSON(m.Returns.ContentType) {
		return nil
	}
	return []gosrc.Code{gosrc.Call(gosrc.Select(gosrc.Name("r"), "fixHeader"), gosrc.Text("Accept"), gosrc.Text(m.Returns.ContentType+", */*;q=0.9"))}
}

// keyWords are what parameters are called that tell one request from another, as
// the lower case letters of the name.
var keyWords = []string{"idempotencykey", "xidempotencykey", "idempotencetoken", "idempotencykeyid", "idempotencytoken"}

// idempotencyKey gives the parameter that tells one request from another a value
// where the caller gives none.
func (g *generator) idempotencyKey(m *model.Method) []gosrc.Code {
	if m.Verb == "GET" || m.Verb == "HEAD" {
		return nil
	}
	isKey := func(f *model.Field) bool {
		t := g.api.Resolve(f.Type)
		return slices.Contains(keyWords, names.Letters(f.Name)) && t != nil && t.Kind == model.KindString
	}
	set := func(field string) []gosrc.Code {
		return []gosrc.Code{onRequest("setKey", gosrc.Address(gosrc.Select(gosrc.Name("params"), field)))}
	}
	for _, p := range g.besides(m) {
		if p.Location == model.LocationHeader && isKey(&p.Field) {
			return set(g.names.Param(m.ID, p.Location, p.Name))
		}
	}
	if bodyFormOf(m) != bodyFields {
		return nil
	}
	for _, f := range m.Body.Type.Fields {
		if isKey(f) {
			return set(g.names.Param(m.ID, naming.LocationBody, f.Name))
		}
	}
	return nil
}

// formStyle is how lists are written in a form: as the examples of the operation
// do, or else as most forms and queries of the API have them.
func (g *generator) formStyle(m *model.Method) string {
	if m.Body != nil && m.Body.Type != nil && slices.ContainsFunc(m.Body.Type.Fields, func(f *model.Field) bool { return strings.HasSuffix(f.Name, "[]") }) {
		return "repeat" // the names have the brackets
	}
	if style := shownFormStyle(m); style != "" {
		return style
	}
	count := map[string]int{}
	for _, other := range g.api.Methods {
		count[shownFormStyle(other)]++
		for _, p := range other.Params {
			count[p.Style]++
		}
	}
	if count["brackets"] > count["repeat"] {
		return "brackets"
	}
	return "repeat"
}

// CodeFormObjects says that nobody knows how a form writes a list of objects.
const CodeFormObjects diag.Code = "form-objects"

// checkForms reports lists of objects in forms. There are several ways to write
// them; the one that keeps the objects apart for every server is taken.
func (g *generator) checkForms() {
	for _, m := range g.api.Methods {
		if !isForm(m) && !isURLForm(m) || bodyFormOf(m) != bodyFields {
			continue
		}
		for _, f := range m.Body.Type.Fields {
			list := g.api.Resolve(f.Type)
			if list == nil || list.Kind != model.KindArray || list.Elem == nil || showsElement(m, f.Name) {
				continue
			}
			if elem := g.api.Resolve(list.Elem); elem != nil && elem.Kind == model.KindObject {
				g.diags.Add(CodeFormObjects, diag.Info, f.Span,
					"the objects of %q are written as %s[0][…], %s[1][…]: no example of %s shows how its form has them", f.Name, f.Name, f.Name, m.ID)
			}
		}
	}
}

// showsElement reports whether an example writes an object of a list with its
// number.
func showsElement(m *model.Method, name string) bool {
	for _, e := range m.Examples {
		if e.Request != nil && slices.ContainsFunc(e.Request.Form, func(c model.Constant) bool { return strings.HasPrefix(c.Name, name+"[0][") }) {
			return true
		}
	}
	return false
}

// shownFormStyle is how the examples of an operation write lists in its form, or
// "" where they show none.
func shownFormStyle(m *model.Method) string {
	for _, e := range m.Examples {
		if e.Request == nil {
			continue
		}
		seen := map[string]bool{}
		for _, field := range e.Request.Form {
			switch {
			case strings.HasSuffix(field.Name, "[]"):
				return "brackets"
			case seen[field.Name]:
				return "repeat"
			}
			seen[field.Name] = true
		}
	}
	return ""
}
