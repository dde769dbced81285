package overrides

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

func texts(values ...string) (out []config.Text) {
	for _, v := range values {
		out = append(out, config.Text{Value: v})
	}
	return out
}

func pair(key, value string) config.Pairs {
	return config.Pairs{{Key: config.Text{Value: key}, Value: config.Text{Value: value}}}
}

// harbor has two types that share a structure, one that only a method uses, one
// of a resource, and one of nobody.
func harbor() *model.API {
	text := &model.Type{Kind: model.KindString}
	ref := func(id string) *model.Type { return &model.Type{Kind: model.KindRef, Ref: id} }
	shared := &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "id", Type: text}}}
	list := &model.Type{Kind: model.KindArray, Elem: ref("Crate")}
	method := func(id, name string, returns *model.Type) *model.Method {
		return &model.Method{ID: id, Name: name, Verb: "GET", Path: "/" + name, Returns: &model.Response{Type: returns}, Body: &model.Body{Type: shared},
			Params: []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: "limit", Type: text}}}}
	}
	labels := &model.Resource{ID: "parcels.labels", Name: "labels", Methods: []*model.Method{method("parcels.labels.list", "list", ref("Label"))}}
	return &model.API{
		Types: []*model.NamedType{{ID: "Crate", Type: shared}, {ID: "Label", Type: shared}, {ID: "Notice", Type: shared}, {ID: "Parcel", Type: shared}, {ID: "port.Parcel", Type: shared}},
		Resources: []*model.Resource{
			{ID: "parcels", Name: "parcels", Types: []string{"Parcel"}, Resources: []*model.Resource{labels},
				Methods: []*model.Method{method("parcels.list", "list", list), method("parcels.delete", "delete", text)}},
			{ID: "port", Name: "port", Types: []string{"port.Parcel"}, Methods: []*model.Method{method("port.close", "close", text)}},
		},
	}
}

func TestSelect(t *testing.T) {
	for _, c := range []struct {
		name             string
		include, exclude []config.Text
		methods, types   string
	}{
		{"all", nil, nil, "parcels.list parcels.delete parcels.labels.list port.close", "Crate Label Notice Parcel port.Parcel"},
		{"a resource", texts("parcels"), nil, "parcels.list parcels.delete parcels.labels.list", "Crate Label Notice Parcel"},
		{"a resource below", texts("parcels.labels"), nil, "parcels.labels.list", "Label Notice"},
		{"a method", texts("parcels.list"), nil, "parcels.list", "Crate Notice"},
		{"not a resource", nil, texts("parcels"), "port.close", "Notice port.Parcel"},
		{"not a method", nil, texts("parcels.labels.list"), "parcels.list parcels.delete port.close", "Crate Notice Parcel port.Parcel"},
		{"a star is one segment", texts("*.list"), nil, "parcels.list", "Crate Notice"},
		{"both", texts("parcels"), texts("parcels.labels", "*.delete"), "parcels.list", "Crate Notice Parcel"},
	} {
		api := harbor()
		if err := Apply(api, &config.Target{Include: c.include, Exclude: c.exclude}); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var methods, types []string
		for _, m := range api.Methods {
			methods = append(methods, m.ID)
		}
		for _, n := range api.Types {
			types = append(types, n.ID)
		}
		if got := strings.Join(methods, " "); got != c.methods {
			t.Errorf("%s: methods %s, want %s", c.name, got, c.methods)
		}
		if got := strings.Join(types, " "); got != c.types {
			t.Errorf("%s: types %s, want %s", c.name, got, c.types)
		}
	}
}

// TestRetypeTouchesOneField changes a field of a structure that others share.
func TestRetypeTouchesOneField(t *testing.T) {
	for _, key := range []string{"Parcel.id", "port.Parcel.id", "parcels.list.limit", "parcels.list.id"} {
		api := harbor()
		if err := Apply(api, &config.Target{Types: pair(key, "integer")}); err != nil {
			t.Errorf("%s: %v", key, err)
		}
		var changed []string
		integer := func(where string, typ *model.Type) {
			if typ.Kind == model.KindInteger {
				changed = append(changed, where)
			}
		}
		for _, n := range api.Types {
			integer(n.ID+".id", n.Type.Fields[0].Type)
		}
		for _, m := range api.Methods {
			integer(m.ID+".limit", m.Params[0].Type)
			integer(m.ID+".id", m.Body.Type.Fields[0].Type)
		}
		if !slices.Equal(changed, []string{key}) {
			t.Errorf("%s: changed %v", key, changed)
		}
	}
}

func TestBaseURL(t *testing.T) {
	api := harbor()
	api.Servers = []model.Server{{URL: "https://a.example"}, {URL: "https://b.example"}}
	if err := Apply(api, &config.Target{BaseURL: config.Text{Value: "https://eu.harbor.example"}}); err != nil {
		t.Fatal(err)
	}
	if len(api.Servers) != 1 || api.Servers[0].URL != "https://eu.harbor.example" {
		t.Errorf("got %v", api.Servers)
	}
}

func TestWhatChangesNothingIsAFault(t *testing.T) {
	for _, target := range []*config.Target{
		{Include: texts("parcel")}, {Exclude: texts("[")}, {Include: texts("parcels", "ports")},
		{Types: pair("Parcel.wheels", "any")}, {Types: pair("Parcel.id", "string")}, {Types: pair("id", "any")},
		{Types: pair("Parcel.id", "array of Parcle")}, {Types: pair("Parcel.id", "optional not null")}, {Types: pair("Parcel.id", "a b")},
	} {
		if err := Apply(harbor(), target); err == nil {
			t.Errorf("%+v passes", target)
		}
	}
}

func TestRetypeChangesWhatItSays(t *testing.T) {
	lookup := func(api *model.API, id string) *model.Field { return api.Lookup(id).Type.Fields[0] }
	for text, want := range map[string]model.Field{
		"optional array of Label or null": {Type: &model.Type{Kind: model.KindArray, Elem: &model.Type{Kind: model.KindRef, Ref: "Label"}}, Nullable: true},
		"integer":                         {Type: &model.Type{Kind: model.KindInteger}, Required: true},
		"or null":                         {Type: &model.Type{Kind: model.KindString}, Required: true, Nullable: true, Default: `"x"`},
	} {
		api := harbor()
		f := lookup(api, "Parcel")
		f.Required, f.Default = true, `"x"`
		if err := Apply(api, &config.Target{Types: pair("Parcel.id", text)}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		got := lookup(api, "Parcel")
		if !equal(got.Type, want.Type) || got.Required != want.Required || got.Nullable != want.Nullable || got.Default != want.Default {
			t.Errorf("%s: got %+v", text, got)
		}
		if err := api.Validate(); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestPathIsAlwaysThere(t *testing.T) {
	api := harbor()
	for _, m := range api.Methods {
		m.Params[0].Location = model.LocationPath
	}
	if err := Apply(api, &config.Target{Types: pair("parcels.list.limit", "optional integer")}); err == nil {
		t.Error("a part of the path became optional")
	}
	if err := Apply(api, &config.Target{Types: pair("port.close.limit", "integer")}); err != nil {
		t.Error(err)
	}
}
