package golang

import (
	"slices"
	"testing"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

func TestRelatedVariables(t *testing.T) {
	for _, c := range []struct {
		title, server, pkg string
		related, others    []string
	}{
		{"Harbor API", "", "client", []string{"HARBOR_API_KEY", "HARBOR_TOKEN", "harbor_token"}, []string{"API_KEY", "HARBORMASTER_KEY", "MY_HARBOR_KEY", "CLIENT_KEY", ""}},
		{"The Reference of Open AI", "", "", []string{"OPENAI_KEY", "OPEN_AI_KEY"}, []string{"THE_KEY", "OPENSSL_CONF", "OPEN_KEY"}},
		{"", "https://api.eu.harbor-master.example/v1", "api", []string{"HARBOR_KEY", "HARBOR_MASTER_KEY", "HARBORMASTER_KEY"}, []string{"API_TOKEN", "EU_KEY", "EXAMPLE_KEY", "V1_KEY"}},
		{"", "", "harborclient", []string{"HARBORCLIENT_KEY", "HARBOR_CLIENT_KEY"}, []string{"HARBOR_KEY"}},
		{"Data", "https://127.0.0.1", "", nil, []string{"DATA_KEY", "HOME", "PATH", "SSH_AUTH_SOCK", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN"}},
	} {
		api := &model.API{Title: c.title}
		if c.server != "" {
			api.Servers = []model.Server{{URL: c.server}, {URL: "https://github.example"}}
		}
		for _, name := range c.related {
			if got := Variable(api, Options{Package: c.pkg}, model.Auth{Env: name}); got != name {
				t.Errorf("%s %s %s: %s is not read", c.title, c.server, c.pkg, name)
			}
		}
		for _, name := range c.others {
			if got := Variable(api, Options{Package: c.pkg}, model.Auth{Env: name}); got != "" {
				t.Errorf("%s %s %s: %s is read", c.title, c.server, c.pkg, got)
			}
			if got := Variable(api, Options{Package: c.pkg, Variables: []string{name}}, model.Auth{Env: name}); got != name {
				t.Errorf("%s is not read although the caller vouches for it", name)
			}
		}
	}
}

// TestCredentialsOfOthers has operations that show no credential of their own.
func TestCredentialsOfOthers(t *testing.T) {
	method := func(id string, shown bool, auth ...string) *model.Method {
		m := &model.Method{ID: id, Name: id, Auth: auth}
		if shown {
			m.Examples = []*model.Example{{Request: &model.Request{}}}
		}
		return m
	}
	for name, c := range map[string]struct {
		others []*model.Method
		want   []string
	}{
		"around it":                  {[]*model.Method{method("boats.create", true, "key"), method("ropes.list", true, "admin")}, []string{"key"}},
		"around it they differ":      {[]*model.Method{method("boats.create", true, "key"), method("boats.delete", true, "admin")}, nil},
		"everywhere":                 {[]*model.Method{method("ropes.create", true, "key"), method("knots.list", false)}, []string{"key"}},
		"one of many":                {[]*model.Method{method("ropes.create", true, "key"), method("knots.list", true), method("knots.get", true)}, nil},
		"one of two":                 {[]*model.Method{method("ropes.create", true, "key"), method("knots.list", true)}, nil},
		"elsewhere they differ, too": {[]*model.Method{method("ropes.create", true, "key"), method("knots.list", true, "admin")}, nil},
	} {
		api := &model.API{Auth: []model.Auth{{ID: "key"}, {ID: "admin"}}}
		boats, rest := &model.Resource{ID: "boats", Name: "boats"}, &model.Resource{ID: "rest", Name: "rest"}
		asked := method("boats.list", false)
		boats.Methods = append(boats.Methods, asked)
		rest.Methods = append(rest.Methods, c.others...)
		api.Resources = []*model.Resource{boats, rest}
		names, _ := naming.Assign(api, naming.Reserved{})
		if got := newGenerator(names, Options{}).auth(asked); !slices.Equal(got, c.want) {
			t.Errorf("%s: sends %q, want %q", name, got, c.want)
		}
	}
}
