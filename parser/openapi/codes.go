package openapi

import "github.com/docgen-go/docgen/model/diag"

// What is found in an OpenAPI document.
var (
	_ = diag.Register(diag.Entry{
		Code: CodeInvalid, Severity: diag.Error,
		Title:   "a document breaks a rule of OpenAPI",
		Why:     "Published documents do, and are used all the same. What the rule is about may be read in another way than it was meant. It is an error where more than one value is lost: schemas that stand too deep in each other, a second document in one file.",
		Help:    "Correct the document at the place that is named, if it is yours.",
		Example: "-- openapi.yaml --\nopenapi: 3.1.0\ninfo: {title: Harbor}\npaths: {}\n---\nopenapi: 3.1.0\ninfo: {title: Another}\npaths: {}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeUnsupported, Severity: diag.Warning,
		Title:   "a document says something that docgen does not read, or only in part",
		Why:     "A program made of the document may miss it, as the message says. It is a note where nothing of what is sent or received depends on it. docs/openapi-keywords.md says of everything that OpenAPI can say what becomes of it.",
		Help:    "Look whether the programs need it, or write it in another way.",
		Example: "-- openapi.yaml --\nopenapi: 3.1.0\ninfo: {title: Harbor}\npaths: {}\ncomponents:\n  schemas:\n    Crane: {type: object, properties: {arm: {type: string, xml: {attribute: true}}}}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeRef, Severity: diag.Error,
		Title:   "a $ref leads nowhere, or to what is not opened",
		Why:     "What it stands for is missing from the API that was read, and is any value where a type is needed. Files are followed inside of the docs only, and nothing is fetched, so that reading docs can neither read other files nor ask anybody.",
		Help:    "Name the folder that holds all files as DOCS, or bundle the document into one file first.",
		Example: "-- openapi.yaml --\nopenapi: 3.1.0\ninfo: {title: Harbor}\npaths: {}\ncomponents:\n  schemas:\n    Crane: {$ref: \"../cranes.yaml#/Crane\"}\n",
	})
)
