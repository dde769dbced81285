package model_test

import (
	"fmt"
	"log"

	"strings"

	"github.com/docgen-go/docgen/model"
)

// The JSON form that "docgen inspect --format json" prints is read back equal.
// References are followed with Resolve, whatever they lead through.
func Example() {
	api, err := model.Decode(strings.NewReader(`{
		"version": 1,
		"resources": [{"id": "docks", "name": "docks", "methods": [{
			"id": "docks.retrieve", "name": "retrieve", "verb": "GET", "path": "/v1/docks/{dock_id}",
			"params": [{"place": "path", "name": "dock_id", "type": {"kind": "string"}, "required": true}],
			"returns": {"type": {"kind": "ref", "ref": "Dock"}}
		}]}],
		"types": [{"id": "Dock", "name": "Dock", "type": {"kind": "object", "fields": [
			{"name": "id", "type": {"kind": "string"}, "required": true},
			{"name": "depth", "type": {"kind": "number"}}
		]}}]
	}`))
	if err != nil {
		log.Fatal(err)
	}
	for resource, m := range api.Methods {
		fmt.Println(resource.Name, m.Name, m.Verb, m.Path)
		for _, f := range api.Resolve(m.Returns.Type).Fields {
			fmt.Println("-", f.Name, f.Type.Kind, f.Required)
		}
	}
	// Output:
	// docks retrieve GET /v1/docks/{dock_id}
	// - id string true
	// - depth number false
}
