package parser_test

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// Documents that are made to take more than their bytes.
func init() {
	for name, make := range map[string]func(n int) fstest.MapFS{
		"document, refs to components": document(func(i int) (path, schema string) {
			return "", fmt.Sprintf(`"S%d":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/S%d"}}}`, i, i/2)
		}),
		"document, refs to parts of components": document(func(i int) (path, schema string) {
			return "", fmt.Sprintf(`"S%d":{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}},"c":{"$ref":"#/components/schemas/S%d/properties/a"}}}`, i, i/2)
		}),
		"document, a chain of refs": document(func(i int) (path, schema string) {
			return "", fmt.Sprintf(`"S%d":{"$ref":"#/components/schemas/S%d"}`, i, i+1)
		}),
		"document, allOf of the one before": document(func(i int) (path, schema string) {
			return "", fmt.Sprintf(`"S%d":{"allOf":[{"$ref":"#/components/schemas/S%d"}]}`, i, max(i-1, 0))
		}),
		"document, one object of all": inSchema(`"A":{"type":"object","required":["p1"],"properties":{`, func(i int) string { return fmt.Sprintf(`"p%d":{"type":"string"}`, i) }, `}}`),
		"document, one allOf of all":  inSchema(`"A":{"allOf":[`, func(i int) string { return fmt.Sprintf(`{"type":"object","properties":{"p%d":{"type":"string"}}}`, i) }, `]}`),
		"document, one union of all": inSchema(`"A":{"oneOf":[`, func(i int) string {
			return fmt.Sprintf(`{"type":"object","required":["k"],"properties":{"k":{"const":"v%d"}}}`, i)
		}, `]}`),
		"document, one enum of all":  inSchema(`"A":{"enum":[`, func(i int) string { return fmt.Sprintf(`"v%d"`, i) }, `]}`),
		"document, one tuple of all": inSchema(`"A":{"type":"array","prefixItems":[`, func(i int) string { return fmt.Sprintf(`{"const":"v%d"}`, i) }, `]}`),
		"document, a mapping of all": inSchema(`"B":{"type":"object","properties":{"k":{"type":"string"}}},"A":{"oneOf":[{"$ref":"#/components/schemas/B"},{"$ref":"#/components/schemas/B"}],"discriminator":{"propertyName":"k","mapping":{`,
			func(i int) string { return fmt.Sprintf(`"v%d":"B"`, i) }, `}}}`),
		"document, one tag each": document(func(i int) (path, schema string) {
			return fmt.Sprintf(`"/p%d":{"get":{"tags":["t%d.u"],"responses":{"204":{}}}}`, i, i), ""
		}),
		"document, one operationId": document(func(i int) (path, schema string) {
			return fmt.Sprintf(`"/p%d":{"get":{"operationId":"same","responses":{"204":{}}}}`, i), ""
		}),
		"document, callbacks": document(func(i int) (path, schema string) {
			return fmt.Sprintf(`"/p%d":{"post":{"callbacks":{"c%d":{"u":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"string"}}}}}}}},"responses":{"204":{}}}}`, i, i), ""
		}),
		"document, parameters of one operation": func(n int) fstest.MapFS {
			return spec(`"/a":{"get":{"parameters":[`+list(n, func(i int) string {
				return fmt.Sprintf(`{"name":"p%d","in":"query","schema":{"$ref":"#/components/schemas/S"}}`, i)
			})+`],"responses":{"204":{}}}}`, `"S":{"type":"object","properties":{"s":{"type":"string"}}}`)
		},
		"document, statuses of one operation": func(n int) fstest.MapFS {
			return spec(`"/a":{"get":{"responses":{`+list(n, func(i int) string { return fmt.Sprintf(`"4%d":{"description":"e"}`, i) })+`}}}`, "")
		},
		"document, unions of unions": document(func(i int) (path, schema string) {
			return fmt.Sprintf(`"/p%d":{"get":{"parameters":[{"name":"q","in":"query","schema":{"$ref":"#/components/schemas/S%d"}}],"responses":{"204":{}}}}`, i, i),
				fmt.Sprintf(`"S%d":{"anyOf":[{"$ref":"#/components/schemas/S%d"},{"$ref":"#/components/schemas/S%d"}]}`, i, (i*7+1)%max(i, 1), (i*3+2)%max(i, 1))
		}),
	} {
		hostile[name] = make
	}
}

// spec is a folder with one document.
func spec(paths, schemas string) fstest.MapFS {
	return fstest.MapFS{"openapi.json": {Data: []byte(`{"openapi":"3.1.0","info":{"title":"Harbor"},"paths":{` + paths + `},"components":{"schemas":{` + schemas + `}}}`)}}
}

// list is n pieces with commas between them.
func list(n int, piece func(i int) string) string {
	all := make([]string, n)
	for i := range all {
		all[i] = piece(i)
	}
	return strings.Join(all, ",")
}

// document is a document of n paths and n schemas.
func document(piece func(i int) (path, schema string)) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS {
		var paths, schemas []string
		for i := range n {
			path, schema := piece(i)
			if path != "" {
				paths = append(paths, path)
			}
			if schema != "" {
				schemas = append(schemas, schema)
			}
		}
		return spec(strings.Join(paths, ","), strings.Join(schemas, ","))
	}
}

// inSchema is a document with n pieces in one schema.
func inSchema(before string, piece func(i int) string, after string) func(n int) fstest.MapFS {
	return func(n int) fstest.MapFS { return spec("", before+list(n, piece)+after) }
}
