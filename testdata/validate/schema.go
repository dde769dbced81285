package main

import (
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// A schemaRequest asks whether a document in JSON keeps to a schema.
type schemaRequest struct {
	// Schemas are all that are needed, by their address; Root is the one to keep to.
	Schemas map[string]string `json:"schemas"`
	Root    string            `json:"root"`
	// Formats says that formats of text count.
	Formats bool   `json:"formats"`
	Text    string `json:"text"`
}

func (q *schemaRequest) answer() answer {
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if q.Formats {
		c.AssertFormat()
	}
	for address, text := range q.Schemas {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			return answer{Error: err.Error()}
		}
		if err := c.AddResource(address, doc); err != nil {
			return answer{Error: err.Error()}
		}
	}
	schema, err := c.Compile(q.Root)
	if err != nil {
		return answer{Error: err.Error()}
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(q.Text))
	if err != nil {
		return answer{Fault: err.Error()}
	}
	if err := schema.Validate(doc); err != nil {
		return answer{Fault: err.Error()}
	}
	return answer{}
}
