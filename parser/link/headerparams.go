package link

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// Tables of headers also list those that say how a message travels and who sends it. As
// parameters of each method, callers would have to repeat what the client knows; OpenAPI
// takes them for none either.

// mediaName is a media type in a description.
var mediaName = prefilter.MustCompile(`(?i)\b((?:application|multipart|text|image|audio|video)/[a-z0-9][a-z0-9.+-]*[a-z0-9])\b`)

// mediaParams takes the parameters off methods that are the header Content-Type or Accept.
// The one media type that the former says is that of the body; one that is not JSON in the
// latter is sent by each request. Those that leave a choice, or that the body does not travel in,
// stay parameters. Headers of the connection go, too.
func (l *linker) mediaParams(methods []*model.Method) {
	for _, m := range methods {
		m.Params = slices.DeleteFunc(m.Params, func(p *model.Param) bool {
			if p.Location != model.LocationHeader {
				return false
			}
			media := mediaNamed(p)
			switch strings.ToLower(p.Name) {
			case "content-type":
				if len(media) == 1 && m.Body != nil {
					stateMedia(m.Body, media[0])
				}
				return saidByBody(m, media)
			case "accept":
				if len(media) == 1 && media[0] != "application/json" {
					m.Headers = append(m.Headers, model.Constant{Name: p.Name, Value: media[0], Source: model.SourceProse})
				}
				return len(media) < 2
			case "host", "connection", "content-length", "transfer-encoding":
				return true // whoever sends the request sets them
			}
			return false
		})
	}
}

// saidByBody reports whether the media types that a header of a request names are those of its
// body, so that nothing is lost with the header. A body that only an example shows is not known
// yet: one in JSON is sent as that, and GET and the like have none.
func saidByBody(m *model.Method, media []string) bool {
	switch {
	case len(media) == 0:
		return true
	case m.Body != nil:
		return len(media) == 1 && media[0] == m.Body.ContentType
	}
	return m.Verb == "GET" || m.Verb == "HEAD" || m.Verb == "DELETE" || len(media) == 1 && media[0] == "application/json"
}

// mediaNamed are the media types that a parameter says, each once.
func mediaNamed(p *model.Param) []string {
	return MediaTypes(flowed(p.Doc) + " " + string(p.Default) + " " + literals(p.Type))
}

// MediaTypes returns the media types that a text names, each once and in small letters.
func MediaTypes(text string) []string {
	var out []string
	for _, name := range mediaName.FindAllString(text, -1) {
		if name = strings.ToLower(name); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// literals are the values that a type allows, as a text.
func literals(t *model.Type) string {
	var b strings.Builder
	if t.Enum != nil {
		for _, v := range t.Enum.Values {
			b.WriteString(string(v.Literal) + " ")
		}
	}
	return b.String()
}

// stateMedia gives a body of members of which nothing says how it travels a media type.
func stateMedia(b *model.Body, media string) {
	form := b.ContentType == "application/x-www-form-urlencoded" && media == "multipart/form-data" // a form, of either kind
	if (b.ContentType == "application/json" || form) && b.Span.IsZero() && b.Type.Kind == model.KindObject && b.Evidence.Of(model.FactMedia) == "" {
		b.ContentType = media
		b.Evidence = b.Evidence.With(model.FactMedia, model.SourceProse)
	}
}

// fewestKeyed is how many methods at least list a header with the name of a credential that
// is one of the client.
const fewestKeyed = 2

// credentialParams takes the parameters off methods that are headers with a credential of
// the client: Authorization, and those with the name of a credential that half of the methods
// list.
func (l *linker) credentialParams(methods []*model.Method) {
	listed := map[string][]*model.Param{} // by lower-case name
	var names []string
	for _, m := range methods {
		for _, p := range m.Params {
			if name := strings.ToLower(p.Name); isCredentialHeader(p) {
				if listed[name] == nil {
					names = append(names, name)
				}
				listed[name] = append(listed[name], p)
			}
		}
	}
	for _, name := range names {
		of := listed[name]
		if name != "authorization" && (len(of) < fewestKeyed || len(of)*2 < len(methods)) {
			l.diags.Add("header-credential", diag.Info, of[0].Span, "the header %s has the name of a credential, and %d of %d methods list it: it stays a parameter of these", of[0].Name, len(of), len(methods)).
				Help = "say in a section on authentication that it carries a credential, if all methods take it"
			continue
		}
		times := ""
		if len(of) > 1 {
			times = fmt.Sprintf(", as in %d methods", len(of))
		}
		l.diags.Add("header-credential", diag.Info, of[0].Span, "the header %s is listed like a parameter%s; it is read as a credential of the client", of[0].Name, times)
		for _, m := range methods {
			m.Params = slices.DeleteFunc(m.Params, func(p *model.Param) bool {
				if !isCredentialHeader(p) || strings.ToLower(p.Name) != name {
					return false
				}
				if !slices.ContainsFunc(m.Auth, func(id string) bool { return l.authNamed(id).InHeader(p.Name) }) {
					a := l.credential(p)
					l.addAuth(m, &a)
				}
				return true
			})
		}
	}
}

// isCredentialHeader reports whether a parameter is a text in a header that carries a
// credential by its name.
func isCredentialHeader(p *model.Param) bool {
	return p.Location == model.LocationHeader && (p.Type.Kind == model.KindString || p.Type.Kind == model.KindAny) &&
		(strings.EqualFold(p.Name, "Authorization") || CarriesCredential(p.Name))
}

var (
	bearerWord = prefilter.MustCompile(`(?i)\bbearer\b`)
	basicWord  = prefilter.MustCompile(`(?i)\bbasic\b`)
	// schemeShown is another scheme before room for a credential: `Token <your token>`.
	schemeShown = prefilter.MustCompile("(?:[`\"']|: ?)([A-Za-z][A-Za-z0-9-]*) [<{$\\[]")
)

// credential is what a header carries by its description: where that names no scheme, what
// other places say of the same header.
func (l *linker) credential(p *model.Param) model.Auth {
	text := p.Doc + " " + string(p.Default) + " " + literals(p.Type)
	a := model.Auth{Scheme: model.AuthHeader, Name: p.Name, Span: p.Span}
	if !strings.EqualFold(p.Name, "Authorization") {
		return a
	}
	bearer, basic := bearerWord.MatchString(text), basicWord.MatchString(text)
	switch shown := schemeShown.FindStringSubmatch(text); {
	case bearer && !basic:
		return model.Auth{Scheme: model.AuthBearer, Span: p.Span}
	case basic && !bearer:
		return model.Auth{Scheme: model.AuthBasic, Span: p.Span}
	case shown != nil:
		a.Prefix = shown[1] + " "
		return a
	}
	for _, have := range slices.Concat(l.api.Auth, l.in.Stated.Auth) {
		if have.InHeader(p.Name) {
			return have
		}
	}
	return a
}

// authNamed is the credential with an ID.
func (l *linker) authNamed(id string) *model.Auth {
	i := slices.IndexFunc(l.api.Auth, func(a model.Auth) bool { return a.ID == id })
	return &l.api.Auth[i]
}
