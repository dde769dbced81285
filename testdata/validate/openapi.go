package main

import (
	"context"
	"reflect"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// An openAPIRequest asks whether a text is a valid OpenAPI document.
type openAPIRequest struct {
	Text string `json:"text"`
	// Lenient leaves out examples and patterns.
	Lenient bool `json:"lenient"`
}

func (q *openAPIRequest) answer() answer {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(q.Text))
	if err != nil {
		return answer{Fault: err.Error()}
	}
	options := []openapi3.ValidationOption{openapi3.EnableMultiError(), openapi3.EnableExamplesValidation()}
	if q.Lenient {
		options = []openapi3.ValidationOption{openapi3.DisableExamplesValidation(), openapi3.DisableSchemaPatternValidation()}
	}
	var a answer
	for _, item := range doc.Paths.Map() {
		a.Operations += len(item.Operations())
	}
	if err := doc.Validate(context.Background(), options...); err != nil {
		a.Fault = err.Error()
	}
	return a
}

// A keywordsRequest asks for the keywords of the objects of OpenAPI.
type keywordsRequest struct{}

// keywords returns the keywords that the library knows, by its name of each object.
func keywords() map[string][]string {
	out := map[string][]string{}
	for _, of := range []any{
		openapi3.T{}, openapi3.Info{}, openapi3.Contact{}, openapi3.License{}, openapi3.Server{}, openapi3.ServerVariable{}, openapi3.Components{},
		openapi3.PathItem{}, openapi3.Operation{}, openapi3.ExternalDocs{}, openapi3.Parameter{}, openapi3.RequestBody{}, openapi3.MediaType{}, openapi3.Response{},
		openapi3.Example{}, openapi3.Tag{}, openapi3.Schema{}, openapi3.Discriminator{}, openapi3.SecurityScheme{},
	} {
		typ := reflect.TypeOf(of)
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if name != "" && name != "-" && !strings.HasPrefix(name, "__") {
				out[typ.Name()] = append(out[typ.Name()], name)
			}
		}
	}
	return out
}
