package config

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

const schemaFile = "../../schemas/config.json"

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(SchemaURL, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(SchemaURL)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asJSON is YAML as the schema sees it.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(encoded))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// beyond are messages about what a schema cannot say.
var beyond = []string{"not YAML", "already", "empty", "second document", "is that of the target", "no pattern of pages"}

// TestSchemaAcceptsWhatParseDoes gives both the same files.
func TestSchemaAcceptsWhatParseDoes(t *testing.T) {
	schema := compileSchema(t)
	for _, text := range []string{smallest, full} {
		if err := schema.Validate(asJSON(t, text)); err != nil {
			t.Errorf("%s\n%v", text, err)
		}
	}
	for _, c := range wrong {
		unsayable := func(s string) bool { return strings.Contains(c.message, s) }
		if c.message == "" || slices.ContainsFunc(beyond, unsayable) {
			continue
		}
		if schema.Validate(asJSON(t, c.text)) == nil {
			t.Errorf("the schema accepts %q", c.text)
		}
	}
}

// TestSchemaHasTheKeysOfTheStructs compares the two by name.
func TestSchemaHasTheKeysOfTheStructs(t *testing.T) {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	type object struct{ Properties map[string]any }
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		schema object
		of     reflect.Type
	}{
		{schema.object, reflect.TypeFor[File]()},
		{schema.Defs["target"], reflect.TypeFor[Target]()},
		{schema.Defs["authentication"], reflect.TypeFor[Authentication]()},
		{schema.Defs["credential"], reflect.TypeFor[Credential]()},
		{schema.Defs["fixed"], reflect.TypeFor[Constant]()},
		{schema.Defs["rename"], reflect.TypeFor[Rename]()},
		{schema.Defs["finding"], reflect.TypeFor[Finding]()},
		{schema.Defs["diff"], reflect.TypeFor[Diff]()},
		{schema.Defs["drift"], reflect.TypeFor[Drift]()},
	} {
		var got []string
		for name := range c.schema.Properties {
			got = append(got, name)
		}
		want := known(fieldsOf(c.of))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%v: the schema has %v, the struct %v", c.of, got, want)
		}
	}
}
