package overrides

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// guarded is harbor with two credentials, of which each method asks for one.
func guarded() *model.API {
	api := harbor()
	api.Auth = []model.Auth{{ID: "key", Scheme: model.AuthHeader, Name: "X-Key", Env: "KEY"}, {ID: "token", Scheme: model.AuthBearer}}
	for _, m := range api.Methods {
		m.Auth = []string{"key"}
		if m.Name == "close" {
			m.Auth = []string{"token"}
		}
	}
	return api
}

func credential(id, scheme, name, prefix, env string) *config.Credential {
	text := func(s string) config.Text { return config.Text{Value: s} }
	return &config.Credential{ID: text(id), Scheme: text(scheme), Name: text(name), Prefix: text(prefix), Env: text(env)}
}

func TestAuthenticate(t *testing.T) {
	for _, c := range []struct {
		name        string
		change      config.Authentication
		auth        string
		list, close string
	}{
		{"nothing", config.Authentication{}, "key header X-Key  KEY, token bearer   ", "key", "token"},
		{"add", config.Authentication{Add: config.Credentials{credential("sig", "query", "sig", "", "SIG")}},
			"key header X-Key  KEY, token bearer   , sig query sig  SIG", "key sig", "token sig"},
		{"replace", config.Authentication{Replace: config.Credentials{credential("key", "header", "Authorization", "Key ", "")}},
			"key header Authorization Key  , token bearer   ", "key", "token"},
		{"remove", config.Authentication{Remove: texts("token")}, "key header X-Key  KEY", "key", ""},
		{"remove and add", config.Authentication{Remove: texts("key"), Add: config.Credentials{credential("key", "basic", "", "", "")}},
			"token bearer   , key basic   ", "key", "token key"},
	} {
		api := guarded()
		if err := Apply(api, &config.Target{Authentication: c.change}); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var auth []string
		for _, a := range api.Auth {
			auth = append(auth, fmt.Sprint(a.ID, " ", a.Scheme, " ", a.Name, " ", a.Prefix, " ", a.Env))
		}
		if got := strings.Join(auth, ", "); got != c.auth {
			t.Errorf("%s: got %s, want %s", c.name, got, c.auth)
		}
		for id, want := range map[string]string{"parcels.list": c.list, "port.close": c.close} {
			if got := methodAuth(api, id); got != want {
				t.Errorf("%s: %s asks for %s, want %s", c.name, id, got, want)
			}
		}
		if err := api.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func methodAuth(api *model.API, id string) string {
	for _, m := range api.Methods {
		if m.ID == id {
			return strings.Join(m.Auth, " ")
		}
	}
	return "no method"
}

func TestAuthenticateRefusesWhatChangesNothing(t *testing.T) {
	same := credential("key", "header", "X-Key", "", "KEY")
	for want, change := range map[string]config.Authentication{
		"key is sent in this way already; take the entry out":                                        {Replace: config.Credentials{same}},
		`the pages have no credential "kye"; did you mean key?`:                                      {Replace: config.Credentials{credential("kye", "bearer", "", "", "")}},
		`the pages have no credential "session"; it must be one of key, token`:                       {Remove: texts("session")},
		"the pages have a credential key already; put the entry under replace, or choose another ID": {Add: config.Credentials{same}},
	} {
		err := Apply(guarded(), &config.Target{Authentication: change})
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	err := Apply(harbor(), &config.Target{Authentication: config.Authentication{Remove: texts("key")}})
	if err == nil || !strings.Contains(err.Error(), "and no other; add it") {
		t.Errorf("got %v", err)
	}
}
