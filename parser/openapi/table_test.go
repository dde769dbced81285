package openapi

import (
	"fmt"
	"strings"
)

// tableHead is what stands above the table.
const tableHead = `# What docgen reads of OpenAPI

Of everything that OpenAPI 3.0 and 3.1 (and, as far as it is known, 3.2) can say, this table says what becomes of it
in ` + "`docgen generate`, `diff`, `verify` and `export`" + `:

- **read**: it is part of the model and of what is made of it;
- **kept**: it is documentation, or an example;
- **noted**: nothing of what is sent or received depends on it; a finding of severity *info* stands at its place;
- **reported**: a program may miss it; a *warning* stands at its place.

A member that is not in this table is a warning, an extension (` + "`x-…`" + `) that nobody reads is noted once, a ` + "`$ref`" + ` that leads
nowhere or to what is not opened is an error. The table is made from the one that the reader goes by, and a test holds each row to its word.

Extensions that are read: ` + "`x-enum-varnames`, `x-enumNames`, `x-enum-descriptions`, `x-enumDescriptions`, `x-deprecated-reason`, `x-displayName`, `x-stainless-override-schema`" + `.
`

// tableOrder is the order of the objects in the table.
var tableOrder = []object{
	objectRoot, objectInfo, objectContact, objectLicense, objectServer, objectServerVariable, objectTag, objectExternalDocs, objectComponents,
	objectPathItem, objectOperation, objectParameter, objectRequestBody, objectMediaType, objectResponses, objectResponse, objectExample, objectReference,
	objectSecurityScheme, objectSchema, objectDiscriminator,
}

// keywordTable is the table of keywords as Markdown.
func keywordTable() string {
	var b strings.Builder
	b.WriteString(tableHead)
	for _, o := range tableOrder {
		fmt.Fprintf(&b, "\n## %s\n\n| member | becomes | how |\n|---|---|---|\n", o)
		for _, k := range keywords[o] {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", k.name, k.fate, strings.ReplaceAll(k.how, "|", "\\|"))
		}
	}
	return b.String()
}
