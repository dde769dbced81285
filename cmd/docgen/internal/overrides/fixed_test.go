package overrides

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// sending is harbor where all requests send a header, the methods of parcels a
// query, and one of them a header of its own.
func sending() *model.API {
	api := harbor()
	api.Headers = []model.Constant{{Name: "Version", Value: "1", Source: model.SourceExample}}
	for r, m := range api.Methods {
		if r.ID == "parcels" {
			m.Query = []model.Constant{{Name: "mode", Value: "a", Source: model.SourceExample}}
		}
		if m.ID == "parcels.list" {
			m.Headers = []model.Constant{{Name: "version", Value: "0", Source: model.SourceExample}}
		}
	}
	return api
}

// sent is what a method sends, as text.
func sent(api *model.API) string {
	var out []string
	text := func(cs []model.Constant) (s string) {
		for _, c := range cs {
			s += " " + c.Name + "=" + c.Value
		}
		return s
	}
	for _, m := range api.Methods {
		out = append(out, m.ID+text(m.Query)+" |"+text(m.Headers))
	}
	return strings.Join(append(out, "|"+text(api.Headers)), "\n")
}

func TestFix(t *testing.T) {
	for _, c := range []struct {
		name  string
		entry config.Constant
		want  string
	}{
		{"a query", config.Constant{Pattern: texts("parcels.**")[0], Query: pair("beta", "true")},
			"parcels.list mode=a beta=true | version=0\nparcels.delete mode=a beta=true |\nparcels.labels.list beta=true |\nport.close |\n| Version=1"},
		{"another value", config.Constant{Pattern: texts("parcels.*")[0], Query: pair("mode", "b")},
			"parcels.list mode=b | version=0\nparcels.delete mode=b |\nparcels.labels.list |\nport.close |\n| Version=1"},
		{"a header of some", config.Constant{Pattern: texts("port.close")[0], Headers: pair("Version", "2")},
			"parcels.list mode=a | version=0\nparcels.delete mode=a | Version=1\nparcels.labels.list | Version=1\nport.close | Version=2\n|"},
		{"no header", config.Constant{Pattern: texts("**")[0], Omit: texts("version", "mode")},
			"parcels.list |\nparcels.delete |\nparcels.labels.list |\nport.close |\n|"},
	} {
		api := sending()
		if err := Apply(api, &config.Target{Fixed: config.Constants{&c.entry}}); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := sent(api); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestFixWithoutEffect refuses entries that change nothing.
func TestFixWithoutEffect(t *testing.T) {
	for want, entry := range map[string]config.Constant{
		`"ports.*" is no method of the pages`:              {Pattern: texts("ports.*")[0], Query: pair("a", "b")},
		"mode=a is sent already":                           {Pattern: texts("parcels.*")[0], Query: pair("mode", "a")},
		"no request of port.close always sends mode; take": {Pattern: texts("port.close")[0], Omit: texts("mode")},
	} {
		err := Apply(sending(), &config.Target{Fixed: config.Constants{&entry}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestStyleLists(t *testing.T) {
	lists := func() *model.API {
		api := harbor()
		for _, m := range api.Methods {
			list := &model.Type{Kind: model.KindArray, Elem: &model.Type{Kind: model.KindString}}
			m.Params = append(m.Params, &model.Param{Location: model.LocationQuery, Style: "comma", Field: model.Field{Name: "ids", Type: list}})
		}
		return api
	}
	api := lists()
	if err := Apply(api, &config.Target{ListStyles: slices.Concat(pair("**", "repeat"), pair("port.*.ids", "brackets"))}); err != nil {
		t.Error(err)
	}
	for _, m := range api.Methods {
		want := "repeat"
		if m.ID == "port.close" {
			want = "brackets"
		}
		if limit, ids := m.Params[0], m.Params[1]; limit.Style != "" || ids.Style != want {
			t.Errorf("%s: limit %q, ids %q, want %q", m.ID, limit.Style, ids.Style, want)
		}
	}
	for want, entry := range map[string]config.Pairs{`"*.limit" is no list in a query`: pair("*.limit", "comma"), "are written as comma already": pair("**", "comma")} {
		if err := Apply(lists(), &config.Target{ListStyles: entry}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
