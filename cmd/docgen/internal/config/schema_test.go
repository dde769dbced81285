package config

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/testutil/validate"
)

const schemaFile = "../../schemas/config.json"

func ownSchema(t *testing.T) validate.Schema {
	t.Helper()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return validate.Schema{Root: SchemaURL, Texts: map[string]string{SchemaURL: string(text)}, Formats: true}
}

// asJSON is YAML as the schema sees it.
func asJSON(t *testing.T, text string) []byte {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

// beyond are messages about what a schema cannot say.
var beyond = []string{"not YAML", "already", "empty", "second document", "is that of the target", "no pattern of pages", "is the result", "says no type"}

// TestSchemaAcceptsWhatParseDoes gives both the same files.
func TestSchemaAcceptsWhatParseDoes(t *testing.T) {
	schema := ownSchema(t)
	for _, text := range []string{smallest, full} {
		schema.Check(t, text, asJSON(t, text))
	}
	for _, c := range wrong {
		unsayable := func(s string) bool { return strings.Contains(c.message, s) }
		if c.message == "" || slices.ContainsFunc(beyond, unsayable) {
			continue
		}
		if schema.Fault(t, asJSON(t, c.text)) == "" {
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
		{schema.Defs["envelope"], reflect.TypeFor[Envelope]()},
		{schema.Defs["pagination"], reflect.TypeFor[Pagination]()},
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
