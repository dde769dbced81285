package openapi

import "github.com/docgen-go/docgen/model/diag"

// What is found in an OpenAPI document.
var (
	_ = diag.Register(diag.Entry{
		Code: CodeInvalid, Severity: diag.Warning,
		Title:   "a document breaks a rule of OpenAPI",
		Why:     "Published documents do, and are used all the same. What the rule is about may be read in another way than it was meant.",
		Help:    "Mend the document, if it is yours.",
		Example: "-- openapi.json --\n{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Harbor\"}, \"paths\": {}}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeUnsupported, Severity: diag.Warning,
		Title: "a document says something that the model cannot hold",
		Why:   "The construct is read in part, as the message says.",
		Help:  "Count the facts that are compared with care, or write the construct in another way.",
		Example: "-- openapi.json --\n{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Harbor\", \"version\": \"1\"}, \"paths\": {},\n" +
			" \"components\": {\"schemas\": {\"Dock\": {\"type\": \"object\", \"properties\": {\"crane\": {\"type\": \"string\", \"x-stainless-override-schema\": {\"$ref\": \"#/components/schemas/Nowhere\"}}}}}}}\n",
	})
)
