package link

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// variable finds a shell variable, which is where an example leaves room for a
// credential.
var variable = regexp.MustCompile(`\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?`)

// authOf reads a header that carries a credential.
func authOf(h model.Constant) *model.Auth {
	v := variable.FindStringSubmatch(h.Value)
	if strings.EqualFold(h.Name, "Authorization") {
		scheme, _, _ := strings.Cut(h.Value, " ")
		a := &model.Auth{Scheme: model.AuthHeader, Name: "Authorization"}
		switch strings.ToLower(scheme) {
		case "bearer":
			a = &model.Auth{Scheme: model.AuthBearer}
		case "basic":
			a = &model.Auth{Scheme: model.AuthBasic}
		}
		if v != nil {
			a.Env = v[1]
		}
		if a.Scheme == model.AuthHeader {
			a.Prefix = before(h.Value, v)
			if room := schemeRoom.FindStringSubmatch(h.Value); v == nil && room != nil {
				a.Prefix = room[1] + " "
			}
		}
		return a
	}
	if v == nil && CarriesCredential(h.Name) {
		return &model.Auth{Scheme: model.AuthHeader, Name: h.Name} // a made-up credential, or room for one
	}
	if v == nil || !secretName.MatchString(h.Name) && !secretName.MatchString(v[1]) {
		return nil
	}
	return &model.Auth{Scheme: model.AuthHeader, Name: h.Name, Prefix: before(h.Value, v), Env: v[1]}
}

// schemeRoom is a scheme before room for a credential: Crates <token>.
var schemeRoom = prefilter.MustCompile(`^([A-Za-z][A-Za-z0-9_-]*) +[<{\[]`)

// schemeName is what a header may have before a credential. Anything else that
// stands there is part of the example's credential.
var schemeName = prefilter.MustCompile(`^[A-Za-z][A-Za-z0-9_-]* +$`)

// before is the name of a scheme that a value has before the variable, with
// the space.
func before(value string, variable []string) string {
	if variable == nil {
		return ""
	}
	prefix, _, _ := strings.Cut(value, variable[0])
	if !schemeName.MatchString(prefix) {
		return ""
	}
	return strings.TrimRight(prefix, " ") + " "
}

// credentialName finds headers that carry nothing but a credential, whatever
// stands there.
var credentialName = prefilter.MustCompile(`(?i)(^|[-_])(api|access|auth|secret|subscription|client|app|application|private|personal)[-_]?(key|secret|token)$|^x[-_](token|secret|auth(?:orization|entication)?)$|password$`)

var (
	// tokenOf finds headers that carry a token of a product: X-Harbour-Token.
	tokenOf = prefilter.MustCompile(`(?i)^x-([a-z0-9]+)-token$`)
	// otherTokens are words for tokens that are no credentials.
	otherTokens = map[string]bool{
		"csrf": true, "xsrf": true, "page": true, "next": true, "previous": true, "continuation": true, "sync": true, "idempotency": true, "request": true,
		"sequence": true, "cursor": true, "change": true, "resume": true, "delta": true, "device": true, "push": true, "trace": true, "correlation": true,
	}
)

// secretName finds the words that names of credentials hold.
var secretName = prefilter.MustCompile(`(?i)(key|token|secret|auth|password|credential)`)

func (l *linker) addAuth(m *model.Method, a *model.Auth) {
	for i := range l.api.Auth {
		have := &l.api.Auth[i]
		// A variable is room for a credential: that of one example is what others have a made-up one for.
		if have.Scheme == a.Scheme && strings.EqualFold(have.Name, a.Name) && have.Prefix == a.Prefix && (have.Env == a.Env || have.Env == "" || a.Env == "") {
			if have.Env == "" && a.Env != "" {
				have.Env, have.Span = a.Env, a.Span // where the variable stands
			}
			a = have
		}
	}
	if a.ID == "" {
		a.ID = l.authID(a)
		l.api.Auth = append(l.api.Auth, *a)
	}
	if !slices.Contains(m.Auth, a.ID) {
		m.Auth = append(m.Auth, a.ID)
	}
}

// authID names a credential after its environment variable, or its header.
func (l *linker) authID(a *model.Auth) string {
	id := strings.ToLower(a.Env)
	if id == "" {
		id = strings.ToLower(strings.ReplaceAll(a.Name, "-", "_"))
	}
	if id == "" {
		id = string(a.Scheme)
	}
	taken := func(b model.Auth) bool { return b.ID == id }
	if slices.ContainsFunc(l.api.Auth, taken) {
		id += "_" + string(a.Scheme)
	}
	for slices.ContainsFunc(l.api.Auth, taken) {
		id += "_" + strings.ToLower(strings.ReplaceAll(a.Name, "-", "_"))
	}
	return id
}
