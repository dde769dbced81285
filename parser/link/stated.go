package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// Stated is what pages state once for all methods of a reference.
type Stated struct {
	// Servers are in the order of their word. The first that is none for trials is
	// called by default.
	Servers []Server
	// Hosts are those with which pages state endpoints, in the order of the pages.
	Hosts []Host
	// Lists are the rows of lists that say nothing of their elements.
	Lists []source.Span
	// Loose are the structures that stand in the sections of endpoints or among these, and
	// whose title is that of no structure.
	Loose []source.Span
	// Auth are credentials without an ID.
	Auth []model.Auth
	// Signed are the headers that carry a signature.
	Signed []Signed
	// Pages is how all lists go on.
	Pages Pages
	// Media is the media type in which bodies travel of which nothing else says one, or "".
	Media string
	// Integers says that pages have a word for integers, so that what they measure and
	// call a number is none because an example shows one.
	Integers bool
}

// A Server is a base URL that a page states. Trial says that it is for trials only.
type Server struct {
	URL   string
	Span  source.Span
	Trial bool
}

// A Signed is a header of which a page says that it carries a signature.
type Signed struct {
	Header string
	Span   source.Span
}

// CarriesCredential reports whether a header of the name carries nothing but a
// credential.
func CarriesCredential(name string) bool {
	if of := tokenOf.FindStringSubmatch(name); of != nil && !otherTokens[strings.ToLower(of[1])] {
		return true
	}
	return credentialName.MatchString(name)
}

// statedServers takes the servers that pages state. Those that examples call are only
// looked at afterwards.
func (l *linker) statedServers() {
	for _, s := range l.in.Stated.Servers {
		base := strings.TrimRight(s.URL, "/")
		switch {
		case hasPlaceholder(base) || templateHost(hostOf(base)):
			if !l.templates[base] {
				l.templates[base] = true
				l.diags.Add("server-template", diag.Info, s.Span, "the page states the base URL %s, where the reader puts a name; it is no server to call by default", base).
					Help = "set base_url in docgen.yaml, or have callers give WithBaseURL"
			}
		case s.Trial:
			l.diags.Add("trial-server", diag.Info, s.Span, "the page states the base URL %s for trials; clients call it only if they are told to", base).
				Help = "have callers give WithBaseURL, or set base_url in docgen.yaml"
		default:
			base = l.withoutPrefix(base)
			if !slices.ContainsFunc(l.api.Servers, func(have model.Server) bool { return have.URL == base }) {
				l.api.Servers = append(l.api.Servers, model.Server{URL: base, Span: s.Span})
			}
		}
	}
}

func hostOf(base string) string {
	_, rest, _ := strings.Cut(base, "://")
	host, _, _ := strings.Cut(rest, "/")
	return host
}

// withoutPrefix takes the path off a base URL with which the paths of most methods
// begin already.
func (l *linker) withoutPrefix(base string) string {
	host := base[:strings.Index(base, "://")+len("://")] + hostOf(base)
	path := strings.TrimPrefix(base, host)
	if path == "" {
		return base
	}
	with := 0
	for _, m := range l.methods {
		if strings.HasPrefix(m.Path+"/", path+"/") {
			with++
		}
	}
	if with*2 > len(l.methods) {
		return host
	}
	return base
}

// statedMedia gives bodies of members of which no page says how they travel the media type that
// a page states for all. Examples that show another one go before it.
func (l *linker) statedMedia(methods []*model.Method) {
	for _, m := range methods {
		if l.in.Stated.Media != "" && m.Body != nil {
			stateMedia(m.Body, l.in.Stated.Media)
		}
	}
}

// statedAuth gives the credentials that pages state to the methods whose examples
// show none. Those that examples show already are not added.
func (l *linker) statedAuth(methods []*model.Method) {
	var bare []*model.Method
	for _, m := range methods {
		if len(m.Auth) == 0 {
			bare = append(bare, m)
		}
	}
	for _, a := range l.in.Stated.Auth {
		shown := slices.IndexFunc(l.api.Auth, func(have model.Auth) bool {
			return have.Scheme == a.Scheme && strings.EqualFold(have.Name, a.Name) && (have.Prefix == a.Prefix || a.Prefix == "")
		})
		if shown >= 0 {
			a = l.api.Auth[shown]
		}
		for _, m := range bare {
			one := a
			l.addAuth(m, &one)
		}
	}
	for _, s := range l.in.Stated.Signed {
		l.diags.Add("signed-requests", diag.Warning, s.Span, "the page says that requests carry a signature in the header %s; clients cannot make it by themselves", s.Header).
			Help = "give NewClient a WithSigner with a function that signs as the page says"
	}
}
