package drift

import (
	"encoding/json"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// isShown reports whether an example of an operation that the client calls has, inside of something, an object with
// the members of a struct and no others, whatever the pages state of it: then they contradict themselves, and the
// client may follow the example.
func (c *comparison) isShown(t *gofacts.Type, input bool) bool {
	kind := model.ExampleResponse
	if input {
		kind = model.ExampleRequest
	}
	for _, p := range c.paired {
		for _, e := range p.doc.Examples {
			var value any
			if e.Kind == kind && json.Unmarshal([]byte(e.Text), &value) == nil && hasObject(value, t, 0) {
				return true
			}
		}
	}
	return false
}

// hasObject reports whether a JSON value has an object with the members of a struct and no others, at any depth below
// itself. The depth is that of the value; encoding/json reads only so many levels.
func hasObject(value any, t *gofacts.Type, depth int) bool {
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			if hasObject(v, t, depth+1) {
				return true
			}
		}
	case map[string]any:
		has := depth > 0 && len(value) == len(t.Fields)
		for _, f := range t.Fields {
			_, ok := value[wireName(f)]
			has = has && ok
		}
		if has {
			return true
		}
		for _, v := range value {
			if hasObject(v, t, depth+1) {
				return true
			}
		}
	}
	return false
}
