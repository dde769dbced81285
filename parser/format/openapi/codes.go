package openapi

import "github.com/docgen-go/docgen/model/diag"

// What is found in the documents of a folder.
var (
	_ = diag.Register(diag.Entry{
		Code: "unread-document", Severity: diag.Error,
		Title:   "a document describes an API in a way that docgen does not read",
		Why:     "It is of another version or kind (Swagger 2, AsyncAPI), or its text is broken. Nothing of it is part of the API that was read.",
		Help:    "Convert or correct it, or keep it out of the docs.",
		Example: "-- api.yaml --\nswagger: \"2.0\"\ninfo: {title: Harbor, version: \"1\"}\npaths: {}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "several-documents", Severity: diag.Info,
		Title:   "the docs have several OpenAPI documents",
		Why:     "They are read as one API, as the parts of one that is described in several files. Where they describe several, their servers and credentials are mixed.",
		Help:    "Name one of them as DOCS if they describe several APIs.",
		Example: "-- cranes.yaml --\nopenapi: 3.1.0\ninfo: {title: Cranes}\npaths: {/cranes: {get: {responses: {\"204\": {description: ok}}}}}\n-- docks.yaml --\nopenapi: 3.1.0\ninfo: {title: Docks}\npaths: {/docks: {get: {responses: {\"204\": {description: ok}}}}}\n",
	})
)
