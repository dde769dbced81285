package model_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/model/testutil/validate"
)

var ownSchema = validate.Schema{Root: model.SchemaURL, Texts: map[string]string{model.SchemaURL: string(model.Schema)}}

func TestSchemaAcceptsTheJSONForm(t *testing.T) {
	for name, api := range map[string]*model.API{"full": sampleAPI(), "empty": {}} {
		ownSchema.Check(t, name, []byte(encode(t, api)))
	}
}

func TestSchemaRefuses(t *testing.T) {
	head := `{"$schema": "` + model.SchemaURL + `", `
	for name, text := range map[string]string{
		"no version":     `{"$schema": "` + model.SchemaURL + `"}`,
		"later version":  head + `"version": 2}`,
		"unknown member": head + `"version": 1, "shapes": []}`,
		"unknown kind":   head + strings.TrimPrefix(typeDoc(`{"kind": "tuple"}`), "{"),
		"wrong shape":    head + strings.TrimPrefix(typeDoc(`{"kind": "string", "elem": {"kind": "any"}}`), "{"),
		"field's member": head + strings.TrimPrefix(typeDoc(`{"kind": "object", "fields": [{"name": "a", "type": {"kind": "any"}, "place": "path"}]}`), "{"),
	} {
		if ownSchema.Fault(t, []byte(text)) == "" {
			t.Errorf("%s: accepted", name)
		}
	}
}

// TestSchemaAndStructsAgree holds the schema's members against the struct tags,
// so that a new member of the model cannot be forgotten in the schema.
func TestSchemaAndStructsAgree(t *testing.T) {
	var schema struct {
		Properties map[string]any
		Defs       map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	if err := json.Unmarshal(model.Schema, &schema); err != nil {
		t.Fatal(err)
	}
	members := func(defs ...string) []string {
		all := map[string]bool{}
		for _, d := range defs {
			for name := range schema.Defs[d].Properties {
				all[name] = true
			}
		}
		return slices.Sorted(maps.Keys(all))
	}
	root := slices.Sorted(maps.Keys(schema.Properties))
	root = slices.DeleteFunc(root, func(s string) bool { return s == "$schema" || s == "version" })
	if d := cmp.Diff(tags(reflect.TypeFor[model.API]()), root); d != "" {
		t.Errorf("API (-struct +schema):\n%s", d)
	}
	for typ, defs := range map[reflect.Type][]string{
		reflect.TypeFor[model.Server]():    {"server"},
		reflect.TypeFor[model.Auth]():      {"auth"},
		reflect.TypeFor[model.Constant]():  {"constant"},
		reflect.TypeFor[model.Resource]():  {"resource"},
		reflect.TypeFor[model.Method]():    {"method"},
		reflect.TypeFor[model.Param]():     {"member", "param"},
		reflect.TypeFor[model.Field]():     {"member"},
		reflect.TypeFor[model.Said]():      {"said"},
		reflect.TypeFor[model.Limits]():    {"limits"},
		reflect.TypeFor[model.Body]():      {"body"},
		reflect.TypeFor[model.Response]():  {"response"},
		reflect.TypeFor[model.Example]():   {"example"},
		reflect.TypeFor[model.Request]():   {"request"},
		reflect.TypeFor[model.NamedType](): {"namedType"},
		reflect.TypeFor[model.Enum]():      {"enum"},
		reflect.TypeFor[model.EnumValue](): {"enumValue"},
		reflect.TypeFor[model.Variant]():   {"variant"},
		reflect.TypeFor[model.Page]():      {"page"},
		reflect.TypeFor[model.Bytes]():     {"bytes"},
		reflect.TypeFor[source.Span]():     {"span"},
		reflect.TypeFor[source.Pos]():      {"pos"},
		reflect.TypeFor[model.Type]():      {"scalar", "const", "enumeration", "object", "union", "array", "map", "ref"},
	} {
		if d := cmp.Diff(tags(typ), members(defs...)); d != "" {
			t.Errorf("%s (-struct +schema):\n%s", typ.Name(), d)
		}
	}
}

// tags lists the JSON names of a struct, sorted, embedded structs included.
func tags(t reflect.Type) []string {
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && f.IsExported() {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
