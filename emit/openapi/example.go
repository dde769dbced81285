package openapi

import (
	"cmp"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// requestBody and responseBody pick the JSON text of an example, "" for none.
func requestBody(x *model.Example) string {
	if x.Kind != model.ExampleRequest || x.Request == nil {
		return ""
	}
	return x.Request.Body
}

// An example that contradicts its own page is left out: it would contradict
// the schema beside it too.
func responseBody(x *model.Example) string {
	if x.Kind != model.ExampleResponse || x.Conflict != "" {
		return ""
	}
	return x.Text
}

// examples lists the bodies that are JSON, each under a key from its title.
func examples(m *model.Method, body func(*model.Example) string) *yaml.Node {
	out := mapping()
	keys := unique{}
	for _, x := range m.Examples {
		value := parseJSON(body(x))
		if value == nil {
			continue
		}
		example := mapping()
		set(example, "summary", description(x.Title))
		put(example, "value", value)
		set(out, keys.pick(cmp.Or(slug(x.Title), "example")), example)
	}
	return out
}
