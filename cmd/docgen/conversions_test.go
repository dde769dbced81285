package main

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
)

// signals is a document whose method sends one union and answers with another one.
const signals = `openapi: 3.1.0
info: {title: Signals, version: "1"}
servers: [{url: "https://api.signals.example"}]
paths:
  /signals:
    post:
      operationId: signals_create
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [say], properties: {say: {$ref: "#/components/schemas/Spoken"}%s}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object, required: [heard], properties: {heard: {$ref: "#/components/schemas/Reply"}}}}}}}
components:
  schemas:
    Spoken: {oneOf: [{$ref: "#/components/schemas/Flag"}, {$ref: "#/components/schemas/Lamp"}, {$ref: "#/components/schemas/HornParam"}]}
    Again: {oneOf: [{$ref: "#/components/schemas/Flag"}, {$ref: "#/components/schemas/HornParam"}]}
    Reply: {oneOf: [%s]}
    Flag: {type: object, required: [type, colour], properties: {type: {const: flag}, colour: {type: string}}}
    Lamp: {type: object, required: [type, blinks], properties: {type: {const: lamp}, blinks: {type: integer}}}
    HornParam: {type: object, required: [type], properties: {type: {const: horn}}}
    Horn: {type: object, required: [type, heard_at], properties: {type: {const: horn}, heard_at: {type: string}}}
    Drum: {type: object, required: [type], properties: {type: {const: drum}}}
`

// TestConversionsOfUnions converts a union of responses into the one of requests that has
// all its alternatives, whatever the two are called, and only where there is one.
func TestConversionsOfUnions(t *testing.T) {
	const refs = `{$ref: "#/components/schemas/%s"}`
	of := func(names ...string) string {
		for i, name := range names {
			names[i] = fmt.Sprintf(refs, name)
		}
		return strings.Join(names, ", ")
	}
	for name, c := range map[string]struct {
		more, reply string
		converts    bool
	}{
		"the same types":           {reply: of("Flag", "Lamp"), converts: true},
		"one that converts itself": {reply: of("Flag", "Horn"), converts: true},
		"one that nobody sends":    {reply: of("Flag", "Drum")},
		"two unions of requests":   {more: ", again: " + of("Again"), reply: of("Flag", "Horn")},
	} {
		t.Run(name, func(t *testing.T) {
			set := packageOf(t, fstest.MapFS{"signals.yaml": {Data: []byte(fmt.Sprintf(signals, c.more, c.reply))}})
			var all strings.Builder
			for _, text := range set {
				all.Write(text)
			}
			if got := strings.Contains(all.String(), "func (v Reply) ToParam() (param Spoken) "); got != c.converts {
				t.Errorf("there is a conversion: %t", got)
			}
			if err := laws.TypeCheck(set); err != nil {
				t.Error(err)
			}
		})
	}
}
