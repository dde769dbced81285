package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/model"
)

func TestParseFieldType(t *testing.T) {
	yes, no := true, false
	integer := &model.Type{Kind: model.KindInteger}
	parcel := &model.Type{Kind: model.KindRef, Ref: "port.Parcel"}
	list := &model.Type{Kind: model.KindArray, Elem: parcel}
	for text, want := range map[string]FieldType{
		"integer":                      {Type: integer},
		" optional  integer ":          {Type: integer, Required: &no},
		"required integer not null":    {Type: integer, Required: &yes, Nullable: &no},
		"array of port.Parcel or null": {Type: list, Nullable: &yes},
		"map of array of port.Parcel":  {Type: &model.Type{Kind: model.KindMap, Elem: list}},
		"map[map[integer]]":            {Type: &model.Type{Kind: model.KindMap, Elem: &model.Type{Kind: model.KindMap, Elem: integer}}},
		"array of map[port.Parcel]":    {Type: &model.Type{Kind: model.KindArray, Elem: &model.Type{Kind: model.KindMap, Elem: parcel}}},
		"optional":                     {Required: &no},
		"or null":                      {Nullable: &yes},
		"required or null":             {Required: &yes, Nullable: &yes},
	} {
		got, err := ParseFieldType(text)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(model.Type{})); err != nil || diff != "" {
			t.Errorf("%q: %v\n%s", text, err, diff)
		}
	}
	for _, text := range []string{
		"", " ", "array", "array of", "map of", "map[]", "map[integer", "array integer", "integer or string", "optional required x",
		"map of map of map of map of map of map of map of map of map of map of any",
	} {
		// A word alone can be the name of a type.
		if got, err := ParseFieldType(text); (err == nil) != (text == "array") {
			t.Errorf("%q is %+v, %v", text, got, err)
		}
	}
}
